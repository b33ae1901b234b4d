"""The field in which a question is answered, and the line that shows an answer on the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy

from cjeditor.model.cards import Note
from cjeditor.model.fields import TEXT_LIMIT
from cjeditor.window.guide.breaking import Broken
from cjeditor.window.plain import tooltip_text
from cjeditor.window.properties.text_edit import GrowingEdit, is_undo

_MOST_LINES = 3
_PADDING = 3
_GAP = 8
_LONGEST_TIP = 600


class AnswerEdit(GrowingEdit):
    """A field for one answer. Nothing of it is in the project yet, so that undo is its own as long as it has some.

    Signals:
        kept(): Enter was pressed.
        left(): Esc was pressed.
        overfilled(): what was pasted is more than a note can hold; nothing of it was taken.
    """

    kept = Signal()
    left = Signal()
    overfilled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, 2)
        self.setUndoRedoEnabled(True)

    def event(self, event: QEvent) -> bool:
        """Take undo and redo while there is typing to undo here; else they are the window's."""
        if is_undo(event) and (self.document().isUndoAvailable() or self.document().isRedoAvailable()):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, break the line with Shift+Enter, leave with Esc."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        elif enter:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only: all of it, or nothing where a note could not hold it."""
        if not source.hasText():
            return
        pasted, replaced = source.text(), self.textCursor().selectedText()
        if len(self.text()) - len(replaced) + len(pasted) > TEXT_LIMIT:
            self.overfilled.emit()
        else:
            super().insertFromMimeData(source)


class AnswerLine(QPushButton):
    """An answer that lies on the map: its card's number and the beginning of its text; a press goes there."""

    def __init__(self) -> None:
        super().__init__()
        self.note_id = ""
        self._number = ""
        self._text = ""
        self.setObjectName("guide_answer")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_note(self, note: Note, name: str, empty: str) -> None:
        """Show a note.

        Args:
            note: the answer.
            name: what the button does, for screen readers.
            empty: what stands for an answer without text.
        """
        self.note_id = note.id
        self._number = str(note.number)
        self._text = note.text.strip()[:_LONGEST_TIP] or empty
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._text)
        self.setToolTip(tooltip_text(f"{name}\n{self._text}"))
        self.updateGeometry()
        self.update()

    def _number_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _left(self) -> int:
        widest = max("00", self._number, key=len)
        return 2 * _PADDING + self.fontMetrics().horizontalAdvance(widest) + _GAP

    def _lines(self, width: int) -> Broken:
        return Broken(self._text, self.font(), width - self._left() - _PADDING, most=_MOST_LINES)

    def heightForWidth(self, width: int) -> int:
        """Return how high the text is at this width."""
        return self._lines(width).height + 2 * _PADDING

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), 160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return that it can be narrow."""
        return QSize(60, self.fontMetrics().lineSpacing() + 2 * _PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint number and text on a quiet ground, ringed when it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole
        colours = self.palette()
        ring = role.Accent if self.hasFocus() or self.underMouse() else role.Dark
        painter.setPen(colours.color(ring))
        painter.setBrush(colours.color(role.Base))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
        lines = self._lines(self.width())
        painter.setPen(colours.color(role.PlaceholderText))
        painter.setFont(self._number_font())
        number = QRect(2 * _PADDING, _PADDING, self._left(), lines.pitch)
        painter.drawText(number, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._number)
        painter.setPen(colours.color(role.Text))
        lines.paint(painter, self._left(), _PADDING)
        painter.end()
