"""Actions as rows of a table, with a heading above those of each owner where they are grouped."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from cjeditor.model.project import Action
from cjeditor.window.action_list import columns
from cjeditor.window.action_list.columns import COLUMNS, HEADINGS, LONG_HEADINGS, Column
from cjeditor.window.action_list.edits import ActionEdits
from cjeditor.window.action_list.listing import Filter, Listed, Order, Owner, listed
from cjeditor.window.action_list.reading import ActionReading
from cjeditor.window.icons import Icons
from cjeditor.window.outline.cells import Offer
from cjeditor.window.plain import tooltip_text
from cjeditor.window.properties.day_field import read_day
from cjeditor.window.properties.field import Unreadable

AnyIndex = QModelIndex | QPersistentModelIndex

_LONG_TIP = 2_000
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ActionRows(QAbstractTableModel):
    """The actions that the filter lets through, in their order, with the columns of `columns.COLUMNS`."""

    def __init__(self, reading: ActionReading, edits: ActionEdits, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self.reading = reading
        self.wanted = Filter()
        self.order = Order()
        self._edits = edits
        self._icons = icons
        self._rows: list[Listed] = listed(reading, self.wanted, self.order)

    def read(self, reading: ActionReading) -> None:
        """Show this state; rows that stand where they stood keep their place in the view."""
        self.reading = reading
        rows = listed(reading, self.wanted, self.order)
        if [_id_of(each) for each in rows] == [_id_of(each) for each in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def filter(self, wanted: Filter) -> None:
        """Leave out what is not wanted."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.read(self.reading)

    def arrange(self, order: Order) -> None:
        """Sort and group so."""
        if order != self.order:
            self.order = order
            self.read(self.reading)

    @property
    def count(self) -> int:
        """How many actions are listed."""
        return sum(isinstance(each, Action) for each in self._rows)

    def at(self, row: int) -> Listed | None:
        """Return what a row shows."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def action(self, index: AnyIndex) -> Action | None:
        """Return the action of a row; None for a heading."""
        found = self.at(index.row()) if index.isValid() else None
        return found if isinstance(found, Action) else None

    def headings(self) -> list[int]:
        """Return the rows that are headings."""
        return [at for at, each in enumerate(self._rows) if isinstance(each, Owner)]

    def row_of(self, action_id: str) -> int:
        """Return where an action stands; −1 for nowhere."""
        return next((at for at, each in enumerate(self._rows) if _id_of(each) == action_id), -1)

    def texts_in(self, column: int) -> set[str]:
        """Return what the cells of a column show."""
        some = (each for each in self._rows if isinstance(each, Action))
        return {columns.shown(self.reading, each, COLUMNS[column]) for each in some}

    def offer(self, index: AnyIndex) -> Offer:
        """Return what can be written or chosen in a cell."""
        action, column = self.action(index), COLUMNS[index.column()]
        name = self.reading.words.t(LONG_HEADINGS[column])
        return Offer("" if action is None else action.id, name, columns.choices(self.reading, column))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by what is due first where there is no such column."""
        kind = COLUMNS[column] if 0 <= column < len(COLUMNS) else None
        self.arrange(Order(kind, order == Qt.SortOrder.DescendingOrder, self.order.grouped))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column, words = COLUMNS[section], self.reading.words
        if role == Qt.ItemDataRole.DisplayRole:
            return words.t(HEADINGS[column])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(words.t(LONG_HEADINGS[column]))
        if role == Qt.ItemDataRole.TextAlignmentRole and column in columns.NUMBERS:
            return _RIGHT
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        if self.action(index) is None:
            return _HEADING
        column = COLUMNS[index.column()]
        offers = column != "mix" or bool(self.reading.project.settings.mix_model)
        return _READ | Qt.ItemFlag.ItemIsEditable if columns.is_editable(column) and offers else _READ

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, says, or lets people edit."""
        found = self.at(index.row()) if index.isValid() else None
        if isinstance(found, Owner):
            return self._of_heading(found, index.column(), role)
        if found is None:
            return None
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return columns.shown(self.reading, found, column)
            case Qt.ItemDataRole.EditRole:
                return columns.value(self.reading, found, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(self._tip(found, column)[:_LONG_TIP])
            case Qt.ItemDataRole.TextAlignmentRole if column in columns.NUMBERS:
                return _RIGHT
            case Qt.ItemDataRole.DecorationRole if column == "due" and self.reading.is_overdue(found):
                return self._icons.icon("warning")
            case Qt.ItemDataRole.FontRole if column == "due" and self.reading.is_overdue(found):
                return _bold()
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(found, column)
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write into a cell; False where it was not taken."""
        action, column = self.action(index), COLUMNS[index.column()]
        if role != Qt.ItemDataRole.EditRole or action is None or not columns.is_editable(column):
            return False
        if column == "due":
            try:
                value = read_day(str(value), self.reading.words)
            except Unreadable as unreadable:
                self._edits.reason = str(unreadable)
                return False
        return self._edits.write(action.id, **{column: value})

    def _of_heading(self, owner: Owner, column: int, role: int) -> Any:
        if column != 0:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return heading(owner, self.reading)
        return _bold() if role == Qt.ItemDataRole.FontRole else None

    def _tip(self, action: Action, column: Column) -> str:
        if column == "title":
            return f"{action.title}\n{action.description}".strip()
        if column == "cards":
            return "\n".join(self.reading.card(each) for each in action.cards)
        return columns.shown(self.reading, action, column)

    def _said(self, action: Action, column: Column) -> str:
        words = self.reading.words
        value = columns.shown(self.reading, action, column)
        if column == "title":
            return value
        return words.t("{column}: {value}", column=words.t(LONG_HEADINGS[column]), value=value or words.t("none"))


def heading(owner: Owner, reading: ActionReading) -> str:
    """Return what stands above the actions of one owner."""
    words = reading.words
    parts = [owner.name or words.t("Without owner"), words.tn("{n} action", "{n} actions", owner.count)]
    if owner.open != owner.count:
        parts.append(words.t("{n} still to do", n=words.number(owner.open)))
    if owner.overdue:
        parts.append(words.t("{n} overdue", n=words.number(owner.overdue)))
    return " · ".join(parts)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def _id_of(each: Listed) -> str:
    return each.id if isinstance(each, Action) else f"owner {each.name.casefold()}"
