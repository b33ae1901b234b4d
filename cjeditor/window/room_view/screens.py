"""On which screen the room view opens, and where it goes when that screen is unplugged."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_SHARE = 0.7
"""Of the screen's width that the room view has as an ordinary window, beside the map."""


def other_screen(window: QWidget) -> QScreen | None:
    """Return the first screen on which `window` is not; None where there is only one."""
    return next((screen for screen in QGuiApplication.screens() if screen is not window.screen()), None)


def ordinary_place(screen: QRect, smallest: QSize) -> QRect:
    """Return where the room view lies as an ordinary window, in the form of a projector's picture.

    Args:
        screen: its usable part.
        smallest: the window is not smaller, as far as the screen allows it.
    """
    width = screen.width() * _SHARE
    size = QSize(round(width), round(width * 9 / 16)).expandedTo(smallest).boundedTo(screen.size())
    place = QRect(screen.topLeft(), size)
    place.moveCenter(screen.center())
    return place
