"""A card's look taken apart for programs in which its text stays a text: the ground, the text, and all around it."""

from __future__ import annotations

from typing import NamedTuple

from cjeditor.export.card_words import text_of
from cjeditor.layout.arrangement import CardBox
from cjeditor.layout.draw_card import MARK_ROOM
from cjeditor.layout.metrics import TITLE_LINE, TITLE_SIZE, baseline
from cjeditor.layout.primitives import Face, Primitive, Rect, Text
from cjeditor.layout.theme import INVITATION
from cjeditor.model.cards import Touchpoint

_TEXT_FACES = ("medium", "regular")
_BEFORE_NUMBER = 6.0


class Words(NamedTuple):
    """The text of a card in its box, from the card's own corner; `lines` is how many the layout gave it."""

    text: str
    x: float
    y: float
    width: float
    lines: int
    face: Face
    size: float
    line: float

    @property
    def height(self) -> float:
        """Of all its lines."""
        return self.lines * self.line


class CardParts(NamedTuple):
    """A card taken apart: the rectangle that it stands on, its text where it has one, and all other shapes."""

    ground: Rect
    words: Words | None
    rest: tuple[Primitive, ...]


def parts_of(box: CardBox) -> CardParts:
    """Take the look of a card apart."""
    shapes = [one for one in box.look.primitives if not (isinstance(one, Text) and one.colour == INVITATION)]
    ground = shapes[0] if isinstance(shapes[0], Rect) else Rect(0, 0, box.width, box.height)
    lines = [one for one in shapes if isinstance(one, Text) and one.size == TITLE_SIZE and one.face in _TEXT_FACES]
    rest = tuple(one for one in shapes if one is not ground and one not in lines)
    text = text_of(box.record)
    if not lines or not text.strip():
        return CardParts(ground, None, rest)
    first = lines[0]
    top = first.y - baseline(0, TITLE_LINE, TITLE_SIZE)
    room = _room(box, first.x)
    return CardParts(ground, Words(text, first.x, top, room, len(lines), first.face, TITLE_SIZE, TITLE_LINE), rest)


def _room(box: CardBox, left: float) -> float:
    """How wide the lines of a card's text are: beside the number of a note, else between its edges."""
    card = box.record
    if isinstance(card, Touchpoint) or card.kind == "metric":
        return box.width - 2 * left
    number = next((one for one in box.look.primitives if isinstance(one, Text) and one.text == str(card.number)), None)
    if number is None:
        return box.width - 2 * left
    return number.x - _BEFORE_NUMBER - left - (MARK_ROOM if card.kind == "image" else 0.0)
