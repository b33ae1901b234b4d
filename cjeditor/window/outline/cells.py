"""The fields that open over a cell: plain text of any length, or a choice."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cjeditor.texts import Texts
from cjeditor.window.outline import columns
from cjeditor.window.outline.columns import Column
from cjeditor.window.outline.reading import Reading

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LONGEST_PASTE = 20_000
_MOST_LINES = 6
_AnyIndex = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_OF_VIEW = (Qt.Key.Key_Delete, Qt.Key.Key_F2)


class CellText(QPlainTextEdit):
    """A field for plain text as high as its lines, up to some, and never beyond the view."""

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._cell = QRect()
        self.setObjectName("cell_text")
        self.setAccessibleName(words.t("Text of the card"))
        self.setFrameShape(QFrame.Shape.Box)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(3, 0, 0, 0)
        self.document().setDocumentMargin(3)
        self.document().setModified(False)  # a margin counts as one
        self.textChanged.connect(self._fit)

    def text(self) -> str:
        """Return what was written. Qt's own way would turn no-break spaces into common ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def stand_over(self, cell: QRect) -> None:
        """Stand over a cell of the view."""
        self._cell = cell
        self._fit()

    def _fit(self) -> None:
        view = self.parentWidget()
        if view is None or not self._cell.isValid():
            return
        # Qt counts the height of a plain document in lines.
        lines = max(1, min(_MOST_LINES, round(self.document().size().height())))
        height = max(self._cell.height(), lines * self.fontMetrics().lineSpacing() + 10)
        height = min(height, max(view.height(), self._cell.height()))
        bars = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines == _MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bars)
        top = max(0, min(self._cell.top(), view.height() - height))
        self.setGeometry(self._cell.left(), top, self._cell.width(), height)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take text without what can neither be shown nor kept."""
        self.insertPlainText(_UNPRINTABLE.sub("", source.text().replace("\r\n", "\n")[:_LONGEST_PASTE]))


class Cells(QStyledItemDelegate):
    """Opens the fields and brings what was written to the model.

    Signals:
        enter_pressed(): Enter ends the field; whoever hears it goes on to the next row.
    """

    enter_pressed = Signal()

    def __init__(self, read: Callable[[], Reading], kinds: Sequence[Column | None], parent: QObject) -> None:
        """Make fields.

        Args:
            read: gives the present names of what there is to choose from.
            kinds: for each column of the view what is edited there.
            parent: goes when this goes.
        """
        super().__init__(parent)
        self._read = read
        self._kinds = kinds
        self._open: QWidget | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody writes or chooses."""
        return self._open is not None

    def finish(self) -> None:
        """Keep what is written and close the field."""
        field = self._open
        if field is not None:
            self.commitData.emit(field)
            self.closeEditor.emit(field)

    def _gone(self) -> None:
        self._open = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _AnyIndex) -> QWidget:  # noqa: ARG002  Qt calls it with all three
        """Return the field for a cell; the style's `option` says nothing here."""
        reading = self._read()
        kind = self._kinds[index.column()]
        offered = columns.choices(reading, kind) if kind is not None else []
        if offered and kind is not None:
            chooser = QComboBox(parent)
            chooser.setAccessibleName(reading.words.t(columns.HEADINGS[kind]))
            for name, value in offered:
                chooser.addItem(name, value)
            field: QWidget = chooser
        else:
            field = CellText(reading.words, parent)
        field.setAutoFillBackground(True)
        self._open = field
        field.destroyed.connect(self._gone)
        return field

    def destroyEditor(self, editor: QWidget, index: _AnyIndex) -> None:  # noqa: N802  as Qt calls it
        """Let go of a field."""
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
            editor.setPlainText(value or "")
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _AnyIndex) -> None:
        """Write the value into the model."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        elif isinstance(editor, CellText) and editor.document().isModified():
            # What was taken or refused is not written a second time when the field closes.
            editor.document().setModified(False)
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Put the field over its cell."""
        if isinstance(editor, CellText):
            editor.stand_over(QRect(option.rect))  # the option goes, and its own rectangle with it
        else:
            super().updateEditorGeometry(editor, option, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter end the field; keep the window's shortcuts from deleting the card that is being edited."""
        if isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.type() == QEvent.Type.ShortcutOverride and plain and isinstance(editor, QComboBox):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and plain and event.key() in _ENTER:
                self.enter_pressed.emit()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in _OF_VIEW and isinstance(editor, QComboBox):
                return True  # what the chooser does not know would go on to the view
        return super().eventFilter(editor, event)
