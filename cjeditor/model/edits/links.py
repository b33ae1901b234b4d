"""Edits of links, the arrows between cards: add, set fields, delete."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cjeditor.model import table
from cjeditor.model.cards import Link
from cjeditor.model.edits.parts import check_free, check_settable, with_map
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import card, known, map_of
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace

FIXED = ("id",)
"""Fields that `set_link` leaves alone; its ends may be set."""


def add_link(project: Project, map_id: str, *, link_id: str, source: str, target: str, **fields: Any) -> Project:
    """An arrow from the card `source` to the card `target`. `fields`: label, hand_off.

    Raises EditRefused: `unknown-id`, `link-to-itself`, `link-twice`, `id-taken`, `wrong-prefix`, `field-refused`.
    """
    check_free(project, "links", link_id)
    journey_map = map_of(project, map_id)
    new = make(Link, id=link_id, source=source, target=target, **fields)
    return with_map(project, _with_link(journey_map, new))


def set_link(project: Project, map_id: str, link_id: str, **fields: Any) -> Project:
    """Other field values for a link. Raises EditRefused as `add_link` does, and `field-fixed`."""
    check_settable(link_id, fields, FIXED)
    journey_map = map_of(project, map_id)
    return with_map(project, _with_link(journey_map, replace(known(journey_map.links, link_id), **fields)))


def delete_links(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """`project` without these links. Raises EditRefused (`unknown-id`)."""
    journey_map = map_of(project, map_id)
    for each in ids:
        known(journey_map.links, each)
    return with_map(project, replace(journey_map, links=table.without(journey_map.links, set(ids))))


def _with_link(journey_map: JourneyMap, new: Link) -> JourneyMap:
    card(journey_map, new.source)
    card(journey_map, new.target)
    if new.source == new.target:
        raise refused("link-to-itself", new.id)
    ends = (new.source, new.target)
    if any((each.source, each.target) == ends and each.id != new.id for each in journey_map.links):
        raise refused("link-twice", new.id)
    return replace(journey_map, links=table.put(journey_map.links, (new,)))
