"""The fields that open over a cell: plain text of any length, or a choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cjeditor.texts import Texts
from cjeditor.window.outline.cell_text import CellText

_AnyIndex = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_OF_VIEW = (Qt.Key.Key_Delete, Qt.Key.Key_F2)


class Offer(NamedTuple):
    """What can be done in a cell.

    Attributes:
        record: id of what the row shows.
        name: what the field is called, in the person's language.
        choices: what there is to choose from, each with its value; nothing where people write.
    """

    record: str
    name: str
    choices: Sequence[tuple[str, Any]] = ()


class Cells(QStyledItemDelegate):
    """Opens the fields and brings what was written to the model.

    Signals:
        enter_pressed(): Enter ends the field; whoever hears it goes on to the next row.
        draft_kept(): a field closed with a text that was refused; it waits in its cell.
    """

    enter_pressed = Signal()
    draft_kept = Signal()

    def __init__(
        self, words: Texts, offer: Callable[[_AnyIndex], Offer], reason: Callable[[], str], parent: QObject
    ) -> None:
        """Make fields.

        Args:
            words: the language of the window.
            offer: tells what can be done in a cell now.
            reason: says why the last text was not taken, empty when it was.
            parent: goes when this goes.
        """
        super().__init__(parent)
        self._words = words
        self._offer = offer
        self._reason = reason
        self._open: QWidget | None = None
        self._at: tuple[str, int] = ("", 0)
        self._drafts: dict[tuple[str, int], tuple[str, str]] = {}

    @property
    def is_open(self) -> bool:
        """Whether somebody writes or chooses."""
        return self._open is not None

    def finish(self) -> bool:
        """Keep what is written and close the field; where it was refused, say so there and leave it open."""
        field = self._open
        if field is None:
            return True
        if not self._kept(field):
            return False
        self.closeEditor.emit(field)
        return True

    def close(self) -> None:
        """Close the field; what is refused stands there again when it is opened the next time."""
        if not self.finish() and self._open is not None:
            self.closeEditor.emit(self._open)

    def _kept(self, field: QWidget) -> bool:
        self.commitData.emit(field)
        return not (isinstance(field, CellText) and field.problem())

    def _gone(self) -> None:
        self._open = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _AnyIndex) -> QWidget:  # noqa: ARG002  Qt calls it with all three
        """Return the field for a cell; the style's `option` says nothing here."""
        offer = self._offer(index)
        self._at = (offer.record, index.column())
        if offer.choices:
            chooser = QComboBox(parent)
            for name, value in offer.choices:
                chooser.addItem(name, value)
            field: QWidget = chooser
        else:
            field = CellText(self._words, parent)
        if offer.name:
            field.setAccessibleName(offer.name)
        field.setAutoFillBackground(True)
        self._open = field
        field.destroyed.connect(self._gone)
        return field

    def destroyEditor(self, editor: QWidget, index: _AnyIndex) -> None:  # noqa: N802  as Qt calls it
        """Let go of a field; what it could not bring to the model waits for the next time."""
        if isinstance(editor, CellText):
            if editor.problem():
                self._drafts[self._at] = (editor.text(), editor.problem())
                self.draft_kept.emit()
            editor.let_go()
        if editor is self._open:
            editor.destroyed.disconnect(self._gone)
            self._open = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: _AnyIndex) -> None:
        """Show the cell's value, unless something was written over it already."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            values = [editor.itemData(at) for at in range(editor.count())]
            editor.setCurrentIndex(max(0, values.index(value) if value in values else 0))
        elif isinstance(editor, CellText) and not editor.document().isModified():
            draft, problem = self._drafts.pop(self._at, (None, ""))
            editor.setPlainText(value or "" if draft is None else draft)
            editor.selectAll()
            editor.document().setModified(draft is not None)
            editor.tell(problem)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _AnyIndex) -> None:
        """Write the value into the model."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        elif isinstance(editor, CellText) and editor.document().isModified() and not editor.problem():
            # What was taken is not written a second time when the field closes; what was refused stays to be mended.
            taken = model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)
            editor.document().setModified(not taken)
            editor.tell("" if taken else self._reason())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Put the field over its cell."""
        if isinstance(editor, CellText):
            editor.stand_over(QRect(option.rect))  # the option goes, and its own rectangle with it
        else:
            super().updateEditorGeometry(editor, option, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter end the field; keep the window's shortcuts from deleting the card that is being edited."""
        if isinstance(editor, CellText) and not self._may_go_on(editor, event):
            return event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.type() == QEvent.Type.ShortcutOverride and plain and isinstance(editor, QComboBox):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and plain and event.key() in _ENTER:
                if isinstance(editor, CellText):
                    editor.tell("")  # Enter tries once more, also where nothing else was written
                self.enter_pressed.emit()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in _OF_VIEW and isinstance(editor, QComboBox):
                return True  # what the chooser does not know would go on to the view
        return super().eventFilter(editor, event)

    def _may_go_on(self, field: CellText, event: QEvent) -> bool:
        """Return whether what closes a field may do so: a refused text stays open, unless Esc gives it up."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                field.document().setModified(False)
                field.tell("")
            return event.key() not in _TABS or self._kept(field)
        return event.type() != QEvent.Type.FocusOut or self._kept(field)
