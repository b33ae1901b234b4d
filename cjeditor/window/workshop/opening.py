"""Opens on the map what a step of the agenda is about."""

from __future__ import annotations

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.selection import Spot
from cjeditor.model import table
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered, steps_of
from cjeditor.model.project import AgendaStep, Project


def open_on(canvas: MapCanvas, step: AgendaStep) -> None:
    """Move the focus of the map to the phase and the first lane of `step`, on the map that has them.

    A step that names neither leaves everything as it is, and so does a text that is being written and refused.
    """
    wanted = [each for each in (step.phase, *step.lanes) if each is not None]
    if not wanted or not canvas.finish_editing():
        return
    found = _map_with(canvas.desk.document.project, wanted[0], canvas.map_id)
    if found is None:
        return
    if found.id != canvas.map_id:
        canvas.show_map(found.id)
    spot = _spot(found, step, canvas.selection.focus)
    if spot is not None:
        canvas.desk.focus_on(spot)


def _map_with(project: Project, record_id: str, shown: str) -> JourneyMap | None:
    some = sorted(ordered(project.maps), key=lambda each: each.id != shown)
    return next(
        (each for each in some if table.find(each.phases, record_id) or table.find(each.lanes, record_id)), None
    )


def _spot(journey_map: JourneyMap, step: AgendaStep, focus: Spot | None) -> Spot | None:
    """Return where the focus goes: what the step leaves open stays as it was."""
    lanes = [lane.id for lane in ordered(journey_map.lanes)]
    lane = next((each for each in step.lanes if each in lanes), focus.lane if focus else "")
    phase = step.phase if step.phase is not None and table.find(journey_map.phases, step.phase) else None
    column = steps_of(journey_map, phase)[0].id if phase is not None else focus.step if focus else ""
    if lane not in lanes or table.find(journey_map.steps, column) is None:
        return None
    return Spot(column, lane, "")
