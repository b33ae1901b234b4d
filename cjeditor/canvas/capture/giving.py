"""What a mark does to a card: other values of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjeditor.analysis.folding import folded
from cjeditor.canvas.patch import Patch
from cjeditor.model.cards import DropOffPoint, Touchpoint
from cjeditor.model.ids import NESTED_PREFIXES, new_id
from cjeditor.model.replace import make

if TYPE_CHECKING:
    from cjeditor.canvas.capture.marking import Mark
    from cjeditor.canvas.capture.offers import Offer
    from cjeditor.model.cards import Card

_SEVERE, _MOST_SEVERE = 3, 5


def patch_for(mark: Mark, offer: Offer, card: Card) -> tuple[Patch, Patch]:
    """Return what a mark does to a card, and the way back.

    Args:
        mark: its kind and value.
        offer: what a channel's, tag's or persona's mark names.
        card: as it is.
    """
    made = offer.record(mark.kind)
    fields = _fields(mark, offer, offer.id or ("" if made is None else made.id), card)
    back = {key: getattr(card, key) for key in fields}
    return Patch(fields, made), Patch(back, unmade="" if made is None else made.id)


def _fields(mark: Mark, offer: Offer, record_id: str, card: Card) -> dict[str, Any]:
    match mark.kind:
        case "channel":
            return {"channel": record_id}
        case "persona":
            return {"persona": record_id}
        case "tag":
            there = {folded(tag) for tag in card.tags}
            return {} if folded(offer.name) in there else {"tags": (*card.tags, offer.name)}
        case "emotion":
            return {"emotion": int(mark.value)}
        case "truth":
            return {"moment_of_truth": True}
        case "risk":
            return _risk(card)


def _risk(card: Card) -> dict[str, Any]:
    """A place where customers leave; on a note how bad it is: severe, with each further mark one more."""
    if isinstance(card, Touchpoint):
        point = make(DropOffPoint, id=new_id(NESTED_PREFIXES["drop_off_points"]))
        return {"drop_off_points": (*card.drop_off_points, point)}
    return {"severity": _SEVERE if card.severity is None else min(_MOST_SEVERE, card.severity + 1)}
