"""Which of the four experience realms a map meets.

After B. J. Pine and J. H. Gilmore, The Experience Economy (Harvard Business School Press, 1999): an experience is best
when entertainment, education, the esthetic and the escapist come together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cjeditor.model.cards import Touchpoint
from cjeditor.model.fields import Realm
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import in_journey_order, ordered

REALMS: Final[tuple[Realm, ...]] = ("entertainment", "education", "esthetic", "escapist")
"""In the order of the picture's fields: absorbing above, immersing below; passive at the left, active at the right."""


@dataclass(frozen=True)
class PhaseRealms:
    """A phase, how many touchpoints it has, and how many of them are tagged with each realm."""

    phase: Phase
    touchpoints: int
    counts: Mapping[Realm, int]

    @property
    def missing(self) -> tuple[Realm, ...]:
        """The realms that none of its touchpoints is tagged with."""
        return tuple(realm for realm in REALMS if not self.counts[realm])


@dataclass(frozen=True)
class MapRealms:
    """The realms of a map.

    Attributes:
        touchpoints: how many the map has, those without contact too: the sea that one looks at is an experience.
        tagged: how many of them are tagged with at least one realm.
        cards: of each realm its touchpoints, along the journey; one with several realms is in each of them.
        phases: in their order.
    """

    touchpoints: int
    tagged: int
    cards: Mapping[Realm, tuple[Touchpoint, ...]]
    phases: tuple[PhaseRealms, ...]

    @property
    def missing(self) -> tuple[Realm, ...]:
        """The realms that no touchpoint of the map is tagged with."""
        return tuple(realm for realm in REALMS if not self.cards[realm])


def realms_of(journey_map: JourneyMap) -> MapRealms:
    """Count the realms of a map."""
    phase_of = {step.id: step.phase for step in journey_map.steps}
    along = [one for one in in_journey_order(journey_map, journey_map.touchpoints) if isinstance(one, Touchpoint)]
    cards = {realm: tuple(one for one in along if realm in one.realms) for realm in REALMS}
    phases = tuple(
        PhaseRealms(
            phase,
            sum(phase_of[one.step] == phase.id for one in along),
            {realm: sum(phase_of[one.step] == phase.id for one in cards[realm]) for realm in REALMS},
        )
        for phase in ordered(journey_map.phases)
    )
    return MapRealms(len(along), sum(bool(one.realms) for one in along), cards, phases)
