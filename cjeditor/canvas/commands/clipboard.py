"""Copy, cut and paste of cards and of whole phases and lanes, between maps and windows too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from cjeditor.canvas.clip_text import as_html, as_text, clip_table
from cjeditor.canvas.commands.losing import what_goes_with
from cjeditor.canvas.pictures_in import brings_pictures, sources_in
from cjeditor.canvas.text_in import TextPlace, text_of
from cjeditor.model import table
from cjeditor.model.edits.cards import delete_cards
from cjeditor.model.edits.clipping import Clipping, copy_cards, copy_whole, paste
from cjeditor.model.edits.whole import Pasted, paste_whole
from cjeditor.model.ids import new_id
from cjeditor.model.problem import EditRefused

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.pictures_in import PicturesIn
    from cjeditor.canvas.selection import Kind
    from cjeditor.canvas.text_in import TextIn
    from cjeditor.model.project import Project

_WHOLE: tuple[Kind, ...] = ("phases", "lanes")
"""What is copied with all that is in it, and pasted as new."""

MIME_TYPE = "application/vnd.cjeditor.cards+json"


class ClipboardCommands:
    """The chosen cards (or the focused one) out, cards in; pictures and texts are handed to those who take them in."""

    def __init__(self, desk: Desk, pictures_in: PicturesIn, text_in: TextIn) -> None:
        self._desk = desk
        self._pictures_in = pictures_in
        self._text_in = text_in

    def can_copy(self) -> bool:
        """Whether cards are meant, a phase or lane, or a step that has some."""
        return self._desk.selection.kind in _WHOLE or bool(self._copied())

    def can_cut(self) -> bool:
        """Whether cards are meant."""
        return bool(self._desk.meant_cards())

    def copy(self) -> None:
        """Copy the chosen cards, or those in the chosen steps; chosen phases and lanes as a whole."""
        ids, desk = self._copied(), self._desk
        if not self.can_copy():
            return
        whole = [one for kind in _WHOLE for one in desk.selection.of(kind)]
        project = desk.document.project
        clipping = copy_whole(project, desk.map_id, whole) if whole else copy_cards(project, desk.map_id, ids)
        data = QMimeData()
        data.setData(MIME_TYPE, clipping.to_json())
        if not ids:
            names = {each.id: each.name for each in clipping.phases} | {each.id: each.name for each in clipping.lanes}
            data.setText("\n".join(names[one] for one in whole))
            QGuiApplication.clipboard().setMimeData(data)
            return
        rows = clip_table(self._desk.map, [self._desk.arrangement.cards[one].record for one in ids])
        data.setText(as_text(rows))
        if len(rows[0]) > 1:
            data.setHtml(as_html(rows))
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy the chosen cards and delete them."""
        ids = self._desk.meant_cards()
        if not ids:
            return
        self.copy()

        def edit(project: Project) -> Project:
            return delete_cards(project, self._desk.map_id, ids)

        words = self._desk.words
        lost = what_goes_with(self._desk.map, ids, words, self._desk.document.project.actions)
        if self._desk.apply(words.tn("Cut card", "Cut {n} cards", len(ids)), edit) and lost:
            self._desk.hint.emit(lost)

    def can_paste(self) -> bool:
        """Whether there is something to paste and a place for it."""
        data = _on_clipboard()
        focused = self._desk.selection.focus is not None
        return self.can_paste_text() or data.hasFormat(MIME_TYPE) or (focused and brings_pictures(data))

    def can_paste_text(self) -> bool:
        """Whether there is a text to paste; an empty map takes it, too."""
        data = _on_clipboard()
        return data.hasText() or data.hasHtml()

    def paste(self) -> None:
        """Paste below the focused card and the chosen ones of its cell, or into the focused cell.

        Whole phases and lanes come beside the focused one. A map without any gets those that the cards lay in.
        """
        data = _on_clipboard()
        pictures = [] if data.hasFormat(MIME_TYPE) else sources_in(data)
        clipping = self._clipping(data)
        focus = self._desk.selection.focus
        if focus is not None:
            self._desk.uncover(focus.step, focus.lane)
        if pictures:
            self._pictures_in.paste(pictures)
        elif clipping is None:
            if self.can_paste_text():
                self._text_in.wanted.emit(text_of(data), self.place())
        elif clipping.has_places and (clipping.whole or focus is None):
            self._add_whole(clipping)
        elif focus is not None:
            self._add(clipping, self.place())

    def place(self) -> TextPlace:
        """Return where things come that are pasted."""
        focus, desk = self._desk.selection.focus, self._desk
        if focus is None:
            return TextPlace()
        cell = [box.id for box in desk.arrangement.cells.get((focus.step, focus.lane), ())]
        above = {focus.card, *desk.selection.of("cards")} if focus.card in cell else set()
        index = max((cell.index(one) + 1 for one in above if one in cell), default=None)
        return TextPlace(focus.step, focus.lane, index)

    def _add(self, clipping: Clipping, place: TextPlace) -> None:
        """Add cards and choose them."""
        desk = self._desk
        made: list[str] = []

        def edit(project: Project) -> Project:
            project, made[:] = paste(
                project,
                desk.map_id,
                clipping,
                new_ids=new_id,
                step=place.step,
                lane=place.lane,
                index=place.index,
            )
            return project

        count = len(clipping.cards)
        if count and desk.apply(desk.words.tn("Paste card", "Paste {n} cards", count), edit):
            desk.choose_cards(made)

    def _add_whole(self, clipping: Clipping) -> None:
        """Add phases and lanes with all that is in them, beside those of the focus, and choose them."""
        desk, focus, words = self._desk, self._desk.selection.focus, self._desk.words
        column = None if focus is None else desk.arrangement.column_of(focus.step)
        phase, lane = ("" if column is None else column.phase.id), ("" if focus is None else focus.lane)
        made = Pasted()

        def edit(project: Project) -> Project:
            nonlocal made
            project, made = paste_whole(project, desk.map_id, clipping, new_ids=new_id, phase=phase, lane=lane)
            return project

        whole = len(clipping.whole)
        label = words.tn("Paste card", "Paste {n} cards", len(clipping.cards))
        if whole:
            lanes = table.find(clipping.lanes, clipping.whole[0]) is not None
            label = (
                words.tn("Paste lane", "Paste {n} lanes", whole)
                if lanes
                else words.tn("Paste phase", "Paste {n} phases", whole)
            )
        if not desk.apply(label, edit):
            return
        if whole and made.phases:
            desk.show("phases", list(made.phases), None)
        elif whole:
            desk.show("lanes", list(made.lanes), None)
        else:
            desk.choose_cards(list(made.cards))

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
        return clipping if clipping.cards or clipping.whole else None

    def _copied(self) -> list[str]:
        """Return the cards that are meant; of a chosen phase, step or lane all that lie in it."""
        selection, cards = self._desk.selection, self._desk.arrangement.cards
        steps, lanes, phases = selection.of("steps"), selection.of("lanes"), selection.of("phases")
        if not (steps or lanes or phases):
            return self._desk.meant_cards()
        steps |= {each.id for each in self._desk.map.steps if each.phase in phases}
        coming = self._desk.coming
        return [one for one, box in cards.items() if one != coming and (box.step in steps or box.lane in lanes)]


def _on_clipboard() -> QMimeData:
    """Return what the clipboard holds; the offscreen platform has none before somebody puts something there."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if data is None else data
