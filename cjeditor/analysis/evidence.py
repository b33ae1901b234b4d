"""What a map rests on: how much of it is backed by research, and which assumptions are open.

Backed by research is what rests on qualitative or quantitative evidence; an anecdote or an assumption is not. Share =
backed claims ÷ all claims × 100 %. Claims are touchpoints and notes that say something about customers: other than
pictures, questions, ideas (“how might we”, opportunities), and what the company does backstage.
"""

from __future__ import annotations

from collections import defaultdict
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


_USUAL: Final = 3
"""The weight of what has none of its own."""


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
    def weightiest(self) -> tuple[Card, ...]:
        """The assumptions by weight of the phase × weight of the touchpoint (a note has 3), then in journey order."""
        weighed = [(each.phase.weight, card) for each in self.phases for card in each.claims]
        opened = [(weight, card) for weight, card in weighed if card.evidence == "assumption"]
        return tuple(card for _weight, card in sorted(opened, key=_weight_of))

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
    own: defaultdict[str, list[Card]] = defaultdict(list)
    for card in found:
        own[phase_of[card.step]].append(card)
    phases = [
        PhaseEvidence(phase, tuple(own[phase.id]), _holding(own[phase.id])) for phase in ordered(journey_map.phases)
    ]
    return EvidenceFigures(tuple(phases), _holding(found))


def claims_something(card: Card) -> bool:
    """Whether a card says how something is, so that one may ask how we know."""
    return isinstance(card, Touchpoint) or card.kind not in NO_CLAIM


def backed_share(journey_map: JourneyMap) -> float | None:
    """The share of claims backed by research in per cent; None where nothing is claimed."""
    # Asked for at each change of a map, so without a look at the cards one by one through `claims_something`.
    claims = [card.evidence for card in journey_map.touchpoints]
    claims += [note.evidence for note in journey_map.notes if note.kind not in NO_CLAIM]
    return 100 * sum(map(claims.count, RESEARCH)) / len(claims) if claims else None


def hypothesis_share(journey_map: JourneyMap, below: int) -> float | None:
    """The share of claims backed by research in per cent where it is less than `below` and the map thus a hypothesis.

    None where it is not, or where nothing is claimed.
    """
    share = backed_share(journey_map)
    return share if share is not None and share < below else None


def _weight_of(weighed: tuple[int, Card]) -> int:
    weight, card = weighed
    return -weight * (card.weight if isinstance(card, Touchpoint) else _USUAL)


def _holding(claims: Iterable[Card]) -> Holding:
    kinds = [card.evidence for card in claims]
    return Holding(
        kinds.count("assumption"), kinds.count("anecdotal"), kinds.count("qualitative"), kinds.count("quantitative")
    )
