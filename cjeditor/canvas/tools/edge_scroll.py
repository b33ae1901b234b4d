"""Scrolls the view while a drag waits at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.tools.gesture import Pointer

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from cjeditor.canvas.tools.gesture import Gesture
    from cjeditor.canvas.view import MapView

_ZONE = 28
_STEP = 18
_INTERVAL = 25


class EdgeScroll(QObject):
    """Follows one gesture, which follows the map that moves under its pointer."""

    def __init__(self, view: MapView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._gesture: Gesture | None = None
        self._by = (0, 0)
        self._at: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self._scroll)

    def follow(self, gesture: Gesture, at: QPointF) -> None:
        """The pointer of `gesture` is at a point of the viewport now."""
        room = self._view.viewport().rect()
        across, down = gesture.scrolls
        self._gesture, self._at = gesture, at
        self._by = (_step(at.x(), room.width()) if across else 0, _step(at.y(), room.height()) if down else 0)
        if self._by == (0, 0):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The gesture is over."""
        self._timer.stop()
        self._gesture = None

    def _scroll(self) -> None:
        """Scroll towards the edge that the pointer is at, and let the gesture follow."""
        if self._gesture is None or self._at is None:
            return
        self._view.scroll_by(*self._by)
        self._gesture.update(Pointer(self._view.scene_point(self._at), self._at, QApplication.keyboardModifiers()))


def _step(at: float, size: int) -> int:
    if at < _ZONE:
        return -_STEP
    return _STEP if at > size - _ZONE else 0
