"""The emotion curve goes through its points and never beyond them."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from cjeditor.layout.arrangement import Curve, CurvePoint
from cjeditor.layout.curve import draw_band, draw_curve, draw_line, draw_point, spread, tone
from cjeditor.layout.monotone import monotone_segments
from cjeditor.layout.primitives import Cubic, Line, Path, Text
from cjeditor.texts import of

heights = st.lists(st.integers(-2, 2).map(float), min_size=2, max_size=30)


def _bezier(start: tuple[float, float], segment: Cubic, t: float) -> float:
    s = 1 - t
    return s**3 * start[1] + 3 * s * s * t * segment.y1 + 3 * s * t * t * segment.y2 + t**3 * segment.y


@given(heights, st.lists(st.floats(5, 400), min_size=30, max_size=30))
def test_the_curve_never_overshoots_its_points(levels: list[float], gaps: list[float]) -> None:
    points = [(sum(gaps[:i]), level) for i, level in enumerate(levels)]

    for start, end, segment in zip(points, points[1:], monotone_segments(points), strict=False):
        assert (segment.x, segment.y) == end
        low, high = min(start[1], end[1]), max(start[1], end[1])
        for tenth in range(11):
            assert low - 1e-6 <= _bezier(start, segment, tenth / 10) <= high + 1e-6


def _point(x: float, emotion: float | None, low: int = 0, high: int = 0) -> CurvePoint:
    return CurvePoint(f"tp_{x:.0f}", 1, "", x, -20.0 * (emotion or 0), emotion, low, high)


def _rated(x: float, emotion: float, low: int, high: int) -> CurvePoint:
    return _point(x, emotion, low, high)._replace(rated=True)


def test_a_touchpoint_without_an_emotion_lies_outside_the_curve() -> None:
    curve = Curve("ln_1", 0.0, (_point(10, 1, 1, 1), _point(20, None), _point(30, -1, -1, -1)))

    (line,) = draw_line(curve)
    assert isinstance(line, Path)
    assert [segment[-2:] for segment in line.segments] == [(10, -20.0), (30, 20.0)]
    assert not any(isinstance(shape, Text) for shape in draw_point(curve.points[1], of("en")))


def test_the_value_stands_at_each_point() -> None:
    shown = [shape.text for shape in draw_point(_point(10, -2, -2, -2), of("de")) if isinstance(shape, Text)]

    assert shown == ["\u22122"]


def test_on_paper_no_value_lies_on_another_however_close_the_points_are() -> None:
    close = Curve("ln_1", 100.0, tuple(_point(100 + 8.0 * i, (2, -1, 0, None, -2)[i % 5]) for i in range(90)))
    apart = Curve("ln_1", 100.0, tuple(_point(100 + 40.0 * i, (2, -1, 0, None, -2)[i % 5]) for i in range(20)))

    for curve in (close, apart):
        values = [shape for shape in draw_curve(curve, 900.0, of("de")) if isinstance(shape, Text)]
        for side in (True, False):
            some = sorted((value.x, value.x + value.width) for value in values if (value.text[0] != "−") == side)
            assert len(some) > 3
            assert all(before[1] <= after[0] for before, after in itertools.pairwise(some))
    dense = Curve("ln_1", 100.0, tuple(_point(100 + 2.0 * i, 2 - i % 5) for i in range(300)))
    assert not any(isinstance(shape, Text) for shape in draw_curve(dense, 900.0, of("de")))
    assert len(values) == sum(point.emotion is not None for point in apart.points)


def test_a_band_is_drawn_only_where_ratings_differ() -> None:
    agreed = Curve("ln_1", 0.0, (_rated(10, 1, 1, 1), _rated(30, 0, 0, 0)))
    apart = Curve("ln_1", 0.0, (_rated(10, 1, -1, 2), _rated(30, 0, 0, 0)))

    assert draw_band(agreed) == ()
    assert [shape.fill for shape in draw_band(apart) if isinstance(shape, Path) and shape.fill] == ["band"]


def test_the_band_is_seen_without_its_grey() -> None:
    apart = Curve("ln_1", 0.0, (_rated(10, 1, -1, 2), _rated(30, 0, 0, 0)))

    dashed = [shape for shape in draw_band(apart) if isinstance(shape, Path) and shape.dash]
    bar, *ends = [shape for shape in draw_band(apart) if isinstance(shape, Line) and shape.stroke == "rule.strong"]
    assert len(dashed) == 2
    assert (bar.x1, bar.x2, {bar.y1, bar.y2}) == (10, 10, {apart.y_of(2), apart.y_of(-1)})
    assert len(ends) == 2


def test_no_band_spans_touchpoints_that_nobody_or_only_one_rated() -> None:
    curve = Curve("ln_1", 0.0, (_rated(10, 1, 0, 2), _point(30, 0), _rated(50, 0, -1, 1), _rated(70, 0, -1, 2)))

    (area,) = [shape for shape in draw_band(curve) if isinstance(shape, Path) and shape.fill]
    assert {segment[-2] for segment in area.segments if len(segment) > 1} == {50, 70}
    bars = {shape.x1 for shape in draw_band(curve) if isinstance(shape, Line) and shape.x1 == shape.x2}
    assert bars == {10, 50, 70}


def test_one_rating_alone_is_no_spread() -> None:
    assert spread((2,), 0) == (0, 0)
    assert spread((2,), None) == (0, 0)
    assert spread((2, -1), 0) == (-1, 2)
    assert spread((2, 2), 0) == (2, 2)  # the emotion that was set does not widen it


def test_a_median_is_drawn_as_a_ring_in_the_colour_of_the_level_nearer_to_0() -> None:
    ring = draw_point(_point(10, 0.5)._replace(is_set=False), of("de"))

    assert [shape.text for shape in ring if isinstance(shape, Text)] == ["+0,5"]
    assert [stroke for shape in ring if (stroke := getattr(shape, "stroke", ""))] == ["emotion.0"]
    assert [tone(value) for value in (-1.5, -0.5, 0.0, 0.5, 1.5, 2.0)] == [
        f"emotion.{level}" for level in (-1, 0, 0, 0, 1, 2)
    ]


def test_dragging_finds_the_nearest_emotion() -> None:
    curve = Curve("ln_1", 100.0, ())

    assert [curve.emotion_at(curve.y_of(value)) for value in (-2, -1, 0, 1, 2)] == [-2, -1, 0, 1, 2]
    assert curve.emotion_at(-1_000) == 2
    assert curve.emotion_at(1_000) == -2
