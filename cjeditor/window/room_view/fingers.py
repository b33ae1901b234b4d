"""Fingers on the room view: a tap is a click, a swipe turns the page, a long press brings the menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QTouchEvent
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.touch.fingers import SLOP
from cjeditor.canvas.touch.hold import Hold

_SWIPE = 48.0
"""Pixels sideways from which a movement turns the page."""


class RoomFingers(QObject):
    """Follows the first finger on a window; more of them mean nothing.

    Signals:
        tapped(QPointF): at a point of the window.
        swiped(int): to the next page (1) or back (−1).
        menu_wanted(QPointF): the finger was lifted after a long press, at a point of the window.
    """

    tapped = Signal(QPointF)
    swiped = Signal(int)
    menu_wanted = Signal(QPointF)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._hold = Hold(window)
        self._start: QPointF | None = None
        self._rests = False

    def take(self, event: QTouchEvent) -> None:
        """Fingers went down, moved or went up."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel or event.pointCount() > 1:
            self._hold.end()
            self._start = None
            return
        point = event.point(0)
        at = point.position()
        if event.type() == QEvent.Type.TouchBegin:
            self._start, self._rests = at, True
            self._hold.begin(point.globalPosition())
        elif self._start is not None:
            away = at - self._start
            if self._rests and away.manhattanLength() > SLOP:
                self._rests = False
                self._hold.end()
            if event.type() == QEvent.Type.TouchEnd:
                self._lift(at, away)

    def _lift(self, at: QPointF, away: QPointF) -> None:
        ripe, self._start = self._hold.ripe, None
        self._hold.end()
        if ripe:
            self.menu_wanted.emit(at)
        elif self._rests:
            self.tapped.emit(at)
        elif abs(away.x()) >= _SWIPE and abs(away.x()) > 2 * abs(away.y()):
            self.swiped.emit(-1 if away.x() > 0 else 1)
