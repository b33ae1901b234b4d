"""Sections that flow from column to column of one page, and columns of even heights where they do not fill it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cjeditor.export.pdf.columns import KEEP_TOGETHER, Column, Grid, Section
from cjeditor.export.pdf.sheets import Frame
from cjeditor.export.typeset import height_of

_STEP: Final = 8.0
"""Points by which columns become shorter until they hold less."""


def filled(
    sections: Sequence[Section], grid: Grid, page: Frame, top: float
) -> tuple[tuple[Column, ...], list[Section]]:
    """The columns of a page from `top` on, filled one after the other, and what they have no room for."""
    columns = grid.columns(page, top)
    waiting = list(sections)
    for column in columns:
        while waiting:
            rest = column.add(waiting[0])
            waiting = waiting[1:] if rest is None else [rest, *waiting[1:]]
            if rest is not None:
                break
    return columns, waiting


def balanced(sections: Sequence[Section], grid: Grid, page: Frame, top: float) -> tuple[Column, ...]:
    """The same columns, as short as they hold all, but not so short that blocks would be broken for it."""
    best, _rest = filled(sections, grid, page, top)
    highest = max((height_of(block) for section in sections for block in section.blocks), default=0.0)
    height = page.bottom - top - _STEP
    while height * KEEP_TOGETHER > highest:
        columns, rest = filled(sections, grid, replace(page, height=page.height - (page.bottom - top - height)), top)
        if rest:
            break
        best, height = columns, height - _STEP
    return best
