"""Ruling what is left of columns, so that a group writes on lines that lie on the same heights in all of them."""

from __future__ import annotations

from cjeditor.export.pdf.columns import Column
from cjeditor.export.pdf.writing import RULING, ruled
from cjeditor.export.typeset import Piece, height_of


def lines_left(column: Column, heading: tuple[Piece, ...] = ()) -> int:
    """How many ruled lines a column still has room for below a heading."""
    return max(0, int((column.room - height_of(heading)) / RULING + 0.001))


def rule_rest(column: Column, heading: tuple[Piece, ...] = ()) -> None:
    """Rule what is left of a column below a heading.

    Lines are counted from the bottom, so that those of all columns of a page are level. A heading stands close above
    them, or at the top of a fresh column, level with the others there.
    """
    count = lines_left(column, heading)
    spare = column.room - height_of(heading) - count * RULING
    if not column.fresh:
        column.y += spare
    column.put(heading)
    column.y = column.bottom - count * RULING
    column.put(ruled(column.width, count))
