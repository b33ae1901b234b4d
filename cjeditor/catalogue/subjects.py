"""What something on a map is called where it stands alone."""

from __future__ import annotations

from cjeditor.model.cards import Touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import find_card
from cjeditor.model.table import find
from cjeditor.texts import Texts


def subject_in_words(journey: JourneyMap, about: str, words: Texts) -> str:
    """Say what a comment is about: “12 Calls the hotline”, “Phase: Choice”, “The whole map”."""
    if about == journey.id:
        return words.t("The whole map")
    card = find_card(journey, about)
    if card is not None:
        title = card.title if isinstance(card, Touchpoint) else card.text
        return f"{card.number} {' '.join(title[:300].split())}".strip()
    phase, step, lane = find(journey.phases, about), find(journey.steps, about), find(journey.lanes, about)
    if phase is not None:
        return words.t("Phase: {name}", name=phase.name or "–")
    if step is not None:
        return words.t("Step: {name}", name=step.name or "–")
    return words.t("Lane: {name}", name=lane.name or "–") if lane is not None else "–"
