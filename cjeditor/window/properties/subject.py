"""What the properties are about: some records of a map or the map itself, their values, and edits of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.edits import cards, lanes, maps, phases, steps
from cjeditor.model.fields import Record
from cjeditor.model.lookup import find_card, in_journey_order, map_of, ordered
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.model.table import find
from cjeditor.window.properties.choice_fields import NewName
from cjeditor.window.properties.field import SEVERAL

Kind = Literal["touchpoint", "note", "metric", "cards", "phase", "step", "lane", "map"]

_PROJECT = "project."
_SETTINGS = "settings."


@dataclass(frozen=True)
class Subject:
    """Some records of one kind, or the map with its project.

    Notes that are all metrics are a kind of their own; `cards` are touchpoints and notes together.
    """

    map_id: str
    kind: Kind
    ids: tuple[str, ...] = ()


def subject_of(project: Project, map_id: str, kind: str, ids: Collection[str]) -> Subject:
    """Return what the selection (`kind` and `ids` as it has them) is; ids that are gone are left out."""
    journey_map = map_of(project, map_id)
    if kind == "cards":
        found = in_journey_order(journey_map, [card for one in ids if (card := find_card(journey_map, one))])
        return Subject(map_id, _kind_of(found), tuple(card.id for card in found)) if found else Subject(map_id, "map")
    known: dict[str, tuple[Kind, tuple[str, ...]]] = {
        "phases": ("phase", tuple(one.id for one in ordered(journey_map.phases) if one.id in ids)),
        "steps": ("step", tuple(one.id for one in ordered(journey_map.steps) if one.id in ids)),
        "lanes": ("lane", tuple(one.id for one in ordered(journey_map.lanes) if one.id in ids)),
    }
    what, present = known.get(kind, ("map", ()))
    return Subject(map_id, what, present) if present else Subject(map_id, "map")


def _kind_of(some: Sequence[Card]) -> Kind:
    kinds: set[Kind] = {_kind_of_card(one) for one in some}
    if len(kinds) == 1:
        return kinds.pop()
    return "cards" if "touchpoint" in kinds else "note"


def _kind_of_card(card: Card) -> Kind:
    if isinstance(card, Touchpoint):
        return "touchpoint"
    return "metric" if card.kind == "metric" else "note"


def records(project: Project, subject: Subject) -> Sequence[Record]:
    """Return the records that the subject names, as they are now."""
    journey_map = map_of(project, subject.map_id)
    if subject.kind == "map":
        return [journey_map]
    if subject.kind in ("touchpoint", "note", "metric", "cards"):
        return [card for one in subject.ids if (card := find_card(journey_map, one)) is not None]
    table: tuple[Any, ...] = getattr(journey_map, f"{subject.kind}s")
    return [record for one in subject.ids if (record := find(table, one)) is not None]


def value(project: Project, some: Sequence[Record], key: str) -> object:
    """Return what all of `some` have in the field `key`, or `SEVERAL`; keys of the project begin with `project.`."""
    if key.startswith(_PROJECT):
        return getattr(project, key.removeprefix(_PROJECT))
    if key.startswith(_SETTINGS):
        return getattr(project.settings, key.removeprefix(_SETTINGS))
    first = getattr(some[0], key)
    return first if all(getattr(one, key) == first for one in some) else SEVERAL


def with_value(project: Project, subject: Subject, key: str, wanted: object) -> Project:
    """Return `project` with the field `key` of all that the subject names set to `wanted`.

    Raises:
        EditRefused: the model does not allow that value.
    """
    if isinstance(wanted, NewName):
        project = _with_new(project, key, wanted)
        wanted = wanted.id
    fields = {key: wanted}
    map_id = subject.map_id
    match subject.kind:
        case "touchpoint" | "note" | "metric" | "cards":
            return _with_card_fields(project, subject, fields)
        case "phase":
            for one in subject.ids:
                project = phases.set_phase(project, map_id, one, **fields)
        case "step":
            for one in subject.ids:
                project = steps.set_step(project, map_id, one, **fields)
        case "lane":
            for one in subject.ids:
                project = lanes.set_lane(project, map_id, one, **fields)
        case "map":
            return _with_map_fields(project, map_id, key, wanted)
    return project


def _with_card_fields(project: Project, subject: Subject, fields: dict[str, Any]) -> Project:
    touchpoints = [one for one in subject.ids if one.startswith("tp_")]
    notes = [one for one in subject.ids if not one.startswith("tp_")]
    if touchpoints:
        project = cards.set_touchpoint(project, subject.map_id, touchpoints, **fields)
    return cards.set_note(project, subject.map_id, notes, **fields) if notes else project


def _with_map_fields(project: Project, map_id: str, key: str, wanted: Any) -> Project:
    if key.startswith(_PROJECT):
        return maps.set_project(project, **{key.removeprefix(_PROJECT): wanted})
    if key.startswith(_SETTINGS):
        settings = replace(project.settings, **{key.removeprefix(_SETTINGS): wanted})
        return maps.set_project(project, settings=settings)
    return maps.set_map(project, map_id, **{key: wanted})


def _with_new(project: Project, key: str, wanted: NewName) -> Project:
    if key == "channel":
        return maps.add_channel(project, channel_id=wanted.id, name=wanted.name)
    return maps.add_persona(project, persona_id=wanted.id, name=wanted.name)
