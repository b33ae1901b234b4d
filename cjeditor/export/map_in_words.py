"""A drawing of a map for those who do not see it: what it shows, and its cards with their numbers."""

from __future__ import annotations

from cjeditor.layout.tags import Tag
from cjeditor.layout.whole_map import Drawing
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.texts import Texts

_LONGEST_SAID = 60
"""Characters of a card: the tables have all of its text."""
_MOST_SAID = 100


def map_tag(drawing: Drawing, title: str, words: Texts) -> Tag:
    """What a drawing is read as."""
    cards = [in_short(box.record) for _, _, box in drawing.cards[:_MOST_SAID]]
    name = f"{words.t('Map')}, {title}"
    said = words.t("{name}: {sentence}", name=name, sentence="; ".join(cards)) if cards else name
    return Tag("Figure", said=said)


def in_short(card: Card) -> str:
    """A card by its number and the beginning of its text."""
    text = " ".join((card.title if isinstance(card, Touchpoint) else card.text).split())
    return f"{card.number} {text if len(text) <= _LONGEST_SAID else f'{text[:_LONGEST_SAID].rstrip()}…'}"
