"""What the room is shown: one phase, its question and its cards, lane by lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from cjeditor.layout.looks import Shared
from cjeditor.model.cards import Card
from cjeditor.model.fields import Language
from cjeditor.model.journey_map import Lane, Phase


class LaneCards(NamedTuple):
    """One lane with its cards in the phase, in journey order; never without any."""

    lane: Lane
    cards: tuple[Card, ...]


class Spotlight(NamedTuple):
    """The one thing that the room should look at; all else is dimmed."""

    kind: Literal["phase", "lane", "card"]
    id: str


@dataclass(frozen=True, slots=True)
class RoomContent:
    """What the room is shown.

    Attributes:
        language: of the map and of all words around it.
        title: of the map.
        phases: all of the map, in order.
        current: the id of the phase shown; empty on a map without phases.
        headline: the question; plain text.
        subline: a word to it, or nothing.
        lanes: those that have cards in the phase, touchpoints first.
        shared: the channels and pictures that these cards name.
        timed: whether a clock stands beside the headline.
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
