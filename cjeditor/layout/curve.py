"""The emotion curve: its points, its smooth line and the band of the ratings' spread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from cjeditor.layout import metrics
from cjeditor.layout.arrangement import Curve, CurvePoint
from cjeditor.layout.draw_card import text
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Close, Cubic, Line, LineTo, Move, Path, Primitive, Segment, Text, circle
from cjeditor.layout.theme import emotion_style
from cjeditor.model.cards import Touchpoint
from cjeditor.texts import Texts

POINT_RADIUS = 5.0
_SMALLEST_RADIUS = 1.8
_SMALLEST_WITH_VALUE = 3.0


def monotone_segments(points: Sequence[tuple[float, float]]) -> list[Cubic]:
    """Bézier segments through `points` (x rising) that never overshoot them.

    Fritsch and Carlson's monotone cubic interpolation with the harmonic mean of Steffen's limiter: flat at every local
    extreme (F. N. Fritsch, R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM J. Numer. Anal. 17, 1980).
    """
    count = len(points)
    if count < 2:
        return []
    widths = [max(points[i + 1][0] - points[i][0], 1e-6) for i in range(count - 1)]
    slopes = [(points[i + 1][1] - points[i][1]) / widths[i] for i in range(count - 1)]
    tangents = [slopes[0]]
    for i in range(1, count - 1):
        before, after = slopes[i - 1], slopes[i]
        if before * after <= 0:
            tangents.append(0.0)
        else:
            weight_before = 2 * widths[i] + widths[i - 1]
            weight_after = widths[i] + 2 * widths[i - 1]
            tangents.append((weight_before + weight_after) / (weight_before / before + weight_after / after))
    tangents.append(slopes[-1])
    segments = []
    for i in range(count - 1):
        third = widths[i] / 3
        (x0, y0), (x1, y1) = points[i], points[i + 1]
        segments.append(Cubic(x0 + third, y0 + tangents[i] * third, x1 - third, y1 - tangents[i + 1] * third, x1, y1))
    return segments


def curve_lane_height() -> float:
    """The height of a lane with a curve: five levels and the room for values above and below."""
    return 4 * metrics.CURVE_LEVEL + 2 * metrics.CURVE_PADDING


def spread(ratings: Sequence[int], emotion: int | None) -> tuple[int, int]:
    """The lowest and highest of a touchpoint's ratings and its emotion; both 0 as long as it has none."""
    return (0, 0) if emotion is None else (min((*ratings, emotion)), max((*ratings, emotion)))


def bent(curve: Curve, touchpoint: Touchpoint, emotion: int) -> Curve:
    """The curve as it would be if the touchpoint had this emotion."""
    low, high = spread(touchpoint.ratings, emotion)
    y = curve.y_of(emotion)
    points = tuple(
        one._replace(y=y, emotion=emotion, low=low, high=high) if one.touchpoint == touchpoint.id else one
        for one in curve.points
    )
    return curve._replace(points=points)


def draw_levels(curve: Curve, width: float) -> tuple[Primitive, ...]:
    """The five level lines, `width` pixels long; the zero line is stronger."""
    return tuple(
        Line(0, curve.y_of(level), width, curve.y_of(level), "rule.zero" if level == 0 else "rule", 1.0)
        for level in (2, 1, 0, -1, -2)
    )


def draw_band(curve: Curve) -> tuple[Primitive, ...]:
    """The grey band between lowest and highest rating; nothing where nobody rated differently."""
    felt = [point for point in curve.points if point.emotion is not None]
    if len(felt) < 2 or all(point.low == point.high for point in felt):
        return ()
    upper = [(point.x, curve.y_of(point.high)) for point in felt]
    lower = [(point.x, curve.y_of(point.low)) for point in felt]
    back = monotone_segments(lower)
    segments: list[Segment] = [Move(*upper[0]), *monotone_segments(upper), LineTo(*lower[-1])]
    for start, segment in reversed(list(zip(lower, back, strict=False))):
        segments.append(Cubic(segment.x2, segment.y2, segment.x1, segment.y1, *start))
    segments.append(Close())
    return (Path(tuple(segments), fill="band"),)


def draw_line(curve: Curve) -> tuple[Primitive, ...]:
    """The curve itself, through the points that have an emotion."""
    felt = [(point.x, point.y) for point in curve.points if point.emotion is not None]
    if len(felt) < 2:
        return ()
    return (Path((Move(*felt[0]), *monotone_segments(felt)), stroke="primary", stroke_width=2.0),)


def draw_point(point: CurvePoint, words: Texts) -> tuple[Primitive, ...]:
    """One point and its value on the side away from the zero line; hollow and on that line while still open.

    Nothing where there is room for the line only.
    """
    if point.small:
        return ()
    if point.emotion is None:
        return _dot(point, POINT_RADIUS)
    return (*_dot(point, POINT_RADIUS), _value(point, words))


def _dot(point: CurvePoint, radius: float) -> tuple[Primitive, ...]:
    if point.emotion is None:
        return (circle(point.x, point.y, radius - 1, fill="card", stroke="rule.strong", stroke_width=1.2),)
    return (
        circle(point.x, point.y, radius + 1.5, fill="canvas"),
        circle(point.x, point.y, radius, fill=emotion_style(point.emotion)),
    )


def _value(point: CurvePoint, words: Texts) -> Text:
    emotion = point.emotion or 0
    shown = words.signed(emotion)
    width = text_width(shown, "semibold", metrics.META_SIZE)
    base = point.y - POINT_RADIUS - 5 if emotion >= 0 else point.y + POINT_RADIUS + 13
    return text(point.x - width / 2, base, shown, "semibold", metrics.META_SIZE, "text")


def draw_curve(curve: Curve, width: float, words: Texts) -> tuple[Primitive, ...]:
    """Everything of one curve in body coordinates: levels, band, line and points.

    Where touchpoints stand close together their points are smaller, and values that would lie on others are left out:
    on paper nobody can zoom in.
    """
    return (*draw_levels(curve, width), *draw_band(curve), *draw_line(curve), *_points(curve.points, words))


def _points(points: Sequence[CurvePoint], words: Texts) -> Iterator[Primitive]:
    free = {True: -inf, False: -inf}  # where the next value above, or below, may begin
    for i, point in enumerate(points):
        gaps = [abs(points[j].x - point.x) for j in (i - 1, i + 1) if 0 <= j < len(points)]
        radius = max(_SMALLEST_RADIUS, min([POINT_RADIUS, *(gap * 0.45 for gap in gaps)]))
        yield from _dot(point, radius)
        if point.emotion is None or radius < _SMALLEST_WITH_VALUE:
            continue
        value = _value(point, words)
        above = point.emotion >= 0
        if value.x >= free[above]:
            free[above] = value.x + value.width + 1
            yield value
