"""Controls for typing that leave undo to the project: one that grows with its text, and one of a single line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from cjeditor.window.plain import one_line
from cjeditor.window.wrapping import wrap_mode

MOST_LINES = 9
"""A text of more lines scrolls."""

_BREAKS = str.maketrans({"\u2029": "\n", "\u2028": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})


class GrowingEdit(QPlainTextEdit):
    """A field for text that is as high as its text, within limits."""

    def __init__(self, name: str, least_lines: int, *, breaks: bool = True) -> None:
        """Make it.

        Args:
            name: what it is called by screen readers.
            least_lines: its height when it is empty.
            breaks: whether people may begin new lines; without, a long text still goes on below.
        """
        super().__init__()
        self._least = least_lines
        self._breaks = breaks
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._wrap_own)

    def text(self) -> str:
        """Return the text as typed; Qt's own plain text turns no-break spaces into common ones."""
        return self.document().toRawText().translate(_BREAKS)

    def set_text(self, text: str) -> None:
        """Show `text`; the cursor stays as near to its place as the text allows."""
        place = self.textCursor().position()
        self._wrap(text)
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        if not self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _wrap_own(self) -> None:
        self._wrap(self.text())

    def _wrap(self, text: str) -> None:
        """Break lines as `text` asks for."""
        mode = wrap_mode(text)
        if mode != self.wordWrapMode():
            self.setWordWrapMode(mode)

    def _fit(self) -> None:
        lines = max(self._least, round(self.document().size().height()))
        scrolls = lines > MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        edges = max(0, self.height() - self.viewport().height())
        height = min(lines, MOST_LINES) * self.fontMetrics().lineSpacing() + 2 * 2 + edges
        if height != self.height():
            self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        """Let the window's undo and redo have their keys: each keystroke is in the project already."""
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, and know before it is laid out how to break it."""
        if source.hasText():
            text = source.text() if self._breaks else one_line(source.text())
            self._wrap(f"{self.text()} {text}")
            self.insertPlainText(text)
            self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter alone where no new line may begin."""
        if not self._breaks and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines anew."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a width that fits beside any label; the height is fixed."""
        return QSize(40, super().minimumSizeHint().height())


class LineEdit(QLineEdit):
    """A field for a number or a name of one line."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(1_000_000)
        self.setMinimumWidth(36)

    def event(self, event: QEvent) -> bool:
        """Let the window's undo and redo have their keys."""
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)


def is_undo(event: QEvent) -> bool:
    """Return whether `event` asks who wants the keys of undo or redo."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )
