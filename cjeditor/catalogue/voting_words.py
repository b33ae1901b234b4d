"""A round of voting in words: what it is about, how people vote, and how far they are."""

from __future__ import annotations

from datetime import datetime

from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.table import find
from cjeditor.model.voting import CardKind, VotingRound
from cjeditor.texts import Texts


def kind_name(kind: CardKind | None, words: Texts) -> str:
    """Return what the cards are called that a round is about."""
    if kind is None:
        return words.t("All cards")
    return words.t("Touchpoints") if kind == "touchpoint" else note_kind(kind).plural.in_language(words.language)


def question_of(one: VotingRound, words: Texts) -> str:
    """Return the question of a round, on one line; a round without one is named by what it is about."""
    return " ".join(one.question.split()) or words.t("Vote: {cards}", cards=kind_name(one.kind, words))


def rules_of(one: VotingRound, journey_map: JourneyMap, words: Texts, about: str = "") -> str:
    """Return how people vote: `3 dots each · at most 1 on a card · Pain points · Choice`.

    `about` is what the cards are called where only some of those that the round is about can be seen.
    """
    phase = find(journey_map.phases, one.phase) if one.phase is not None else None
    lane = find(journey_map.lanes, one.lane) if one.lane is not None else None
    parts = [words.tn("{n} dot each", "{n} dots each", one.dots)]
    if one.most_per_card:
        parts.append(words.tn("at most {n} on a card", "at most {n} on a card", one.most_per_card))
    parts.append(about or kind_name(one.kind, words))
    if phase is not None:
        parts.append(" ".join(phase.name.split()) or words.t("Unnamed phase"))
    if lane is not None:
        parts.append(" ".join(lane.name.split()) or words.t("Unnamed lane"))
    return " · ".join(parts)


def progress_of(one: VotingRound, words: Texts) -> str:
    """Return how many ballots there are, and of how many as far as that is known."""
    count = len(one.ballots)
    if not one.voters:
        return words.tn("{n} ballot", "{n} ballots", count)
    return words.t("{n} of {count} ballots", n=words.number(count), count=words.number(one.voters))


def closing_of(one: VotingRound, words: Texts) -> str:
    """Return what is to be said of a closed round besides its ranking: how many ballots and dots there were."""
    dots = words.tn("{n} dot", "{n} dots", sum(len(ballot.dots) for ballot in one.ballots))
    return f"{progress_of(one, words)} · {dots}"


def time_of(one: VotingRound, words: Texts) -> str:
    """Return when a closed round ended: `closed at 14:32`."""
    return words.t("closed at {time}", time=f"{datetime.fromisoformat(one.closed):%H:%M}") if one.closed else ""
