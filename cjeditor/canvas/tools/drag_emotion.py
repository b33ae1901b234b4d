"""Dragging a point of the emotion curve; it snaps to −2 … +2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from cjeditor.canvas.tools.gesture import NEITHER
from cjeditor.layout.curve import POINT_RADIUS, bent, draw_point
from cjeditor.layout.metrics import CURVE_LEVEL, CURVE_PADDING
from cjeditor.layout.theme import emotion_style
from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.cards import set_emotion

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Pointer, Stage
    from cjeditor.layout.arrangement import Curve, CurvePoint
    from cjeditor.model.project import Project


class DragEmotion:
    """Bends the curves by the point; the touchpoint takes its value at the end."""

    cursor = Qt.CursorShape.SizeVerCursor
    scrolls = NEITHER

    def __init__(self, stage: Stage, touchpoint: str, pointer: Pointer) -> None:
        self._stage = stage
        self._id = touchpoint
        self._curve, self._point = _nearest(stage.desk.arrangement.curves, touchpoint, pointer.scene.y())
        emotion = self._point.emotion
        self._value = int(emotion) if emotion is not None and self._point.is_set else None

    def update(self, pointer: Pointer) -> None:
        """Show the point at the value nearest to the pointer."""
        value = self._curve.emotion_at(pointer.scene.y())
        if value == self._value and self._stage.scene.label_mark.isVisible():
            return
        self._value = value
        scene, words = self._stage.scene, self._stage.desk.labels
        x, y = self._point.x, self._curve.y_of(value)
        half = POINT_RADIUS + CURVE_PADDING
        shapes = draw_point(self._point._replace(y=y, emotion=value, is_set=True), words)
        scene.point_mark.show_shapes(shapes, QRectF(x - half, y - half, 2 * half, 2 * half), scene.ink)
        record = self._stage.desk.arrangement.cards[self._id].record
        if isinstance(record, Touchpoint):
            for curve in self._stage.desk.arrangement.curves:
                scene.bend(bent(curve, record, value))
        label_at = QPointF(x + 16 / self._stage.view.zoom, y)
        scene.label_mark.show_at(label_at, self._label(value), scene.ink, emotion_style(value))

    def commit(self) -> None:
        """Give the touchpoint the value."""
        self._stage.scene.settle()
        self._stage.desk.apply(self._stage.desk.words.t("Set emotion"), self._felt)

    def cancel(self) -> None:
        """Forget the value."""
        self._stage.scene.settle()

    def _felt(self, project: Project) -> Project:
        return set_emotion(project, self._stage.desk.map_id, [self._id], self._value)

    def _label(self, value: int) -> str:
        labels = self._stage.desk.document.project.settings.emotion_labels
        shown = self._stage.desk.labels.signed(value)
        return f"{shown} · {labels[value + 2]}" if len(labels) == 5 and labels[value + 2] else shown


def _nearest(curves: tuple[Curve, ...], touchpoint: str, y: float) -> tuple[Curve, CurvePoint]:
    """Return the touchpoint's point on the curve whose lane lies nearest to `y`."""
    curve = min(curves, key=lambda one: max(0.0, abs(one.zero - y) - 2 * CURVE_LEVEL))
    return curve, next(point for point in curve.points if point.touchpoint == touchpoint)
