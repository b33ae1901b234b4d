"""Edits of phases: add, set fields, move, split, merge, delete."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cjeditor.model import table
from cjeditor.model.edits.merging import joined, with_mentions_moved
from cjeditor.model.edits.parts import check_free, check_nested, check_settable, is_in_place, placed, with_map
from cjeditor.model.edits.removal import remove
from cjeditor.model.edits.splitting import with_cards_split_off
from cjeditor.model.journey_map import JourneyMap, Phase, Step
from cjeditor.model.lookup import known, map_of, ordered, steps_of
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace

FIXED = ("id", "rank")
"""Fields that `set_phase` leaves alone."""

_FIRST_RANK = "a0"  # of a lone step, and of a new phase until it is placed


def add_phase(
    project: Project,
    map_id: str,
    *,
    phase_id: str,
    step_id: str,
    name: str = "",
    index: int | None = None,
    colour: str | None = None,
    **fields: Any,
) -> Project:
    """A new phase with one unnamed step, before the phase at `index` (0-based; None: at the end).

    `fields` are those of Phase: framework, framework_phase, funnel_stage, description and so on. Raises EditRefused:
    `unknown-id`, `id-taken`, `wrong-prefix`, `field-fixed`, `field-refused`.
    """
    check_free(project, "phases", phase_id)
    check_free(project, "steps", step_id)
    check_settable(phase_id, fields, FIXED)
    journey_map = map_of(project, map_id)
    if colour is not None:
        fields["colour"] = colour
    phase = make(Phase, id=phase_id, rank=_FIRST_RANK, name=name, **fields)
    check_nested(project, fields, [phase])
    step = make(Step, id=step_id, phase=phase_id, rank=_FIRST_RANK)
    phases = placed(ordered(journey_map.phases), [phase], index)
    return with_map(
        project,
        replace(journey_map, phases=table.put(journey_map.phases, phases), steps=table.put(journey_map.steps, (step,))),
    )


def set_phase(project: Project, map_id: str, phase_id: str, **fields: Any) -> Project:
    """Other field values for a phase. Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`, `id-taken`."""
    check_settable(phase_id, fields, FIXED)
    journey_map = map_of(project, map_id)
    phase = replace(known(journey_map.phases, phase_id), **fields)
    check_nested(project, fields, [phase])
    return with_map(project, _with_phases(journey_map, [phase]))


def tick_question(project: Project, map_id: str, phase_id: str, question: str, done: bool) -> Project:
    """The phase with a question of the catalogue (its key) ticked off as done with, or open again.

    Raises EditRefused: `unknown-id`, `field-refused`.
    """
    ticked = known(map_of(project, map_id).phases, phase_id).ticked
    if done == (question in ticked):
        return project
    new = (*ticked, question) if done else tuple(each for each in ticked if each != question)
    return set_phase(project, map_id, phase_id, ticked=new)


def move_phase(project: Project, map_id: str, phase_id: str, index: int) -> Project:
    """The phase, with all that is in it, to the place `index` (0-based) among the others; too far means the end.

    Raises EditRefused (`unknown-id`).
    """
    journey_map = map_of(project, map_id)
    phase = known(journey_map.phases, phase_id)
    siblings = ordered(journey_map.phases)
    if is_in_place(siblings, [phase], index):
        return project
    stay = [each for each in siblings if each is not phase]
    return with_map(project, _with_phases(journey_map, placed(stay, [phase], index)))


def split_phase(
    project: Project,
    map_id: str,
    phase_id: str,
    *,
    at_step: str,
    new_phase_id: str,
    new_step_id: str,
    name: str = "",
    moved: Collection[str] = (),
) -> Project:
    """A new phase behind this one, which takes its steps from `at_step` on.

    A phase with one step keeps it: then the new phase gets a new step with the cards `moved`. (With more steps,
    `new_step_id` and `moved` are not used.) Raises EditRefused: `unknown-id`, `split-at-first`, `not-here` (a card of
    `moved` lies elsewhere), `id-taken`, `wrong-prefix`, `field-refused`.
    """
    check_free(project, "phases", new_phase_id)
    journey_map = map_of(project, map_id)
    phase = known(journey_map.phases, phase_id)
    steps = steps_of(journey_map, phase_id)
    first = known(table.in_order(steps), at_step)
    if len(steps) > 1 and first is steps[0]:
        raise refused("split-at-first", phase_id, name=phase.name)
    siblings = ordered(journey_map.phases)
    new = replace(
        phase, id=new_phase_id, name=name, description="", duration="", drop_off_points=(), kpis=(), ticked=()
    )
    journey_map = _with_phases(journey_map, placed(siblings, [new], siblings.index(phase) + 1))
    if len(steps) > 1:
        going = [replace(step, phase=new_phase_id) for step in steps[steps.index(first) :]]
        return with_map(project, replace(journey_map, steps=table.put(journey_map.steps, going)))
    check_free(project, "steps", new_step_id)
    step = make(Step, id=new_step_id, phase=new_phase_id, rank=_FIRST_RANK)
    return with_map(project, with_cards_split_off(journey_map, first, step, moved))


def merge_phases(project: Project, map_id: str, first_id: str, second_id: str) -> Project:
    """Two neighbours as one, under the id of the left one; nothing that they hold is lost.

    Names become “first / second”; steps without a name get their phase's, so that the seam stays visible.
    Raises EditRefused: `unknown-id`, `not-adjacent`, `field-refused` (texts too long together).
    """
    journey_map = map_of(project, map_id)
    siblings = ordered(journey_map.phases)
    first, second = sorted(
        (known(journey_map.phases, first_id), known(journey_map.phases, second_id)), key=siblings.index
    )
    if siblings.index(second) != siblings.index(first) + 1:
        raise refused("not-adjacent", first_id)
    named = [
        [step if step.name.strip() else replace(step, name=phase.name) for step in steps_of(journey_map, phase.id)]
        for phase in (first, second)
    ]
    going = placed(named[0], [replace(step, phase=first.id) for step in named[1]], None)
    journey_map = replace(
        journey_map,
        phases=table.put(table.without(journey_map.phases, [second.id]), [_merged(first, second)]),
        steps=table.put(journey_map.steps, [*named[0], *going]),
    )
    return with_map(*with_mentions_moved(project, journey_map, second.id, first.id))


def delete_phases(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """`project` without these phases, their steps, cards and links. Raises EditRefused (`unknown-id`)."""
    journey_map = map_of(project, map_id)
    for each in ids:
        known(journey_map.phases, each)
    return remove(project, map_id, ids) if ids else project


def _with_phases(journey_map: JourneyMap, phases: Collection[Phase]) -> JourneyMap:
    return replace(journey_map, phases=table.put(journey_map.phases, phases))


def _merged(first: Phase, second: Phase) -> Phase:
    return replace(
        first,
        name=joined(first.name, second.name, " / "),
        description=joined(first.description, second.description, "\n\n"),
        framework=first.framework or second.framework,
        framework_phase=first.framework_phase if first.framework else second.framework_phase,
        weight=max(first.weight, second.weight),
        duration=joined(first.duration, second.duration, " + "),
        funnel_stage=first.funnel_stage or second.funnel_stage,
        drop_off_points=first.drop_off_points + second.drop_off_points,
        kpis=first.kpis + second.kpis,
        collapsed=first.collapsed and second.collapsed,
        ticked=tuple(dict.fromkeys(first.ticked + second.ticked)),
    )
