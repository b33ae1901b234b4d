"""The journey as a loop: what customers feel on the way round, and what ties them to the company."""

from __future__ import annotations

from dataclasses import dataclass

from cjeditor.analysis.ratings import felt
from cjeditor.model.cards import Touchpoint
from cjeditor.model.fields import LoyaltyKind
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import in_journey_order, ordered


@dataclass(frozen=True)
class Stop:
    """A touchpoint on the way round; `emotion` is what the curve goes through, −2 … +2, or None."""

    card: Touchpoint
    phase: Phase
    emotion: float | None


@dataclass(frozen=True)
class Loop:
    """All phases and touchpoints of a map along the journey; after the last one it begins again."""

    phases: tuple[Phase, ...]
    stops: tuple[Stop, ...]

    @property
    def felt(self) -> tuple[Stop, ...]:
        """The stops whose emotion is known."""
        return tuple(one for one in self.stops if one.emotion is not None)

    @property
    def lowest(self) -> Stop | None:
        """Where people feel worst; the first of equals."""
        return min(self.felt, key=_emotion, default=None)

    @property
    def closing(self) -> tuple[Stop, Stop] | None:
        """The last and the first stop that are felt: between them the loop closes. None where there are not two."""
        return (self.felt[-1], self.felt[0]) if len(self.felt) > 1 else None

    def ties(self, kind: LoyaltyKind) -> tuple[Stop, ...]:
        """The stops that are marked with this kind of loyalty."""
        return tuple(one for one in self.stops if one.card.loyalty == kind)

    def in_phase(self, phase_id: str) -> tuple[Stop, ...]:
        """The stops of one phase."""
        return tuple(one for one in self.stops if one.phase.id == phase_id)


def loop_of(journey_map: JourneyMap) -> Loop:
    """The loop of a map."""
    phases = {one.id: one for one in journey_map.phases}
    phase_of = {step.id: phases[step.phase] for step in journey_map.steps}
    stops = tuple(
        Stop(card, phase_of[card.step], felt(card))
        for card in in_journey_order(journey_map, journey_map.touchpoints)
        if isinstance(card, Touchpoint)
    )
    return Loop(tuple(ordered(journey_map.phases)), stops)


def _emotion(stop: Stop) -> float:
    return 0.0 if stop.emotion is None else stop.emotion
