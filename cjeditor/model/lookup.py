"""Questions to a project: records by id, and the order in which people see them.

Tables are sorted by id, so that a record is found by bisection and nothing needs to be cached.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol, TypeVar

from cjeditor.model import table
from cjeditor.model.cards import Card, Comment, Link, Note, Touchpoint
from cjeditor.model.fields import ParkedPlace
from cjeditor.model.ids import NESTED_PREFIXES, table_of
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.problem import refused
from cjeditor.model.project import ParkedCard, Project
from cjeditor.model.voting import VotingRound

_FEW = 8
"""Up to so many cells it is quicker to search the cards for each than to sort all of them into cells."""

MapRecord = Phase | Step | Lane | Touchpoint | Note | Link | Comment | VotingRound


class Ranked(Protocol):
    """Anything with an id and a place among its siblings."""

    @property
    def id(self) -> str:
        """The id, unique in its project."""

    @property
    def rank(self) -> str:
        """The fractional index."""


K = TypeVar("K", bound=Ranked)


def map_of(project: Project, map_id: str) -> JourneyMap:
    """The map of that id. Raises EditRefused (`unknown-id`)."""
    return known(project.maps, map_id)


def known(records: tuple[table.W, ...], record_id: str) -> table.W:
    """The record of that id in a table. Raises EditRefused (`unknown-id`)."""
    found = table.find(records, record_id)
    if found is None:
        raise refused("unknown-id", record_id, id=record_id)
    return found


def ordered(records: Iterable[K]) -> list[K]:
    """Siblings in the order people see; equal ranks (two people added at once) are told apart by id."""
    return sorted(records, key=_place)


def _place(record: Ranked) -> tuple[str, str]:
    return record.rank, record.id


def ordered_steps(journey_map: JourneyMap) -> list[Step]:
    """All steps from left to right."""
    phases = {phase.id: position for position, phase in enumerate(ordered(journey_map.phases))}
    return sorted(journey_map.steps, key=lambda step: (phases[step.phase], step.rank, step.id))


def steps_of(journey_map: JourneyMap, phase_id: str) -> list[Step]:
    """The steps of one phase from left to right. Raises EditRefused (`unknown-id`)."""
    known(journey_map.phases, phase_id)
    return ordered(step for step in journey_map.steps if step.phase == phase_id)


def find_card(journey_map: JourneyMap, card_id: str) -> Card | None:
    """The touchpoint or note of that id, or None."""
    return table.find(journey_map.touchpoints, card_id) or table.find(journey_map.notes, card_id)


def card(journey_map: JourneyMap, card_id: str) -> Card:
    """The touchpoint or note of that id. Raises EditRefused (`unknown-id`)."""
    found = find_card(journey_map, card_id)
    if found is None:
        raise refused("unknown-id", card_id, id=card_id)
    return found


def cards(journey_map: JourneyMap) -> tuple[Card, ...]:
    """All touchpoints and notes, in no order that means anything."""
    return (*journey_map.touchpoints, *journey_map.notes)


def cell_cards(journey_map: JourneyMap, step_id: str, lane_id: str) -> list[Card]:
    """The cards of one cell from top to bottom. Raises EditRefused (`unknown-id`)."""
    known(journey_map.steps, step_id)
    lane = known(journey_map.lanes, lane_id)
    held: tuple[Card, ...] = journey_map.touchpoints if lane.holds == "touchpoints" else journey_map.notes
    return ordered(found for found in held if found.step == step_id and found.lane == lane_id)


def cells(journey_map: JourneyMap) -> Mapping[tuple[str, str], list[Card]]:
    """The cards of every cell that has any, by (step id, lane id), each list from top to bottom."""
    found: defaultdict[tuple[str, str], list[Card]] = defaultdict(list)
    for each in cards(journey_map):
        found[each.step, each.lane].append(each)
    return {cell: ordered(members) for cell, members in found.items()}


def these_cells(journey_map: JourneyMap, wanted: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], list[Card]]:
    """The cards of the `wanted` cells (step id, lane id), also of empty ones, each list from top to bottom."""
    if len(wanted) > _FEW:
        full = cells(journey_map)
        return {cell: full.get(cell, []) for cell in wanted}
    return {cell: cell_cards(journey_map, *cell) for cell in wanted}


def in_journey_order(journey_map: JourneyMap, some: Iterable[Card]) -> list[Card]:
    """Cards step by step, within a step lane by lane, within a cell from top to bottom."""
    steps = {step.id: position for position, step in enumerate(ordered_steps(journey_map))}
    lanes = {lane.id: position for position, lane in enumerate(ordered(journey_map.lanes))}
    return sorted(some, key=lambda each: (steps[each.step], lanes[each.lane], each.rank, each.id))


def record_of(journey_map: JourneyMap, record_id: str) -> MapRecord:
    """The phase, step, lane, card, link or comment of that id. Raises EditRefused (`unknown-id`)."""
    records: tuple[MapRecord, ...] = getattr(journey_map, table_of(record_id), ())
    return known(records, record_id)


def nested_ids(record: Touchpoint | Phase) -> list[tuple[str, str]]:
    """The ids of the drop-off points and KPIs that lie inside a record, each with the prefix that it should have."""
    drop_offs = [(inner.id, NESTED_PREFIXES["drop_off_points"]) for inner in record.drop_off_points]
    return drop_offs + [(inner.id, NESTED_PREFIXES["kpis"]) for inner in record.kpis]


def next_number(journey_map: JourneyMap) -> int:
    """The number of the next card: above every number given so far, also to cards that are gone."""
    highest = max((each.number for each in journey_map.touchpoints), default=0)
    highest = max(highest, max((each.number for each in journey_map.notes), default=0))
    return max(highest, journey_map.retired_number) + 1


def waiting(project: Project, place: ParkedPlace) -> list[ParkedCard]:
    """What waits in one of the two places, in the order that people see."""
    return ordered(each for each in project.parked if each.place == place)
