"""The sheets of a handout's figures: each with its heading, its sentences, its charts and their tables."""

from __future__ import annotations

from cjeditor.export.content import Content
from cjeditor.export.pdf.figures.widths import NARROWEST, columns_of
from cjeditor.export.pdf.sheets import Flow, Frame, Sheet
from cjeditor.export.pdf.table import Group, Table
from cjeditor.export.tagging import as_figure
from cjeditor.export.typeset import (
    BODY,
    HEADING,
    META_STRONG,
    QUIET,
    SUBHEADING,
    Piece,
    bullet,
    height_of,
    paragraph,
    right_line_of,
    space,
)
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Subject
from cjeditor.layout.charts.plan import drawing_of, figure
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import scaled
from cjeditor.texts import Texts

_SCALE = 0.8
"""From a chart's pixels to points: its smallest text is 8.8 pt."""
_LEAST_SCALE = 0.73
"""Its smallest text is 8 pt; a chart that would have to be smaller to fit is left to its table."""
_GAP = 14.0
_ROW_PADDING = 3.0
"""Figures have many short rows: they stand closer than those of touchpoints and notes."""
_ABOVE = 46.0
"""What heading and gaps take of a sheet."""


def figure_sheets(figure_id: str, page: Frame, subject: Content) -> list[Sheet]:
    """The sheets of one figure, beginning on a sheet of its own; none where it has no data."""
    asked = Subject(subject.project, subject.journey, subject.words, subject.date, tallest(page))
    spec = figure(figure_id)
    drawn = drawing_of(spec)(asked, chart_width(page))
    if not drawn.charts:
        return []
    return sheets_of(page, subject.words.t(spec.title), drawn, subject.words, tabled=spec.tabled)


def chart_width(page: Frame, most: float = 100_000.0) -> float:
    """How wide charts are drawn for a page, at most so many points, in layout pixels."""
    return min(most, page.inner_width) / _SCALE


def tallest(page: Frame) -> float:
    """How high a chart may be that has a page for itself, in layout pixels."""
    return (page.inner_height - _ABOVE) / _SCALE


def sheets_of(page: Frame, title: str, drawn: Drawn, words: Texts, *, tabled: bool = True) -> list[Sheet]:
    """The sheets of one figure, beginning with its title; without charts, only what it says.

    Unless `tabled`, only the tables of charts that have no room are shown.
    """
    flow = Flow(page, words)
    width = page.inner_width
    flow.new_sheet()
    flow.bookmark(title, 0)
    for piece in paragraph(title, HEADING, width, words.language):
        flow.put(piece)
    flow.y += 4.0
    said = tuple(piece for sentence in drawn.sentences for piece in bullet(sentence, BODY, width, words.language))
    charts = list(drawn.charts)
    first = charts[0].height * _SCALE + _GAP if charts else 0.0
    if charts and height_of(said) + 8.0 + first > flow.room >= first:
        # Below the sentences it would leave the rest of the sheet empty.
        put_chart(flow, charts.pop(0), title, tabled=tabled)
    for piece in said:
        flow.need(piece.height)
        flow.put(piece)
    flow.y += 8.0
    left_out = [chart for chart in charts if not put_chart(flow, chart, title, tabled=tabled)]
    for chart in drawn.charts if tabled else left_out:
        _table(flow, chart.table)
    return flow.sheets


def put_chart(flow: Flow, chart: Chart, title: str, *, tabled: bool = False) -> bool:
    """Put a chart below its name, unless the figure is called so; False and nothing of one too small to be read.

    Read aloud it is its name, and its numbers where no table has them.
    """
    name = "" if chart.table.title == title else chart.table.title
    head = paragraph(name, SUBHEADING, flow.frame.inner_width, flow.words.language)
    most = flow.frame.inner_height - height_of(head) - _GAP - 2
    scale = min(_SCALE, most / chart.height)
    if scale < _LEAST_SCALE:
        return False
    flow.need(height_of(head) + chart.height * scale + _GAP)
    said = chart.table.title if tabled else _in_words(chart.table, flow.words)
    drawn = as_figure(scaled(chart.shapes, scale), said)
    for piece in (*head, space(2), Piece(chart.height * scale, drawn), space(_GAP)):
        flow.put(piece)
    return True


def _in_words(table: ChartTable, words: Texts) -> str:
    """The table as one text: each row with the names of its columns."""
    rows = (", ".join(f"{head}: {cell}" for head, cell in zip(table.head, row, strict=True)) for row in table.rows)
    return words.t("{name}: {sentence}", name=table.title, sentence="; ".join(rows))


def _table(flow: Flow, table: ChartTable) -> None:
    words, width = flow.words, flow.frame.inner_width
    made = columns_of(table, width)
    head = paragraph(table.title, SUBHEADING, width, words.language)
    flow.need(height_of(head) + 60.0)
    for piece in (*head, space(2)):
        flow.put(piece)
    rows = [
        tuple(
            _number(cell, table.head[at], made.room(at))
            if at in table.numbers and text_width(cell, QUIET.face, QUIET.size) <= made.room(at)
            else paragraph(cell, BODY, made.room(at), words.language)
            for at, cell in enumerate(row)
        )
        for row in table.rows
    ]
    Table(flow, made, words.t("{title} (continued)", title="{title}"), _ROW_PADDING).add([Group("", "", rows)])
    flow.y += _GAP


def _number(said: str, head: str, room: float) -> tuple[Piece, ...]:
    """A number that ends where its column's head does, or further right where it is longer."""
    style = BODY if text_width(said, BODY.face, BODY.size) <= room else QUIET
    headed = text_width(head, META_STRONG.face, META_STRONG.size)
    right = min(room, max(headed, NARROWEST, text_width(said, style.face, style.size)))
    return (Piece(style.line, (right_line_of(said, style, right, 0),)),)
