"""Where the mood of a journey falls: from one touchpoint to the next that somebody felt something at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cjeditor.analysis.ratings import felt
from cjeditor.model.cards import Touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import in_journey_order


@dataclass(frozen=True, slots=True)
class Drop:
    """A fall of the emotion between two neighbours of the curve.

    Attributes:
        before: the touchpoint from which it falls.
        after: the one at which it has fallen.
        was: the emotion before, −2 … +2.
        became: the emotion after.
    """

    before: Touchpoint
    after: Touchpoint
    was: float
    became: float

    @property
    def delta(self) -> float:
        """How far it falls, became − was: less than 0."""
        return self.became - self.was


def drops(journey_map: JourneyMap) -> tuple[Drop, ...]:
    """All falls of the curve, the deepest first; of equal ones the one that ends lower, then along the journey.

    The curve goes through the touchpoints with an emotion (or, without one, the median of their ratings) in journey
    order; others are passed over.
    """
    return tuple(sorted(_falls(journey_map), key=_deepest_first))


def _falls(journey_map: JourneyMap) -> Iterator[Drop]:
    along = in_journey_order(journey_map, journey_map.touchpoints)
    known = [(card, felt(card)) for card in along if isinstance(card, Touchpoint)]
    points = [(card, value) for card, value in known if value is not None]
    for (before, was), (after, became) in pairwise(points):
        if became < was:
            yield Drop(before, after, was, became)


def _deepest_first(drop: Drop) -> tuple[float, float]:
    return drop.delta, drop.became
