"""The sheets of a handout's figures: each with its heading, its sentences, its charts and their tables."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.column_flow import column_of
from cjeditor.export.pdf.figures.tables import put_tables
from cjeditor.export.pdf.sheets import Flow, Frame, Sheet
from cjeditor.export.tagging import as_figure
from cjeditor.export.typeset import (
    BODY,
    HEADING,
    SUBHEADING,
    Piece,
    bullet,
    height_of,
    paragraph,
    space,
)
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Subject
from cjeditor.layout.charts.plan import drawing_of, figure
from cjeditor.layout.primitives import scaled
from cjeditor.texts import Texts

_SCALE = 0.8
"""From a chart's pixels to points: its smallest text is 8.8 pt."""
_LEAST_SCALE = 0.73
"""Its smallest text is 8 pt; a chart that would have to be smaller to fit is left to its table."""
_GAP = 14.0
_ABOVE = 46.0
"""What heading and gaps take of a sheet."""
_SMALL = 0.62
"""Of a page: a figure no higher than this stays on one."""


def figure_part(figure_id: str, book: Book) -> None:
    """Add one figure to a book, below what is there where its beginning fits; nothing where it has no data."""
    page, subject = column_of(book.frame), book.content
    asked = Subject(
        subject.project, subject.journey, subject.words, subject.date, tallest(page), for_work=subject.for_work
    )
    spec = figure(figure_id)
    drawn = drawing_of(spec)(asked, chart_width(page))
    if drawn.charts:
        title = subject.words.t(spec.title)
        flow = book.begin(title, _needed(drawn, page, subject.words), in_columns=True)
        put_figure(flow, title, drawn, tabled=spec.tabled)


def _needed(drawn: Drawn, page: Frame, words: Texts) -> float:
    """What has to stand together: all charts of a small figure with what they say, else the first."""
    said = height_of(_said(drawn, page.inner_width, words)) + _ABOVE
    charts = [chart.height * _SCALE + _GAP + SUBHEADING.line for chart in drawn.charts]
    whole = said + sum(charts)
    return whole if whole <= page.inner_height * _SMALL else min(said + charts[0], page.inner_height)


def chart_width(page: Frame, most: float = 100_000.0) -> float:
    """How wide charts are drawn for a page, at most so many points, in layout pixels."""
    return min(most, page.inner_width) / _SCALE


def tallest(page: Frame) -> float:
    """How high a chart may be that has a page for itself, in layout pixels."""
    return (page.inner_height - _ABOVE) / _SCALE


def sheets_of(page: Frame, title: str, drawn: Drawn, words: Texts) -> list[Sheet]:
    """The sheets of one figure, beginning with its title; without charts, only what it says."""
    flow = Flow(page, words)
    flow.new_sheet()
    flow.bookmark(title, 0)
    for piece in paragraph(title, HEADING, page.inner_width, words.language):
        flow.put(piece)
    flow.y += 4.0
    put_figure(flow, title, drawn, tabled=True)
    return flow.sheets


def put_figure(flow: Flow, title: str, drawn: Drawn, *, tabled: bool) -> None:
    """Put what a figure says, its charts and its tables below its title, which is there already.

    Unless `tabled`, only the tables of charts that have no room are shown.
    """
    said = _said(drawn, flow.frame.inner_width, flow.words)
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
    put_tables(flow, [chart.table for chart in (drawn.charts if tabled else left_out)])


def _said(drawn: Drawn, width: float, words: Texts) -> tuple[Piece, ...]:
    return tuple(piece for sentence in drawn.sentences for piece in bullet(sentence, BODY, width, words.language))


def height_below_name(chart: Chart) -> float:
    """What a chart takes of a sheet, in points, with its name."""
    return SUBHEADING.line + chart.height * _SCALE + _GAP + 2


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
