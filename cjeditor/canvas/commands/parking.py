"""Cards off the map onto the parking lot, and thoughts that wait outside onto the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.model.edits.workshop import park_cards, place_parked
from cjeditor.model.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Collection

    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.selection import Spot
    from cjeditor.model.project import Project


class ParkingCommands:
    """Parks the chosen cards (or the focused one), and places what waits."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def can_park(self) -> bool:
        """Whether cards are meant."""
        return bool(self._desk.meant_cards())

    def park(self) -> None:
        """Take the chosen cards off the map; they wait on the parking lot."""
        desk, ids = self._desk, self._desk.meant_cards()

        def edit(project: Project) -> Project:
            return park_cards(project, desk.map_id, ids, new_ids=new_id)

        words = desk.words
        if ids and desk.apply(words.tn("Park card", "Park {n} cards", len(ids)), edit):
            desk.hint.emit(words.tn("{n} card is on the parking lot.", "{n} cards are on the parking lot.", len(ids)))

    def place(self, ids: Collection[str], spot: Spot, index: int | None = None) -> bool:
        """Make cards of waiting thoughts in the cell of `spot`, before its card at `index`; choose them."""
        desk = self._desk
        made: list[str] = []

        def edit(project: Project) -> Project:
            project, made[:] = place_parked(
                project, desk.map_id, ids, new_ids=new_id, step=spot.step, lane=spot.lane, index=index
            )
            return project

        if not desk.apply(desk.words.tn("Place thought", "Place {n} thoughts", len(ids)), edit):
            return False
        desk.choose_cards(made)
        return True

    def place_at_focus(self, ids: Collection[str]) -> bool:
        """The same in the focused cell, below the focused card; say so where no card can lie there."""
        desk, focus = self._desk, self._desk.selection.focus
        lane = None if focus is None else desk.arrangement.lane_of(focus.lane)
        if focus is None or lane is None or not lane.lane.holds or lane.lane.kind == "images":
            desk.hint.emit(desk.words.t("Choose a cell on the map in which cards can lie."))
            return False
        cell = [box.id for box in desk.arrangement.cells.get((focus.step, focus.lane), ())]
        return self.place(ids, focus, cell.index(focus.card) + 1 if focus.card in cell else None)
