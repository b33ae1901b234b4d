"""The building blocks as rows for a view: headings, and under each what it offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cjeditor.analysis.folding import cleaned
from cjeditor.window.blocks.offer import Offer, Section
from cjeditor.window.plain import tooltip_text

OFFER: Final = Qt.ItemDataRole.UserRole
"""The row's `Offer`; a heading has none."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LEAF = _CHOSEN | Qt.ItemFlag.ItemNeverHasChildren
_OWN = _LEAF | Qt.ItemFlag.ItemIsEditable
"""Put together once: a view asks hundreds of times while it lays itself out."""

_HEADING = 0
"""Internal id of headings; a block's is one more than the place of its section."""


class BlockRows(QAbstractItemModel):
    """Two levels: sections and their offers. Where a section stays the same its rows stay, too.

    Signals:
        renamed(str, str): an own block (its id) should be called so; nothing was typed where it is empty.
    """

    renamed = Signal(str, str)

    def __init__(self, name: str, parent: QObject) -> None:
        """Make it without rows; `name` is what all of them together are called."""
        super().__init__(parent)
        self._name = name
        self._sections: tuple[Section, ...] = ()

    def show(self, sections: Sequence[Section]) -> None:
        """Offer these sections."""
        new = tuple(sections)
        if [section.key for section in new] != [section.key for section in self._sections]:
            self.beginResetModel()
            self._sections = new
            self.endResetModel()
            return
        for place, section in enumerate(new):
            if section != self._sections[place]:
                self._show_section(place, section)

    def offer(self, index: _Index) -> Offer | None:
        """Return what the row offers; None for a heading or no row."""
        if not index.isValid() or index.internalId() == _HEADING:
            return None
        return self._sections[index.internalId() - 1].offers[index.row()]

    def section(self, index: _Index) -> Section:
        """Return the section of a heading or of a row below one."""
        return self._sections[index.row() if index.internalId() == _HEADING else index.internalId() - 1]

    def place_of(self, wanted: Offer) -> QModelIndex:
        """Return where an offer of the same block stands; an invalid index for nowhere."""
        for place, section in enumerate(self._sections):
            for row, offer in enumerate(section.offers):
                if (offer.block, offer.own) == (wanted.block, wanted.own):
                    return self.index(row, 0, self.index(place, 0))
        return QModelIndex()

    def _show_section(self, place: int, section: Section) -> None:
        heading, old = self.index(place, 0), self._sections[place]
        if section.offers != old.offers:
            if old.offers:
                self.beginRemoveRows(heading, 0, len(old.offers) - 1)
                self._put(place, Section(old.title, (), old.key))
                self.endRemoveRows()
            if section.offers:
                self.beginInsertRows(heading, 0, len(section.offers) - 1)
                self._put(place, section)
                self.endInsertRows()
        self._put(place, section)
        self.dataChanged.emit(heading, heading)

    def _put(self, place: int, section: Section) -> None:
        self._sections = (*self._sections[:place], section, *self._sections[place + 1 :])

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        """Return the index of a heading, or of a row below one."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else _HEADING)

    def parent(self, index: _Index = _NOWHERE) -> Any:
        """Return a row's heading; without an index, the object that owns the model."""
        if not index.isValid():
            return QModelIndex()
        place = index.internalId()
        return QModelIndex() if place == _HEADING else self.createIndex(place - 1, 0, _HEADING)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of headings, or of the rows below one."""
        if not parent.isValid():
            return len(self._sections)
        return len(self._sections[parent.row()].offers) if parent.internalId() == _HEADING else 0

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return 1."""
        del parent
        return 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the one column is called; its header is hidden, but a screen reader comes across it."""
        del section
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._name if across else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return name, tip and what screen readers say."""
        if not index.isValid():
            return None
        offer = self.offer(index)
        if role == OFFER:
            return offer
        if offer is None:
            title = self.section(index).title
            return title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return offer.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (offer.name, offer.more) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            # The name too: a long one is cut in the list.
            return tooltip_text("\n".join(part for part in (offer.name, offer.more, offer.tip) if part))
        return offer.tip if role in (Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.AccessibleDescriptionRole) else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that rows can be chosen; an own block can be renamed."""
        offer = self.offer(index)
        if offer is None:
            return _CHOSEN
        return _OWN if offer.own else _LEAF

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name of an own block."""
        offer, name = self.offer(index), cleaned(str(value))
        if role != Qt.ItemDataRole.EditRole or offer is None or not offer.own or name == offer.name:
            return False
        self.renamed.emit(offer.own, name)
        return True
