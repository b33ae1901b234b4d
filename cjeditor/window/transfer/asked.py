"""What is asked for when cards go to another map, and the edit that does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cjeditor.model.edits.maps import add_map
from cjeditor.model.edits.transfer import Route, move_to_map, route_to
from cjeditor.model.ids import new_id
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import card, map_of, ordered
from cjeditor.model.matching import Match
from cjeditor.model.project import Project

NEW_MAP = ""
"""Stands for a map that there is not yet."""


@dataclass(frozen=True)
class Transfer:
    """Cards of one map that go to another one.

    Attributes:
        map_id: the map that they lie on.
        ids: the cards.
        target: the other map, or `NEW_MAP`.
        copies: whether they stay, and copies go.
        steps: by each step that a card lies in, the other map's; an empty id stands for a copy of its phase.
        lanes: the same for lanes.
    """

    map_id: str
    ids: tuple[str, ...]
    target: str
    copies: bool = False
    steps: Mapping[str, str] = field(default_factory=dict)
    lanes: Mapping[str, str] = field(default_factory=dict)


def route(project: Project, map_id: str, ids: tuple[str, ...], target: str) -> Route:
    """Return what on the target is the same as the cards' steps and lanes; on a new map nothing is."""
    if target != NEW_MAP:
        return route_to(project, map_id, ids, target)
    source = map_of(project, map_id)
    some = [card(source, each) for each in ids]
    return Route({each.step: Match() for each in some}, {each.lane: Match() for each in some})


def done(project: Project, asked: Transfer, title: str) -> tuple[Project, tuple[str, ...]]:
    """Return the project after the transfer, and the cards' ids there; a new map is called `title`.

    Raises:
        EditRefused: as `move_to_map` does.
    """
    target = asked.target
    if target == NEW_MAP:
        target = new_id("map")
        at = ordered(project.maps).index(map_of(project, asked.map_id)) + 1
        source = map_of(project, asked.map_id)
        fresh = JourneyMap(id=target, rank="a0", title=title, framework=source.framework)
        project = add_map(project, fresh, at)
    return move_to_map(
        project,
        asked.map_id,
        asked.ids,
        target,
        steps=asked.steps,
        lanes=asked.lanes,
        new_ids=new_id,
        copies=asked.copies,
    )
