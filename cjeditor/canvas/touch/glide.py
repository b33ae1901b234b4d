"""A flick: the map glides on after the finger has gone, and comes to rest."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

_FRAME = 16
"""Milliseconds from one movement to the next."""
_LOOKS_BACK = 90
"""How many milliseconds before the end decide how fast the finger was."""
_RESTED = 60
"""Milliseconds without a movement after which a finger has come to rest: nothing glides."""
_SLOWEST, _FASTEST = 0.25, 4.0
"""Pixels in a millisecond: slower ones do not glide, faster ones only so fast."""
_KEPT = 0.94
"""Of the speed from one movement to the next."""
_ENDS_BELOW = 0.03


class Glide(QObject):
    """Watches a finger, and goes on in its place.

    Signals:
        moved(float, float): so many pixels to the right and down.
    """

    moved = Signal(float, float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seen: deque[tuple[int, QPointF]] = deque(maxlen=16)
        self._speed = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self.step)

    @property
    def speed(self) -> QPointF:
        """Pixels in a millisecond; null at rest."""
        return self._speed

    def stop(self) -> bool:
        """Rest, and forget the finger; return whether it was gliding."""
        gliding = self._timer.isActive()
        self._timer.stop()
        self._speed = QPointF()
        self._seen.clear()
        return gliding

    def watch(self, at: QPointF, when: int) -> None:
        """The finger is at a point of the screen, `when` in milliseconds of any clock."""
        self._seen.append((when, QPointF(at)))

    def go_on(self, when: int) -> None:
        """The finger has gone: glide on if it was fast."""
        speed = _speed(self._seen, when)
        self._seen.clear()
        if speed.manhattanLength() >= _SLOWEST:
            self._speed = speed
            self._timer.start()

    def step(self) -> None:
        """Move on for one frame."""
        by = self._speed * _FRAME
        self._speed *= _KEPT
        if self._speed.manhattanLength() < _ENDS_BELOW:
            self.stop()
        self.moved.emit(by.x(), by.y())


def _speed(seen: Iterable[tuple[int, QPointF]], when: int) -> QPointF:
    late = [(time, at) for time, at in seen if time >= when - _LOOKS_BACK]
    if len(late) < 2 or when - late[-1][0] > _RESTED or late[-1][0] <= late[0][0]:
        return QPointF()
    speed = (late[-1][1] - late[0][1]) / (late[-1][0] - late[0][0])
    size = speed.manhattanLength()
    return speed if size <= _FASTEST else speed * (_FASTEST / size)
