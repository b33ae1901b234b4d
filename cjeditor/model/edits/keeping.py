"""What a card keeps of itself while it waits outside the maps, and gets back when it is placed again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.edits.cards import FIXED
from cjeditor.model.edits.joining import combined
from cjeditor.model.ids import NESTED_PREFIXES
from cjeditor.model.project import ParkedCard
from cjeditor.model.replace import replace

_SHARED: Final = ("persona", "evidence", "votes", "tags", "owner")
"""What a touchpoint and a note both have: it stays even where the one becomes the other."""
_NOT_KEPT: Final = frozenset((*FIXED, "picture"))
"""What is given anew, and what a card that waits cannot have."""


def kept_by(some: Card) -> dict[str, Any]:
    """The fields of a `ParkedCard` that hold what the card was."""
    if isinstance(some, Touchpoint):
        return {"touchpoint": some}
    return {"note": replace(some, picture=None)}


def restored(some: ParkedCard, held: str, new_ids: Callable[[str], str]) -> dict[str, Any]:
    """The fields that a new card has from the one that the thought was.

    Args:
        some: the thought.
        held: the table of the new card. Where the former card was of the other kind, it has what both kinds have.
        new_ids: give new ids for what lies inside a touchpoint.
    """
    card = some.card
    if card is None:
        return {}
    if isinstance(card, Touchpoint) != (held == "touchpoints"):
        return {name: getattr(card, name) for name in _SHARED}
    fields = {name: getattr(card, name) for name in type(card).model_fields if name not in _NOT_KEPT}
    if isinstance(card, Touchpoint):
        for name, prefix in NESTED_PREFIXES.items():
            fields[name] = tuple(replace(inner, id=new_ids(prefix)) for inner in fields[name])
    return fields


def with_former(some: ParkedCard, more: Card | None) -> ParkedCard:
    """A waiting thought that was named again by a card: what that one has besides comes to what is kept.

    A note and a touchpoint are not mixed: the first one stays. Raises EditRefused: `figures-differ`, `field-refused`.
    """
    card = some.card
    if more is None or (card is not None and type(card) is not type(more)):
        return some
    if card is None:
        return replace(some, **kept_by(more))
    same_words = {"title": card.title} if isinstance(card, Touchpoint) else {"text": getattr(card, "text", "")}
    return replace(some, **kept_by(combined(card, replace(more, **same_words))))
