"""Cards off the map onto the parking lot, and thoughts that wait outside onto the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.commands.losing import what_goes_with
from cjeditor.canvas.selection import Spot
from cjeditor.model.edits.workshop import park_cards, place_parked
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import ordered, steps_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from cjeditor.canvas.desk import Desk
    from cjeditor.model.journey_map import Lane
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
        lost = what_goes_with(desk.map, ids, words, desk.document.project.actions)
        if ids and desk.apply(words.tn("Park card", "Park {n} cards", len(ids)), edit):
            said = words.tn("{n} card is on the parking lot.", "{n} cards are on the parking lot.", len(ids))
            desk.hint.emit(f"{said} {lost}".strip())

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
        if focus is None or lane is None or not _takes_thoughts(lane.lane):
            desk.hint.emit(desk.words.t("Choose a cell on the map in which cards can lie."))
            return False
        cell = [box.id for box in desk.arrangement.cells.get((focus.step, focus.lane), ())]
        return self.place(ids, focus, cell.index(focus.card) + 1 if focus.card in cell else None)

    def place_in_phase(self, ids: Collection[str], number: int) -> bool:
        """The same in the phase of this number, counted from 1.

        The cards lie in the focused lane, or in the first one that takes them, below those of the phase's first step;
        of the focused phase, of its focused step.
        """
        desk, focus = self._desk, self._desk.selection.focus
        phases = ordered(desk.map.phases)
        if not 1 <= number <= len(phases):
            desk.hint.emit(desk.words.t("This map has no phase {number}.", number=number))
            return False
        lanes = [lane.id for lane in ordered(desk.map.lanes) if _takes_thoughts(lane)]
        if not lanes:
            desk.hint.emit(desk.words.t("Choose a cell on the map in which cards can lie."))
            return False
        steps = [step.id for step in steps_of(desk.map, phases[number - 1].id)]
        step = focus.step if focus is not None and focus.step in steps else steps[0]
        lane = focus.lane if focus is not None and focus.lane in lanes else lanes[0]
        return self.place(ids, Spot(step, lane, ""))


def _takes_thoughts(lane: Lane) -> bool:
    return bool(lane.holds) and lane.kind != "images"
