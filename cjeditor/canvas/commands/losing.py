"""Says what goes with cards that leave the map, where people might not think of it: comments, dots, links, actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from cjeditor.model.journey_map import JourneyMap
    from cjeditor.model.project import Action
    from cjeditor.texts import Texts


def what_goes_with(journey_map: JourneyMap, ids: Collection[str], words: Texts, actions: Iterable[Action] = ()) -> str:
    """Return what these cards of the map take along when they leave it; empty where nothing goes.

    `actions` are those that forget the cards: it is said how many are then for no card at all.
    """
    gone = set(ids)
    comments = sum(each.about in gone for each in journey_map.comments)
    dots = sum(count for one in journey_map.rounds for card, count in one.tally().items() if card in gone)
    links = sum(each.source in gone or each.target in gone for each in journey_map.links)
    left = sum(bool(each.cards) and gone.issuperset(each.cards) for each in actions)
    parts = []
    if comments:
        parts.append(words.tn("{n} comment", "{n} comments", comments))
    if dots:
        parts.append(words.tn("{n} dot of a vote", "{n} dots of votes", dots))
    if links:
        parts.append(words.tn("{n} link", "{n} links", links))
    said = []
    if left:
        said.append(words.tn("{n} action is for no card now.", "{n} actions are for no card now.", left))
    if parts:
        said.append(words.t("With it went: {what}. Undo brings everything back.", what=", ".join(parts)))
    return " ".join(said)
