"""Copy, cut and paste of cards, between maps and windows too; other programs' text becomes cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from cjeditor.canvas.pictures_in import brings_pictures, sources_in
from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.cards import delete_cards
from cjeditor.model.edits.clipping import Clipping, NewIds, copy_cards, paste, paste_text
from cjeditor.model.ids import new_id
from cjeditor.model.problem import EditRefused

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.pictures_in import PicturesIn
    from cjeditor.layout.arrangement import Slot
    from cjeditor.model.project import Project

MIME_TYPE = "application/vnd.cjeditor.cards+json"
_MOST_LINES = 500
_LONGEST_LINE = 2_000


class _Place(TypedDict):
    new_ids: NewIds
    step: str
    lane: str
    index: int | None


class ClipboardCommands:
    """The chosen cards (or the focused one) out, cards or lines of text in."""

    def __init__(self, desk: Desk, pictures_in: PicturesIn) -> None:
        self._desk = desk
        self._pictures_in = pictures_in

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
        some = data.hasFormat(MIME_TYPE) or data.hasText() or brings_pictures(data)
        return self._desk.selection.focus is not None and some

    def paste(self) -> None:
        """Paste below the focused card and the chosen ones of its cell, or into the focused cell."""
        focus, desk = self._desk.selection.focus, self._desk
        data = _on_clipboard()
        if focus is None:
            return
        pictures = [] if data.hasFormat(MIME_TYPE) else sources_in(data)
        if pictures:
            self._pictures_in.paste(pictures)
            return
        cell = [box.id for box in desk.arrangement.cells.get((focus.step, focus.lane), ())]
        above = {focus.card, *desk.selection.of("cards")} if focus.card in cell else set()
        index = max((cell.index(one) + 1 for one in above if one in cell), default=None)
        clipping = self._clipping(data)
        if clipping is None:
            self._add_text(data.text(), focus.step, focus.lane, index)
        else:
            self._add(clipping, focus.step, focus.lane, index)

    def add_lines(self, text: str, slot: Slot) -> None:
        """Make a card of each line of a foreign text."""
        self._add_text(text, slot.step, slot.lane, slot.index)

    def _add_text(self, text: str, step: str, lane: str, index: int | None) -> None:
        """Add a foreign text's lines as cards, and say where that is not all of it."""
        lines, desk = _lines(text), self._desk
        taken = [line[:_LONGEST_LINE] for line in lines[:_MOST_LINES]]
        if not self._add(taken, step, lane, index):
            return
        if len(lines) > len(taken):
            some, all_lines = desk.words.number(len(taken)), desk.words.number(len(lines))
            desk.hint.emit(desk.words.t("Only the first {some} of {all} lines became cards.", some=some, all=all_lines))
        elif any(len(line) > _LONGEST_LINE for line in lines):
            most = desk.words.number(_LONGEST_LINE)
            desk.hint.emit(desk.words.t("Of long lines only the first {n} characters were taken.", n=most))

    def _add(self, what: Clipping | list[str], step: str, lane: str, index: int | None) -> bool:
        """Add cards, or lines as cards, and choose them; return whether there were any."""
        desk = self._desk
        made: list[str] = []

        def edit(project: Project) -> Project:
            place: _Place = {"new_ids": new_id, "step": step, "lane": lane, "index": index}
            if isinstance(what, Clipping):
                project, made[:] = paste(project, desk.map_id, what, **place)
            else:
                project, made[:] = paste_text(project, desk.map_id, what, **place)
            return project

        count = len(what.cards) if isinstance(what, Clipping) else len(what)
        added = bool(count) and desk.apply(desk.words.tn("Paste card", "Paste {n} cards", count), edit)
        if added:
            desk.choose_cards(made)
        return added

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
    """Return foreign text as lines that a card can hold: no control characters, no blank lines."""
    cleaned = ("".join(c for c in line if c.isprintable() or c == "\t") for line in text.splitlines())
    return [line.strip() for line in cleaned if line.strip()]
