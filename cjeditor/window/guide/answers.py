"""What the guide writes into a project: ticks, answers as notes on the map, and whose guidance a phase takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from cjeditor.canvas.selection import Spot
from cjeditor.model.cards import Note
from cjeditor.model.edits.cards import add_note
from cjeditor.model.edits.lanes import add_lane
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.journey_map import JourneyMap, Lane
from cjeditor.model.lookup import known, map_of, ordered
from cjeditor.model.project import Project
from cjeditor.window.guide.current import step_in

KIND = "insight"
"""What kind of note an answer is: something that one knows now."""


@dataclass(frozen=True)
class Answer:
    """An answer that is to become a note, with what the edit needs from outside.

    Attributes:
        phase: the phase whose guide asks.
        question: the question's key.
        text: what was written.
        note: the id of the note to come.
        lane: the id of a lane to come, for a map without a lane for notes.
        lane_name: what that lane is called.
    """

    phase: str
    question: str
    text: str
    note: str
    lane: str
    lane_name: str


def answers_in(journey_map: JourneyMap, phase_id: str) -> Mapping[str, tuple[Note, ...]]:
    """Return the notes in a phase that answer questions, by question, in the order of their numbers."""
    steps = {step.id for step in journey_map.steps if step.phase == phase_id}
    found: defaultdict[str, list[Note]] = defaultdict(list)
    for note in journey_map.notes:
        if note.question is not None and note.step in steps and note.kind != "question":
            found[note.question].append(note)
    return {key: tuple(sorted(notes, key=_number)) for key, notes in found.items()}


def with_answer(project: Project, map_id: str, answer: Answer, focus: Spot | None) -> Project:
    """`project` with the answer as a note, its question ticked off, and a lane for it where there was none.

    It goes into the focused step of the phase, else its first; into the focused lane if that takes notes, else the
    lane that suits best. Raises EditRefused: `unknown-id`, `id-taken`, `field-refused`.
    """
    journey_map = map_of(project, map_id)
    step = step_in(journey_map, answer.phase, focus)
    lane = lane_for(journey_map, focus)
    if lane is None:
        project = add_lane(
            project,
            map_id,
            lane_id=answer.lane,
            name=answer.lane_name,
            note_kind=KIND,
            index=_place_of_new_lane(journey_map),
        )
    project = add_note(
        project,
        map_id,
        id=answer.note,
        step=step,
        lane=answer.lane if lane is None else lane.id,
        kind=KIND,
        text=answer.text,
        question=answer.question,
    )
    return with_tick(project, map_id, answer.phase, answer.question, ticked=True)


def with_tick(project: Project, map_id: str, phase_id: str, question: str, *, ticked: bool) -> Project:
    """`project` with a question of a phase ticked off, or not any more. Raises EditRefused (`unknown-id`)."""
    phase = known(map_of(project, map_id).phases, phase_id)
    if (question in phase.ticked) == ticked:
        return project
    others = tuple(key for key in phase.ticked if key != question)
    return set_phase(project, map_id, phase_id, ticked=(*others, question) if ticked else others)


def with_guidance(project: Project, map_id: str, phase_id: str, framework: str, framework_phase: str) -> Project:
    """`project` with a phase that takes the guidance of a framework's phase, or with empty keys none.

    Raises EditRefused: `unknown-id`, `field-refused`.
    """
    return set_phase(project, map_id, phase_id, framework=framework or None, framework_phase=framework_phase or None)


def lane_for(journey_map: JourneyMap, focus: Spot | None) -> Lane | None:
    """Return the lane that an answer goes into: the focused one, else one for answers, else the nearest; or None."""
    lanes = ordered(journey_map.lanes)
    fitting = [lane for lane in lanes if lane.kind == "notes"]
    if not fitting:
        return None
    places = {lane.id: place for place, lane in enumerate(lanes)}
    at = places.get(focus.lane, 0) if focus is not None else 0

    def distance(lane: Lane) -> tuple[bool, bool, bool, int]:
        away = abs(places[lane.id] - at)
        return (away > 0, lane.note_kind != KIND, lane.collapsed, away)

    return min(fitting, key=distance)


def _place_of_new_lane(journey_map: JourneyMap) -> int | None:
    """Return before which lane a new one stands: above the work behind the scenes, else at the bottom."""
    lanes = ordered(journey_map.lanes)
    return next((place for place, lane in enumerate(lanes) if lane.kind in ("separator", "backstage")), None)


def _number(note: Note) -> int:
    return note.number
