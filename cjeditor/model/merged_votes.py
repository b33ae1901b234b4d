"""Votes of a merged project: what people typed on cards is merged, the dots of rounds follow the rounds that stay.

A card shows the dots of all closed rounds together with what was typed there. Merged like any other number, a round
that one side closed would leave dots on cards that no round knows of where the other side's version of it stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from cjeditor.model.fields import MOST_COUNT
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.model.table import put

CARDS = ("touchpoints", "notes")
"""The tables of a map that hold what people vote on."""

Sides = tuple[int | None, int, int]
"""Votes as they would be with what was typed in the beginning (None: not known), by mine, and by theirs."""

Choose = Callable[[tuple[str, str, str], Sides], bool]
"""Takes map id, table and card id, and both sides' votes; returns whether mine is taken."""


class Votes:
    """What was typed on the cards of all three states."""

    def __init__(self, base: Project | None, mine: Project, theirs: Project) -> None:
        self._base = {} if base is None else _typed(base)
        self._mine = _typed(mine)
        self._theirs = _typed(theirs)

    def put_into(self, project: Project, is_mine: Choose) -> Project:
        """Return the merged project with the votes that its cards have now; `is_mine` decides where both typed."""
        changed = [new for each in project.maps if (new := self._put_into_map(each, is_mine)) is not each]
        return replace(project, maps=put(project.maps, changed)) if changed else project

    def _put_into_map(self, journey_map: JourneyMap, is_mine: Choose) -> JourneyMap:
        dots = _dots(journey_map)
        changes: dict[str, Any] = {}
        for table in CARDS:
            changed = []
            for card in getattr(journey_map, table):
                typed = self._merged((journey_map.id, table, card.id), dots[card.id], is_mine)
                if (votes := _within(typed + dots[card.id])) != card.votes:
                    changed.append(replace(card, votes=votes))
            if changed:
                changes[table] = put(getattr(journey_map, table), changed)
        return replace(journey_map, **changes) if changes else journey_map

    def _merged(self, place: tuple[str, str, str], dots: int, is_mine: Choose) -> int:
        before, mine, theirs = (side.get(place[2]) for side in (self._base, self._mine, self._theirs))
        if mine is None or theirs is None:
            return next((votes for votes in (mine, theirs, before) if votes is not None), 0)
        if theirs in (mine, before):
            return mine
        if mine == before:
            return theirs
        shown = (None if before is None else _within(before + dots), _within(mine + dots), _within(theirs + dots))
        return mine if is_mine(place, shown) else theirs


def _typed(project: Project) -> dict[str, int]:
    """Return what was typed on each card, by its id; less than nothing where somebody took dots of a round away."""
    found = {}
    for each in project.maps:
        dots = _dots(each)
        for table in CARDS:
            found.update({card.id: card.votes - dots[card.id] for card in getattr(each, table)})
    return found


def _dots(journey_map: JourneyMap) -> Counter[str]:
    """Return the dots of the closed rounds, by card."""
    dots: Counter[str] = Counter()
    for each in journey_map.rounds:
        if not each.is_open:
            dots.update(each.tally())
    return dots


def _within(votes: int) -> int:
    return min(MOST_COUNT, max(0, votes))
