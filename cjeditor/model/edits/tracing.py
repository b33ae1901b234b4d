"""The trace: pain point, how might we, opportunity, action, future touchpoint, KPI, each made from the one before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from cjeditor.model.cards import Note
from cjeditor.model.edits.actions import set_actions
from cjeditor.model.edits.cards import add_touchpoint
from cjeditor.model.fields import NoteKind
from cjeditor.model.journey_map import JourneyMap, Lane
from cjeditor.model.lookup import cell_cards, find_card, known, map_of, ordered, ordered_steps, steps_of
from cjeditor.model.problem import refused
from cjeditor.model.project import Action, Project

NewIds = Callable[[str], str]
"""Gives a new id that begins with the given prefix."""

NOTE_AFTER: Mapping[NoteKind, NoteKind] = MappingProxyType(
    {"pain_point": "how_might_we", "how_might_we": "opportunity"}
)
"""The kind of note that a note of the trace leads to."""


class NotePlace(NamedTuple):
    """Where the next note of the trace goes: its kind, its cell, and before which of the cell's cards (0-based)."""

    kind: NoteKind
    step: str
    lane: str
    at: int


class FuturePlace(NamedTuple):
    """The cell in which a future touchpoint begins."""

    map: str
    step: str
    lane: str


def place_of_next(journey_map: JourneyMap, note: Note) -> NotePlace:
    """Where the note goes that `note` leads to: into the lane of its kind, in the same step.

    Where no lane is for that kind, right below `note`. Raises EditRefused (`end-of-trace`) for other kinds of notes.
    """
    kind = NOTE_AFTER.get(note.kind)
    if kind is None:
        raise refused("end-of-trace", note.id)
    own = next((each for each in ordered(journey_map.lanes) if each.kind == "notes" and each.note_kind == kind), None)
    lane = note.lane if own is None else own.id
    cell = [each.id for each in cell_cards(journey_map, note.step, lane)]
    return NotePlace(kind, note.step, lane, cell.index(note.id) + 1 if note.id in cell else len(cell))


def future_of(project: Project, map_id: str) -> JourneyMap:
    """The map of the future state that was made of this one; this one where there is none or it is one itself.

    Raises EditRefused (`unknown-id`).
    """
    here = map_of(project, map_id)
    if here.state == "future":
        return here
    heirs = (each for each in ordered(project.maps) if each.state == "future" and each.origin == map_id)
    return next(heirs, here)


def future_place(project: Project, action: Action, map_id: str) -> FuturePlace:
    """Where the future touchpoint of an action begins: where its first card lies, on the map of the future state.

    The step there is the copy of that card's, else the first one of the phase that was copied from the card's phase,
    has its name, or stands where that stands. `map_id` is taken where the action has no card. Raises EditRefused:
    `unknown-id`, `no-lane` (nothing there holds touchpoints), `end-of-trace` (there is not even a step).
    """
    found = ((each, card) for one in action.cards for each in project.maps if (card := find_card(each, one)))
    source, card = next(found, (map_of(project, map_id), None))
    target = future_of(project, source.id)
    lanes = [each for each in ordered(target.lanes) if each.holds == "touchpoints"]
    if not lanes:
        raise refused("no-lane", target.id, table="touchpoints")
    if not target.steps:
        raise refused("end-of-trace", action.id)
    step = ordered_steps(target)[0].id if card is None else _step_there(source, card.step, target)
    return FuturePlace(target.id, step, _lane_there(card.lane if card else "", lanes).id)


def add_future_touchpoint(
    project: Project, action_id: str, map_id: str, *, new_ids: NewIds
) -> tuple[Project, FuturePlace, str]:
    """A touchpoint that comes of an action, called as the action; also returns where it lies and its id.

    Raises EditRefused as `future_place` does.
    """
    action = known(project.actions, action_id)
    place = future_place(project, action, map_id)
    made = new_ids("tp")
    new = add_touchpoint(project, place.map, id=made, step=place.step, lane=place.lane, title=action.title)
    return set_actions(new, [action_id], touchpoints=(*action.touchpoints, made)), place, made


def _step_there(source: JourneyMap, step_id: str, target: JourneyMap) -> str:
    if source is target:
        return step_id
    copies = [each.id for each in ordered_steps(target) if each.origin == step_id]
    if copies:
        return copies[0]
    phase = known(source.phases, known(source.steps, step_id).phase)
    there = ordered(target.phases)
    named = [each for each in there if phase.name.strip() and _plain(each.name) == _plain(phase.name)]
    at = min(ordered(source.phases).index(phase), len(there) - 1)
    same = [each for each in there if each.origin == phase.id] or named or [there[at]]
    return steps_of(target, same[0].id)[0].id


def _lane_there(lane_id: str, lanes: list[Lane]) -> Lane:
    """The one of `lanes` that is, or was copied from, the card's; else the first."""
    return next((each for each in lanes if lane_id and lane_id in (each.id, each.origin)), lanes[0])


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
