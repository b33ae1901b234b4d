"""Edits of steps, the sub-columns of a phase: add, set fields, move, split, merge, delete."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cjeditor.model import table
from cjeditor.model.edits.merging import joined, together, with_cells_merged, with_mentions_moved
from cjeditor.model.edits.parts import check_free, check_settable, is_in_place, placed, with_map
from cjeditor.model.edits.removal import remove
from cjeditor.model.edits.splitting import with_cards_split_off
from cjeditor.model.journey_map import JourneyMap, Step
from cjeditor.model.lookup import known, map_of, ordered_steps, steps_of
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace

FIXED = ("id", "phase", "rank")
"""Fields that `set_step` leaves alone."""

_NEW_RANK = "a0"  # until `placed` gives the right one


def add_step(
    project: Project,
    map_id: str,
    *,
    phase_id: str,
    step_id: str,
    name: str = "",
    index: int | None = None,
    **fields: Any,
) -> Project:
    """A new step in a phase, before its step at `index` (0-based; None: at the end).

    Raises EditRefused: `unknown-id`, `id-taken`, `wrong-prefix`, `field-fixed`, `field-refused`.
    """
    check_free(project, "steps", step_id)
    check_settable(step_id, fields, FIXED)
    journey_map = map_of(project, map_id)
    siblings = steps_of(journey_map, phase_id)
    new = make(Step, id=step_id, phase=phase_id, rank=_NEW_RANK, name=name, **fields)
    return with_map(project, _with_steps(journey_map, placed(siblings, [new], index)))


def set_step(project: Project, map_id: str, step_id: str, **fields: Any) -> Project:
    """Other field values for a step. Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`."""
    check_settable(step_id, fields, FIXED)
    journey_map = map_of(project, map_id)
    return with_map(project, _with_steps(journey_map, [replace(known(journey_map.steps, step_id), **fields)]))


def move_step(project: Project, map_id: str, step_id: str, phase_id: str, index: int | None = None) -> Project:
    """The step, with its cards, to the place `index` (0-based) among the other steps of a phase; None: to the end.

    Raises EditRefused: `unknown-id`, and `step-needed` where it is the only step of the phase that it would leave.
    """
    journey_map = map_of(project, map_id)
    step = known(journey_map.steps, step_id)
    siblings = steps_of(journey_map, phase_id)
    if step.phase == phase_id and is_in_place(siblings, [step], index):
        return project
    if step.phase != phase_id and len(steps_of(journey_map, step.phase)) == 1:
        raise _step_needed(journey_map, step.phase)
    stay = [each for each in siblings if each is not step]
    return with_map(project, _with_steps(journey_map, placed(stay, [replace(step, phase=phase_id)], index)))


def split_step(
    project: Project, map_id: str, step_id: str, *, new_step_id: str, moved: Collection[str] = (), name: str = ""
) -> Project:
    """A new step behind this one, to which the cards `moved` go; they keep lane and order.

    Raises EditRefused: `unknown-id`, `id-taken`, `wrong-prefix`, `not-here` (a card lies in another step).
    """
    check_free(project, "steps", new_step_id)
    journey_map = map_of(project, map_id)
    step = known(journey_map.steps, step_id)
    siblings = steps_of(journey_map, step.phase)
    new = make(Step, id=new_step_id, phase=step.phase, rank=_NEW_RANK, name=name, min_width=step.min_width)
    changed = placed(siblings, [new], siblings.index(step) + 1)
    journey_map = _with_steps(journey_map, changed)
    return with_map(project, with_cards_split_off(journey_map, step, changed[0], moved))


def merge_steps(project: Project, map_id: str, first_id: str, second_id: str) -> Project:
    """Two neighbours of one phase as one, under the id of the left one, with the cards of both.

    Raises EditRefused: `unknown-id`, `not-adjacent`, `field-refused` (names too long together).
    """
    journey_map = map_of(project, map_id)
    steps = ordered_steps(journey_map)
    first, second = sorted((known(journey_map.steps, first_id), known(journey_map.steps, second_id)), key=steps.index)
    if steps.index(second) != steps.index(first) + 1 or first.phase != second.phase:
        raise refused("not-adjacent", first_id)
    merged = replace(
        first,
        name=joined(first.name, second.name, " / "),
        min_width=max(first.min_width, second.min_width),
        duration=together(first.duration, second.duration),
    )
    pairs = (((second.id, lane.id), (first.id, lane.id)) for lane in journey_map.lanes)
    journey_map = with_cells_merged(journey_map, pairs)
    journey_map = replace(journey_map, steps=table.put(table.without(journey_map.steps, [second.id]), [merged]))
    return with_map(*with_mentions_moved(project, journey_map, second.id, first.id))


def delete_steps(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """`project` without these steps, their cards and links.

    Raises EditRefused: `unknown-id`, and `step-needed` where a phase would be left without one.
    """
    journey_map = map_of(project, map_id)
    for each in ids:
        phase_id = known(journey_map.steps, each).phase
        if all(step.id in ids for step in journey_map.steps if step.phase == phase_id):
            raise _step_needed(journey_map, phase_id)
    return remove(project, map_id, ids) if ids else project


def _with_steps(journey_map: JourneyMap, steps: Collection[Step]) -> JourneyMap:
    return replace(journey_map, steps=table.put(journey_map.steps, steps))


def _step_needed(journey_map: JourneyMap, phase_id: str) -> Exception:
    return refused("step-needed", phase_id, name=known(journey_map.phases, phase_id).name)
