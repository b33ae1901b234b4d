"""What tests of charts ask of shapes: all of them finite, and none outside of its chart."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from cjeditor.layout.charts.chart import Chart
from cjeditor.layout.primitives import Close, Cubic, Image, Line, Path, Primitive, Rect, Text

_SLACK = 1.5
"""Half a stroke, and what a letter hangs over its advance."""


def points(shape: Primitive) -> Iterator[tuple[float, float]]:
    """Yield the corners of a shape; of a curve its control points, which enclose it."""
    match shape:
        case Rect() | Image():
            yield from ((shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height))
        case Line():
            yield from ((shape.x1, shape.y1), (shape.x2, shape.y2))
        case Text():
            yield from ((shape.x, shape.y - shape.size), (shape.x + shape.width, shape.y + shape.size * 0.25))
        case Path():
            for segment in shape.segments:
                if isinstance(segment, Cubic):
                    yield from ((segment.x1, segment.y1), (segment.x2, segment.y2), (segment.x, segment.y))
                elif not isinstance(segment, Close):
                    yield (segment.x, segment.y)


def check(chart: Chart, smallest: float = 11.0) -> None:
    """Fail where a shape or spot of a chart is not finite, lies outside, or is set in letters too small to read."""
    corners = [(shape, point) for shape in chart.shapes for point in points(shape)]
    corners += [
        (spot, point)
        for spot in chart.spots
        for point in ((spot.x, spot.y), (spot.x + spot.width, spot.y + spot.height))
    ]
    for what, (x, y) in corners:
        assert isfinite(x), what
        assert isfinite(y), what
        assert -_SLACK <= x <= chart.width + _SLACK, (what, chart.width)
        assert -_SLACK <= y <= chart.height + _SLACK, (what, chart.height)
    assert [shape for shape in chart.shapes if isinstance(shape, Text) and shape.size < smallest] == []
    assert all(len(row) == len(chart.table.head) for row in chart.table.rows)
    assert all(spot.tip for spot in chart.spots), "whoever cannot see a spot must hear it"


def said(chart: Chart) -> list[str]:
    """The texts of a chart, in the order in which they were drawn."""
    return [shape.text for shape in chart.shapes if isinstance(shape, Text)]
