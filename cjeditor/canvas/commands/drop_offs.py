"""Drop-off points from building blocks: given to touchpoints or phases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cjeditor.model.cards import DropOffPoint
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.ids import NESTED_PREFIXES, new_id
from cjeditor.model.lookup import known
from cjeditor.model.replace import make

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cjeditor.canvas.desk import Desk
    from cjeditor.model.project import Project

Table = Literal["touchpoints", "phases"]


class DropOffCommands:
    """Gives drop-off points to what is chosen, or to what one was dropped onto."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, reason: str) -> None:
        """Give the chosen phases, else the chosen or focused touchpoints, a drop-off point of this reason."""
        desk = self._desk
        phases = [box.phase.id for box in desk.arrangement.phases if box.phase.id in desk.selection.of("phases")]
        cards = [one for one in desk.meant_cards() if desk.arrangement.cards[one].table == "touchpoints"]
        if phases:
            self.give(reason, "phases", phases)
        elif cards:
            self.give(reason, "touchpoints", cards)
        else:
            desk.hint.emit(desk.words.t("Select touchpoints or a phase first; drop-off points belong to them."))

    def give(self, reason: str, table: Table, ids: Sequence[str]) -> None:
        """Give these touchpoints or phases a drop-off point, as far as they have none of this reason."""
        desk = self._desk
        without = [one for one in ids if not reason or all(each.reason != reason for each in self._of(table, one))]
        if not without:
            desk.hint.emit(desk.words.t("This drop-off point is there already."))
            return
        new = {
            one: make(DropOffPoint, id=new_id(NESTED_PREFIXES["drop_off_points"]), reason=reason or None)
            for one in without
        }

        def edit(project: Project) -> Project:
            for one, point in new.items():
                points = (*self._of(table, one), point)
                if table == "phases":
                    project = set_phase(project, desk.map_id, one, drop_off_points=points)
                else:
                    project = set_touchpoint(project, desk.map_id, [one], drop_off_points=points)
            return project

        if desk.apply(desk.words.tn("Add drop-off point", "Add {n} drop-off points", len(new)), edit):
            spot = desk.spot_of(without[0]) if table == "touchpoints" else None
            desk.show("cards" if table == "touchpoints" else "phases", list(ids), spot)

    def _of(self, table: Table, one: str) -> tuple[DropOffPoint, ...]:
        journey_map = self._desk.map
        if table == "phases":
            return known(journey_map.phases, one).drop_off_points
        return known(journey_map.touchpoints, one).drop_off_points
