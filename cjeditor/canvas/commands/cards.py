"""Commands on cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.commands.losing import what_goes_with
from cjeditor.canvas.drafts import NewCard
from cjeditor.canvas.ready_cards import ready_card
from cjeditor.canvas.selection import Spot
from cjeditor.model.edits.cards import delete_cards, kind_in, renumber, set_emotion
from cjeditor.model.edits.clipping import copy_cards, paste
from cjeditor.model.edits.moves import move_cards, move_cards_by, uncovered
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import cards

if TYPE_CHECKING:
    from cjeditor.canvas.blocks import Block
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.writer import Writer
    from cjeditor.layout.arrangement import CardBox
    from cjeditor.model.journey_map import Lane
    from cjeditor.model.project import Project


class CardCommands:
    """What can be done with the chosen cards (or the focused one), and how new ones come about."""

    def __init__(self, desk: Desk, writer: Writer) -> None:
        self._desk = desk
        self._writer = writer

    def can_add_touchpoint(self) -> bool:
        """Whether the map has a lane for touchpoints."""
        return self._place_for("touchpoints") is not None

    def can_add_note(self) -> bool:
        """Whether the map has a lane for notes."""
        return self._place_for("notes") is not None

    def add_touchpoint(self) -> None:
        """Write a new touchpoint: below the focused one, or in the focused step's nearest lane that takes it."""
        spot = self._place_for("touchpoints")
        if spot is not None:
            self._writer.new(spot)

    def add_note(self, kind: str = "") -> None:
        """Write a new note below the focused one, or in the nearest lane; an empty `kind` means the lane's own."""
        spot = self._place_for("notes", kind)
        if spot is not None:
            self._writer.new(spot, kind)

    def add_ready(self, block: Block) -> None:
        """Add a card that has its text already: where the focus is if such a card can lie there, else near it."""
        focus, arrangement = self._desk.selection.focus, self._desk.arrangement
        here = arrangement.lane_of(focus.lane) if focus is not None else None
        spot = focus
        if here is None or not block.fits(here.lane):
            table = "notes" if block.kind == "note" else "touchpoints"
            spot = self._place_for(table, block.note_kind)
        if spot is None:
            self._desk.hint.emit(self._desk.words.t("The map has no lane yet that could take this."))
            return
        cell = [box.id for box in arrangement.cells.get((spot.step, spot.lane), ())]
        self.put_ready(block, spot, cell.index(spot.card) + 1 if spot.card in cell else len(cell))

    def put_ready(self, block: Block, spot: Spot, index: int) -> None:
        """Add a card that has its text already to the cell of `spot`, before the card at `index`, and choose it."""
        lane = self._desk.arrangement.lane_of(spot.lane)
        if lane is None or not self._writer.keep():
            return
        card_id, edit = ready_card(self._desk, block, spot.step, lane.lane, index)
        touchpoint = lane.lane.holds == "touchpoints"
        label = self._desk.words.t("Add touchpoint") if touchpoint else self._desk.words.t("Add note")
        if self._desk.apply(label, edit):
            self._desk.focus_on(self._desk.spot_of(card_id))

    def can_edit(self) -> bool:
        """Whether exactly one card is meant."""
        return self._one() is not None

    def edit(self) -> None:
        """Write the text of the chosen or focused card."""
        one = self._one()
        if one is not None:
            self._writer.card(one)

    def can_delete(self) -> bool:
        """Whether cards are meant."""
        return bool(self._desk.meant_cards())

    def delete(self) -> None:
        """Delete the chosen cards."""
        ids = self._desk.meant_cards()
        if ids:
            words = self._desk.words
            lost = what_goes_with(self._desk.map, ids, words, self._desk.document.project.actions)
            if self._desk.apply(words.tn("Delete card", "Delete {n} cards", len(ids)), self._deleted) and lost:
                self._desk.hint.emit(lost)

    def can_duplicate(self) -> bool:
        """Whether cards are meant."""
        return bool(self._desk.meant_cards())

    def duplicate(self) -> None:
        """Put a copy of the chosen cards into the same cells, each cell's below its last."""
        ids = self._desk.meant_cards()
        if not ids:
            return
        made: list[str] = []

        def edit(project: Project) -> Project:
            made.clear()
            for cell in self._by_cell(ids):
                clipping = copy_cards(project, self._desk.map_id, [box.id for box in cell])
                index = self._index_below(cell[-1])
                project, new = paste(
                    project,
                    self._desk.map_id,
                    clipping,
                    new_ids=new_id,
                    step=cell[0].step,
                    lane=cell[0].lane,
                    index=index,
                )
                made.extend(new)
            return project

        if self._desk.apply(self._desk.words.tn("Duplicate card", "Duplicate {n} cards", len(ids)), edit):
            self._desk.choose_cards(made)

    def can_set_emotion(self) -> bool:
        """Whether a touchpoint is chosen or being written."""
        draft = self._writer.draft
        cards = self._desk.arrangement.cards
        return isinstance(draft, NewCard) or any(cards[one].table == "touchpoints" for one in self._desk.meant_cards())

    def set_emotion(self, value: int | None) -> None:
        """Give the chosen touchpoints, or the one being written, an emotion (−2 … +2; None takes it away)."""
        draft = self._writer.draft
        if isinstance(draft, NewCard) and draft.made is None:
            draft.feel(value)
            return
        ids = self._desk.meant_cards()
        if ids:

            def edit(project: Project) -> Project:
                return set_emotion(project, self._desk.map_id, ids, value)

            self._desk.apply(self._desk.words.t("Set emotion"), edit)

    def clear_emotion(self) -> None:
        """Take the chosen touchpoints' emotion away."""
        self.set_emotion(None)

    def move(self, steps: int, lanes: int) -> None:
        """Move the chosen cards: sideways by steps, up and down within their cell and then by lanes."""
        ids = self._desk.meant_cards()
        if not ids:
            return
        within = self._place_within_cell(lanes) if lanes and not steps else None

        def edit(project: Project) -> Project:
            if within is not None:
                spot, index = within
                return move_cards(project, self._desk.map_id, ids, step=spot.step, lane=spot.lane, index=index)
            moved = move_cards_by(project, self._desk.map_id, ids, steps=steps, lanes=lanes)
            return uncovered(moved, self._desk.map_id, ids)

        if self._desk.apply(self._desk.words.tn("Move card", "Move {n} cards", len(ids)), edit):
            focus = self._desk.selection.focus
            spot = self._desk.spot_of(focus.card) if focus is not None else None
            self._desk.selection.choose("cards", ids, spot)
            self._desk.focus_wanted.emit()

    def go_to(self, number: int) -> bool:
        """Choose the card with this number and show it; return whether there is one."""
        found = next((one for one in cards(self._desk.map) if one.number == number), None)
        if found is None:
            return False
        self._desk.uncover(found.step, found.lane)
        self._desk.focus_on(self._desk.spot_of(found.id))
        return True

    def renumber(self) -> None:
        """Number all cards anew along the journey."""

        def edit(project: Project) -> Project:
            return renumber(project, self._desk.map_id)

        self._desk.apply(self._desk.words.t("Renumber cards"), edit)

    def _deleted(self, project: Project) -> Project:
        return delete_cards(project, self._desk.map_id, self._desk.meant_cards())

    def _one(self) -> str | None:
        meant = self._desk.meant_cards()
        if len(meant) == 1:
            return meant[0]
        focus = self._desk.selection.focus
        return focus.card if focus is not None and focus.card in meant else None

    def _by_cell(self, ids: list[str]) -> list[list[CardBox]]:
        wanted = set(ids)
        cells = self._desk.arrangement.cells.values()
        chosen = [[box for box in cell if box.id in wanted] for cell in cells]
        return [cell for cell in chosen if cell]

    def _index_below(self, box: CardBox) -> int:
        return self._desk.arrangement.cells[box.step, box.lane].index(box) + 1

    def _place_within_cell(self, lanes: int) -> tuple[Spot, int] | None:
        """Return where the chosen cards go within their cell; None at its end or when they lie in several."""
        cells = self._by_cell(self._desk.meant_cards())
        if len(cells) != 1:
            return None
        moved = cells[0]
        cell = self._desk.arrangement.cells[moved[0].step, moved[0].lane]
        first, last = cell.index(moved[0]), cell.index(moved[-1])
        if (lanes < 0 and first == 0) or (lanes > 0 and last == len(cell) - 1):
            return None
        # Counted among the cards that stay: the one passed is above the first, or below the last.
        index = first - 1 if lanes < 0 else last - len(moved) + 2
        return Spot(moved[0].step, moved[0].lane), index

    def _place_for(self, table: str, kind: str = "") -> Spot | None:
        """Return the focus if its lane takes such cards, else the best lane in its step.

        That is one that is meant for the kind, then the nearest.
        """
        focus, arrangement = self._desk.selection.focus, self._desk.arrangement
        if focus is None:
            return None
        rows = [box.lane for box in arrangement.lanes]
        at = next(i for i, lane in enumerate(rows) if lane.id == focus.lane)
        if rows[at].holds == table:
            return focus
        fitting = [i for i, lane in enumerate(rows) if lane.holds == table]
        if not fitting:
            return None
        best = min(fitting, key=lambda i: (bool(kind) and not _meant(rows[i], kind), abs(i - at)))
        return Spot(focus.step, rows[best].id)


def _meant(lane: Lane, kind: str) -> bool:
    return kind_in(lane) == kind
