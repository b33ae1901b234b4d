"""Edits of cards: add, set fields, feel, delete, renumber. Moving is in `moves`, copying in `clipping`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from cjeditor.model import table
from cjeditor.model.cards import Card, Feeling, Note, Touchpoint
from cjeditor.model.edits.parts import (
    check_card_references,
    check_free,
    check_nested,
    check_settable,
    placed,
    with_map,
)
from cjeditor.model.edits.removal import remove
from cjeditor.model.fields import NoteKind
from cjeditor.model.journey_map import JourneyMap, Lane
from cjeditor.model.lookup import card, cards, cell_cards, in_journey_order, known, map_of, next_number
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace

FIXED = ("id", "number", "step", "lane", "rank")
"""Fields that a card's setters leave alone: moving and renumbering are edits of their own."""

_ONLY_KIND: Mapping[str, NoteKind] = MappingProxyType(
    {"backstage": "backstage", "metrics": "metric", "images": "image"}
)
"""What a new note is in lanes of these kinds, whatever the lane itself says."""

NEW_RANK = "a0"
"""The rank of a new card until `placed` gives it the right one."""


def add_touchpoint(
    project: Project,
    map_id: str,
    *,
    id: str,  # noqa: A002  as the record's field is called
    step: str,
    lane: str,
    index: int | None = None,
    **fields: Any,
) -> Project:
    """A new touchpoint, before the cell's card at `index` (0-based; None: at the end), with the next free number.

    Raises EditRefused: `unknown-id`, `wrong-lane`, `id-taken`, `wrong-prefix`, `field-fixed`, `field-refused`,
    `unknown-reference`.
    """
    check_free(project, "touchpoints", id)
    check_settable(id, fields, FIXED)
    journey_map = map_of(project, map_id)
    number = next_number(journey_map)
    new = make(Touchpoint, id=id, number=number, step=step, lane=lane, rank=NEW_RANK, **fields)
    check_card_references(project, new)
    check_nested(project, fields, [new])
    return with_map(project, with_new_card(journey_map, new, index))


def add_note(
    project: Project,
    map_id: str,
    *,
    id: str,  # noqa: A002  as the record's field is called
    step: str,
    lane: str,
    index: int | None = None,
    **fields: Any,
) -> Project:
    """A new note, before the cell's card at `index` (0-based; None: at the end), with the next free number.

    Its kind is the lane's unless given. Raises EditRefused as `add_touchpoint` does.
    """
    check_free(project, "notes", id)
    check_settable(id, fields, FIXED)
    journey_map = map_of(project, map_id)
    fields.setdefault("kind", kind_in(known(journey_map.lanes, lane)))
    number = next_number(journey_map)
    new = make(Note, id=id, number=number, step=step, lane=lane, rank=NEW_RANK, **fields)
    check_card_references(project, new)
    return with_map(project, with_new_card(journey_map, new, index))


def kind_in(lane: Lane) -> str:
    """The kind of a new note in `lane`."""
    return _ONLY_KIND.get(lane.kind, lane.note_kind)


def with_new_card(journey_map: JourneyMap, new: Card, index: int | None) -> JourneyMap:
    """The map with a card more, in the cell that it names, before that cell's card at `index`."""
    stay = cell_cards(journey_map, new.step, new.lane)
    check_lane(known(journey_map.lanes, new.lane), new)
    return with_cards(journey_map, placed(stay, [new], index))


def check_lane(lane: Lane, some: Card) -> None:
    """Raise EditRefused (`wrong-lane`) where a lane does not hold cards of this kind."""
    if lane.holds != ("touchpoints" if isinstance(some, Touchpoint) else "notes"):
        raise refused("wrong-lane", some.id, number=some.number, lane=lane.name)


def with_cards(journey_map: JourneyMap, some: Collection[Card]) -> JourneyMap:
    """The map with these cards added, or in place of those with their ids."""
    touchpoints = [each for each in some if isinstance(each, Touchpoint)]
    notes = [each for each in some if isinstance(each, Note)]
    changes: dict[str, Any] = {}
    if touchpoints:
        changes["touchpoints"] = table.put(journey_map.touchpoints, touchpoints)
    if notes:
        changes["notes"] = table.put(journey_map.notes, notes)
    return replace(journey_map, **changes)


def set_touchpoint(project: Project, map_id: str, ids: Collection[str], **fields: Any) -> Project:
    """The same field values for all touchpoints of these ids.

    Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`, `unknown-reference`, `id-taken`.
    """
    journey_map = map_of(project, map_id)
    new = []
    for each in ids:
        check_settable(each, fields, FIXED)
        new.append(replace(known(journey_map.touchpoints, each), **fields))
        check_card_references(project, new[-1])
    check_nested(project, fields, new)
    return with_map(project, with_cards(journey_map, new))


def set_note(project: Project, map_id: str, ids: Collection[str], **fields: Any) -> Project:
    """The same field values for all notes of these ids.

    Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`, `unknown-reference`.
    """
    journey_map = map_of(project, map_id)
    new = []
    for each in ids:
        check_settable(each, fields, FIXED)
        new.append(replace(known(journey_map.notes, each), **fields))
        check_card_references(project, new[-1])
    return with_map(project, with_cards(journey_map, new))


def set_emotion(project: Project, map_id: str, ids: Collection[str], value: int | None) -> Project:
    """The emotion (−2 … +2, None: not asked) of all touchpoints among `ids`; notes among them have none and stay.

    Raises EditRefused: `unknown-id`, `field-refused`, and `no-emotion` where there are only notes.
    """
    journey_map = map_of(project, map_id)
    touchpoints = [each for each in ids if isinstance(card(journey_map, each), Touchpoint)]
    if ids and not touchpoints:
        raise refused("no-emotion", next(iter(ids)))
    return set_touchpoint(project, map_id, touchpoints, emotion=value)


def set_feeling(project: Project, map_id: str, ids: Collection[str], persona_id: str, value: int | None) -> Project:
    """How a persona that is laid over the map feels (−2 … +2, None: not asked) at the touchpoints of these ids.

    Raises EditRefused: `unknown-id` (also of the persona), `field-refused`.
    """
    known(project.personas, persona_id)
    journey_map = map_of(project, map_id)
    new = []
    for each in ids:
        touchpoint = known(journey_map.touchpoints, each)
        others = tuple(one for one in touchpoint.feelings if one.persona != persona_id)
        own = () if value is None else (make(Feeling, persona=persona_id, emotion=value),)
        new.append(replace(touchpoint, feelings=tuple(sorted((*others, *own), key=_by_persona))))
    return with_map(project, with_cards(journey_map, new))


def _by_persona(feeling: Feeling) -> str:
    return feeling.persona


def delete_cards(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """`project` without these cards, their links, the comments and surveys about them, their mention in actions.

    Raises EditRefused (`unknown-id`).
    """
    journey_map = map_of(project, map_id)
    for each in ids:
        card(journey_map, each)
    return remove(project, map_id, ids) if ids else project


def renumber(project: Project, map_id: str) -> Project:
    """All cards numbered from 1 in journey order: step by step, in a step lane by lane, in a cell from the top."""
    journey_map = map_of(project, map_id)
    in_order = in_journey_order(journey_map, cards(journey_map))
    new: list[Card] = [replace(each, number=number) for number, each in enumerate(in_order, start=1)]
    return with_map(project, replace(with_cards(journey_map, new), retired_number=0))
