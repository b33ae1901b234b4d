"""Names at the left of rows: in as many lines as they need, and rows as high as their names."""

from __future__ import annotations

from itertools import accumulate
from typing import Final, NamedTuple

from cjeditor.layout.charts.lettering import SMALL_LINE, Align, lines
from cjeditor.layout.primitives import Primitive, moved

_MOST_LINES: Final = 12
"""A name of more is no name; the tables have it whole."""
_AROUND: Final = 8.0
"""What a row is higher than the lines of its name."""


class NamedRow(NamedTuple):
    """A row with its name.

    Attributes:
        name: its lines, in the middle of the row.
        top: where the row begins.
        height: how high it is.
    """

    name: tuple[Primitive, ...]
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Halfway down the row."""
        return self.top + self.height / 2

    @property
    def line(self) -> float:
        """Where a single line of small text begins that stands in the middle of the row."""
        return self.middle - SMALL_LINE / 2

    @property
    def bottom(self) -> float:
        """Where the next row begins."""
        return self.top + self.height


def named_rows(
    names: list[str], x: float, top: float, room: float, least: float, language: str, *, align: Align = "right"
) -> list[NamedRow]:
    """Rows one below the other.

    Args:
        names: of the rows, from top to bottom.
        x: where the names begin or end, as `align` says.
        top: of the first row.
        room: how wide the names may be.
        least: how high each row is at least.
        language: by whose rules words are hyphenated.
        align: where `x` lies in the names.
    """
    said = [lines(name, x, 0, room + 0.5, language, most=_MOST_LINES, align=align) for name in names]
    heights = [max(least, len(each) * SMALL_LINE + _AROUND) for each in said]
    tops = accumulate(heights[:-1], initial=top)
    return [
        NamedRow(moved(each, 0, y + (height - len(each) * SMALL_LINE) / 2), y, height)
        for each, y, height in zip(said, tops, heights, strict=False)
    ]
