"""A project put together from several states: what breaks a rule is put right so that nothing that stays is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

from cjeditor.model import rules, table
from cjeditor.model.edits.voting import close_round
from cjeditor.model.ids import MAP_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards
from cjeditor.model.problem import EditRefused, Problem
from cjeditor.model.project import Project
from cjeditor.model.replace import replace

_MOST_ROUNDS = 30
"""Each round brings back at least one record that the next may need: a card its step, the step its phase."""


_UNKNOWN_TIME = "2000-01-01T00:00:00"
"""When a round was closed of which nobody knows when it was opened."""


@dataclass(frozen=True)
class Repair:
    """What was put right.

    A record was `brought_back` because another needs it, a card `renumbered` from `old` to `new` since its number was
    given twice, or a record `dropped` that says again what another one says already. A round of voting was `closed`
    since another one is open.
    """

    kind: Literal["brought_back", "renumbered", "dropped", "closed"]
    map_id: str
    record_id: str
    old: int = 0
    new: int = 0


@dataclass(frozen=True)
class _Found:
    map_id: str
    table: str
    record: Any


def reconciled(project: Project, states: Sequence[Project]) -> tuple[Project, tuple[Repair, ...]]:
    """Return `project` with all rules kept, and what that took.

    Args:
        project: put together from records of `states`.
        states: where records come from that are missing; of several the first is asked first.

    Raises:
        EditRefused: some rule cannot be kept in this way.
    """
    repairs: list[Repair] = []
    for _ in range(_MOST_ROUNDS):
        found = rules.problems(project)
        if not found:
            return project, tuple(repairs)
        before = project
        for each in found:
            # One kind at a time: what is brought back first may be all that the others lack.
            if each.code == found[0].code and each.code in _MENDS:
                project, repair = _MENDS[each.code](project, each, states)
                repairs.extend(repair)
        if project is before:
            break
    raise EditRefused(rules.problems(project)[0])


Mended = tuple[Project, Sequence[Repair]]


def _bring_back(project: Project, problem: Problem, states: Sequence[Project]) -> Mended:
    """A record names another one that is not there: it comes back from the state that has it."""
    wanted = str(problem.params["id"])
    if problem.params["field"] in ("picture", "portrait"):
        found = next(
            (_Found("", "assets", one) for state in states for one in state.assets if one.sha256 == wanted), None
        )
    else:
        found = _find(states, wanted)
    if found is None or _find((project,), found.record.id) is not None:
        return project, ()
    return _put(project, found), (Repair("brought_back", found.map_id, found.record.id),)


def _bring_back_step(project: Project, problem: Problem, states: Sequence[Project]) -> Mended:
    """A phase has lost its steps: one of those that it had comes back.

    Each side deleted another one of them; or one side made the phase part of another one, and the other changed it.
    """
    phase_id = str(problem.where[0])
    had = [(each.id, step) for state in states for each in state.maps for step in each.steps if step.phase == phase_id]
    gone = ((map_id, step) for map_id, step in had if _find((project,), step.id) is None)
    elsewhere = ((map_id, step) for map_id, step in had if _is_one_of_several(project, step.id))
    map_id, step = next(chain(gone, elsewhere), ("", None))
    if step is None:
        return project, ()
    return _put(project, _Found(map_id, "steps", step)), (Repair("brought_back", map_id, step.id),)


def _is_one_of_several(project: Project, step_id: str) -> bool:
    """Return whether the phase in which a step is now has another one."""
    found = _find((project,), step_id)
    journey = table.find(project.maps, found.map_id) if found is not None else None
    if found is None or journey is None:
        return False
    return [step.phase for step in journey.steps].count(found.record.phase) > 1


def _renumber(project: Project, problem: Problem, _states: Sequence[Project]) -> Mended:
    """Both sides gave their new card the same number: the one that comes later by id gets the next free one."""
    found = _find((project,), str(problem.where[0]))
    if found is None:
        return project, ()
    journey = table.find(project.maps, found.map_id)
    taken = [card.number for card in cards(journey)] if journey is not None else []
    if taken.count(found.record.number) < 2:
        return project, ()  # mended with its twin
    number = max(taken) + 1
    repair = Repair("renumbered", found.map_id, found.record.id, found.record.number, number)
    return _put(project, _Found(found.map_id, found.table, replace(found.record, number=number))), (repair,)


def _drop(project: Project, problem: Problem, _states: Sequence[Project]) -> Mended:
    """Both sides drew the same link, or counted the same stage: the second of them goes."""
    found = _find((project,), str(problem.where[0]))
    if found is None:
        return project, ()
    return _without(project, found), (Repair("dropped", found.map_id, found.record.id),)


def _bring_back_lane(project: Project, problem: Problem, states: Sequence[Project]) -> Mended:
    """One side changed a lane's kind while the other put a card into it: the lane is again as the card needs it."""
    card = _find((project,), str(problem.where[0]))
    if card is None:
        return project, ()
    for state in states:
        lane = _find((state,), card.record.lane)
        if lane is not None and lane.record.holds == card.table:
            return _put(project, lane), (Repair("brought_back", lane.map_id, lane.record.id),)
    return project, ()


def _close(project: Project, problem: Problem, _states: Sequence[Project]) -> Mended:
    """Both sides opened a round of voting on the same map: the second is closed, with the ballots that it has."""
    found = _find((project,), str(problem.where[0]))
    if found is None:
        return project, ()
    closed = close_round(project, found.map_id, found.record.id, at=found.record.opened or _UNKNOWN_TIME)
    return closed, (Repair("closed", found.map_id, found.record.id),)


_MENDS: Mapping[str, Callable[[Project, Problem, Sequence[Project]], Mended]] = {
    "unknown-reference": _bring_back,
    "step-needed": _bring_back_step,
    "number-twice": _renumber,
    "link-twice": _drop,
    "funnel-stage-twice": _drop,
    "wrong-lane": _bring_back_lane,
    "round-open": _close,
}


def _find(states: Sequence[Project], record_id: str) -> _Found | None:
    for state in states:
        for name in PROJECT_PREFIXES:
            record = table.find(getattr(state, name), record_id)
            if record is not None:
                return _Found("", name, record)
        for each in state.maps:
            for name in MAP_PREFIXES:
                record = table.find(getattr(each, name), record_id)
                if record is not None:
                    return _Found(each.id, name, record)
    return None


def _put(project: Project, found: _Found) -> Project:
    if not found.map_id:
        return replace(project, **{found.table: table.put(getattr(project, found.table), [found.record])})
    return _in_map(project, found.map_id, found.table, [found.record], ())


def _without(project: Project, found: _Found) -> Project:
    if not found.map_id:
        return replace(project, **{found.table: table.without(getattr(project, found.table), [found.record.id])})
    return _in_map(project, found.map_id, found.table, (), [found.record.id])


def _in_map(project: Project, map_id: str, name: str, new: Sequence[Any], gone: Sequence[str]) -> Project:
    journey = table.find(project.maps, map_id)
    if journey is None:
        return project
    changed: JourneyMap = replace(journey, **{name: table.put(table.without(getattr(journey, name), gone), new)})
    return replace(project, maps=table.put(project.maps, [changed]))
