"""Cards that go over from one map of a project to another: what they are, who names them and how they are linked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from cjeditor.model import table
from cjeditor.model.cards import Card, Link
from cjeditor.model.edits.cards import check_lane, with_cards
from cjeditor.model.edits.clipping import NewIds, copy_cards, paste_at
from cjeditor.model.edits.parts import placed, with_map
from cjeditor.model.edits.places import with_lanes, with_phases
from cjeditor.model.edits.removal import without_cards
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import (
    card,
    in_journey_order,
    known,
    map_of,
    next_number,
    ordered,
    ordered_steps,
    steps_of,
    these_cells,
)
from cjeditor.model.matching import Match, lane_like, phase_like, step_like
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.model.voting import counted, without_dots


class Route(NamedTuple):
    """Where cards go on another map: for each step and each lane that they lie in, in order, what is the same there.

    A `Match` without id says that the other map has nothing of the kind.
    """

    steps: Mapping[str, Match]
    lanes: Mapping[str, Match]

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to be asked."""
        return all(each.sure for each in (*self.steps.values(), *self.lanes.values()))


def route_to(project: Project, map_id: str, ids: Collection[str], target_id: str) -> Route:
    """What on the map `target_id` is the same as the steps and lanes that these cards of `map_id` lie in.

    Raises EditRefused (`unknown-id`).
    """
    source, target = map_of(project, map_id), map_of(project, target_id)
    some = [card(source, each) for each in ids]
    steps: dict[str, Match] = {}
    for step in ordered_steps(source):
        if any(each.step == step.id for each in some):
            phase = phase_like(target, known(source.phases, step.phase))
            found = step_like(target, phase.id, steps_of(source, step.phase), step) if phase.id else Match()
            steps[step.id] = Match(found.id, found.sure and phase.sure)
    used = {each.lane for each in some}
    lanes = {each.id: lane_like(target, each) for each in ordered(source.lanes) if each.id in used}
    return Route(steps, lanes)


def lost_links(project: Project, map_id: str, ids: Collection[str]) -> list[Link]:
    """The links that cannot go along with these cards, since their other end stays. Raises EditRefused."""
    leaving = set(ids)
    return [each for each in map_of(project, map_id).links if (each.source in leaving) != (each.target in leaving)]


def move_to_map(
    project: Project,
    map_id: str,
    ids: Collection[str],
    target_id: str,
    *,
    steps: Mapping[str, str],
    lanes: Mapping[str, str],
    new_ids: NewIds,
    copies: bool = False,
) -> tuple[Project, tuple[str, ...]]:
    """The cards, in journey order, at the end of cells of another map; also returns their ids there.

    `steps` and `lanes` say by the id of each step and lane that a card lies in which one of the other map it goes to;
    an empty id has the phase or lane copied to the other map. Cards keep id and fields and get that map's next numbers;
    links among them, comments, surveys and actions go along; other links and what rounds counted stay behind. With
    `copies` the cards stay where they are, and new ones of the same fields and links come about. Raises EditRefused:
    `unknown-id`, `wrong-lane`, `same-map`.
    """
    if map_id == target_id:
        raise refused("same-map", map_id)
    source = map_of(project, map_id)
    some = in_journey_order(source, (card(source, each) for each in dict.fromkeys(ids)))
    if not some:
        return project, ()
    clipping = copy_cards(project, map_id, [each.id for each in some])
    project, to_step, to_lane = _with_places(project, source, target_id, some, steps, lanes, new_ids)
    target = map_of(project, target_id)
    for each in some:
        known(target.steps, to_step[each.step])
        check_lane(known(target.lanes, to_lane[each.lane]), each)
    if copies:

        def target_of(one: Card) -> tuple[str, str]:
            return to_step[one.step], to_lane[one.lane]

        return paste_at(project, target_id, clipping, target_of, new_ids=new_ids)
    first, dots = next_number(target), counted(source.rounds)
    going = [
        replace(without_dots(each, dots), number=first + at, step=to_step[each.step], lane=to_lane[each.lane])
        for at, each in enumerate(some)
    ]
    return _carried(project, source, target, going), tuple(each.id for each in some)


def _with_places(
    project: Project,
    source: JourneyMap,
    target_id: str,
    some: Collection[Card],
    steps: Mapping[str, str],
    lanes: Mapping[str, str],
    new_ids: NewIds,
) -> tuple[Project, dict[str, str], dict[str, str]]:
    """The project with the phases and lanes that the other map lacks, and where each step and lane goes."""
    lacking = {known(source.steps, each.step).phase for each in some if not steps.get(each.step)}
    phases = [each for each in source.phases if each.id in lacking]
    project, new_steps = with_phases(project, target_id, phases, source.steps, new_ids=new_ids)
    rows = {each.lane for each in some if not lanes.get(each.lane)}
    project, new_lanes = with_lanes(
        project, target_id, [each for each in source.lanes if each.id in rows], new_ids=new_ids
    )
    to_step = {each.step: steps.get(each.step) or new_steps[each.step] for each in some}
    to_lane = {each.lane: lanes.get(each.lane) or new_lanes[each.lane] for each in some}
    return project, to_step, to_lane


def _carried(project: Project, source: JourneyMap, target: JourneyMap, going: Collection[Card]) -> Project:
    """The cards taken off `source` and put onto `target`, with the links among them and the comments about them."""
    ids = {each.id for each in going}
    links = [each for each in source.links if each.source in ids and each.target in ids]
    comments = [each for each in source.comments if each.about in ids]
    cells: dict[tuple[str, str], list[Card]] = {}
    for each in going:
        cells.setdefault((each.step, each.lane), []).append(each)
    added: list[Card] = []
    for cell, there in these_cells(target, cells).items():
        added += placed(there, cells[cell], None)
    target = with_cards(target, added)
    target = replace(target, links=table.put(target.links, links), comments=table.put(target.comments, comments))
    return with_map(with_map(project, without_cards(source, ids)), target)
