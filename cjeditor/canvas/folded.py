"""The strips of collapsed phases and lanes, painted on the map's ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF

from cjeditor.layout.draw_folds import draw_folded_lane, draw_folded_phase

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from cjeditor.canvas.ink import Ink, Picture
    from cjeditor.layout.arrangement import Arrangement, LaneBox, PhaseBox
    from cjeditor.texts import Texts


class FoldedStrips:
    """Keeps a picture of each strip as long as it looks the same."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._source: tuple[object, ...] = ()
        self._phases: list[tuple[PhaseBox, float]] = []
        self._lanes: list[LaneBox] = []
        self._words: Texts | None = None
        self._left = self._width = 0.0
        self._upright: list[tuple[QRectF, Picture]] = []
        self._level: list[tuple[QRectF, Picture]] = []

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self._draw()

    def follow(self, arrangement: Arrangement, words: Texts) -> bool:
        """Take another state of the map; return whether a strip looks different."""
        self._phases = [(box, arrangement.height) for box in arrangement.phases if box.folded]
        self._lanes = [box for box in arrangement.lanes if box.folded]
        self._words = words
        # What a collapsed lane says begins where no strip of a phase lies over it.
        self._left = next((column.x for column in arrangement.columns if not column.folded), 0.0)
        self._width = arrangement.width
        source = (tuple(self._phases), tuple(self._lanes), self._left, self._width, words.language)
        if source == self._source:
            return False
        self._source = source
        self._draw()
        return True

    def paint(self, painter: QPainter, exposed: QRectF | QRect) -> None:
        """Paint the strips that are exposed."""
        area = QRectF(exposed)
        for rect, picture in self._level:
            if rect.intersects(area):
                painter.save()
                painter.translate(rect.topLeft())
                picture.paint(painter, "full")
                painter.restore()
        for rect, picture in self._upright:
            if rect.intersects(area):
                painter.save()
                painter.translate(rect.topRight())
                painter.rotate(90)
                picture.paint(painter, "full")
                painter.restore()

    def _draw(self) -> None:
        words = self._words
        if words is None:
            return
        self._upright = [
            (QRectF(box.x, 0, box.width, length), self._ink.picture(draw_folded_phase(box, length, words)))
            for box, length in self._phases
        ]
        left, width = self._left, self._width
        self._level = [
            (QRectF(left, box.y, width - left, box.height), self._ink.picture(draw_folded_lane(box, words)))
            for box in self._lanes
        ]
