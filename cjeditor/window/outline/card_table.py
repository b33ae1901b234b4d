"""The cards of a map as a table, one row each, in the order of the journey or of a column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.model.change import Change
from cjeditor.model.lookup import cards
from cjeditor.window.outline import columns
from cjeditor.window.outline.columns import COLUMNS, HEADINGS, Column
from cjeditor.window.outline.ordered_rows import AnyIndex, OrderedRows, Place
from cjeditor.window.outline.reading import Reading, text_of
from cjeditor.window.outline.rewriting import Rewriting
from cjeditor.window.plain import tooltip_text

_LONG_TIP = 2_000
# Made once: the view asks every cell of a selection, and joining flags takes longer than all the rest.
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_WRITTEN = _READ | Qt.ItemFlag.ItemIsEditable
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class _Down:
    """A value that sorts from the last to the first."""

    value: Any

    def __lt__(self, other: _Down) -> bool:
        return bool(other.value < self.value)


class CardTable(OrderedRows):
    """Touchpoints and notes with the columns of `columns.COLUMNS`."""

    def __init__(self, reading: Reading, rewriting: Rewriting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rewriting = rewriting
        self.reading = reading
        self._sorted: tuple[Column, bool] | None = None

    def show_map(self, reading: Reading) -> None:
        """Show another map, or this one from scratch."""
        self.reading = reading
        self.fill([[self._place(card) for card in cards(reading.map)]])

    def follow(self, reading: Reading, change: Change) -> None:
        """Show what a change to the map made of it."""
        map_id = reading.map.id
        self.reading = reading
        touched = {**change.touched(map_id, "touchpoints"), **change.touched(map_id, "notes")}
        gone = [one for one, (_before, after) in touched.items() if after is None]
        present = [after for _before, after in touched.values() if after is not None]
        renewed = {card.id for card in present}
        if change.fields or any(change.touched(map_id, name) for name in ("phases", "steps", "lanes")):
            present = list(cards(reading.map))  # the order of cards may be another though none of them changed
        speaking = self._speaking_of_renamed(change)
        present += [card for card in speaking if card.id not in touched]
        renewed |= {card.id for card in speaking}
        self.take([[self._place(card) for card in present]], gone, renewed)

    def _place(self, card: Card) -> Place:
        """Return where a card's row belongs, as the table is sorted now."""
        place = self.reading.card_in_table(card)
        if self._sorted is None:
            return place
        column, down = self._sorted
        value = columns.sorted_by(self.reading, card, column)
        return place._replace(key=(_Down(value) if down else value, *place.key))

    def _speaking_of_renamed(self, change: Change) -> list[Card]:
        """Return the cards whose rows show a name that is another now."""
        map_id, reading = self.reading.map.id, self.reading
        steps = {*change.touched(map_id, "steps")}
        phases = {*change.touched(map_id, "phases")}
        lanes = {*change.touched(map_id, "lanes")}
        channels = {*change.touched("", "channels")}
        if not (steps or phases or lanes or channels):
            return []
        steps |= {step.id for step in reading.map.steps if step.phase in phases}
        steps |= reading.called_by_number(step for pair in change.touched(map_id, "steps").values() for step in pair)
        return [
            card
            for card in cards(reading.map)
            if card.step in steps or card.lane in lanes or (isinstance(card, Touchpoint) and card.channel in channels)
        ]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, what is equal in the order of the journey; by the journey where there is no such column."""
        down = order == Qt.SortOrder.DescendingOrder
        self._sorted = (COLUMNS[column], down) if 0 <= column < len(COLUMNS) else None
        if self.rowCount():  # asleep it has none
            self.take([[self._place(card) for card in cards(self.reading.map)]], (), ())

    def texts_in(self, column: int) -> set[str]:
        """Return what the cells of a column show."""
        return {columns.shown(self.reading, card, COLUMNS[column]) for card in cards(self.reading.map)}

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called; a number's heading stands over its digits."""
        if (
            role == Qt.ItemDataRole.TextAlignmentRole
            and orientation == Qt.Orientation.Horizontal
            and COLUMNS[section] == "number"
        ):
            return _RIGHT
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.reading.words.t(HEADINGS[COLUMNS[section]])
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        card = self.record(index)
        if not isinstance(card, Touchpoint | Note):
            return Qt.ItemFlag.NoItemFlags
        return _WRITTEN if columns.is_editable(card, COLUMNS[index.column()]) else _READ

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, sorts by, says, or lets people edit."""
        card = self.record(index)
        if not isinstance(card, Touchpoint | Note):
            return None
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return columns.shown(self.reading, card, column)
            case Qt.ItemDataRole.EditRole:
                return columns.value(self.reading, card, column)
            case Qt.ItemDataRole.ToolTipRole:
                full = text_of(card) if column == "text" else columns.shown(self.reading, card, column)
                return tooltip_text(full[:_LONG_TIP])
            case Qt.ItemDataRole.TextAlignmentRole if column == "number":
                return _RIGHT
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(card, column)
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write into a cell; False where it was not taken."""
        card = self.record(index)
        if role != Qt.ItemDataRole.EditRole or not isinstance(card, Touchpoint | Note):
            return False
        column = COLUMNS[index.column()]
        return columns.is_editable(card, column) and self._rewriting.write(card, value, column)

    def _said(self, card: Touchpoint | Note, column: Column) -> str:
        """Return a cell for a screen reader: in the text's column all of the card, elsewhere heading and value."""
        if column == "text":
            return self.reading.sentence(card)
        words = self.reading.words
        value = columns.shown(self.reading, card, column) or words.t("none")
        return words.t("{column}: {value}", column=words.t(HEADINGS[column]), value=value)
