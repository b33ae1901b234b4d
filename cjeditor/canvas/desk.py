"""What gestures and commands work on: the document, the map shown, its arrangement, the selection, the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cjeditor import texts
from cjeditor.canvas.selection import NOTHING, Kind, Selection, Spot
from cjeditor.layout.arrange import arrange
from cjeditor.model.edits.lanes import set_lane
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.ids import MAP_PREFIXES, new_id
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.problem import EditRefused
from cjeditor.model.table import find

if TYPE_CHECKING:
    from collections.abc import Callable

    from cjeditor.document import Document
    from cjeditor.layout.arrangement import Arrangement
    from cjeditor.model.change import Change
    from cjeditor.model.journey_map import JourneyMap
    from cjeditor.model.project import Project
    from cjeditor.texts import Texts


class Desk(QObject):
    """One map of the document as somebody works on it.

    Signals:
        arranged(): the map has changed and `arrangement` is the new one.
        refused(Problem): an edit was refused; nothing happened.
        hint(str): a sentence for the status bar.
        focus_wanted(): the focus moved by a command and should come into view.
        cards_wanted(): cards were chosen by a command; as many of them as fit should come into view.
        choice_wanted(): cards were chosen by undo or redo; where none of them is in view, the focus should be.
        map_left(str): another map is about to be shown instead of this one, which may be gone from the project.
        map_shown(str): this is the map on the desk now.
    """

    arranged = Signal()
    refused = Signal(object)
    hint = Signal(str)
    focus_wanted = Signal()
    cards_wanted = Signal()
    choice_wanted = Signal()
    map_left = Signal(str)
    map_shown = Signal(str)

    def __init__(self, document: Document, map_id: str, words: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.map_id = map_id
        self.words = words
        self.selection = Selection(self)
        self._coming = ""
        self._imagined: Callable[[Project], Project] | None = None
        self.arrangement: Arrangement = self._arranged(None)
        self.selection.fit(self.arrangement)
        document.changed.connect(self._take_change)
        document.revisited.connect(self._choose_revisited)

    @property
    def map(self) -> JourneyMap:
        """The map as it is now."""
        return map_of(self.document.project, self.map_id)

    @property
    def labels(self) -> Texts:
        """The words on the map itself: it speaks the project's language, whatever the windows speak."""
        return texts.of(self.document.project.language)

    @property
    def coming(self) -> str:
        """The id of the card that is arranged but not in the document yet; mostly empty."""
        return self._coming

    def imagine(self, card_id: str, edit: Callable[[Project], Project]) -> None:
        """Arrange the map as if `edit` had made the card already, so that there is room to write it.

        As long as the document has the card nothing is imagined; once its place has gone that is forgotten.
        """
        self._coming, self._imagined = card_id, edit
        journey = self.map
        if all(each.id != card_id for table in (journey.touchpoints, journey.notes) for each in table):
            self._arrange_again()

    def forget_imagined(self) -> None:
        """Arrange the map as it is."""
        if self._imagined is not None:
            self._coming, self._imagined = "", None
            self._arrange_again()

    def show_map(self, map_id: str) -> None:
        """Work on another map of the project."""
        if map_id != self.map_id:
            self.map_left.emit(self.map_id)
        self.map_id = map_id
        self.arrangement = self._arranged(None)
        self.arranged.emit()
        self.selection.put_back(NOTHING, self.arrangement)
        self.map_shown.emit(self.map_id)

    def new_id(self, table: str) -> str:
        """Return an id for a new record of a table of the map (`touchpoints`, `phases` …)."""
        return new_id(MAP_PREFIXES[table])

    def apply(self, label: str, edit: Callable[[Project], Project], *, merge: str = "") -> bool:
        """Apply an edit to the document; a refusal is announced by `refused`.

        Returns:
            Whether the edit was accepted; also True where it changed nothing.
        """
        try:
            self.document.apply(label, edit, merge=merge)
        except EditRefused as refusal:
            self.refused.emit(refusal.problem)
            return False
        return True

    def focus_on(self, spot: Spot | None) -> None:
        """Move the focus, choose the card there, and bring it into view."""
        if spot is not None:
            self.selection.put_focus(spot)
            self.focus_wanted.emit()

    def spot_of(self, card_id: str) -> Spot | None:
        """Return where a card lies."""
        box = self.arrangement.cards.get(card_id)
        return None if box is None else Spot(box.step, box.lane, card_id)

    def uncover(self, step: str, lane: str) -> tuple[list[str], list[str]]:
        """Expand the phase of a step and a lane where they are collapsed, so that what lies in the cell is seen.

        Returns:
            The phase and the lane that were collapsed.
        """
        column, row = self.arrangement.column_of(step), self.arrangement.lane_of(lane)
        phases = [column.phase.id] if column is not None and column.folded else []
        lanes = [row.lane.id] if row is not None and row.folded else []
        if phases or lanes:
            self.fold(phases, lanes, folded=False)
        return phases, lanes

    def fold(self, phases: list[str], lanes: list[str], *, folded: bool) -> None:
        """Collapse phases and lanes, or expand them; one step of work."""
        words = self.words

        def edit(project: Project) -> Project:
            for one in phases:
                project = set_phase(project, self.map_id, one, collapsed=folded)
            for one in lanes:
                project = set_lane(project, self.map_id, one, collapsed=folded)
            return project

        self.apply(words.t("Collapse") if folded else words.t("Expand"), edit)

    def meant_cards(self) -> list[str]:
        """Return the chosen cards in journey order; as long as nothing is chosen, the focused card."""
        selection, cards = self.selection, self.arrangement.cards
        if not selection.kind and selection.focus is not None:
            return [selection.focus.card] if selection.focus.card in cards else []
        chosen = selection.of("cards")
        return [one for one in cards if one in chosen] if chosen else []

    def show(self, kind: Kind, ids: list[str], focus: Spot | None) -> None:
        """Choose these things, move the focus (None: it stays), and bring it into view."""
        self.selection.choose(kind, ids, focus)
        self.focus_wanted.emit()

    def choose_cards(self, ids: list[str]) -> None:
        """Choose these cards and put the focus on the first."""
        if ids:
            self.selection.choose("cards", ids, self.spot_of(ids[0]))
            self.cards_wanted.emit()

    def _arrange_anew(self) -> None:
        self.arrangement = self._arranged(None)
        self.arranged.emit()
        self.selection.fit(self.arrangement)

    def _arrange_again(self) -> None:
        self.arrangement = self._arranged(self.arrangement)
        self.arranged.emit()
        self.selection.fit(self.arrangement)

    def _arranged(self, previous: Arrangement | None) -> Arrangement:
        project = self.document.project
        if all(each.id != self.map_id for each in project.maps):
            # The map was deleted, or another project opened; a project always has a map.
            self.map_id = ordered(project.maps)[0].id
            previous = None
        if self._imagined is not None:
            try:
                project = self._imagined(project)
            except EditRefused:  # the card is there by now, or its place has gone
                self._coming, self._imagined = "", None
        return arrange(project, self.map_id, self.labels, previous, folding=True, remarks=True)

    def _take_change(self, change: Change) -> None:
        gone, _ = change.touched("", "maps").get(self.map_id, (None, None))
        if gone is not None and find(self.document.project.maps, self.map_id) is None:
            self.show_map(_neighbour(self.document.project, gone))
        elif "language" in change.fields:
            self._arrange_anew()
        elif self.map_id in change.map_ids or _is_shared(change):
            self._arrange_again()

    def _choose_revisited(self, change: Change) -> None:
        """After undo and redo: choose what came back or differs, so that people see where it happened."""
        came = [map_id for map_id, (_, after) in change.touched("", "maps").items() if after is not None]
        if came:
            self.show_map(came[0])
            return
        if change.maps and self.map_id not in change.maps:
            changed = [each for each in ordered(self.document.project.maps) if each.id in change.maps]
            self.show_map(changed[0].id)
        found = {table: _present(change, self.map_id, table) for table in ("touchpoints", "notes")}
        cards = [one for table in found.values() for one in table if one in self.arrangement.cards]
        if cards:
            order = [one for one in self.arrangement.cards if one in set(cards)]
            self.selection.choose("cards", order, self.spot_of(order[0]))
            self.choice_wanted.emit()
            return
        links = [one for one in _present(change, self.map_id, "links") if one in self.arrangement.links]
        if links:
            self.selection.choose("links", links, self.spot_of(self.arrangement.links[links[0]].source.id))
            self.choice_wanted.emit()
            return
        for table in ("steps", "phases", "lanes"):
            present = _present(change, self.map_id, table)
            if present:
                self.selection.choose(table, present)
                self.focus_wanted.emit()
                return


def _neighbour(project: Project, gone: JourneyMap) -> str:
    """Return the map that stands where `gone` stood: the next one, or what is the last one now."""
    maps = ordered(project.maps)
    return next((each.id for each in maps if (each.rank, each.id) > (gone.rank, gone.id)), maps[-1].id)


def _is_shared(change: Change) -> bool:
    """Return whether a change touches what maps show of their project, such as from when on a map is a hypothesis."""
    return (
        any(change.touched("", table) for table in ("channels", "personas", "funnel", "actions"))
        or "settings" in change.fields
    )


def _present(change: Change, map_id: str, table: str) -> list[str]:
    """Return the ids of a table's records that the change touched and that are still there."""
    touched = change.touched(map_id, table)
    return [one for one, (_, after) in touched.items() if after is not None]
