"""One chart on paper, below its name, and what a figure says in sentences."""

from __future__ import annotations

from typing import Final

from cjeditor.export.pdf.sheets import Flow
from cjeditor.export.tagging import as_figure
from cjeditor.export.typeset import BODY, SUBHEADING, Piece, bullet, height_of, paragraph, space, stacked
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn
from cjeditor.layout.primitives import scaled
from cjeditor.texts import Texts

SCALE: Final = 0.8
"""From a chart's pixels to points: its smallest text is 8.8 pt."""
LEAST_SCALE: Final = 0.73
"""Its smallest text is 8 pt; a chart that would have to be smaller to fit is left to its table."""
GAP: Final = 14.0
"""Below a chart."""
UNDER_NAME: Final = 2.0
_WIDE: Final = 700.0
"""Points: lines as long are hard to read, and two sentences have room side by side."""
_BETWEEN: Final = 28.0
_MANY: Final = 3
_SHORT: Final = 3
"""Lines in half of the width."""


def said_of(drawn: Drawn, width: float, words: Texts) -> tuple[Piece, ...]:
    """The sentences of a figure; many short ones in two columns where that is wide enough."""
    halves = width >= _WIDE and len(drawn.sentences) >= _MANY
    each = (width - _BETWEEN) / 2 if halves else width
    said = [bullet(sentence, BODY, each, words.language) for sentence in drawn.sentences]
    if not halves or max(map(len, said)) > _SHORT:
        return tuple(piece for sentence in drawn.sentences for piece in bullet(sentence, BODY, width, words.language))
    heights = [sum(map(height_of, said[:at])) for at in range(len(said) + 1)]
    at = min(range(1, len(said)), key=lambda at: (max(heights[at], heights[-1] - heights[at]), -at))
    left, right = (tuple(piece for lines in some for piece in lines) for some in (said[:at], said[at:]))
    shapes = (*stacked(left, 0, 0), *stacked(right, each + _BETWEEN, 0))
    return (Piece(max(height_of(left), height_of(right)), tuple(shapes)),)


def name_of(chart: Chart, title: str, width: float, words: Texts) -> tuple[Piece, ...]:
    """What stands above a chart: its name, unless the figure is called so."""
    name = "" if chart.table.title == title else chart.table.title
    return paragraph(name, SUBHEADING, width, words.language)


def height_below_name(chart: Chart) -> float:
    """What a chart takes of a sheet, in points, with its name."""
    return SUBHEADING.line + chart.height * SCALE + GAP + UNDER_NAME


def put_chart(flow: Flow, chart: Chart, title: str, *, tabled: bool = False, scale: float = SCALE) -> bool:
    """Put a chart below its name, unless the figure is called so; False and nothing of one too small to be read.

    Read aloud it is its name, and its numbers where no table has them (`tabled`).
    """
    head = name_of(chart, title, flow.frame.inner_width, flow.words)
    most = flow.frame.inner_height - height_of(head) - GAP - UNDER_NAME
    scale = min(scale, most / chart.height)
    if scale < LEAST_SCALE:
        return False
    flow.need(height_of(head) + chart.height * scale + GAP)
    for piece in (*head, space(UNDER_NAME), picture_of(chart, scale, flow.words, tabled=tabled), space(GAP)):
        flow.put(piece)
    return True


def picture_of(chart: Chart, scale: float, words: Texts, *, tabled: bool) -> Piece:
    """A chart as a piece of a page, read aloud as its name, and its numbers where no table has them."""
    said = chart.table.title if tabled and not chart.tells_all else _in_words(chart.table, words)
    return Piece(chart.height * scale, as_figure(scaled(chart.shapes, scale), said))


def _in_words(table: ChartTable, words: Texts) -> str:
    """The table as one text: each row with the names of its columns."""
    rows = (", ".join(f"{head}: {cell}" for head, cell in zip(table.head, row, strict=True)) for row in table.rows)
    return words.t("{name}: {sentence}", name=table.title, sentence="; ".join(rows))
