"""The field in which thoughts are written, one a line, and into which many lines are pasted at once."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent

from cjeditor.texts import Texts
from cjeditor.window.properties.text_edit import GrowingEdit

_LEAST_LINES = 2


class ThoughtField(GrowingEdit):
    """A field for text; Enter sends it off, several lines that are pasted go off at once.

    Signals:
        sent(str): these lines are thoughts.
        left_below(): Down was pressed on the last line.
    """

    sent = Signal(str)
    left_below = Signal()

    def __init__(self, words: Texts) -> None:
        super().__init__(words.t("New thoughts"), _LEAST_LINES)
        self.setObjectName("thought_field")
        self.setPlaceholderText(words.t("One thought a line, then Enter"))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Send several lines off; a single one is inserted where the cursor is."""
        text = source.text() if source.hasText() else ""
        if len(text.strip().splitlines()) > 1:
            self.sent.emit(text)
        else:
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Enter; Shift+Enter begins another line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            text = self.text()
            self.set_text("")
            self.sent.emit(text)
        elif event.key() == Qt.Key.Key_Down and not self.textCursor().block().next().isValid():
            self.left_below.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
