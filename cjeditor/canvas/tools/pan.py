"""Panning: the map follows the hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjeditor.canvas.tools.gesture import NEITHER

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Pointer, Stage


class Pan:
    """Scrolls the view so that the grasped point stays under the pointer."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = NEITHER

    def __init__(self, stage: Stage, pointer: Pointer) -> None:
        self._view = stage.view
        self._last = pointer.view

    def update(self, pointer: Pointer) -> None:
        """Scroll."""
        delta = self._last - pointer.view
        self._last = pointer.view
        self._view.scroll_by(delta.x(), delta.y())

    def commit(self) -> None:
        """Nothing is left to do."""

    def cancel(self) -> None:
        """Stay where the view is: looking around changes nothing."""
