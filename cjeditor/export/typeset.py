"""Setting text into blocks: lines in a column, pieces that a page may break between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from cjeditor.layout.breaking import break_lines
from cjeditor.layout.direction import aligned, leads_left
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import baseline
from cjeditor.layout.primitives import Face, Primitive, Text, circle, moved
from cjeditor.layout.tags import Role, Tag


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; sizes in points, `line` is the distance of two baselines.

    `role` is what it is to those who have it read aloud.
    """

    face: Face
    size: float
    line: float
    colour: str = "text"
    role: Role = "P"


TITLE = Style("bold", 25.0, 31.0, "heading", "H1")
FINDING = Style("semibold", 14.0, 19.0, "subheading")
LEAD = Style("regular", 11.0, 16.0, "secondary")
HEADING = Style("bold", 16.0, 22.0, "heading", "H1")
SUBHEADING = Style("bold", 9.5, 14.0, "subheading", "H2")
BODY = Style("regular", 9.5, 13.0)
STRONG = Style("semibold", 9.5, 13.0)
NUMBER = Style("bold", 9.5, 13.0, "subheading")
QUIET = Style("regular", 9.0, 12.5, "secondary")
META = Style("regular", 8.0, 11.0, "secondary")
META_STRONG = Style("semibold", 8.0, 11.0, "text")

_BULLET = 10.0


class Piece(NamedTuple):
    """Shapes that stay together, from their own top left corner."""

    height: float
    shapes: tuple[Primitive, ...]

    def indented(self, dx: float) -> Piece:
        """The same piece further right."""
        return Piece(self.height, moved(self.shapes, dx, 0))


def line_of(text: str, style: Style, x: float, y: float, tag: Tag | None = None) -> Text:
    """One line whose line box begins at `y`; it is read as a thing of its own unless `tag` says what it belongs to."""
    if tag is None and style.role != "P":
        tag = Tag(style.role)
    width = text_width(text, style.face, style.size)
    return Text(x, baseline(y, style.line, style.size), text, style.face, style.size, style.colour, width, tag)


def right_line_of(text: str, style: Style, right: float, y: float, tag: Tag | None = None) -> Text:
    """One line that ends at `right`."""
    width = text_width(text, style.face, style.size)
    return line_of(text, style, right - width, y, tag)


def paragraph(
    text: str,
    style: Style,
    width: float,
    language: str,
    *,
    max_lines: int = 100_000,
    indent: float = 0.0,
    tag: Tag | None = None,
) -> tuple[Piece, ...]:
    """A text broken to `width`, a piece a line; nothing for an empty text. `indent` moves all lines to the right.

    Paragraphs that are read from the right are set flush right.

    They are read as one: as `tag`, or as what the style says.
    """
    if not text:
        return ()
    lines = break_lines(text, style.face, style.size, width - indent, max_lines=max_lines, language=language)
    read = tag or Tag(style.role)
    placed = aligned(text, lines, style.face, style.size, width - indent)
    return tuple(
        Piece(style.line, (line_of(line, style, indent + aside, 0, read),) if line else ()) for line, aside in placed
    )


def height_of(pieces: Iterable[Piece]) -> float:
    """How high pieces are, one below the other."""
    return sum(piece.height for piece in pieces)


def stacked(pieces: Iterable[Piece], x: float, y: float) -> list[Primitive]:
    """The shapes of pieces one below the other, their top left corner at (`x`, `y`)."""
    shapes: list[Primitive] = []
    for piece in pieces:
        shapes.extend(moved(piece.shapes, x, y))
        y += piece.height
    return shapes


def space(height: float) -> Piece:
    """Empty room."""
    return Piece(height, ())


def bullet(text: str, style: Style, width: float, language: str) -> tuple[Piece, ...]:
    """A paragraph with a dot before its first line, the further lines below the first."""
    left = leads_left(text)
    room, indent = (width - _BULLET, 0.0) if left else (width, _BULLET)
    lines = paragraph(text, style, room, language, indent=indent, tag=Tag("LI"))
    if not lines:
        return ()
    dot = circle(width - 2.5 if left else 2.5, style.line / 2, 1.2, fill=style.colour)
    return (Piece(lines[0].height, (dot, *lines[0].shapes)), *lines[1:])
