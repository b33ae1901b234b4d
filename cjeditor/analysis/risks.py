"""Where customers may drop off: how likely and how bad each drop-off point is, and which ones matter most.

Risk = likelihood × impact, both graded 1 … 5 by the people who know the journey, so 1 … 25 without unit (the
consequence/likelihood matrix of IEC 31010:2019). Weighted risk = weight of the touchpoint or phase that carries it
(1 … 5) × risk, so 1 … 125. Both are grades to sort by, no probabilities: a 20 is not twice as bad as a 10.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cjeditor.model.cards import DropOffPoint, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import in_journey_order, ordered


@dataclass(frozen=True, slots=True)
class Risk:
    """One drop-off point.

    Attributes:
        point: with its reason, likelihood, impact and counter-measure.
        carrier: the touchpoint or phase that it belongs to.
        phase: where it is; the carrier itself where that is a phase.
    """

    point: DropOffPoint
    carrier: Touchpoint | Phase
    phase: Phase

    @property
    def weight(self) -> int:
        """How important the touchpoint or phase is, 1 … 5."""
        return self.carrier.weight

    @property
    def risk(self) -> int | None:
        """Likelihood × impact, 1 … 25; None where one of them is not graded."""
        if self.point.likelihood is None or self.point.impact is None:
            return None
        return self.point.likelihood * self.point.impact

    @property
    def weighted(self) -> int | None:
        """Weight × likelihood × impact, 1 … 125; None where the risk is not graded."""
        return None if self.risk is None else self.weight * self.risk

    @property
    def is_open(self) -> bool:
        """Whether there is no counter-measure."""
        return not self.point.counter_measure.strip()


@dataclass(frozen=True, slots=True)
class RiskFigures:
    """The drop-off points of one map.

    Attributes:
        risks: the greatest weighted risk first; those that are not graded come last; equal ones in journey order.
    """

    risks: tuple[Risk, ...]

    @property
    def open(self) -> tuple[Risk, ...]:
        """Those without a counter-measure, in the same order."""
        return tuple(one for one in self.risks if one.is_open)

    @property
    def ungraded(self) -> tuple[Risk, ...]:
        """Those without likelihood or impact, in the same order."""
        return tuple(one for one in self.risks if one.risk is None)

    def at(self, likelihood: int, impact: int) -> tuple[Risk, ...]:
        """Those in one field of the matrix, in the same order."""
        wanted = (likelihood, impact)
        return tuple(one for one in self.risks if (one.point.likelihood, one.point.impact) == wanted)

    def of_phases(self) -> Mapping[str, int]:
        """The sum of the weighted risks of each phase and its touchpoints, by the phase's id; 0 is left out."""
        found: Counter[str] = Counter()
        for one in self.risks:
            found[one.phase.id] += one.weighted or 0
        return {phase: total for phase, total in found.items() if total}


def risk_figures(journey_map: JourneyMap) -> RiskFigures:
    """Collect the drop-off points of one map; a phase's own come before those of its touchpoints."""
    return RiskFigures(tuple(sorted(_in_order(journey_map), key=_greatest)))


def _in_order(journey_map: JourneyMap) -> Iterable[Risk]:
    phase_of = {step.id: step.phase for step in journey_map.steps}
    carriers = [one for one in journey_map.touchpoints if one.drop_off_points]
    inside: defaultdict[str, list[Touchpoint]] = defaultdict(list)
    for each in in_journey_order(journey_map, carriers):
        if isinstance(each, Touchpoint):
            inside[phase_of[each.step]].append(each)
    for phase in ordered(journey_map.phases):
        yield from (Risk(point, phase, phase) for point in phase.drop_off_points)
        for carrier in inside[phase.id]:
            yield from (Risk(point, carrier, phase) for point in carrier.drop_off_points)


def _greatest(risk: Risk) -> int:
    return -(risk.weighted or 0)
