"""The toolbar of a window, which is never so narrow that its last button vanishes."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolBar

_WIDEST = 1240
"""Pixels that a window may be made to have at least: what a small screen shows."""


class ToolBar(QToolBar):
    """A toolbar that keeps the window as wide as all of its buttons, for the way out stands at its end."""

    def minimumSizeHint(self) -> QSize:
        """Return the room that all buttons take; where they are wider than small screens, some hide behind an arrow."""
        return QSize(min(self.sizeHint().width(), _WIDEST), super().minimumSizeHint().height())
