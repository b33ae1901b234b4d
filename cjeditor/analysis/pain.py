"""How much pain points hurt: a score by which they are ranked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cjeditor.model.cards import Note
from cjeditor.model.journey_map import JourneyMap

UNSTATED = 1
"""What a severity or frequency counts that nobody stated: the lowest grade, so that not judging never pays."""


@dataclass(frozen=True, slots=True)
class PainScore:
    """One pain point of a map in the ranking.

    Attributes:
        map: the id of its map.
        note: the pain point.
        rank: its place, from 1; those with the same score share one.
        severity: 1–5, as counted.
        frequency: 1–5, as counted.
        votes: as counted.
        score: severity × frequency × votes; no unit, only good for comparing pain points of one map.
    """

    map: str
    note: Note
    rank: int
    severity: int
    frequency: int
    votes: int
    score: int

    @property
    def is_stated(self) -> bool:
        """Whether people stated both severity and frequency."""
        return self.note.severity is not None and self.note.frequency is not None


def pain_points(journey_map: JourneyMap) -> tuple[Note, ...]:
    """Return the map's pain points, in no order that means anything."""
    return tuple(each for each in journey_map.notes if each.kind == "pain_point")


def pain_scores(journey_map: JourneyMap) -> tuple[PainScore, ...]:
    """Return the ranking of a map's pain points, the worst first.

    score = severity (1–5) × frequency (1–5) × votes; our own formula, a product as in the risk priority number of
    failure mode and effects analysis (IEC 60812), with the dots of a vote in the place of detection. It has no unit.
    Where severity or frequency is not stated it counts 1. Where no pain point of the map has a vote, nobody was asked:
    votes count 1 then. Once one has a vote, those without count 0, and stand last in the order of severity × frequency.
    """
    notes = pain_points(journey_map)
    asked = any(each.votes for each in notes)
    counted = sorted((_counted(journey_map.id, each, asked) for each in notes), key=_worst_first)
    return tuple(_ranked(counted))


def _counted(map_id: str, note: Note, asked: bool) -> PainScore:
    severity = UNSTATED if note.severity is None else note.severity
    frequency = UNSTATED if note.frequency is None else note.frequency
    votes = note.votes if asked else 1
    return PainScore(map_id, note, 0, severity, frequency, votes, severity * frequency * votes)


def _ranked(counted: list[PainScore]) -> Iterable[PainScore]:
    rank, before = 0, -1
    for at, each in enumerate(counted, start=1):
        if each.score != before:
            rank, before = at, each.score
        yield PainScore(each.map, each.note, rank, each.severity, each.frequency, each.votes, each.score)


def _worst_first(each: PainScore) -> tuple[int, int, int]:
    return -each.score, -each.severity * each.frequency, each.note.number
