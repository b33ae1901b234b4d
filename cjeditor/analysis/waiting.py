"""Immediacy: where customers wait longer than they expect, and by how much.

Figures are what people entered at touchpoints, in the unit they said it in; they are compared in minutes, a month
counting as 30 days and a year as 365 (`Span.minutes`).
"""

from __future__ import annotations

from dataclasses import dataclass

from cjeditor.model.cards import Touchpoint
from cjeditor.model.durations import total
from cjeditor.model.fields import Span
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import in_journey_order


@dataclass(frozen=True, slots=True)
class Wait:
    """Expected and actual waiting time at a touchpoint; at least one of them is known."""

    touchpoint: Touchpoint
    phase: str

    @property
    def expected(self) -> Span | None:
        """How long customers expect to wait."""
        return self.touchpoint.expected_wait

    @property
    def actual(self) -> Span | None:
        """How long they wait."""
        return self.touchpoint.actual_wait

    @property
    def gap(self) -> float | None:
        """Actual − expected, in minutes: above 0 they wait too long; None where one of both is not known."""
        if self.expected is None or self.actual is None:
            return None
        return self.actual.minutes - self.expected.minutes

    @property
    def times(self) -> float | None:
        """Actual ÷ expected: 4.5 is four and a half times as long as expected; None as for `gap`, or if that is 0."""
        if self.expected is None or self.actual is None or self.expected.minutes <= 0:
            return None
        return self.actual.minutes / self.expected.minutes

    @property
    def is_late(self) -> bool:
        """Whether customers wait longer than they expect."""
        return is_late(self.touchpoint)

    @property
    def excess(self) -> Span | None:
        """The gap in the unit of the actual waiting time, rounded to a tenth; None where nobody waits too long."""
        return excess(self.touchpoint)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The waits of a map.

    Attributes:
        waits: in journey order.
        expected: the sum of what is expected where both times are known; None where there is no such touchpoint.
        actual: the sum of what is actual there.
    """

    waits: tuple[Wait, ...]
    expected: Span | None
    actual: Span | None

    @property
    def late(self) -> tuple[Wait, ...]:
        """Where customers wait too long, the greatest gap first."""
        return tuple(sorted((each for each in self.waits if each.is_late), key=_by_gap))

    @property
    def half_known(self) -> tuple[Wait, ...]:
        """Where only one of both times is known."""
        return tuple(each for each in self.waits if each.gap is None)


def waiting(journey_map: JourneyMap) -> Waiting:
    """The waits of a map: of all touchpoints that hold an expected or an actual time."""
    phases = {step.id: step.phase for step in journey_map.steps}
    held = [each for each in journey_map.touchpoints if each.expected_wait or each.actual_wait]
    waits = tuple(
        Wait(each, phases[each.step]) for each in in_journey_order(journey_map, held) if isinstance(each, Touchpoint)
    )
    both = [each for each in waits if each.gap is not None]
    return Waiting(waits, total(each.expected for each in both), total(each.actual for each in both))


def is_late(touchpoint: Touchpoint) -> bool:
    """Whether customers wait longer than they expect."""
    expected, actual = touchpoint.expected_wait, touchpoint.actual_wait
    return expected is not None and actual is not None and actual.minutes > expected.minutes


def excess(touchpoint: Touchpoint) -> Span | None:
    """By how much actual exceeds expected waiting time, in the unit of the actual one; None where it does not."""
    expected, actual = touchpoint.expected_wait, touchpoint.actual_wait
    if expected is None or actual is None or actual.minutes <= expected.minutes:
        return None
    unit = Span(amount=1, unit=actual.unit).minutes
    return Span(amount=round((actual.minutes - expected.minutes) / unit, 1), unit=actual.unit)


def _by_gap(wait: Wait) -> float:
    return -(wait.gap or 0)
