"""The names of what actions can be: their state, what they are to bring, which part of the marketing mix they serve."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cjeditor.model.fields import Effect, MixModel
from cjeditor.texts import N_, Texts

STATUSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "open": N_("To do"),
        "in_progress": N_("In progress"),
        "done": N_("Done"),
        "dropped": N_("Dropped"),
    }
)
EFFECTS: Final[Mapping[Effect, str]] = MappingProxyType(
    {
        "willingness_to_buy": N_("Willingness to buy"),
        "revenue": N_("Revenue"),
        "use": N_("Use"),
        "word_of_mouth": N_("Word of mouth"),
        "loyalty": N_("Loyalty"),
    }
)
MIX_MODELS: Final[Mapping[MixModel, str]] = MappingProxyType(
    {
        "": N_("No marketing mix"),
        "4p": N_("4P: product, price, place, promotion"),
        "4c": N_("4C: customer value, cost, convenience, communication"),
        "siva": N_("SIVA: solution, value, access, information"),
    }
)
MIX_PARTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "4p.product": N_("Product"),
        "4p.price": N_("Price"),
        "4p.place": N_("Place"),
        "4p.promotion": N_("Promotion"),
        "4c.customer-value": N_("Customer value"),
        "4c.cost": N_("Cost"),
        "4c.convenience": N_("Convenience"),
        "4c.communication": N_("Communication"),
        "siva.solution": N_("Solution"),
        "siva.value": N_("Value"),
        "siva.access": N_("Access"),
        "siva.information": N_("Information"),
    }
)


def mix_part(part: str | None, words: Texts) -> str:
    """Return what a part of the marketing mix is called; nothing where there is none, its key where nobody knows it."""
    return words.t(MIX_PARTS.get(part, part)) if part else ""
