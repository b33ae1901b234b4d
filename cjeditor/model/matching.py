"""Which phase, step and lane of one map is the same as one of another map, for cards that go over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.lookup import ordered, steps_of
from cjeditor.model.thoughts import same_as


class Match(NamedTuple):
    """The id of what is the same, empty where nothing is, and whether nothing else could be meant as well."""

    id: str = ""
    sure: bool = False


T = TypeVar("T", Phase, Step, Lane)


def phase_like(journey_map: JourneyMap, phase: Phase) -> Match:
    """The map's phase that is the same: the same one, else of the same part of the framework, else of the same name."""
    phases = ordered(journey_map.phases)
    for same in (
        [each for each in phases if each.id == phase.id],
        [each for each in phases if phase.framework_phase and _part(each) == _part(phase)],
        [each for each in phases if _is_called(each.name, phase.name)],
    ):
        if same:
            named = [each for each in same if _is_called(each.name, phase.name)]
            return _one_of(named or same)
    return Match()


def step_like(journey_map: JourneyMap, phase_id: str, siblings: Sequence[Step], step: Step) -> Match:
    """The step of the map's phase that is the same: by name, else by its place among the `siblings`."""
    steps = steps_of(journey_map, phase_id)
    same = [each for each in steps if each.id == step.id or _is_called(each.name, step.name)]
    if same:
        return _one_of(same)
    at = siblings.index(step)
    placed = steps[min(at, len(steps) - 1)]
    alone = len(steps) == 1 or (len(steps) == len(siblings) and not (step.name.strip() and placed.name.strip()))
    return Match(placed.id, sure=alone)


def lane_like(journey_map: JourneyMap, lane: Lane) -> Match:
    """The map's lane that is the same and holds the same: by name and kind, else by kind and what its notes are."""
    lanes = [each for each in ordered(journey_map.lanes) if each.holds == lane.holds]
    of_kind = [each for each in lanes if (each.kind, each.note_kind) == (lane.kind, lane.note_kind)]
    for same in (
        [each for each in lanes if each.id == lane.id],
        [each for each in of_kind if _is_called(each.name, lane.name)],
        [each for each in lanes if each.kind == lane.kind and _is_called(each.name, lane.name)],
        of_kind,
    ):
        if same:
            return _one_of(same)
    return Match()


def _one_of(same: Iterable[T]) -> Match:
    first, *others = same
    return Match(first.id, sure=not others)


def _part(phase: Phase) -> tuple[str | None, str | None]:
    return phase.framework, phase.framework_phase


def _is_called(name: str, other: str) -> bool:
    return bool(name.strip()) and same_as(name) == same_as(other)
