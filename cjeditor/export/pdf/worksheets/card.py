"""A card of a set: a band and a small line at the top, a title, and what stands and is written below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cjeditor.export.pdf.worksheets.surface import Room, ends
from cjeditor.export.pdf.writing import RULING, ruled
from cjeditor.export.typeset import META, Piece, Style, height_of, line_of, paragraph, stacked
from cjeditor.layout.breaking import elide
from cjeditor.layout.icons import icon
from cjeditor.layout.primitives import Primitive, Rect

_BAND = 3.0
_ICON = 10.0
_GAP = 5.0
TITLE: Final = Style("bold", 15.0, 19.0)
QUESTION: Final = Style("semibold", 11.0, 15.0, "primary")
TEXT: Final = Style("regular", 10.0, 13.5)


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says.

    Attributes:
        kind: the small line at the top left; `icon` stands before it.
        right: the small line at the top right.
        title: in large letters, two lines at most.
        body: what stands below, one piece below the other; what does not fit goes on on a further card.
        foot: the small line at the bottom.
        colour: of the band.
        ruled: whether what is left below the body is ruled, to write on.
    """

    kind: str
    right: str
    title: str
    body: tuple[Piece, ...]
    foot: str = ""
    icon: str = ""
    colour: str = "primary"
    ruled: bool = False


def faces(card: Card, room: Room, language: str, go_on: str) -> list[list[Primitive]]:
    """The card drawn into a room, and further ones where its body is longer; `go_on` stands in their titles."""
    drawn: list[list[Primitive]] = []
    rest: Sequence[Piece] = card.body
    while rest or not drawn:
        title = card.title if not drawn else f"{card.title} ({go_on})"
        shapes, top = _head(card, title, room, language)
        bottom = room.bottom - (META.line + 2 if card.foot else 0.0)
        count = _fitting(rest, bottom - top)
        shapes += stacked(tuple(rest[:count]), room.x, top)
        if card.foot:
            foot = elide(card.foot, META.face, META.size, room.width)
            shapes.append(line_of(foot, META, room.x, room.bottom - META.line))
        drawn.append(shapes)
        rest = rest[count:]
        if card.ruled and not rest:
            used = top + height_of(card.body[len(card.body) - count :])
            lines = int((bottom - used - _GAP) / RULING)
            drawn[-1] += stacked(ruled(room.width, lines), room.x, bottom - lines * RULING) if lines > 0 else []
    return drawn


def _head(card: Card, title: str, room: Room, language: str) -> tuple[list[Primitive], float]:
    """Band, small line and title; and where the body begins."""
    y = room.y + _BAND + 4
    shapes: list[Primitive] = [Rect(room.x, room.y, room.width, _BAND, fill=card.colour)]
    left = room.x
    if card.icon:
        shapes.append(icon(card.icon, left, y, _ICON, "secondary"))
        left += _ICON + 4
    shapes += ends(card.kind, card.right, Room(left, y, room.right - left, META.line), y, strong=True)
    y += META.line + 3
    lines = paragraph(title, TITLE, room.width, language, max_lines=2)
    return [*shapes, *stacked(lines, room.x, y)], y + height_of(lines) + _GAP


def _fitting(pieces: Sequence[Piece], height: float) -> int:
    """How many pieces fit; at least one, or a card would never end."""
    used, count = 0.0, 0
    for piece in pieces:
        used += piece.height
        if used > height + 0.01:
            break
        count += 1
    return max(count, 1)
