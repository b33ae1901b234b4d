"""A map as a tree: phases, in them steps, in them cards lane by lane, below them the links that leave them."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, Qt

from cjeditor.catalogue import terms
from cjeditor.model.cards import Link, Note, Touchpoint
from cjeditor.model.change import Change
from cjeditor.model.journey_map import Phase
from cjeditor.model.lookup import cards
from cjeditor.texts import N_
from cjeditor.window.outline.ordered_rows import AnyIndex, OrderedRows, RowRecord
from cjeditor.window.outline.reading import Reading, one_line, text_of
from cjeditor.window.outline.rewriting import Rewriting
from cjeditor.window.plain import tooltip_text

HEADINGS: Final = (N_("Journey"), N_("Lane"), N_("Kind"), N_("No."))
_JOURNEY, _LANE, _KIND, _NUMBER = range(4)
_TABLES: Final = ("phases", "steps", "touchpoints", "notes", "lanes", "links")
_LONG_TIP = 2_000
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class MapTree(OrderedRows):
    """Phases, steps, cards and links."""

    def __init__(self, reading: Reading, rewriting: Rewriting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rewriting = rewriting
        self.reading = reading

    def show_map(self, reading: Reading) -> None:
        """Show another map, or this one from scratch."""
        self.reading = reading
        self.fill(
            [
                [reading.phase_in_tree(phase) for phase in reading.map.phases],
                [reading.step_in_tree(step) for step in reading.map.steps],
                [reading.card_in_tree(card) for card in cards(reading.map)],
                [reading.link_in_tree(link) for link in reading.map.links],
            ]
        )

    def follow(self, reading: Reading, change: Change) -> None:
        """Show what a change to the map made of it."""
        map_id = reading.map.id
        self.reading = reading
        tables = {name: change.touched(map_id, name) for name in _TABLES}
        gone = [one for pairs in tables.values() for one, (_before, after) in pairs.items() if after is None]
        present = {name: [after for _, after in pairs.values() if after is not None] for name, pairs in tables.items()}
        leaves = [*present["touchpoints"], *present["notes"]]
        touched = {card.id for card in leaves}
        links = [*present["links"], *(link for link in reading.map.links if {link.source, link.target} & touched)]
        links = list({link.id: link for link in links}.values())
        renewed = {record.id for record in (*present["phases"], *present["steps"], *leaves, *links)}
        if tables["lanes"]:
            leaves = list(cards(reading.map))
            renewed |= {card.id for card in leaves if card.lane in tables["lanes"]}
        renewed |= reading.called_by_number(step for pair in tables["steps"].values() for step in pair)
        self.take(
            [
                [reading.phase_in_tree(phase) for phase in present["phases"]],
                [reading.step_in_tree(step) for step in present["steps"]],
                [reading.card_in_tree(card) for card in leaves],
                [reading.link_in_tree(link) for link in links],
            ],
            gone,
            renewed,
        )

    def texts_in(self, column: int) -> set[str]:
        """Return what the cells of a column show."""
        journey_map = self.reading.map
        return {self._shown(record, column) for record in (*cards(journey_map), *journey_map.links)}

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: ARG002, B008  as Qt has it
        """Return how many columns there are."""
        return len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called; a number's heading stands over its digits."""
        if (
            role == Qt.ItemDataRole.TextAlignmentRole
            and orientation == Qt.Orientation.Horizontal
            and section == _NUMBER
        ):
            return _RIGHT
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.reading.words.t(HEADINGS[section])
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        record = self.record(index)
        if record is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if isinstance(record, Link):
            flags |= Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == _JOURNEY:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, says, or lets people edit."""
        record = self.record(index)
        if record is None:
            return None
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(record, column)
            case Qt.ItemDataRole.EditRole if column == _JOURNEY:
                return _written(record)
            case Qt.ItemDataRole.ToolTipRole:
                full = self.reading.name(record) if column == _JOURNEY else self._shown(record, column)
                return tooltip_text(full[:_LONG_TIP])
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.reading.sentence(record) if column == _JOURNEY else self._shown(record, column)
            case Qt.ItemDataRole.TextAlignmentRole if column == _NUMBER:
                return _RIGHT
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write a name or text; False where it was not taken."""
        record = self.record(index)
        if role != Qt.ItemDataRole.EditRole or record is None or index.column() != _JOURNEY:
            return False
        return self._rewriting.write(record, value)

    def _shown(self, record: RowRecord, column: int) -> str:
        if column == _JOURNEY:
            return one_line(self.reading.name(record))
        if isinstance(record, Link) and column == _KIND:
            words = self.reading.words
            return terms.hand_off(record.hand_off, words) if record.hand_off else words.t("Link")
        if isinstance(record, Phase) and column == _KIND:
            return self.reading.words.t("Collapsed") if record.collapsed else ""
        if not isinstance(record, Touchpoint | Note):
            return ""
        if column == _LANE:
            name = self.reading.lane(record)
            return self.reading.words.t("{name} (collapsed)", name=name) if self.reading.in_folded(record) else name
        return self.reading.kind(record) if column == _KIND else str(record.number)


def _written(record: RowRecord) -> str:
    """Return what is edited of a row."""
    if isinstance(record, Touchpoint | Note):
        return text_of(record)
    return record.label if isinstance(record, Link) else record.name
