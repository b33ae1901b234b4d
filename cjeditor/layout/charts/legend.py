"""The key of a chart: a patch of each fill with what it stands for, in as many rows as are needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label
from cjeditor.layout.charts.patterns import Pattern, filled
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive

_PATCH = 18.0
_GAP = 6.0
_BETWEEN = 16.0
_ROW = SMALL_LINE + 4


class Entry(NamedTuple):
    """One fill and what it stands for."""

    text: str
    pattern: Pattern
    colour: str


class Legend(NamedTuple):
    """The shapes of a key and how high it is."""

    shapes: tuple[Primitive, ...]
    height: float


def legend(entries: Sequence[Entry], left: float, top: float, width: float) -> Legend:
    """The key of some fills in a width; nothing for none."""
    shapes: list[Primitive] = []
    x, y = left, top
    for text, pattern, colour in entries:
        room = width - _PATCH - _GAP
        needed = _PATCH + _GAP + min(text_width(text, "regular", SMALL), room)
        if x > left and x + needed > left + width:
            x, y = left, y + _ROW
        shapes += filled(x, y + 2, _PATCH, SMALL_LINE - 4, pattern, colour)
        shapes.append(label(text, x + _PATCH + _GAP, y, room=room))
        x += needed + _BETWEEN
    return Legend(tuple(shapes), y + _ROW - top if entries else 0.0)
