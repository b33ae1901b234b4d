"""Bars that lie one below the other, each with its name at the left and its value behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cjeditor.layout.charts.axis import Scale
from cjeditor.layout.charts.chart import Spot
from cjeditor.layout.charts.lettering import SMALL, label
from cjeditor.layout.charts.patterns import Pattern, filled
from cjeditor.layout.charts.row_names import named_rows
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive

_ROW = 24.0
_BAR = 14.0
_GAP = 8.0
_WIDEST_NAME = 0.34
"""The share of the width that names may take."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        name: stands at the left.
        value: its length; None for a value that is not known.
        said: the value in words, behind the bar.
        tip: all of it in words.
        record: what it stands for on the map.
        pattern: its fill.
        colour: of the fill, a style name.
    """

    name: str
    value: float | None
    said: str
    tip: str
    record: str = ""
    pattern: Pattern = "solid"
    colour: str = "edge.goal"


class Bars(NamedTuple):
    """The shapes and spots of bars, and how high they are together."""

    shapes: tuple[Primitive, ...]
    spots: tuple[Spot, ...]
    height: float


def bars(rows: Sequence[Bar], left: float, top: float, width: float, language: str, *, most: float = 0.0) -> Bars:
    """Bars one below the other; negative ones lead to the left of zero. A long name has several lines.

    Args:
        rows: from top to bottom.
        left: of all.
        top: of the first.
        width: that all have, with names and values.
        language: by whose rules words are hyphenated.
        most: the value that the longest possible bar stands for; the greatest of the rows where that is more.
    """
    if not rows:
        return Bars((), (), 0.0)
    widest = max(text_width(row.name, "regular", SMALL) for row in rows)
    name_room = min(widest, width * _WIDEST_NAME)
    said_room = max(text_width(row.said, "semibold", SMALL) for row in rows)
    values = [row.value for row in rows if row.value is not None]
    start = left + name_room + _GAP
    scale = Scale(
        min(0.0, *values, 0.0), max(most, *values, 1e-9, 0.0), start, max(start + 20, left + width - said_room - _GAP)
    )
    shapes: list[Primitive] = []
    spots: list[Spot] = []
    zero = scale.at(0)
    placed = named_rows([row.name for row in rows], start - _GAP, top, name_room, _ROW, language)
    for row, place in zip(rows, placed, strict=True):
        shapes += place.name
        end = zero
        if row.value is not None:
            reached = scale.at(row.value)
            from_x, end = min(zero, reached), max(zero, reached)
            shapes += filled(from_x, place.middle - _BAR / 2, max(1.0, end - from_x), _BAR, row.pattern, row.colour)
        shapes.append(label(row.said, end + _GAP / 2 + 2, place.line, face="semibold"))
        spots.append(Spot(left, place.top, width, place.height, row.tip, row.record))
    height = placed[-1].bottom - top
    shapes.append(Line(zero, top, zero, top + height, "rule.strong", 1.0))
    return Bars(tuple(shapes), tuple(spots), height)
