"""Ready plans for workshops: what is done when, what the facilitator says, and which parts of a map each step opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import Field

from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read
from cjeditor.model.fields import AgendaKind, Language, NoteKind
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import ordered

LaneRole = Literal["touchpoints", "quotes", "emotion", "pains", "opportunities"]
"""What a step needs a lane for; a map has such a lane, one like it, or none."""

_NOTES: Mapping[LaneRole, tuple[NoteKind, ...]] = MappingProxyType(
    {
        "quotes": ("quote", "thought", "goal", "need"),
        "pains": ("pain_point",),
        "opportunities": ("opportunity", "how_might_we", "pain_point"),
    }
)
"""The kinds of notes that fit a role, the best one first."""

_PHASE = "{phase}"


class PlannedStep(Entry):
    """What is done, said and asked in one step. In the title of one that is done phase by phase stands ``{phase}``."""

    key: CatalogueKey
    kind: AgendaKind
    title: Wordings
    question: Wordings | None = None
    script: Wordings
    lanes: tuple[LaneRole, ...] = ()


class Slot(Entry):
    """A step in a plan: how long it takes, and over how many phases that is spread at most; 0 for no phase at all."""

    step: CatalogueKey
    minutes: Annotated[int, Field(ge=1, le=480)]
    phases: Annotated[int, Field(ge=0, le=9)] = 0


class Plan(Entry):
    """A plan as people choose it; its minutes are those of its slots together."""

    key: CatalogueKey
    name: Wordings
    sentence: Wordings
    minutes: Annotated[int, Field(ge=1, le=1440)]
    slots: Annotated[tuple[Slot, ...], Field(alias="steps", min_length=1)]


class _File(Entry):
    steps: tuple[PlannedStep, ...]
    plans: tuple[Plan, ...]


def plans() -> tuple[Plan, ...]:
    """Return the plans, the shortest first; raises `CatalogueBroken`."""
    return _own().plans


def plan(key: str) -> Plan | None:
    """Return the plan with this key, or nothing."""
    return next((one for one in plans() if one.key == key), None)


def planned_steps() -> Mapping[str, PlannedStep]:
    """Return what can be a step of a plan, by key; raises `CatalogueBroken`."""
    return MappingProxyType({one.key: one for one in _own().steps})


def agenda_of(chosen: Plan, journey_map: JourneyMap, language: Language) -> list[dict[str, Any]]:
    """Return the fields of an agenda's steps, as `replace_agenda` takes them.

    A slot that is spread over phases becomes a step for each of the map's weightiest ones, from left to right, with
    the minutes shared out so that not one is lost.
    """
    return [fields for slot in chosen.slots for fields in _fields(slot, journey_map, language)]


def _fields(slot: Slot, journey_map: JourneyMap, language: Language) -> Iterator[dict[str, Any]]:
    step = planned_steps()[slot.step]
    title = step.title.in_language(language)
    common = {
        "kind": step.kind,
        "script": step.script.in_language(language),
        "question": step.question.in_language(language) if step.question else "",
        "lanes": _lanes(step, journey_map),
    }
    phases = _weightiest(journey_map, min(slot.phases, slot.minutes))
    if not phases:
        alone = title.removeprefix(f"{_PHASE}: ")
        yield {**common, "title": alone[0].upper() + alone[1:], "minutes": slot.minutes}
        return
    share, rest = divmod(slot.minutes, len(phases))
    for position, phase in enumerate(phases):
        named = title.replace(_PHASE, phase.name.strip() or f"{position + 1}")
        yield {**common, "title": named, "minutes": share + (position < rest), "phase": phase.id}


def _weightiest(journey_map: JourneyMap, most: int) -> list[Phase]:
    phases = ordered(journey_map.phases)
    chosen = sorted(phases, key=lambda phase: -phase.weight)[:most]
    return [phase for phase in phases if phase in chosen]


def _lanes(step: PlannedStep, journey_map: JourneyMap) -> tuple[str, ...]:
    found = (_lane(role, journey_map) for role in step.lanes)
    return tuple(dict.fromkeys(lane for lane in found if lane))


def _lane(role: LaneRole, journey_map: JourneyMap) -> str:
    lanes = ordered(journey_map.lanes)
    for kind in _NOTES.get(role, ()):
        for lane in lanes:
            if lane.kind == "notes" and lane.note_kind == kind:
                return lane.id
    return next((lane.id for lane in lanes if lane.kind == role), "")


@cache
def _own() -> _File:
    return read("agendas.json", _File)
