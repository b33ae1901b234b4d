"""The field for the number of a page in a dialogue whose default button does something else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSpinBox


class PageNumber(QSpinBox):
    """A number that Enter goes to, and that is all: the dialogue's default button is not pressed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed with Enter, and keep the key from the dialogue."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.selectAll()
            event.accept()
