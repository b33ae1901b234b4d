"""Where a window stands: kept when it closes, taken up again where the screens still allow it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from cjeditor.window.preferences import Preferences

DEFAULT_SIZE = QSize(1360, 860)
STATE_VERSION = 3
"""Counts up when bars or docks get other names; an older state is then not taken."""

TITLE_BAR = 40
"""Pixels that a title bar takes at most; how many it will be is known only once the window is shown."""

_VISIBLE = 120
"""Pixels of the window that must lie on a screen for people to get hold of it."""

_WIDTH, _HEIGHT, _MAXIMISED = "window_width", "window_height", "window_maximised"


def put_in_place(window: QMainWindow, preferences: Preferences) -> None:
    """Give `window` the place it had last, or a fitting one."""
    known = window.restoreGeometry(preferences.bytes_of("geometry"))
    window.restoreState(preferences.bytes_of("state"), STATE_VERSION)
    if not known:
        # No place is asked for: only the window manager knows how high its title bars are.
        window.resize(first_size(window.screen().availableGeometry(), _kept_size(preferences)))
        if preferences.flag(_MAXIMISED, False):
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    elif not window.isMaximized() and not window.isFullScreen():
        available = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        window.setGeometry(clamped(window.geometry(), available))


def first_size(screen: QRect, wanted: QSize = DEFAULT_SIZE) -> QSize:
    """Return the size of a window that has no place yet; it leaves room for a title bar on a small screen.

    Args:
        screen: its usable part.
        wanted: the size that the window should have.
    """
    return wanted.boundedTo(screen.size() - QSize(0, TITLE_BAR))


def keep_place(window: QMainWindow, preferences: Preferences) -> None:
    """Remember where `window` stands."""
    preferences.keep_bytes("geometry", window.saveGeometry())
    preferences.keep_bytes("state", window.saveState(STATE_VERSION))
    # Once more in plain words: what Qt keeps it refuses where the screen now has quite another width.
    size = window.normalGeometry().size()
    preferences.keep_number(_WIDTH, size.width())
    preferences.keep_number(_HEIGHT, size.height())
    preferences.keep_flag(_MAXIMISED, window.isMaximized())


def clamped(wanted: QRect, screens: list[QRect]) -> QRect:
    """Return `wanted`, no larger than the screen it mostly lies on, and moved there where it cannot be reached.

    What is moved gets room for its title bar.

    Args:
        wanted: the window without its frame.
        screens: the usable part of each screen, the main one first.
    """
    if not screens:
        return wanted
    home = max(screens, key=lambda screen: _area(screen.intersected(wanted)))
    size = wanted.size().boundedTo(home.size())
    shared = home.intersected(wanted)
    if shared.width() >= _VISIBLE and home.top() <= wanted.top() <= home.bottom() - _VISIBLE and size == wanted.size():
        return wanted
    size = size.boundedTo(home.size() - QSize(0, TITLE_BAR))
    left = min(max(wanted.left(), home.left()), home.right() + 1 - size.width())
    top = min(max(wanted.top(), home.top() + TITLE_BAR), home.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def within(wanted: QRect, screen: QRect) -> QRect:
    """Return `wanted` moved, and where it must be made smaller, so that all of it lies on the screen.

    Args:
        wanted: the window without its frame.
        screen: the usable part of the screen.
    """
    size = wanted.size().boundedTo(screen.size() - QSize(0, TITLE_BAR))
    left = max(screen.left(), min(wanted.left(), screen.right() + 1 - size.width()))
    top = max(screen.top() + TITLE_BAR, min(wanted.top(), screen.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def _kept_size(preferences: Preferences) -> QSize:
    """Return the size that a window had last when it did not fill its screen, or that of a first one."""
    size = QSize(preferences.number(_WIDTH), preferences.number(_HEIGHT))
    return DEFAULT_SIZE if size.isEmpty() else size


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())
