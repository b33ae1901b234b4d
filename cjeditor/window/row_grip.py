"""How a row of a list is taken up with the mouse: pressed, and carried once the pointer has left the spot."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication


class RowGrip:
    """The hand on the rows of one list, which tells it of the mouse and moves the row itself."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        self._spot: QPoint | None = None
        self._is_carrying = False

    @property
    def spot(self) -> QPoint:
        """Where the row was pressed that is carried."""
        return self._spot or QPoint()

    @property
    def is_carrying(self) -> bool:
        """Whether a row is carried."""
        return self._is_carrying

    def press(self, event: QMouseEvent) -> None:
        """Remember where a row may be taken up."""
        at = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        self._spot = at if left and self._view.indexAt(at).isValid() else None

    def move(self, event: QMouseEvent) -> bool:
        """Take the row up once the pointer is far enough; return whether one is carried."""
        if self._spot is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        way = event.position().toPoint() - self._spot
        if not self._is_carrying and way.manhattanLength() >= QApplication.startDragDistance():
            self._is_carrying = True
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        return self._is_carrying

    def let_go(self) -> None:
        """Carry nothing any more."""
        self._spot, self._is_carrying = None, False
        self._view.viewport().unsetCursor()
