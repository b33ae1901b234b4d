"""What waits in the inbox or on the parking lot as rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.model.project import ParkedCard
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons
from cjeditor.window.plain import tooltip_text
from cjeditor.window.workshop.inbox_edits import InboxEdits

NAMED = Qt.ItemDataRole.UserRole
"""How often a thought was named, in words; empty for once."""

_Index = QModelIndex | QPersistentModelIndex
_LONG_TIP = 2_000


class InboxRows(QAbstractListModel):
    """One row a thought; its text is written in place."""

    def __init__(self, edits: InboxEdits, words: Texts, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._edits = edits
        self._words = words
        self._icons = icons
        self._cards: list[ParkedCard] = []

    def show_cards(self, cards: list[ParkedCard]) -> None:
        """Show these thoughts. More of them behind those that are there, or others in their place, move nothing."""
        before = [each.id for each in self._cards]
        after = [each.id for each in cards]
        if after[: len(before)] == before:
            if len(after) > len(before):
                self.beginInsertRows(QModelIndex(), len(before), len(after) - 1)
                self._cards = cards
                self.endInsertRows()
            self._cards = cards
            if before:
                self.dataChanged.emit(self.index(0), self.index(len(before) - 1))
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def card(self, row: int) -> ParkedCard | None:
        """Return the thought of a row."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def row_of(self, card_id: str) -> int:
        """Return where a thought stands; −1 for nowhere."""
        return next((at for at, each in enumerate(self._cards) if each.id == card_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        """Return the number of thoughts."""
        return 0 if parent.isValid() else len(self._cards)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that texts can be written."""
        del index
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows and says."""
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return card.text
            case Qt.ItemDataRole.DecorationRole:
                return self._icons.icon(note_kind(card.kind).icon if card.kind is not None else "note-blank")
            case Qt.ItemDataRole.ToolTipRole:
                said = f"{card.text}\n{card.description}".strip()[:_LONG_TIP]
                return tooltip_text("\n".join(part for part in (said, self._kind(card), self._named(card)) if part))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (card.text, self._kind(card), self._named(card)) if part)
        return self._named(card) if role == NAMED else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write a text; False where it was not taken."""
        card = self.card(index.row())
        if role != Qt.ItemDataRole.EditRole or card is None or not str(value).strip():
            return False
        return self._edits.set([card.id], text=str(value).strip())

    def _kind(self, card: ParkedCard) -> str:
        return note_kind(card.kind).name.in_language(self._words.language) if card.kind is not None else ""

    def _named(self, card: ParkedCard) -> str:
        return self._words.t("named {n}×", n=self._words.number(card.count)) if card.count > 1 else ""
