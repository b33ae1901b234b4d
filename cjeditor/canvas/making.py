"""New phases, whole frameworks and lanes with all that the catalogue knows about them, in the project's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjeditor.canvas.blocks import Block
from cjeditor.catalogue.frameworks import framework, frameworks
from cjeditor.catalogue.lanes import standard_lanes
from cjeditor.catalogue.templates import first_phase_names
from cjeditor.model.edits.lanes import add_lane
from cjeditor.model.edits.maps import set_map
from cjeditor.model.edits.phases import add_phase, delete_phases
from cjeditor.model.lookup import map_of, ordered

if TYPE_CHECKING:
    from collections.abc import Callable

    from cjeditor.canvas.desk import Desk
    from cjeditor.model.journey_map import JourneyMap
    from cjeditor.model.project import Project


def phase_maker(desk: Desk, block: Block, index: int | None) -> tuple[str, Callable[[Project], Project]]:
    """Return the id of a new phase and the edit that adds it before the phase at `index` (None: at the end)."""
    phase_id, step_id = desk.new_id("phases"), desk.new_id("steps")

    def edit(project: Project) -> Project:
        fields = _phase_fields(project, block, desk.map_id, index)
        return add_phase(project, desk.map_id, phase_id=phase_id, step_id=step_id, index=index, **fields)

    return phase_id, edit


def framework_maker(desk: Desk, block: Block) -> tuple[list[str], Callable[[Project], Project]]:
    """Return the ids of a framework's phases, and the edit that puts them behind those of the map.

    A lone phase that nobody has touched makes way; a map without framework follows this one from now on.
    """
    known = framework(block.framework)
    parts = [phase.key for phase in known.phases] if known is not None else []
    made = [phase_maker(desk, Block("phase", framework=block.framework, framework_phase=part), None) for part in parts]

    def edit(project: Project) -> Project:
        before = map_of(project, desk.map_id)
        for _phase_id, add in made:
            project = add(project)
        if made and _is_untouched(before):
            project = delete_phases(project, desk.map_id, [before.phases[0].id])
        if made and before.framework is None:
            project = set_map(project, desk.map_id, framework=block.framework)
        return project

    return [phase_id for phase_id, _add in made], edit


def lane_maker(desk: Desk, block: Block, index: int | None) -> tuple[str, Callable[[Project], Project]]:
    """Return the id of a new lane and the edit that adds it before the lane at `index` (None: at the bottom)."""
    lane_id = desk.new_id("lanes")

    def edit(project: Project) -> Project:
        fields = _lane_fields(project, block)
        return add_lane(project, desk.map_id, lane_id=lane_id, kind=block.lane_kind, index=index, **fields)

    return lane_id, edit


def _is_untouched(journey_map: JourneyMap) -> bool:
    """Return whether the map has nothing but one phase as it comes with a map."""
    if len(journey_map.phases) != 1 or journey_map.touchpoints or journey_map.notes:
        return False
    phase, steps = journey_map.phases[0], journey_map.steps
    named = bool(phase.name.strip()) and phase.name not in first_phase_names()
    filled = phase.framework or phase.description or phase.duration or phase.drop_off_points or phase.kpis
    return not named and not filled and len(steps) == 1 and not steps[0].name


def _phase_fields(project: Project, block: Block, map_id: str, index: int | None) -> dict[str, Any]:
    known = framework(block.framework)
    entry = known.phase(block.framework_phase) if known is not None else None
    if entry is None:
        return {"name": block.title, "colour": _fresh_colour(project, map_id, index)}
    return {
        "name": block.title or entry.name.in_language(project.language),
        "colour": entry.colour,
        "framework": block.framework,
        "framework_phase": block.framework_phase,
        "funnel_stage": entry.funnel_stage,
        "description": entry.purpose.in_language(project.language),
    }


def _fresh_colour(project: Project, map_id: str, index: int | None) -> str:
    """Return the first colour of the palette that the neighbours do not have, rather one that no phase has."""
    phases = ordered(map_of(project, map_id).phases)
    at = len(phases) if index is None else index
    palette = list(dict.fromkeys(phase.colour for one in frameworks() for phase in one.phases))
    used = {phase.colour for phase in phases}
    beside = {phase.colour for phase in phases[max(0, at - 1) : at + 1]}
    free = [colour for colour in palette if colour not in used]
    return (free or [colour for colour in palette if colour not in beside])[0]


def _lane_fields(project: Project, block: Block) -> dict[str, Any]:
    """Return name, question and note kind; a lane of the standard ones is called as in the project's language."""
    fields: dict[str, Any] = {"name": block.title}
    if block.note_kind:
        fields["note_kind"] = block.note_kind
    for lane in standard_lanes():
        names = (lane.name.in_language("en"), lane.name.in_language("de"))
        same = block.title in names if block.title else _same_kind(block, lane.kind, lane.note_kind)
        if same and lane.kind == block.lane_kind:
            fields["name"] = lane.name.in_language(project.language)
            fields["question"] = lane.question.in_language(project.language) if lane.question else ""
            break
    return fields


def _same_kind(block: Block, kind: str, note_kind: str) -> bool:
    return kind == block.lane_kind and (not block.note_kind or note_kind == block.note_kind)
