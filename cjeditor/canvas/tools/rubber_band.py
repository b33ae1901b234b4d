"""The rubber band: chooses the cards that it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from cjeditor.canvas.tools.gesture import BOTH

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Pointer, Stage


class RubberBand:
    """Chooses while it is drawn; with Ctrl or Shift it adds to what was chosen before."""

    cursor = Qt.CursorShape.CrossCursor
    scrolls = BOTH

    def __init__(self, stage: Stage, pointer: Pointer) -> None:
        self._stage = stage
        self._selection = stage.desk.selection
        self._start = pointer.scene
        self._before = (self._selection.kind, self._selection.ids, self._selection.focus)
        adds = pointer.modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        self._kept = self._selection.of("cards") if adds else frozenset[str]()

    def update(self, pointer: Pointer) -> None:
        """Draw the band and choose what it touches."""
        rect = QRectF(self._start, pointer.scene).normalized()
        scene = self._stage.scene
        scene.band_mark.show_at(rect, scene.ink, fill="selection", stroke="selection", opacity=0.22)
        left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
        touched = [
            one
            for one, box in self._stage.desk.arrangement.cards.items()
            if box.x <= right and box.x + box.width >= left and box.y <= bottom and box.y + box.height >= top
        ]
        focus = self._stage.desk.spot_of(touched[0]) if touched else None
        self._selection.choose("cards", self._kept.union(touched), focus)

    def commit(self) -> None:
        """Keep what is chosen."""
        self._stage.scene.settle()

    def cancel(self) -> None:
        """Choose again what was chosen before."""
        self._stage.scene.settle()
        self._selection.choose(*self._before)
