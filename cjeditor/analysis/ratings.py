"""What the ratings of a touchpoint by several people say together."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from cjeditor.model.cards import Touchpoint
from cjeditor.texts import Texts

ENOUGH = 2
"""So many ratings are the fewest of which one can say that they lie apart."""


class Figures(NamedTuple):
    """The figures of n ratings x₁ ≤ x₂ ≤ … ≤ xₙ, each from −2 to +2.

    Attributes:
        number: n.
        mean: (x₁ + … + xₙ) / n.
        median: the one in the middle, or the mean of the two in the middle where n is even.
        low: x₁.
        high: xₙ.
        deviation: how far they lie from their mean, √(Σ (xᵢ − mean)² / n): 0 where all agree, 2 at most. It is divided
            by n, not by n − 1: the group is all that was asked, not a sample of others.
    """

    number: int
    mean: float
    median: float
    low: int
    high: int
    deviation: float

    @property
    def is_spread(self) -> bool:
        """Whether a spread can be told: a single rating has none."""
        return self.number >= ENOUGH


def figures(ratings: Sequence[int]) -> Figures | None:
    """The figures of some ratings; None where nobody rated."""
    if not ratings:
        return None
    ranked, count = sorted(ratings), len(ratings)
    mean = sum(ranked) / count
    median = (ranked[(count - 1) // 2] + ranked[count // 2]) / 2
    deviation = sqrt(sum((one - mean) ** 2 for one in ranked) / count)
    return Figures(count, mean, median, ranked[0], ranked[-1], deviation)


def felt(touchpoint: Touchpoint) -> float | None:
    """What the curve goes through: the emotion that was set, without one the median of the ratings, or None."""
    if touchpoint.emotion is not None:
        return touchpoint.emotion
    found = figures(touchpoint.ratings)
    return None if found is None else found.median


def in_words(found: Figures, words: Texts) -> str:
    """Say how many rated, and what: “5 ratings: median 0, mean −0.2, from −2 to +1”."""
    if not found.is_spread:
        return words.t("One rating: {value}", value=words.signed(found.low))
    return words.t(
        "{n} ratings: median {median}, mean {mean}, from {low} to {high}",
        n=words.number(found.number),
        median=words.signed(found.median),
        mean=words.signed(round(found.mean, 1)),
        low=words.signed(found.low),
        high=words.signed(found.high),
    )


def counts(ratings: Sequence[int]) -> tuple[int, int, int, int, int]:
    """How many rated −2, −1, 0, +1 and +2."""
    return (ratings.count(-2), ratings.count(-1), ratings.count(0), ratings.count(1), ratings.count(2))
