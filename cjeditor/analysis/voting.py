"""What a round of voting says: its ranking, the cards it is about, and what a typed ballot means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards, find_card
from cjeditor.model.voting import VotingRound

_BETWEEN = re.compile(r"[\s,;/+&]+")
_NAMED = re.compile(r"#?([0-9]{1,8})(?:[x×*]([0-9]{1,3}))?\.?")


class Place(NamedTuple):
    """One card in a ranking; cards with as many dots share a rank, and the ranks behind them are left out."""

    rank: int
    card: Card
    dots: int


TroubleKind = Literal["word", "unknown", "wrong", "crowded", "many"]
"""What can be wrong with a typed ballot.

`word`: no number; `unknown`: no card has it; `wrong`: the round is not about it; `crowded`: too many dots on one card;
`many`: more dots than people have.
"""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a ballot, and with which part of what was typed."""

    kind: TroubleKind
    typed: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed ballot means: the ids of cards, one for each dot, as far as they are good; and the first trouble."""

    dots: tuple[str, ...] = ()
    trouble: Trouble | None = None


def open_round(journey_map: JourneyMap) -> VotingRound | None:
    """Return the round that people vote in now, if there is one."""
    return next((each for each in journey_map.rounds if each.is_open), None)


def votable(journey_map: JourneyMap, one: VotingRound) -> tuple[Card, ...]:
    """Return the cards that people can vote for, in no order that means anything."""
    phases = {step.id: step.phase for step in journey_map.steps}
    return tuple(card for card in cards(journey_map) if one.is_about(card, phases[card.step]))


def ranking(journey_map: JourneyMap, one: VotingRound) -> tuple[Place, ...]:
    """Return the cards that got dots, those with the most first, of equal ones the lower number."""
    tally = one.tally()
    found = [(card, dots) for card_id, dots in tally.items() if (card := find_card(journey_map, card_id)) is not None]
    found.sort(key=_by_dots)
    places: list[Place] = []
    for at, (card, dots) in enumerate(found, start=1):
        rank = places[-1].rank if places and places[-1].dots == dots else at
        places.append(Place(rank, card, dots))
    return tuple(places)


def title_of(card: Card) -> str:
    """Return what a card says, on one line."""
    return " ".join((card.title if isinstance(card, Touchpoint) else card.text).split())


def read_ballot(typed: str, journey_map: JourneyMap, one: VotingRound) -> Reading:
    """Return what a ballot means: numbers of cards with anything between them; `12 12` and `12x2` are two dots."""
    by_number = {str(card.number): card for card in cards(journey_map)}
    about = {card.id for card in votable(journey_map, one)}
    dots: list[str] = []
    for part in filter(None, _BETWEEN.split(typed.strip())):
        named = _NAMED.fullmatch(part)
        if named is None:
            return Reading(tuple(dots), Trouble("word", part))
        card = by_number.get(named[1].lstrip("0"))
        times = int(named[2] or 1)
        if card is None:
            return Reading(tuple(dots), Trouble("unknown", named[1]))
        if card.id not in about:
            return Reading(tuple(dots), Trouble("wrong", named[1]))
        if len(dots) + times > one.dots:
            return Reading(tuple(dots), Trouble("many", part))
        if one.most_per_card and dots.count(card.id) + times > one.most_per_card:
            return Reading(tuple(dots), Trouble("crowded", named[1]))
        dots += [card.id] * times
    return Reading(tuple(dots))


def written_ballot(dots: tuple[str, ...], journey_map: JourneyMap) -> str:
    """Return a ballot as people would type it."""
    found = (find_card(journey_map, dot) for dot in dots)
    return " ".join(str(card.number) for card in found if card is not None)


def _by_dots(found: tuple[Card, int]) -> tuple[int, int]:
    card, dots = found
    return -dots, card.number
