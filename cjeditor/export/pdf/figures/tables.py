"""The tables of figures on paper: narrow ones stand side by side, long narrow ones in two halves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cjeditor.export.pdf.figures.widths import NARROWEST, columns_of, natural_width
from cjeditor.export.pdf.sheets import MARGIN, Flow
from cjeditor.export.pdf.table import Columns, Group, Table
from cjeditor.export.typeset import (
    BODY,
    META_STRONG,
    QUIET,
    SUBHEADING,
    Piece,
    paragraph,
    right_line_of,
    space,
)
from cjeditor.layout.charts.chart import ChartTable
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import moved
from cjeditor.texts import Texts

_GAP: Final = 14.0
_BETWEEN: Final = 28.0
"""Between two tables side by side."""
_ROW_PADDING: Final = 3.0
"""Figures have many short rows: they stand closer than those of touchpoints and notes."""
_LONG: Final = 12
"""Rows: a longer table is set in two halves where it is narrow."""
_SHORT: Final = 0.4
"""Of a page: a table no higher than this is not broken."""
_MOST_HEIGHT: Final = 0.85
"""Of a page: what is higher side by side is set one below the other."""


def put_tables(flow: Flow, tables: Sequence[ChartTable]) -> None:
    """Put tables into a flow, one after the other."""
    half = (flow.frame.inner_width - _BETWEEN) / 2
    waiting: list[ChartTable] = []
    for table in tables:
        if natural_width(table) > half:
            _put_row(flow, waiting)
            waiting = []
            _across(flow, table)
            continue
        for each in _halves(table):
            waiting.append(each)
            if len(waiting) == 2:
                _put_row(flow, waiting)
                waiting = []
    _put_row(flow, waiting)


def _halves(table: ChartTable) -> tuple[ChartTable, ...]:
    """A long table as two, the second of which has no title of its own."""
    count = len(table.rows)
    if count <= _LONG:
        return (table,)
    middle = (count + 1) // 2
    return replace(table, rows=table.rows[:middle]), replace(table, title="", rows=table.rows[middle:])


def _put_row(flow: Flow, some: Sequence[ChartTable]) -> None:
    """One table or two beside each other, which stay on one page; one below the other where they are too high."""
    if not some:
        return
    width = (flow.frame.inner_width - _BETWEEN) / 2
    made = [_set_apart(flow, table, width) for table in some]
    if any(each is None for each in made):
        for table in some:
            _across(flow, table)
        return
    pieces = [each for each in made if each is not None]
    height = max(piece.height for piece in pieces)
    shapes = [shape for at, piece in enumerate(pieces) for shape in moved(piece.shapes, at * (width + _BETWEEN), 0)]
    flow.need(height)
    flow.put(Piece(height, tuple(shapes)))
    flow.y += _GAP


def _set_apart(flow: Flow, table: ChartTable, width: float) -> Piece | None:
    """A table set on a strip of paper of its own; None where that is longer than most of a page."""
    strip = Flow(replace(flow.frame, width=width + 2 * MARGIN), flow.words)
    strip.new_sheet()
    _fill(strip, table)
    height = strip.y - strip.frame.top
    if len(strip.sheets) > 1 or height > flow.frame.inner_height * _MOST_HEIGHT:
        return None
    return Piece(height, tuple(moved(tuple(strip.sheets[0].shapes), -strip.frame.left, -strip.frame.top)))


def _across(flow: Flow, table: ChartTable) -> None:
    """A table as wide as the page: a short one on one page, of a long one never only its title or a row."""
    whole = _set_apart(flow, table, flow.frame.inner_width)
    if whole is not None and whole.height <= flow.frame.inner_height * _SHORT:
        flow.need(whole.height)
    else:
        made, rows = _rows(table, flow.frame.inner_width, flow.words)
        head = SUBHEADING.line + 2
        flow.need(head + Table(flow, made, "", _ROW_PADDING).beginning([Group("", "", rows)]))
    _fill(flow, table)
    flow.y += _GAP


def _fill(flow: Flow, table: ChartTable) -> None:
    """Title, head and rows of a table; one without a title leaves its line empty."""
    words, width = flow.words, flow.frame.inner_width
    made, rows = _rows(table, width, words)
    title = paragraph(table.title, SUBHEADING, width, words.language) or (space(SUBHEADING.line),)
    for piece in (*title, space(2)):
        flow.put(piece)
    Table(flow, made, words.t("{title} (continued)", title="{title}"), _ROW_PADDING).add([Group("", "", rows)])


def _rows(table: ChartTable, width: float, words: Texts) -> tuple[Columns, list[tuple[tuple[Piece, ...], ...]]]:
    """The columns of a table in a width, and its rows set in them."""
    made = columns_of(table, width)
    rows = [
        tuple(
            _number(cell, table.head[at], made.room(at))
            if at in table.numbers and text_width(cell, QUIET.face, QUIET.size) <= made.room(at)
            else paragraph(cell, BODY, made.room(at), words.language)
            for at, cell in enumerate(row)
        )
        for row in table.rows
    ]
    return made, rows


def _number(said: str, head: str, room: float) -> tuple[Piece, ...]:
    """A number that ends where its column's head does, or further right where it is longer."""
    style = BODY if text_width(said, BODY.face, BODY.size) <= room else QUIET
    headed = text_width(head, META_STRONG.face, META_STRONG.size)
    right = min(room, max(headed, NARROWEST, text_width(said, style.face, style.size)))
    return (Piece(style.line, (right_line_of(said, style, right, 0),)),)
