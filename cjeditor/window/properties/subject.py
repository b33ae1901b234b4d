"""What the properties are about: some records of a map or the map itself, and their values. Edits are in `edits`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from cjeditor.model.cards import Card, Link, Touchpoint
from cjeditor.model.fields import Record
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import card, find_card, in_journey_order, map_of, ordered
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.window.properties.field import SEVERAL
from cjeditor.window.properties.shared import Holders

Kind = Literal["touchpoint", "note", "metric", "picture", "cards", "phase", "step", "lane", "other_lane", "link", "map"]
CARDS: Final = ("touchpoint", "note", "metric", "picture", "cards")

_LANES_OF_ANY_NOTES: Final = ("notes", "backstage")

PROJECT: Final = "project."
SETTINGS: Final = "settings."
"""Fields of the project and of its settings are shown with the map; these begin their keys."""

FRAMEWORK_PHASE: Final = "framework_phase"
"""Its value is a pair: the framework and the phase in it."""


@dataclass(frozen=True)
class Subject:
    """Some records of one kind, or the map with its project.

    Notes that are all metrics, or all pictures, are a kind of their own; `cards` are touchpoints and notes together.
    An `other_lane` has no choice of what new notes in it are; nor have lanes of several kinds together.
    """

    map_id: str
    kind: Kind
    ids: tuple[str, ...] = ()


def subject_of(project: Project, map_id: str, kind: str, ids: Collection[str]) -> Subject:
    """Return what the selection (`kind` and `ids` as it has them) is; ids that are gone are left out."""
    journey_map = map_of(project, map_id)
    if kind == "cards":
        found = in_journey_order(journey_map, [one for each in ids if (one := find_card(journey_map, each))])
        return Subject(map_id, _kind_of(found), tuple(one.id for one in found)) if found else Subject(map_id, "map")
    known: dict[str, tuple[Kind, tuple[str, ...]]] = {
        "phases": ("phase", tuple(one.id for one in ordered(journey_map.phases) if one.id in ids)),
        "steps": ("step", tuple(one.id for one in ordered(journey_map.steps) if one.id in ids)),
        "lanes": (
            _kind_of_lanes(journey_map, ids),
            tuple(one.id for one in ordered(journey_map.lanes) if one.id in ids),
        ),
        "links": ("link", tuple(one.id for one in journey_map.links if one.id in ids)),
    }
    what, present = known.get(kind, ("map", ()))
    return Subject(map_id, what, present) if present else Subject(map_id, "map")


def _kind_of_lanes(journey_map: JourneyMap, ids: Collection[str]) -> Kind:
    chosen = (one.kind for one in journey_map.lanes if one.id in ids)
    return "lane" if all(kind in _LANES_OF_ANY_NOTES for kind in chosen) else "other_lane"


def _kind_of(some: Sequence[Card]) -> Kind:
    kinds: set[Kind] = {_kind_of_card(one) for one in some}
    if len(kinds) == 1:
        return kinds.pop()
    return "cards" if "touchpoint" in kinds else "note"


def _kind_of_card(card: Card) -> Kind:
    if isinstance(card, Touchpoint):
        return "touchpoint"
    if card.kind == "image":
        return "picture"
    return "metric" if card.kind == "metric" else "note"


def records(project: Project, subject: Subject) -> Sequence[Record]:
    """Return the records that the subject names, as they are now."""
    journey_map = map_of(project, subject.map_id)
    if subject.kind == "map":
        return [journey_map]
    if subject.kind in CARDS:
        return [found for one in subject.ids if (found := find_card(journey_map, one)) is not None]
    table: tuple[Any, ...] = getattr(journey_map, f"{subject.kind.removeprefix('other_')}s")
    return [record for one in subject.ids if (record := find(table, one)) is not None]


def value(project: Project, some: Sequence[Record], key: str) -> object:
    """Return what all of `some` have in the field `key`, or `SEVERAL`; keys of the project begin with `project.`."""
    if key.startswith(PROJECT):
        return getattr(project, key.removeprefix(PROJECT))
    if key.startswith(SETTINGS):
        return getattr(project.settings, key.removeprefix(SETTINGS))
    first = _value(some[0], key)
    return first if all(_value(one, key) == first for one in some) else SEVERAL


def holders(journey_map: JourneyMap, some: Sequence[Record], key: str) -> Holders:
    """Return what each of `some` holds in a field of several values; `links` are those from and to a card."""
    if key == "links":
        return tuple(links_of(journey_map, one) for one in some)
    return tuple(getattr(one, key) for one in some)


def links_of(journey_map: JourneyMap, some: Record) -> tuple[Link, ...]:
    """Return the links of a card: first those that leave it, each by the number of the card at the other end."""
    own = getattr(some, "id", "")
    leaving = [(card(journey_map, one.target).number, one) for one in journey_map.links if one.source == own]
    coming = [(card(journey_map, one.source).number, one) for one in journey_map.links if one.target == own]
    return tuple(one for _number, one in (*sorted(leaving, key=_number_of), *sorted(coming, key=_number_of)))


def _value(record: Record, key: str) -> object:
    if key == FRAMEWORK_PHASE and isinstance(record, Phase):
        return (record.framework, record.framework_phase)
    return getattr(record, key)


def _number_of(pair: tuple[int, Link]) -> tuple[int, str]:
    return pair[0], pair[1].id
