"""On which side the lines of a paragraph begin: where its first letter that has a direction is read from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Final, NamedTuple

from cjeditor.layout.breaking import break_lines
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Face

_RIGHT_TO_LEFT: Final = ("R", "AL")
_LOOKED_AT: Final = 1_000
"""Characters in which the first letter is looked for."""
_MARKS: Final = ("\u200e", "\u200f")
"""Of no width: they say that a line leads to the right, or to the left."""


class SetLine(NamedTuple):
    """A line as it is drawn, and how far it begins from the left of the room for it.

    Where a line would be taken to lead the other way than its paragraph, a mark of direction stands before it.
    """

    text: str
    indent: float = 0.0


def leads_left(text: str) -> bool:
    """Whether the first letter that has a direction is read from the right."""
    if text.isascii():
        return False
    for character in text[:_LOOKED_AT]:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return False


def aligned(text: str, lines: Sequence[str], face: Face, size: float, room: float) -> tuple[SetLine, ...]:
    """The lines into which `text` was broken: those of paragraphs that lead to the left end at the right of `room`."""
    if text.isascii() or not any(map(_leads_anywhere_left, lines)):
        return tuple(map(SetLine, lines))
    return tuple(
        _set(line, left, face, size, room)
        for line, left in zip(lines, _directions(text, face, size, room), strict=False)
    )


def _leads_anywhere_left(line: str) -> bool:
    return not line.isascii() and any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in line)


def _directions(text: str, face: Face, size: float, room: float) -> Iterator[bool]:
    """For each line of a text, whether its paragraph leads to the left."""
    for paragraph in text.split("\n"):
        yield from repeat(leads_left(paragraph), len(break_lines(paragraph, face, size, room)))


def _set(line: str, left: bool, face: Face, size: float, room: float) -> SetLine:
    shown = line if leads_left(line) == left else _MARKS[left] + line
    return SetLine(shown, room - text_width(line, face, size) if left and line else 0.0)
