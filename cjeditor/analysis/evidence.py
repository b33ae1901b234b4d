"""What a map rests on: how much of it is backed by research, and which assumptions are open.

Backed by research is what rests on qualitative or quantitative evidence; an anecdote or an assumption is not. Share =
backed claims ÷ all claims × 100 %. Claims are touchpoints and notes that say something about customers: other than
pictures, questions, ideas (“how might we”, opportunities), and what the company does backstage.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.fields import Evidence
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import cards, in_journey_order, ordered

RESEARCH: Final[tuple[Evidence, ...]] = ("qualitative", "quantitative")

NO_CLAIM: Final = ("question", "how_might_we", "opportunity", "backstage", "image")
"""The kinds of notes that need no evidence."""


@dataclass(frozen=True, slots=True)
class Holding:
    """How many claims of a phase or map rest on each degree of evidence."""

    assumption: int = 0
    anecdotal: int = 0
    qualitative: int = 0
    quantitative: int = 0

    @property
    def total(self) -> int:
        """All claims."""
        return self.assumption + self.anecdotal + self.backed

    @property
    def backed(self) -> int:
        """Those that rest on research: qualitative + quantitative."""
        return self.qualitative + self.quantitative

    @property
    def share(self) -> float | None:
        """Backed ÷ total × 100 %; None where nothing is claimed."""
        return 100 * self.backed / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class PhaseEvidence:
    """One phase: what is said of itself and what its cards rest on."""

    phase: Phase
    claims: tuple[Card, ...]
    holding: Holding


@dataclass(frozen=True, slots=True)
class EvidenceFigures:
    """The evidence ledger of one map.

    Attributes:
        phases: in their order, each with its claims in journey order.
        holding: of the whole map.
    """

    phases: tuple[PhaseEvidence, ...]
    holding: Holding

    @property
    def claims(self) -> tuple[Card, ...]:
        """All claims, in journey order."""
        return tuple(card for each in self.phases for card in each.claims)

    @property
    def open(self) -> tuple[Card, ...]:
        """The assumptions, in journey order."""
        return tuple(card for card in self.claims if card.evidence == "assumption")

    @property
    def untested(self) -> tuple[Card, ...]:
        """The assumptions that nobody has an idea for how to test."""
        return tuple(card for card in self.open if not card.test_idea.strip())

    @property
    def sourceless(self) -> tuple[Card, ...]:
        """Claims that are called backed by research but do not name their source."""
        return tuple(card for card in self.claims if card.evidence in RESEARCH and not card.evidence_source.strip())

    @property
    def weighted_share(self) -> float | None:
        """Σ (weight of phase × its share) ÷ Σ weight, in per cent, over the phases in which something is claimed.

        None where nothing is. Weights are 1 … 5: what matters much counts more than what is only many.
        """
        shares = [(each.phase.weight, each.holding.share) for each in self.phases if each.holding.share is not None]
        whole = sum(weight for weight, _share in shares)
        return sum(weight * (share or 0) for weight, share in shares) / whole if whole else None


def evidence_figures(journey_map: JourneyMap) -> EvidenceFigures:
    """Look at what the claims of one map rest on."""
    phase_of = {step.id: step.phase for step in journey_map.steps}
    found = [card for card in in_journey_order(journey_map, cards(journey_map)) if claims_something(card)]
    phases = []
    for phase in ordered(journey_map.phases):
        own = tuple(card for card in found if phase_of[card.step] == phase.id)
        phases.append(PhaseEvidence(phase, own, _holding(own)))
    return EvidenceFigures(tuple(phases), _holding(found))


def claims_something(card: Card) -> bool:
    """Whether a card says how something is, so that one may ask how we know."""
    return isinstance(card, Touchpoint) or card.kind not in NO_CLAIM


def backed_share(journey_map: JourneyMap) -> float | None:
    """The share of claims backed by research in per cent; None where nothing is claimed."""
    return _holding(card for card in cards(journey_map) if claims_something(card)).share


def hypothesis_share(journey_map: JourneyMap, below: int) -> float | None:
    """The share of claims backed by research in per cent where it is less than `below` and the map thus a hypothesis.

    None where it is not, or where nothing is claimed.
    """
    share = backed_share(journey_map)
    return share if share is not None and share < below else None


def _holding(claims: Iterable[Card]) -> Holding:
    kinds = [card.evidence for card in claims]
    return Holding(
        kinds.count("assumption"), kinds.count("anecdotal"), kinds.count("qualitative"), kinds.count("quantitative")
    )
