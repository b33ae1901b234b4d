"""Rounds of dot voting: what was asked, which cards it is about, and the dots that each person gave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Annotated, Literal

from pydantic import Field

from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.fields import Id, Line, Moment, NoteKind, Rank, Record
from cjeditor.model.replace import replace

MOST_DOTS = 100
"""The most that one person can have."""

MOST_VOTERS = 10_000

CardKind = Literal["touchpoint"] | NoteKind
"""What a round can be about: touchpoints, or notes of one kind."""


class Ballot(Record):
    """What one person voted, or what one slip from the bowl says: the ids of cards, one for each dot on them."""

    dots: tuple[Id, ...] = ()


class VotingRound(Record):
    """A question on which people vote with dots.

    Each has `dots` of them, and puts at most `most_per_card` on one card (0: as many as there are). `voters` is how
    many ballots are expected (0: nobody knows). `kind`, `phase` and `lane` say which cards can be chosen, None all.
    The ballots are in the order in which they came. As long as there is no time in `closed`, the round is open.
    """

    id: Id
    rank: Rank
    question: Line = ""
    dots: Annotated[int, Field(ge=1, le=MOST_DOTS)] = 3
    most_per_card: Annotated[int, Field(ge=0, le=MOST_DOTS)] = 0
    voters: Annotated[int, Field(ge=0, le=MOST_VOTERS)] = 0
    kind: CardKind | None = None
    phase: Id | None = None
    lane: Id | None = None
    ballots: tuple[Ballot, ...] = ()
    opened: Moment = ""
    closed: Moment = ""

    @property
    def is_open(self) -> bool:
        """Whether people still vote; as long as they do, nobody should see how it stands."""
        return not self.closed

    def tally(self) -> Counter[str]:
        """How many dots each card has that got any, by its id."""
        return Counter(dot for ballot in self.ballots for dot in ballot.dots)

    def is_about(self, card: Card, phase_of_step: str) -> bool:
        """Whether people can vote for a card, which lies in a step of that phase."""
        return (
            (self.kind is None or self.kind == kind_of(card))
            and self.lane in (None, card.lane)
            and self.phase in (None, phase_of_step)
        )


def counted(rounds: Iterable[VotingRound]) -> Counter[str]:
    """How many of each card's votes are dots of closed rounds, by its id; the others somebody has set by hand."""
    return sum((one.tally() for one in rounds if not one.is_open), Counter[str]())


def without_dots(card: Card, dots: Counter[str]) -> Card:
    """The card as it is on another map or outside: without the votes that rounds of its map have counted."""
    return replace(card, votes=max(0, card.votes - dots[card.id])) if dots[card.id] else card


def kind_of(card: Card) -> CardKind:
    """What a card is, in the words of a round."""
    return "touchpoint" if isinstance(card, Touchpoint) else card.kind


def named_anew(one: VotingRound, old: str, new: str) -> VotingRound:
    """The round with `new` wherever the card, phase or lane `old` was: its dots go over to the one that stays."""
    return _changed(
        one,
        tuple(tuple(new if dot == old else dot for dot in ballot.dots) for ballot in one.ballots),
        phase=new if one.phase == old else one.phase,
        lane=new if one.lane == old else one.lane,
    )


def without_mention(one: VotingRound, gone: Collection[str]) -> VotingRound:
    """The round without dots on cards that are gone; its ballots stay, they were cast. A place that is gone is none."""
    return _changed(
        one,
        tuple(tuple(dot for dot in ballot.dots if dot not in gone) for ballot in one.ballots),
        phase=None if one.phase in gone else one.phase,
        lane=None if one.lane in gone else one.lane,
    )


def _changed(
    one: VotingRound, dots: tuple[tuple[str, ...], ...], *, phase: str | None, lane: str | None
) -> VotingRound:
    if dots == tuple(ballot.dots for ballot in one.ballots):
        return replace(one, phase=phase, lane=lane)
    ballots = tuple(replace(ballot, dots=new) for ballot, new in zip(one.ballots, dots, strict=True))
    return replace(one, ballots=ballots, phase=phase, lane=lane)
