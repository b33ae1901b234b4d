"""Buttons beside each other where there is room, else below each other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

_SPACING = 2


class ButtonRow(QWidget):
    """A row at the right that makes a form no wider than its widest button."""

    def __init__(self) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_SPACING)
        self._line.addStretch(1)

    def add(self, button: QPushButton) -> None:
        """Put a button at the end."""
        self._line.addWidget(button)

    def arrange(self) -> None:
        """Take the direction that there is room for; to be called when other buttons are shown or say another text."""
        shown = [one for one in self.findChildren(QPushButton) if not one.isHidden()]
        needed = sum(one.sizeHint().width() for one in shown) + _SPACING * len(shown)
        fits = needed <= self.width()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest button."""
        widest = max(
            (one.sizeHint().width() for one in self.findChildren(QPushButton) if not one.isHidden()), default=0
        )
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the buttons anew."""
        super().resizeEvent(event)
        self.arrange()
