"""A table that can be written in: a row for each thing, some of whose columns people change there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cjeditor.window.own_keys import asks_for_clipboard, asks_for_deletion
from cjeditor.window.plain import tooltip_text

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
"""The parent of all cells of a table."""
_CHOICES = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 30
_MOST_ROWS = 14
"""Longer tables scroll by themselves, so that their heads stay in sight."""
_NARROWEST = 240
_Standard = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """One column.

    Attributes:
        key: what it holds; empty for what cannot be changed here.
        title: its heading.
        width: pixels at 100 %.
        number: whether it is set flush right.
        choices: the texts among which people choose; none where they write.
        stretches: whether it takes the room that is left.
    """

    key: str
    title: str
    width: int
    number: bool = False
    choices: tuple[str, ...] = ()
    stretches: bool = False


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row: the record that it is about, and as many texts as there are columns.

    Where it is `fixed`, nothing of it can be changed here.
    """

    record: str
    cells: tuple[str, ...]
    fixed: bool = False


class LedgerRows(QAbstractTableModel):
    """The rows of a ledger.

    Signals:
        wanted(str, str, str): the record should have this text in the column of that key: record, key, text.
    """

    wanted = Signal(str, str, str)

    def __init__(self, columns: Sequence[LedgerColumn], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[LedgerRow, ...] = ()

    def show(self, rows: Sequence[LedgerRow]) -> None:
        """Show other rows; where only texts differ, what is chosen stays."""
        new = tuple(rows)
        if new == self.rows:
            return
        if [one.record for one in new] == [one.record for one in self.rows]:
            self.rows = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Return that columns with a key can be changed."""
        kept = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        written = self.columns[index.column()].key and not self.rows[index.row()].fixed
        return kept | Qt.ItemFlag.ItemIsEditable if written else kept

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text and how it is set."""
        column, said = self.columns[index.column()], self.rows[index.row()].cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(said.split())
            case Qt.ItemDataRole.EditRole:
                return said
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(said)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}: {said}"
            case Qt.ItemDataRole.TextAlignmentRole if column.number:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if role == _CHOICES:
                return column.choices
        return None

    def setData(self, index: _AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another text, of those to choose from where there are some; the row says it once the project does."""
        row, column, wanted = self.rows[index.row()], self.columns[index.column()], str(value)
        if role != Qt.ItemDataRole.EditRole or not column.key or row.fixed or wanted == row.cells[index.column()]:
            return False
        if column.choices and wanted not in column.choices:
            return False
        self.wanted.emit(row.record, column.key, wanted)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's heading, or a row's number."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].title if orientation == Qt.Orientation.Horizontal else str(section + 1)


class Ledger(QTableView):
    """Shows a ledger as high as it is, or some rows of a long one. Copying and pasting mean the current cell.

    Signals:
        record_wanted(str): a row was clicked, or Enter pressed on a cell that cannot be changed: its record.
    """

    record_wanted = Signal(str)

    def __init__(self, name: str, columns: Sequence[LedgerColumn], parent: QWidget | None = None) -> None:
        """Make it; `name` is what screen readers call it."""
        super().__init__(parent)
        self.ledger = LedgerRows(columns, self)
        self.setObjectName("chart_table")
        self.setAccessibleName(name)
        self.setModel(self.ledger)
        self.setItemDelegate(_Writing(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for at, column in enumerate(columns):
            self.setColumnWidth(at, column.width)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumWidth(_NARROWEST)
        self.clicked.connect(self._go)

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show other rows; the keys stay on the cell of the same record."""
        here = self.currentIndex()
        record = self.ledger.rows[here.row()].record if here.isValid() else ""
        self.ledger.show(rows)
        found = next((at for at, one in enumerate(self.ledger.rows) if one.record == record), -1)
        if record and found >= 0 and self.currentIndex().row() != found:
            self.setCurrentIndex(self.ledger.index(found, here.column()))
        self.setVisible(bool(rows))
        self._take_height()

    def finish(self) -> None:
        """Keep what is being written."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus()

    def _take_height(self) -> None:
        """Be as high as the rows are, up to some, with the bar where the columns have not enough room."""
        shown = min(len(self.ledger.rows), _MOST_ROWS)
        many = len(self.ledger.rows) > shown
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if many else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        rows = shown * _ROW_HEIGHT
        bar = self.horizontalScrollBar().sizeHint().height() if self._lacks_room() else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + bar + 2 * self.frameWidth())

    def _lacks_room(self) -> bool:
        return self.viewport().width() < sum(column.width for column in self.ledger.columns)

    def _go(self, index: QModelIndex) -> None:
        self.record_wanted.emit(self.ledger.rows[index.row()].record)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns take the room that is left, or scroll where there is none."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        lacks = self._lacks_room()
        for at, column in enumerate(self.ledger.columns):
            mode = header.ResizeMode.Stretch if column.stretches and not lacks else header.ResizeMode.Interactive
            if header.sectionResizeMode(at) != mode:
                header.setSectionResizeMode(at, mode)
                self.setColumnWidth(at, column.width)
        self._take_height()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that write, copy and empty a cell from the menus: those mean the map."""
        if _asks_to_write(event) or asks_for_clipboard(event) or asks_for_deletion(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write with Enter, or go to the record where nothing can be written; copy, cut, paste and empty the cell."""
        index = self.currentIndex()
        # While somebody writes, the key has ended that and comes by afterwards.
        idle = self.state() != QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and idle:
            if self.ledger.flags(index) & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            else:
                self._go(index)
        elif not idle or not self._takes(event):
            super().keyPressEvent(event)

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:  # noqa: N802  as Qt calls it
        """Bring the cell into sight, also where the page around the table scrolls."""
        super().currentChanged(current, previous)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        page = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and page is not None and current.isValid():
            self.scrollTo(current)
            at = self.viewport().mapTo(page, self.visualRect(current).center())
            above.ensureVisible(at.x(), at.y(), 0, _ROW_HEIGHT)

    def _takes(self, event: QKeyEvent) -> bool:
        """Do what a key of the clipboard means for the current cell; whether it was one."""
        copies, cuts = event.matches(_Standard.Copy), event.matches(_Standard.Cut)
        pastes, empties = event.matches(_Standard.Paste), event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        index = self.currentIndex()
        if index.isValid() and (copies or cuts):
            QGuiApplication.clipboard().setText(str(index.data(Qt.ItemDataRole.EditRole)))
        if index.isValid() and (cuts or pastes or empties):
            text = " ".join(QGuiApplication.clipboard().text().split()) if pastes else ""
            if text or not pastes:
                self.ledger.setData(index, text)
        return copies or cuts or pastes or empties


def _asks_to_write(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return event.key() == Qt.Key.Key_F2 or bool(event.text() and event.text().isprintable())


class _Writing(QStyledItemDelegate):
    """Opens a list of choices where a column has some, else a line to write in."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _AnyIndex) -> QWidget:
        """Return the field for a cell."""
        choices = index.data(_CHOICES)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        if choices:
            made: QWidget = QComboBox(parent)
            if isinstance(made, QComboBox):
                made.addItems(list(choices))
                made.activated.connect(self._choose)
        else:
            made = super().createEditor(parent, option, index)
        made.setAccessibleName(str(title))
        return made

    def setEditorData(self, editor: QWidget, index: _AnyIndex) -> None:
        """Show what the cell says."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: _AnyIndex) -> None:
        """Ask for what was chosen or written."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """Return the height that all rows have."""
        return QSize(super().sizeHint(option, index).width(), _ROW_HEIGHT)

    def _choose(self) -> None:
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
