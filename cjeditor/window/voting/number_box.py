"""A field for a number in a form that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox

_WIDTH = 116
"""Pixels: a word in the place of the least number, in German, too."""


class NumberBox(QSpinBox):
    """A number that the wheel does not change while it scrolls the form."""

    def __init__(self, name: str, called: str, least: int, most: int, nothing: str = "") -> None:
        """Make it.

        Args:
            name: of the object.
            called: for screen readers.
            least: the least number.
            most: the greatest.
            nothing: what is shown in the place of the least number; empty for itself.
        """
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(called)
        self.setRange(least, most)
        self.setSpecialValueText(nothing)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the pane."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()
