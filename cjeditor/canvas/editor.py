"""The text field of the canvas: it always has the keyboard, and opens over a card or header while somebody writes.

As long as it is closed it is one pixel large, but a real field, so that dead keys and input methods work from the
first letter on. It takes plain text only; a QPlainTextEdit could not have the cards' distance between lines.
"""

from __future__ import annotations

import math
import re
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QRegion, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit

from cjeditor.canvas.slim_bar import SlimBar

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFont, QInputMethodEvent
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.ink import Ink

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LONGEST_PASTE = 20_000
_ACROSS, _DOWN = 4, 3
"""Around the lines, in screen pixels, the frame included."""
_ENDINGS = {
    Qt.Key.Key_Return: "below",
    Qt.Key.Key_Enter: "below",
    Qt.Key.Key_Escape: "stop",
    Qt.Key.Key_Tab: "right",
    Qt.Key.Key_Backtab: "left",
}


class InlineEditor(QTextEdit):
    """The field.

    Signals:
        idle_key(QKeyEvent): a key while closed; whoever acts on it accepts the event.
        key_offered(QKeyEvent): a key while open, before it does anything; whoever acts on it accepts the event.
        pasting(): the text is about to grow by something that nobody typed.
        writing_wanted(): a letter or an input method began while closed; whoever can opens the field meanwhile.
        ended(str): a key ended writing; where to go next: `below`, `right`, `left` or `stop`.
        written(): the text is another one.
        cleaned(): something pasted came in without signs that a project may not hold, or cut short.
        entered(), left(): the focus came, or went elsewhere.
        override_asked(QKeyEvent): a menu may be about to take this key while closed; accept the event to have it.
        space_held(bool): the space bar went down or up while closed.
        menu_wanted(QContextMenuEvent): the menu key, while closed.
    """

    idle_key = Signal(object)
    key_offered = Signal(object)
    pasting = Signal()
    writing_wanted = Signal()
    ended = Signal(str)
    written = Signal()
    cleaned = Signal()
    entered = Signal()
    left = Signal()
    override_asked = Signal(object)
    space_held = Signal(bool)
    menu_wanted = Signal(object)

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = SlimBar(Qt.Orientation.Vertical, ink)
        self.setVerticalScrollBar(self._bar)
        self._line = 0.0
        self._open = False
        self._filling = False
        self._composing = False
        self._near = QRect()
        self.setFrameStyle(QFrame.Shape.NoFrame.value)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptRichText(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.textChanged.connect(self._tell_written)
        self.shut()

    @property
    def is_open(self) -> bool:
        """Whether somebody writes."""
        return self._open

    @property
    def is_composing(self) -> bool:
        """Whether an input method or a dead key is in the middle of a letter."""
        return self._composing

    def caret(self) -> QRect:
        """Return where the cursor is, in the canvas's pixels."""
        here = self.cursorRect()
        return here.translated(self.viewport().pos() + self.pos())

    def rewrite(self, text: str) -> None:
        """Hold another text, the cursor at its end; nobody is told."""
        self._fill(text)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def open(self, text: str, *, select: bool) -> None:
        """Open with `text`, all of it selected or the cursor at its end."""
        self._open = True
        self._fill(text)
        self.setFrameStyle(QFrame.Shape.Box.value | QFrame.Shadow.Plain.value)
        self.setLineWidth(1)
        self.setCursorWidth(2)
        if select:
            self.selectAll()
        else:
            self.moveCursor(self.textCursor().MoveOperation.End)
        self.raise_()

    def shut(self) -> None:
        """Close."""
        self._open = self._composing = False
        self._fill("")
        self.setFrameStyle(QFrame.Shape.NoFrame.value)
        self.setViewportMargins(0, 0, 0, 0)
        self.setCursorWidth(0)
        self.clearMask()
        self.lower()  # below the header of the columns, where nobody sees the one pixel
        canvas = self.parentWidget()
        self.setGeometry(canvas.width() // 2 if canvas is not None else 0, 12, 1, 1)

    def dress(self, ink: Ink, font: QFont, line: float, fill: str, *, bad: bool = False) -> None:
        """Take font, distance between lines (in pixels), and colours.

        A `bad` text, one that was refused, has a frame in the colour of warnings.
        """
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, ink.colour(fill))
        palette.setColor(QPalette.ColorRole.Text, ink.colour("text"))
        palette.setColor(QPalette.ColorRole.WindowText, ink.colour("warning" if bad else "selection"))
        palette.setColor(QPalette.ColorRole.Highlight, ink.colour("selection"))
        palette.setColor(QPalette.ColorRole.HighlightedText, ink.colour("on.primary"))
        if palette != self.palette():
            self.setPalette(palette)
        if font != self.font():
            self.setFont(font)
        if line != self._line:
            self._line = line
            self._space_lines()
        self._bar.set_ink(ink)

    def stay_near(self, place: QRect) -> None:
        """Let input methods open their windows near `place` of the canvas while the field is closed."""
        self._near = place

    def place(self, lines: QRect, rise: int, room: QRect) -> None:
        """Cover the `lines` and a little around them, more if the text needs it and there is `room`.

        What still does not fit scrolls inside. A field whose lines lie partly outside of `room` is moved into it.
        `rise` is by how many pixels the text stands higher than Qt would put it.
        """
        area = lines.adjusted(-_ACROSS, -_DOWN, _ACROSS, _DOWN)
        self.setViewportMargins(_ACROSS - 1, max(0, _DOWN - 1 - rise), _ACROSS - 1, _DOWN - 1)
        self.resize(area.width(), min(room.height(), max(area.height(), self.height())))  # its width breaks the text
        height = max(area.height(), math.ceil(self.document().size().height()) + 2 * _DOWN)
        policies = Qt.ScrollBarPolicy
        scrolls = height > room.height()
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOn if scrolls else policies.ScrollBarAlwaysOff)
        own = QRect(area.left(), area.top(), area.width(), min(height, room.height()))
        if area.intersects(room):
            own.moveBottom(min(own.bottom(), room.bottom()))
            own.moveTop(max(own.top(), room.top()))
        self.setGeometry(own)
        self.ensureCursorVisible()
        seen = own.intersected(room)
        if seen == own or seen.isEmpty():
            self.clearMask()
        else:
            self.setMask(QRegion(seen.translated(-own.topLeft())))

    def _fill(self, text: str) -> None:
        self._filling = True
        self.setPlainText(text)
        self._filling = False
        self._space_lines()

    def _space_lines(self) -> None:
        """Give all lines their distance. Not to be undone: what was typed before cannot be either, after a zoom."""
        if self._line <= 0:
            return
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._filling = True
        self.document().setUndoRedoEnabled(False)
        every = QTextCursor(self.document())
        every.select(QTextCursor.SelectionType.Document)
        every.mergeBlockFormat(spacing)
        self.document().setUndoRedoEnabled(True)
        self._filling = False

    def _tell_written(self) -> None:
        if self._open and not self._filling:
            self.written.emit()

    def event(self, event: QEvent) -> bool:
        """Leave keys to the menus while closed, and keep those for writing while open."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not self._open:
                event.ignore()
                self.override_asked.emit(event)
                return event.isAccepted()
            if event.key() in _ENDINGS or _is_duplicate(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, or end writing; while closed, offer the key to the canvas and let a letter begin."""
        if self._open:
            self._write_key(event)
            return
        event.ignore()
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if not event.isAutoRepeat():
                self.space_held.emit(True)
            event.accept()
            return
        self.idle_key.emit(event)
        if not event.isAccepted() and is_writing(event):
            self.writing_wanted.emit()
            if self._open:
                super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tell when the space bar is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.space_held.emit(False)
        super().keyReleaseEvent(event)

    def _write_key(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_offered.emit(event)
        if event.isAccepted():
            return
        event.accept()
        ending = _ENDINGS.get(Qt.Key(event.key()))
        if ending == "below" and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        elif ending is not None:
            self.ended.emit(ending)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Open at the first composed letter."""
        if not self._open and (event.preeditString() or event.commitString()):
            self.writing_wanted.emit()
        self._composing = self._open and bool(event.preeditString())
        if self._open:
            super().inputMethodEvent(event)
        else:
            event.ignore()

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        """Answer input methods; while closed, where the focused place is."""
        if not self._open and query == Qt.InputMethodQuery.ImCursorRectangle:
            return self._near.translated(-self.pos())
        return super().inputMethodQuery(query) if argument is None else super().inputMethodQuery(query, argument)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, without what a project may not hold."""
        if source.hasText():
            text = source.text().replace("\r\n", "\n").replace("\r", "\n")
            clean = _UNPRINTABLE.sub("", text)[:_LONGEST_PASTE]
            self.pasting.emit()
            self.insertPlainText(clean)
            if clean != text:
                self.cleaned.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell it, unless it is only for a menu or another window."""
        super().focusOutEvent(event)
        self.space_held.emit(False)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of a text field while writing; else it is about the focused card."""
        if self._open:
            super().contextMenuEvent(event)
        else:
            self.menu_wanted.emit(event)


def is_writing(event: QKeyEvent) -> bool:
    """Return whether a key writes a letter; AltGr reaches us as Ctrl and Alt together on some systems."""
    text = event.text()
    if not text or not text.isprintable() or text.isspace():
        return False
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    meta = bool(event.modifiers() & Qt.KeyboardModifier.MetaModifier)
    return not meta and (control == alt or (alt and sys.platform == "darwin"))


def _is_duplicate(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier
