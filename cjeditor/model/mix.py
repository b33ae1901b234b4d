"""The parts of the marketing mix in the three models that a project can choose from, and how one says another's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cjeditor.model.fields import MixModel

PARTS: Mapping[MixModel, tuple[str, ...]] = MappingProxyType(
    {
        "": (),
        "4p": ("4p.product", "4p.price", "4p.place", "4p.promotion"),
        "4c": ("4c.customer-value", "4c.cost", "4c.convenience", "4c.communication"),
        "siva": ("siva.solution", "siva.value", "siva.access", "siva.information"),
    }
)
"""Keys of the parts by model. Those at the same place answer each other.

Product, price, place and promotion (McCarthy, 1960) are customer value, cost, convenience and communication seen by
the customer (Lauterborn, 1990), and solution, value, access and information in SIVA (Dev and Schultz, 2005).
"""


def part_in(model: MixModel, part: str | None) -> str | None:
    """The part of `model` that answers `part`, itself where it is of that model; None where nothing answers it.

    Where the project uses no model, a part stays what it is, so that it is there again once a model is chosen.
    """
    if part is None or not model:
        return part
    at = next((each.index(part) for each in PARTS.values() if part in each), None)
    return None if at is None else PARTS[model][at]
