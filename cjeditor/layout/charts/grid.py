"""A grid of cells: names at the left and on top, a number in each cell, and a ground that grows darker with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cjeditor.layout.charts.chart import Spot
from cjeditor.layout.charts.lettering import SMALL_LINE, label, lines
from cjeditor.layout.charts.row_names import named_rows
from cjeditor.layout.primitives import Primitive, Rect

_ROW = 26.0
_GAP = 2.0
_MOST_LINES = 6
"""Of a head."""
_PADDING = 6.0
_NAMES = 0.3
_BAND = 4.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        said: its number, in words.
        share: 0 … 1, how dark its ground is.
        tip: all of it in words.
        record: what it stands for on the map.
        warns: whether it is framed, for something is missing here.
    """

    said: str
    share: float
    tip: str
    record: str = ""
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells with its name; `colour` is that of a band before it, a style name or empty."""

    name: str
    cells: Sequence[Cell]
    record: str = ""
    colour: str = ""


class Grid(NamedTuple):
    """The shapes and spots of a grid, and how high it is."""

    shapes: tuple[Primitive, ...]
    spots: tuple[Spot, ...]
    height: float


def heat(share: float) -> str:
    """The style of a ground for a share of 0 … 1; text reads on all of them."""
    return f"heat:{round(100 * min(max(share, 0.0), 1.0))}"


def grid(heads: Sequence[str], rows: Sequence[Row], left: float, top: float, width: float, language: str) -> Grid:
    """Cells in columns of equal width below their heads; names at the left take up to three tenths of the width."""
    names = max(72.0, width * _NAMES)
    across = (width - names) / max(1, len(heads))
    head_lines = [
        lines(head, 0, 0, max(12.0, across - 2 * _GAP), language, most=_MOST_LINES, face="semibold", colour="secondary")
        for head in heads
    ]
    head_height = max((len(one) for one in head_lines), default=0) * SMALL_LINE + _PADDING
    shapes: list[Primitive] = []
    for at, (head, broken) in enumerate(zip(heads, head_lines, strict=True)):
        x = left + names + (at + 0.5) * across
        shapes += lines(
            head,
            x,
            top + head_height - _PADDING - len(broken) * SMALL_LINE,
            max(12.0, across - 2 * _GAP),
            language,
            most=_MOST_LINES,
            face="semibold",
            colour="secondary",
            align="middle",
        )
    spots: list[Spot] = []
    beside = left + _BAND + _PADDING
    room = names - _BAND - 2 * _PADDING
    placed = named_rows([row.name for row in rows], beside, top + head_height, room, _ROW, language, align="left")
    for row, place in zip(rows, placed, strict=True):
        y, high = place.top, place.height
        if row.colour:
            shapes.append(Rect(left, y + _GAP, _BAND, high - 2 * _GAP, fill=row.colour))
        shapes += place.name
        for at, cell in enumerate(row.cells):
            x = left + names + at * across
            box = (x + _GAP / 2, y + _GAP / 2, across - _GAP, high - _GAP)
            shapes.append(Rect(*box, fill=heat(cell.share), stroke="warning" if cell.warns else "rule", radius=3))
            shapes.append(
                label(cell.said, x + across / 2, place.line, face="semibold", align="middle", room=across - 4)
            )
            spots.append(Spot(*box, cell.tip, cell.record or row.record))
    return Grid(tuple(shapes), tuple(spots), head_height + sum(place.height for place in placed))
