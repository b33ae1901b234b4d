"""What the room is shown: one phase, its question and its cards, lane by lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from cjeditor.layout.looks import Shared
from cjeditor.model.cards import Card
from cjeditor.model.fields import Language
from cjeditor.model.journey_map import Lane, Phase
from cjeditor.model.project import Persona


class LaneCards(NamedTuple):
    """One lane with its cards in the phase, in journey order; never without any."""

    lane: Lane
    cards: tuple[Card, ...]


class Spotlight(NamedTuple):
    """The one thing that the room should look at; all else is dimmed."""

    kind: Literal["phase", "lane", "card"]
    id: str


class Poll(NamedTuple):
    """How far people are with voting: ballots that were cast, and how many are expected (0: nobody knows)."""

    cast: int
    expected: int


class RankLine(NamedTuple):
    """One card in a ranking."""

    rank: int
    number: int
    title: str
    dots: int


@dataclass(frozen=True, slots=True)
class RoomContent:
    """What the room is shown.

    Attributes:
        language: of the map and of all words around it.
        title: of the map.
        phases: all of the map, in order.
        current: the id of the phase shown; empty on a map without phases, and where all of it is meant.
        headline: the question; plain text.
        subline: a word to it, or nothing.
        lanes: those that have cards in the phase, touchpoints first.
        shared: the channels and pictures that these cards name.
        timed: whether a clock stands beside the headline.
        poll: how far people are with voting, while they do; the question is the headline then.
        persona: whose journey it is, where people are told that now; it stands in the place of the lanes.
        ranking: what they chose, the card with the most dots first; it stands in the place of the lanes.
    """

    language: Language
    title: str
    phases: tuple[Phase, ...]
    current: str
    headline: str
    subline: str
    lanes: tuple[LaneCards, ...]
    shared: Shared
    timed: bool = False
    poll: Poll | None = None
    persona: Persona | None = None
    ranking: tuple[RankLine, ...] | None = None
