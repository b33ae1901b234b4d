"""A few figures set large, each with what it counts, as one sees them from afar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cjeditor.export.tagging import item
from cjeditor.export.typeset import QUIET, Piece, Style, height_of, line_of, paragraph, stacked
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive

_LARGE: Final = Style("bold", 26.0, 32.0, "primary")
_GAP: Final = 20.0
_MOST_LINES: Final = 3


class BigNumber(NamedTuple):
    """A figure as it is said, and what it is."""

    value: str
    meaning: str


def big_numbers(some: Sequence[BigNumber], width: float, language: str) -> tuple[Piece, ...]:
    """Figures side by side below a rule each; nothing without any."""
    if not some:
        return ()
    column = (width - _GAP * (len(some) - 1)) / len(some)
    shapes: list[Primitive] = []
    height = 0.0
    for at, one in enumerate(some):
        x = at * (column + _GAP)
        said = paragraph(one.meaning, QUIET, column, language, max_lines=_MOST_LINES)
        shapes.append(Line(x, 0, x + column, 0, "rule.strong", 0.8))
        value = Piece(_LARGE.line, (line_of(one.value, _fitting(one.value, column), 0, 0),))
        told = item((value, *said))
        shapes += stacked(told, x, 5)
        height = max(height, 5 + height_of(told))
    return (Piece(height, tuple(shapes)),)


def _fitting(value: str, width: float) -> Style:
    """The large style, smaller where a figure would be wider than its column."""
    needed = text_width(value, _LARGE.face, _LARGE.size)
    return _LARGE if needed <= width else Style(_LARGE.face, _LARGE.size * width / needed, _LARGE.line, _LARGE.colour)
