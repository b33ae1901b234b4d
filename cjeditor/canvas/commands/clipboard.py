"""Copy, cut and paste of cards, between maps and windows too; other programs' text becomes cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.cards import delete_cards
from cjeditor.model.edits.clipping import Clipping, copy_cards, paste, paste_text
from cjeditor.model.ids import new_id
from cjeditor.model.problem import EditRefused

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.model.project import Project

MIME_TYPE = "application/vnd.cjeditor.cards+json"
_MOST_LINES = 500
_LONGEST_LINE = 2_000


class ClipboardCommands:
    """The chosen cards (or the focused one) out, cards or lines of text in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def can_copy(self) -> bool:
        """Whether cards are meant."""
        return bool(self._desk.meant_cards())

    def copy(self) -> None:
        """Copy the chosen cards."""
        ids = self._desk.meant_cards()
        if not ids:
            return
        clipping = copy_cards(self._desk.document.project, self._desk.map_id, ids)
        data = QMimeData()
        data.setData(MIME_TYPE, clipping.to_json())
        data.setText("\n".join(self._line(one) for one in ids))
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy the chosen cards and delete them."""
        ids = self._desk.meant_cards()
        if not ids:
            return
        self.copy()

        def edit(project: Project) -> Project:
            return delete_cards(project, self._desk.map_id, ids)

        self._desk.apply(self._desk.words.tn("Cut card", "Cut {n} cards", len(ids)), edit)

    def can_paste(self) -> bool:
        """Whether there is something to paste and a place for it."""
        data = _on_clipboard()
        return self._desk.selection.focus is not None and (data.hasFormat(MIME_TYPE) or data.hasText())

    def paste(self) -> None:
        """Paste below the focused card, or into the focused cell."""
        focus, desk = self._desk.selection.focus, self._desk
        data = _on_clipboard()
        if focus is None:
            return
        cell = [box.id for box in desk.arrangement.cells.get((focus.step, focus.lane), ())]
        index = cell.index(focus.card) + 1 if focus.card in cell else None
        clipping = self._clipping(data)
        lines = [] if clipping is not None else _lines(data.text())
        if clipping is None and not lines:
            return
        made: list[str] = []

        def edit(project: Project) -> Project:
            made.clear()
            if clipping is not None:
                project, new = paste(
                    project, desk.map_id, clipping, new_ids=new_id, step=focus.step, lane=focus.lane, index=index
                )
            else:
                project, new = paste_text(
                    project, desk.map_id, lines, new_ids=new_id, step=focus.step, lane=focus.lane, index=index
                )
            made.extend(new)
            return project

        count = len(lines) if clipping is None else len(clipping.cards)
        if desk.apply(desk.words.tn("Paste card", "Paste {n} cards", count), edit):
            desk.choose_cards(made)

    def _clipping(self, data: QMimeData) -> Clipping | None:
        """Return the cards on the clipboard; None where there are none, or not such as we would have put there."""
        if not data.hasFormat(MIME_TYPE):
            return None
        try:
            clipping = Clipping.from_json(bytes(data.data(MIME_TYPE).data()))
        except EditRefused as refusal:
            if not data.hasText():
                self._desk.refused.emit(refusal.problem)
            return None
        return clipping if clipping.cards else None

    def _line(self, card_id: str) -> str:
        record = self._desk.arrangement.cards[card_id].record
        return (record.title if isinstance(record, Touchpoint) else record.text).replace("\n", " ")


def _on_clipboard() -> QMimeData:
    """Return what the clipboard holds; the offscreen platform has none before somebody puts something there."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if data is None else data


def _lines(text: str) -> list[str]:
    """Return foreign text as lines that a card can hold: no control characters, no blank lines, not endlessly many."""
    cleaned = ("".join(c for c in line if c.isprintable() or c == "\t") for line in text.splitlines())
    return [line.strip()[:_LONGEST_LINE] for line in cleaned if line.strip()][:_MOST_LINES]
