"""The field in which a comment is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from cjeditor.texts import Texts
from cjeditor.window.properties.text_edit import GrowingEdit

_LEAST_LINES = 3


class CommentField(GrowingEdit):
    """A field for text; each letter is kept at once, Ctrl+Enter says that it is done.

    Signals:
        done(): the comment is complete.
    """

    done = Signal()

    def __init__(self, words: Texts) -> None:
        super().__init__(words.t("Text of the comment"), _LEAST_LINES)
        self.setObjectName("comment_field")
        self.setPlaceholderText(words.t("Write a comment"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be done with Ctrl+Enter; Enter begins another line, Esc goes to the map."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
