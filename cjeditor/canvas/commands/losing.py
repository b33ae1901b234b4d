"""Says what goes with cards that leave the map, where people might not think of it: comments, and dots of a vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from cjeditor.model.journey_map import JourneyMap
    from cjeditor.texts import Texts


def what_goes_with(journey_map: JourneyMap, ids: Collection[str], words: Texts) -> str:
    """Return a sentence about what these cards of the map take along when they leave it; empty where nothing does."""
    gone = set(ids)
    comments = sum(each.about in gone for each in journey_map.comments)
    dots = sum(count for one in journey_map.rounds for card, count in one.tally().items() if card in gone)
    parts = []
    if comments:
        parts.append(words.tn("{n} comment", "{n} comments", comments))
    if dots:
        parts.append(words.tn("{n} dot of a vote", "{n} dots of votes", dots))
    if not parts:
        return ""
    return words.t("With it went: {what}. Undo brings everything back.", what=", ".join(parts))
