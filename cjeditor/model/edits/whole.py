"""Whole phases and lanes pasted beside others, and cards onto a map that has no phases or lanes yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cjeditor.model import table
from cjeditor.model.cards import Card
from cjeditor.model.edits.clipping import Clipping, NewIds, paste_at
from cjeditor.model.edits.places import with_lanes, with_phases
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of, ordered, ordered_steps
from cjeditor.model.matching import lane_like, phase_like, step_like
from cjeditor.model.project import Project


class Pasted(NamedTuple):
    """What came onto the map: the ids of new phases, of new lanes, and of the cards."""

    phases: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()


def paste_whole(
    project: Project, map_id: str, clipping: Clipping, *, new_ids: NewIds, phase: str = "", lane: str = ""
) -> tuple[Project, Pasted]:
    """The phases or lanes that were copied whole as new ones, with all that is in them; also returns what was made.

    New phases stand behind `phase`, new lanes below `lane`; without one, at the end. The cards of a new phase lie in
    the lanes that are the same as theirs, those of a new lane in the phases that are the same, or at the same place. A
    lane that is nowhere the same comes along, and a map without phases or lanes gets all of them; so cards that were
    not copied whole can be pasted onto an empty map, too. Raises EditRefused: `unknown-id`, `picture-refused`.
    """
    journey_map = map_of(project, map_id)
    whole = set(clipping.whole)
    new_phases = [each for each in clipping.phases if each.id in whole or not journey_map.phases]
    used = {each.lane for each in clipping.cards} | (set() if journey_map.lanes else set(clipping.rows))
    new_lanes = [
        each for each in clipping.lanes if each.id in whole or (each.id in used and not lane_like(journey_map, each).id)
    ]
    project, steps = with_phases(project, map_id, new_phases, clipping.steps, new_ids=new_ids, behind=phase)
    project, lanes = with_lanes(project, map_id, new_lanes, new_ids=new_ids, below=lane)
    steps.update(_known_steps(journey_map, clipping, steps))
    lanes.update((each.id, lane_like(journey_map, each).id) for each in clipping.lanes if each.id not in lanes)

    def target_of(each: Card) -> tuple[str, str]:
        return steps[each.step], lanes[each.lane]

    project, cards = paste_at(project, map_id, clipping, target_of, new_ids=new_ids)
    after = map_of(project, map_id)
    made_phases = [each.id for each in ordered(after.phases) if table.find(journey_map.phases, each.id) is None]
    made_lanes = [each.id for each in ordered(after.lanes) if table.find(journey_map.lanes, each.id) is None]
    return project, Pasted(tuple(made_phases), tuple(made_lanes), cards)


def _known_steps(journey_map: JourneyMap, clipping: Clipping, made: Mapping[str, str]) -> dict[str, str]:
    """For the clipping's steps that were not made anew: those of the map that are the same, else at the same place."""
    phases, found = ordered(clipping.phases), {}
    there, every = ordered(journey_map.phases), ordered_steps(journey_map)
    for at, phase in enumerate(phases):
        siblings = ordered(each for each in clipping.steps if each.phase == phase.id)
        for step in siblings:
            if step.id in made or not every:
                continue
            same = phase_like(journey_map, phase).id or there[min(at, len(there) - 1)].id
            found[step.id] = step_like(journey_map, same, siblings, step).id
    return found
