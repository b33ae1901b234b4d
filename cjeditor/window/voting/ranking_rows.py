"""The ranking of a closed round as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cjeditor.analysis.voting import Place, title_of
from cjeditor.texts import Texts
from cjeditor.window.plain import tooltip_text

PLACE = Qt.ItemDataRole.UserRole
"""The `Place` of a row."""

_Index = QModelIndex | QPersistentModelIndex
_LONG_TIP = 2_000


class RankingRows(QAbstractListModel):
    """One row a card, the one with the most dots first."""

    def __init__(self, words: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._places: tuple[Place, ...] = ()

    @property
    def most(self) -> int:
        """The dots of the first card, which has the longest bar."""
        return self._places[0].dots if self._places else 0

    def show_places(self, places: Sequence[Place]) -> None:
        """Show this ranking."""
        if self._places != tuple(places):
            self.beginResetModel()
            self._places = tuple(places)
            self.endResetModel()

    def place(self, row: int) -> Place | None:
        """Return what a row shows."""
        return self._places[row] if 0 <= row < len(self._places) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        """Return how many cards got dots."""
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows and says."""
        place = self.place(index.row()) if index.isValid() else None
        if place is None:
            return None
        if role == PLACE:
            return place
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(place.card)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(title_of(place.card)[:_LONG_TIP])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            dots = self._words.tn("{n} dot", "{n} dots", place.dots)
            card = self._words.t("Card {number}", number=place.card.number)
            return f"{place.rank}. {card}: {title_of(place.card)}, {dots}"
        return None
