"""How important phases and touchpoints are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.lookup import known

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.model.cards import Touchpoint
    from cjeditor.model.journey_map import Phase
    from cjeditor.model.project import Project


class WeightCommands:
    """Gives a weight to the chosen phases, else to the chosen or focused touchpoints."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def set_weight(self, weight: int) -> None:
        """Give what is meant this weight, 1 … 5."""
        meant = self._meant()
        phases = [one.id for one in meant if one.id.startswith("ph_")]
        touchpoints = [one.id for one in meant if one.id.startswith("tp_")]

        def edit(project: Project) -> Project:
            for one in phases:
                project = set_phase(project, self._desk.map_id, one, weight=weight)
            return set_touchpoint(project, self._desk.map_id, touchpoints, weight=weight) if touchpoints else project

        if meant:
            self._desk.apply(self._desk.words.t("Change weight"), edit)

    def weight_is(self, weight: int) -> bool:
        """Whether all that is meant has this weight."""
        meant = self._meant()
        return bool(meant) and all(one.weight == weight for one in meant)

    def can_set_weight(self, weight: int) -> bool:  # noqa: ARG002 - asked with the row's arguments
        """Whether a phase or touchpoint is meant."""
        return bool(self._meant())

    def _meant(self) -> list[Phase | Touchpoint]:
        desk = self._desk
        chosen = desk.selection.of("phases")
        phases = [box.phase for box in desk.arrangement.phases if box.phase.id in chosen]
        if phases:
            return [*phases]
        cards = (one for one in desk.meant_cards() if desk.arrangement.cards[one].table == "touchpoints")
        return [known(desk.map.touchpoints, one) for one in cards]
