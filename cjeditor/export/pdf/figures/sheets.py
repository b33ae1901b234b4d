"""The sheets of a handout's figures: each with its heading, its sentences, its charts and their tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cjeditor.export.content import Content
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.column_flow import WIDE, column_of
from cjeditor.export.pdf.figures.placing import (
    beside_round,
    cuts,
    in_rows,
    is_wide,
    pair_of,
    put_beside,
    round_of,
    shares_of,
)
from cjeditor.export.pdf.figures.setting import GAP, LEAST_SCALE, SCALE, picture_of, put_chart, said_of
from cjeditor.export.pdf.figures.tables import put_tables
from cjeditor.export.pdf.sheets import Flow, Frame, Sheet
from cjeditor.export.typeset import HEADING, SUBHEADING, height_of, paragraph
from cjeditor.layout.charts.chart import Chart, Drawn, Subject
from cjeditor.layout.charts.plan import FigureSpec, drawing_of, figure
from cjeditor.texts import Texts

_ABOVE = 46.0
"""What heading and gaps take of a sheet."""
_UNDER_SAID = 10.0
_SHARES = (0.58, 0.42)
"""Of the width: two unlike charts side by side."""
_SMALL = 0.62
"""Of a page: a figure no higher than this stays on one."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A figure drawn for a page at a scale; `rows` are its charts as they stand beside each other."""

    drawn: Drawn
    rows: tuple[tuple[Chart, ...], ...]
    scale: float
    beside: bool = False


def figure_part(figure_id: str, book: Book) -> None:
    """Add one figure to a book, below what is there where its beginning fits; nothing where it has no data.

    Its charts stand side by side, or a little smaller, where it then takes fewer sheets.
    """
    page, words = column_of(book.frame), book.content.words
    spec = figure(figure_id)
    title = words.t(spec.title)
    best: _Set | None = None
    fewest = 0
    for made in _ways(spec, page, book.content):
        sheets = _sheets_taken(made, spec, title, page, words)
        if best is None or sheets < fewest:
            best, fewest = made, sheets
        if fewest == 1:
            break
    if best is not None:
        flow = book.begin(title, _needed(best, page, words), in_columns=WIDE)
        _put(flow, title, best, tabled=spec.tabled)


def _ways(spec: FigureSpec, page: Frame, subject: Content) -> Iterator[_Set]:
    """A figure as it can be set, the best looking first; nothing without data."""
    draw = drawing_of(spec)
    for scale in (SCALE, LEAST_SCALE):
        asked = Subject(
            subject.project,
            subject.journey,
            subject.words,
            subject.date,
            tallest(page, scale),
            for_work=subject.for_work,
        )
        whole = draw(asked, page.inner_width / scale)
        if not whole.charts:
            return
        if is_wide(page) and spec.placed == "beside":
            narrow = draw(asked, round_of(page) / scale)
            said = height_of(said_of(narrow, beside_round(page), subject.words))
            if len(narrow.charts) == 1 and said <= narrow.charts[0].height * scale <= page.inner_height - _ABOVE:
                yield _Set(narrow, (narrow.charts,), scale, beside=True)
        yield _Set(whole, tuple((chart,) for chart in whole.charts), scale)
        if is_wide(page) and spec.placed == "pairs":
            halves = draw(asked, shares_of(page, 0.5)[0] / scale)
            rows = in_rows(whole.charts, halves.charts)
            yield _Set(replace(whole, charts=tuple(chart for row in rows for chart in row)), tuple(rows), scale)
        if is_wide(page) and spec.placed == "two" and len(whole.charts) == len(_SHARES):
            two = tuple(draw(asked, width / scale).charts[at] for at, width in enumerate(shares_of(page, _SHARES[0])))
            if spec.tabled or cuts(two) == cuts(whole.charts):
                yield _Set(replace(whole, charts=two), (two,), scale)


def _sheets_taken(made: _Set, spec: FigureSpec, title: str, page: Frame, words: Texts) -> int:
    """How many sheets a figure takes that begins on one of its own."""
    flow = Flow(page, words)
    flow.new_sheet()
    flow.y += _ABOVE - _UNDER_SAID
    _put(flow, title, made, tabled=spec.tabled)
    return len(flow.sheets)


def _needed(made: _Set, page: Frame, words: Texts) -> float:
    """What has to stand together: all charts of a small figure with what they say, else the first."""
    if made.beside:
        return _ABOVE + made.drawn.charts[0].height * made.scale
    said = height_of(said_of(made.drawn, page.inner_width, words)) + _ABOVE
    charts = [max(chart.height for chart in row) * made.scale + GAP + SUBHEADING.line for row in made.rows]
    whole = said + sum(charts)
    return whole if whole <= page.inner_height * _SMALL else min(said + charts[0], page.inner_height)


def chart_width(page: Frame, most: float = 100_000.0) -> float:
    """How wide charts are drawn for a page, at most so many points, in layout pixels."""
    return min(most, page.inner_width) / SCALE


def tallest(page: Frame, scale: float = SCALE) -> float:
    """How high a chart may be that has a page for itself, in layout pixels."""
    return (page.inner_height - _ABOVE) / scale


def sheets_of(page: Frame, title: str, drawn: Drawn, words: Texts) -> list[Sheet]:
    """The sheets of one figure, beginning with its title; without charts, only what it says."""
    flow = Flow(page, words)
    flow.new_sheet()
    flow.bookmark(title, 0)
    for piece in paragraph(title, HEADING, page.inner_width, words.language):
        flow.put(piece)
    flow.y += 4.0
    _put(flow, title, _Set(drawn, tuple((chart,) for chart in drawn.charts), SCALE), tabled=True)
    return flow.sheets


def _put(flow: Flow, title: str, made: _Set, *, tabled: bool) -> None:
    """Put what a figure says, its charts and its tables below its title, which is there already.

    Unless `tabled`, only the tables of charts that have no room are shown.
    """
    if made.beside:
        said = said_of(made.drawn, beside_round(flow.frame), flow.words)
        put_beside(flow, said, picture_of(made.rows[0][0], made.scale, flow.words, tabled=tabled))
        return
    rows = list(made.rows)
    said = said_of(made.drawn, flow.frame.inner_width, flow.words)
    first = rows[0][0].height * made.scale + GAP if rows else 0.0
    if rows and len(rows[0]) == 1 and height_of(said) + _UNDER_SAID + first > flow.room >= first:
        # Below the sentences it would leave the rest of the sheet empty.
        put_chart(flow, rows.pop(0)[0], title, tabled=tabled, scale=made.scale)
    for piece in said:
        flow.need(piece.height)
        flow.put(piece)
    flow.y += _UNDER_SAID
    left_out = [chart for row in rows for chart in _put_row(flow, row, title, made.scale, tabled=tabled)]
    shown = [chart for chart in made.drawn.charts if not chart.tells_all] if tabled else []
    put_tables(flow, [chart.table for chart in (*shown, *(one for one in left_out if one not in shown))])


def _put_row(flow: Flow, row: Sequence[Chart], title: str, scale: float, *, tabled: bool) -> list[Chart]:
    """Put charts beside each other; return those that have no room on any page."""
    if len(row) > 1:
        piece = pair_of(row, title, scale, flow.words, tabled=tabled)
        if piece.height <= flow.frame.inner_height:
            flow.need(piece.height)
            flow.put(piece)
            return []
    return [chart for chart in row if not put_chart(flow, chart, title, tabled=tabled, scale=scale)]
