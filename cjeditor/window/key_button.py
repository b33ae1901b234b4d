"""A tool button for people without a mouse."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from cjeditor.window.icons import Icons
from cjeditor.window.plain import tooltip_text

ICON = 16
"""Pixels at 100 %: the side of an icon in the bar of a pane."""


class KeyButton(QToolButton):
    """A tool button that Enter presses as well as the space bar; Tab reaches it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def icon_button(icons: Icons, name: str, icon: str, tip: str, parent: QWidget) -> KeyButton:
    """Return a button for the bar of a pane, with an icon and without a word.

    Args:
        icons: where icons come from.
        name: its object name.
        icon: the icon's name; empty where it is set later, and the tip with it.
        tip: what it does, for its tip and for screen readers.
        parent: what it stands in.
    """
    made = KeyButton()
    made.setParent(parent)
    made.setObjectName(name)
    made.setIconSize(QSize(ICON, ICON))
    if icon:
        made.setIcon(icons.icon(icon))
        made.setAccessibleName(tip)
        made.setToolTip(tooltip_text(tip))
    return made
