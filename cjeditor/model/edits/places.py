"""Copies of phases with their steps, and of lanes, on a map that lacks them or shall have them twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cjeditor.model import table
from cjeditor.model.edits.clipping import NewIds
from cjeditor.model.edits.parts import check_free, check_nested, placed, with_map
from cjeditor.model.ids import NESTED_PREFIXES
from cjeditor.model.journey_map import Lane, Phase, Step
from cjeditor.model.lookup import known, map_of, ordered
from cjeditor.model.project import Project
from cjeditor.model.replace import replace


def with_phases(
    project: Project,
    map_id: str,
    phases: Iterable[Phase],
    steps: Collection[Step],
    *,
    new_ids: NewIds,
    behind: str = "",
) -> tuple[Project, dict[str, str]]:
    """Copies of `phases` with those of the `steps` that are theirs; also returns the new steps' ids by the old ones.

    They stand behind the phase `behind` of the map (empty: at the end). Raises EditRefused (`unknown-id`, `id-taken`).
    """
    some = ordered(phases)
    journey_map = map_of(project, map_id)
    siblings = ordered(journey_map.phases)
    index = siblings.index(known(journey_map.phases, behind)) + 1 if behind else None
    fresh = {each.id: new_ids("ph") for each in some}
    new = [
        replace(
            each,
            id=fresh[each.id],
            collapsed=False,
            **{
                name: tuple(replace(inner, id=new_ids(prefix)) for inner in getattr(each, name))
                for name, prefix in NESTED_PREFIXES.items()
            },
        )
        for each in some
    ]
    going = [each for each in steps if each.phase in fresh]
    fresh_steps = {each.id: new_ids("st") for each in going}
    check_nested(project, NESTED_PREFIXES, new)
    for phase_id in fresh.values():
        check_free(project, "phases", phase_id)
    for step_id in fresh_steps.values():
        check_free(project, "steps", step_id)
    new_steps = [replace(each, id=fresh_steps[each.id], phase=fresh[each.phase]) for each in going]
    journey_map = replace(
        journey_map,
        phases=table.put(journey_map.phases, placed(siblings, new, index)),
        steps=table.put(journey_map.steps, new_steps),
    )
    return (with_map(project, journey_map) if new else project), fresh_steps


def with_lanes(
    project: Project, map_id: str, lanes: Iterable[Lane], *, new_ids: NewIds, below: str = ""
) -> tuple[Project, dict[str, str]]:
    """Copies of `lanes` below the lane `below` of the map (empty: at the bottom); also returns the ids by the old ones.

    Raises EditRefused (`unknown-id`, `id-taken`).
    """
    journey_map = map_of(project, map_id)
    siblings = ordered(journey_map.lanes)
    index = siblings.index(known(journey_map.lanes, below)) + 1 if below else None
    fresh: dict[str, str] = {}
    new: list[Lane] = []
    for each in ordered(lanes):
        fresh[each.id] = new_ids("ln")
        check_free(project, "lanes", fresh[each.id])
        new.append(replace(each, id=fresh[each.id], collapsed=False))
    journey_map = replace(journey_map, lanes=table.put(journey_map.lanes, placed(siblings, new, index)))
    return (with_map(project, journey_map) if new else project), fresh
