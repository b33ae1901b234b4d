"""Questions about comments: how many wait for an answer, and in which order people read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from cjeditor.model.cards import Comment
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards, in_journey_order, ordered, ordered_steps

Order = Literal["place", "time"]


def open_counts(journey_map: JourneyMap) -> Mapping[str, int]:
    """How many comments are not resolved, by the id of what they are about."""
    return Counter(each.about for each in journey_map.comments if not each.resolved)


def sorted_comments(journey_map: JourneyMap, some: Iterable[Comment], order: Order) -> list[Comment]:
    """Comments as people read them.

    By `place`: those on the map first, then on phases, steps, lanes and cards, each along the journey, and about the
    same thing the older first. By `time`: the newest first.
    """
    if order == "time":
        return sorted(some, key=_moment, reverse=True)
    places = {
        one: at
        for at, one in enumerate(
            (
                journey_map.id,
                *(each.id for each in ordered(journey_map.phases)),
                *(each.id for each in ordered_steps(journey_map)),
                *(each.id for each in ordered(journey_map.lanes)),
                *(each.id for each in in_journey_order(journey_map, cards(journey_map))),
            )
        )
    }
    return sorted(some, key=lambda each: (places.get(each.about, len(places)), *_moment(each)))


def _moment(comment: Comment) -> tuple[str, str, str]:
    return comment.date, comment.time, comment.id
