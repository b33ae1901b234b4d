"""Tells the second of two quick taps on the same thing from a single one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

_APART = 32.0
"""Pixels between two taps of a finger that mean the same."""


class Taps:
    """Remembers the last tap."""

    def __init__(self) -> None:
        self._last: tuple[int, QPointF, object] | None = None

    def is_second(self, when: int, at: QPointF, what: object) -> bool:
        """Return whether a tap follows another one on the same thing; a third one begins anew.

        Args:
            when: milliseconds of the events' clock.
            at: on the screen.
            what: was tapped; two are the same when they are equal.
        """
        last, self._last = self._last, (when, at, what)
        if last is None or last[2] != what:
            return False
        hints = QGuiApplication.styleHints()
        apart = max(_APART, hints.touchDoubleTapDistance())
        second = when - last[0] <= hints.mouseDoubleClickInterval() and (at - last[1]).manhattanLength() <= apart
        if second:
            self._last = None
        return second

    def forget(self) -> None:
        """Something else happened in between."""
        self._last = None
