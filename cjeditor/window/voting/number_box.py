"""A field for a number in a form that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox

_WIDTH = 116
"""Pixels: a word in the place of the least number, in German, too."""
_INSET = 6
"""Pixels between the number and the edge of the field."""


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
        self.lineEdit().setTextMargins(0, 0, _INSET, 0)

    def sizeHint(self) -> QSize:
        """Return a width that is the same for most numbers and words, and room beside the longest."""
        return (super().sizeHint() + QSize(_INSET, 0)).expandedTo(QSize(_WIDTH, 0))

    def minimumSizeHint(self) -> QSize:
        """Return the same: what is in it is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the pane."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()
