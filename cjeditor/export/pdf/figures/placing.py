"""Charts beside each other on wide pages, or beside what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cjeditor.export.pdf.figures.setting import GAP, UNDER_NAME, name_of, picture_of
from cjeditor.export.pdf.sheets import Flow, Frame
from cjeditor.export.typeset import Piece, height_of, stacked
from cjeditor.layout.charts.chart import Chart
from cjeditor.layout.primitives import Primitive, Text, moved
from cjeditor.texts import Texts

_WIDE: Final = 700.0
"""Points: narrower pages and columns have one chart below the other."""
_BETWEEN: Final = 28.0
_ROUND: Final = 0.72
"""Of the width: a round chart with the names around it."""


def is_wide(page: Frame) -> bool:
    """Whether two charts can be read side by side on a page."""
    return page.inner_width >= _WIDE


def shares_of(page: Frame, share: float) -> tuple[float, float]:
    """How wide two charts side by side are, in points, the first of which has a share of the room."""
    room = page.inner_width - _BETWEEN
    return room * share, room * (1 - share)


def round_of(page: Frame) -> float:
    """How wide a round chart is that has its sentences beside it, in points."""
    return page.inner_width * _ROUND


def beside_round(page: Frame) -> float:
    """How wide the sentences beside a round chart are, in points."""
    return page.inner_width - round_of(page) - _BETWEEN


def in_rows(charts: Sequence[Chart], halves: Sequence[Chart]) -> list[tuple[Chart, ...]]:
    """Charts as they stand beside each other: two that follow each other and are about the same things, else one.

    `halves` are the same as narrow as they would be; where more is cut in them, a chart stands alone.
    """
    rows: list[tuple[Chart, ...]] = []
    at = 0
    while at < len(charts):
        two, narrow = charts[at : at + 2], tuple(halves[at : at + 2])
        pair = len(two) > 1 and _subjects(two[0]) == _subjects(two[1]) and cuts(two) == cuts(narrow)
        rows.append(narrow if pair else (charts[at],))
        at += len(rows[-1])
    return rows


def cuts(charts: Sequence[Chart]) -> int:
    """How many texts in charts are cut."""
    return sum(isinstance(shape, Text) and shape.text.endswith("…") for chart in charts for shape in chart.shapes)


def _subjects(chart: Chart) -> list[str]:
    return [row[0] for row in chart.table.rows]


def pair_of(two: Sequence[Chart], title: str, scale: float, words: Texts, *, tabled: bool) -> Piece:
    """Two charts side by side, the upper edges of both at one height below their names."""
    heads = [name_of(chart, title, chart.width * scale, words) for chart in two]
    top = max(map(height_of, heads)) + UNDER_NAME
    shapes: list[Primitive] = []
    left = 0.0
    for chart, head in zip(two, heads, strict=True):
        made = picture_of(chart, scale, words, tabled=tabled)
        shapes += [*stacked(head, left, top - UNDER_NAME - height_of(head)), *moved(made.shapes, left, top)]
        left += chart.width * scale + _BETWEEN
    return Piece(top + max(chart.height for chart in two) * scale + GAP, tuple(shapes))


def put_beside(flow: Flow, said: tuple[Piece, ...], picture: Piece) -> None:
    """Put sentences at the left of a page and a round chart at its right; whoever asks made sure that both fit."""
    left = flow.frame.inner_width - round_of(flow.frame)
    shapes = (*stacked(said, 0, 0), *moved(picture.shapes, left, 0))
    flow.put(Piece(max(height_of(said), picture.height) + GAP, tuple(shapes)))
