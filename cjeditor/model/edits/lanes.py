"""Edits of lanes, the rows of a map: add, set fields, move, split, merge, delete."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cjeditor.model import table
from cjeditor.model.cards import Card
from cjeditor.model.edits.cards import with_cards
from cjeditor.model.edits.merging import joined, with_cells_merged, with_mentions_moved
from cjeditor.model.edits.parts import check_free, check_settable, is_in_place, placed, with_map
from cjeditor.model.edits.removal import remove
from cjeditor.model.journey_map import JourneyMap, Lane
from cjeditor.model.lookup import card, cards, known, map_of, ordered
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace

FIXED = ("id", "rank")
"""Fields that `set_lane` leaves alone."""

_NEW_RANK = "a0"  # until `placed` gives the right one
_WIDEST_FIRST = ("everyone", "team", "facilitator")


def add_lane(
    project: Project,
    map_id: str,
    *,
    lane_id: str,
    kind: str = "notes",
    name: str = "",
    index: int | None = None,
    **fields: Any,
) -> Project:
    """A new lane, before the lane at `index` (0-based; None: at the bottom). `fields`: question, note_kind and so on.

    Raises EditRefused: `unknown-id`, `id-taken`, `wrong-prefix`, `field-fixed`, `field-refused`.
    """
    check_free(project, "lanes", lane_id)
    check_settable(lane_id, fields, FIXED)
    journey_map = map_of(project, map_id)
    new = make(Lane, id=lane_id, rank=_NEW_RANK, kind=kind, name=name, **fields)
    return with_map(project, _with_lanes(journey_map, placed(ordered(journey_map.lanes), [new], index)))


def set_lane(project: Project, map_id: str, lane_id: str, **fields: Any) -> Project:
    """Other field values for a lane.

    Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`, and `lane-not-empty` where its new kind would not
    hold the cards that lie in it.
    """
    check_settable(lane_id, fields, FIXED)
    journey_map = map_of(project, map_id)
    old = known(journey_map.lanes, lane_id)
    new = replace(old, **fields)
    if new.holds != old.holds and any(each.lane == lane_id for each in cards(journey_map)):
        raise refused("lane-not-empty", lane_id, name=old.name)
    return with_map(project, _with_lanes(journey_map, [new]))


def move_lane(project: Project, map_id: str, lane_id: str, index: int) -> Project:
    """The lane, with its cards, to the place `index` (0-based) among the others; too far means the bottom.

    Raises EditRefused (`unknown-id`).
    """
    journey_map = map_of(project, map_id)
    lane = known(journey_map.lanes, lane_id)
    siblings = ordered(journey_map.lanes)
    if is_in_place(siblings, [lane], index):
        return project
    stay = [each for each in siblings if each is not lane]
    return with_map(project, _with_lanes(journey_map, placed(stay, [lane], index)))


def split_lane(
    project: Project, map_id: str, lane_id: str, *, new_lane_id: str, moved: Collection[str] = (), name: str = ""
) -> Project:
    """A new lane of the same kind below this one, to which the cards `moved` go; they keep step and order.

    Raises EditRefused: `unknown-id`, `id-taken`, `wrong-prefix`, `not-here` (a card lies in another lane).
    """
    check_free(project, "lanes", new_lane_id)
    journey_map = map_of(project, map_id)
    lane = known(journey_map.lanes, lane_id)
    siblings = ordered(journey_map.lanes)
    new = replace(lane, id=new_lane_id, name=name)
    going: list[Card] = []
    for each in moved:
        found = card(journey_map, each)
        if found.lane != lane_id:
            raise refused("not-here", each, number=found.number)
        going.append(replace(found, lane=new_lane_id))
    journey_map = _with_lanes(journey_map, placed(siblings, [new], siblings.index(lane) + 1))
    return with_map(project, with_cards(journey_map, going))


def merge_lanes(project: Project, map_id: str, first_id: str, second_id: str) -> Project:
    """Two lanes as one, under the id of the upper one; in each cell its cards come first.

    They must hold the same kind of card, but need not be neighbours. Whoever might not see one of them does not see
    the merged lane. Raises EditRefused: `unknown-id`, `not-adjacent` (a lane with itself), `different-lanes`,
    `field-refused` (texts too long together).
    """
    journey_map = map_of(project, map_id)
    siblings = ordered(journey_map.lanes)
    first, second = sorted(
        (known(journey_map.lanes, first_id), known(journey_map.lanes, second_id)), key=siblings.index
    )
    if first is second:
        raise refused("not-adjacent", first_id)
    if first.holds != second.holds or (not first.holds and first.kind != second.kind):
        raise refused("different-lanes", first_id)
    merged = replace(
        first,
        name=joined(first.name, second.name, " / "),
        question=joined(first.question, second.question, "\n"),
        min_height=max(first.min_height, second.min_height),
        collapsed=first.collapsed and second.collapsed,
        audience=max(first.audience, second.audience, key=_WIDEST_FIRST.index),
    )
    pairs = (((step.id, second.id), (step.id, first.id)) for step in journey_map.steps)
    journey_map = with_cells_merged(journey_map, pairs)
    journey_map = replace(journey_map, lanes=table.put(table.without(journey_map.lanes, [second.id]), [merged]))
    return with_map(*with_mentions_moved(project, journey_map, second.id, first.id))


def delete_lanes(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """`project` without these lanes, their cards and links. Raises EditRefused (`unknown-id`)."""
    journey_map = map_of(project, map_id)
    for each in ids:
        known(journey_map.lanes, each)
    return remove(project, map_id, ids) if ids else project


def _with_lanes(journey_map: JourneyMap, lanes: Collection[Lane]) -> JourneyMap:
    return replace(journey_map, lanes=table.put(journey_map.lanes, lanes))
