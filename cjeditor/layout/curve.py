"""The emotion curve: its points, its smooth line and the band of the ratings' spread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil, copysign, inf

from cjeditor.analysis.ratings import ENOUGH, felt
from cjeditor.layout import metrics
from cjeditor.layout.arrangement import Column, Curve, CurvePoint
from cjeditor.layout.draw_card import text
from cjeditor.layout.measure import text_width
from cjeditor.layout.monotone import monotone_segments
from cjeditor.layout.other_curves import draw_others, feelings_of
from cjeditor.layout.primitives import Close, Cubic, Line, LineTo, Move, Path, Primitive, Segment, Text, circle
from cjeditor.layout.theme import emotion_style
from cjeditor.model.cards import Touchpoint
from cjeditor.texts import Texts

POINT_RADIUS = 5.0
_SMALLEST_RADIUS = 1.8
_SMALLEST_WITH_VALUE = 3.0
_BAR_END = 3.5
"""Half the width of the ends of a bar from the lowest to the highest rating."""


def curve_lane_height() -> float:
    """The height of a lane with a curve: five levels and the room for values above and below."""
    return 4 * metrics.CURVE_LEVEL + 2 * metrics.CURVE_PADDING


def points_in(
    column: Column, touchpoints: Sequence[Touchpoint], zero: float, overlaid: Sequence[str] = ()
) -> tuple[CurvePoint, ...]:
    """One point a touchpoint, spread evenly over the column in this order.

    `zero` is the y of emotion 0, `overlaid` are the personas whose feelings are shown, too.
    """
    gap = column.width / max(1, len(touchpoints))
    points = []
    for i, card in enumerate(touchpoints):
        emotion = felt(card)
        low, high = spread(card.ratings, emotion)
        y = zero - (emotion or 0) * metrics.CURVE_LEVEL
        x = column.x + (i + 0.5) * gap
        is_set, rated = card.emotion is not None, len(card.ratings) >= ENOUGH
        points.append(
            CurvePoint(
                card.id,
                card.number,
                card.title,
                x,
                y,
                emotion,
                low,
                high,
                column.folded,
                is_set,
                rated,
                feelings_of(card, overlaid),
            )
        )
    return tuple(points)


def spread(ratings: Sequence[int], emotion: float | None) -> tuple[float, float]:
    """The lowest and highest of a touchpoint's ratings; both its emotion where there are not two, 0 without one."""
    if len(ratings) >= ENOUGH:
        return min(ratings), max(ratings)
    return (emotion or 0, emotion or 0)


def tone(emotion: float) -> str:
    """The style of a value between −2 and +2: that of the nearest emotion, halfway the one nearer to 0."""
    return emotion_style(int(copysign(ceil(abs(emotion) - 0.5), emotion)))


def bent(curve: Curve, touchpoint: Touchpoint, emotion: int) -> Curve:
    """The curve as it would be if the touchpoint had this emotion."""
    low, high = spread(touchpoint.ratings, emotion)
    y = curve.y_of(emotion)
    points = tuple(
        one._replace(y=y, emotion=emotion, low=low, high=high, is_set=True) if one.touchpoint == touchpoint.id else one
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
    """The grey band between lowest and highest rating, with a bar at each touchpoint where they lie apart.

    The band spans neighbours that were both rated by several people; between others nobody knows how far opinions
    lie apart, and a touchpoint rated alone shows its bar only. The band's dashed edges and the bars are seen without
    any grey, and the zero line goes on across it.
    """
    felt = [point for point in curve.points if point.emotion is not None]
    shapes: list[Primitive] = []
    for rated, some in groupby(felt, key=_is_rated):
        if rated:
            shapes += _band_over(curve, list(some))
    return (*shapes, *(bar for point in felt if point.low < point.high for bar in _range_bar(curve, point)))


def _is_rated(point: CurvePoint) -> bool:
    return point.rated


def _range_bar(curve: Curve, point: CurvePoint) -> Iterator[Primitive]:
    """From the lowest to the highest rating of one touchpoint."""
    top, bottom = curve.y_of(point.high), curve.y_of(point.low)
    yield Line(point.x, top, point.x, bottom, "rule.strong", 1.0)
    half = 2.0 if point.small else _BAR_END
    for y in (top, bottom):
        yield Line(point.x - half, y, point.x + half, y, "rule.strong", 1.0)


def _band_over(curve: Curve, felt: list[CurvePoint]) -> tuple[Primitive, ...]:
    if len(felt) < 2 or all(point.low == point.high for point in felt):
        return ()
    upper = [(point.x, curve.y_of(point.high)) for point in felt]
    lower = [(point.x, curve.y_of(point.low)) for point in felt]
    back = monotone_segments(lower)
    segments: list[Segment] = [Move(*upper[0]), *monotone_segments(upper), LineTo(*lower[-1])]
    for start, segment in reversed(list(zip(lower, back, strict=False))):
        segments.append(Cubic(segment.x2, segment.y2, segment.x1, segment.y1, *start))
    segments.append(Close())
    edges: list[tuple[Segment, ...]] = [(Move(*side[0]), *monotone_segments(side)) for side in (upper, lower)]
    return (
        Path(tuple(segments), fill="band"),
        *(Path(edge, stroke="rule.strong", stroke_width=0.8, dash=(3.0, 2.5)) for edge in edges),
        Line(felt[0].x, curve.zero, felt[-1].x, curve.zero, "rule.zero", 1.0),
    )


def draw_line(curve: Curve) -> tuple[Primitive, ...]:
    """The curve itself, through the points that have an emotion."""
    felt = [(point.x, point.y) for point in curve.points if point.emotion is not None]
    if len(felt) < 2:
        return ()
    return (Path((Move(*felt[0]), *monotone_segments(felt)), stroke="primary", stroke_width=2.0),)


def draw_point(point: CurvePoint, words: Texts) -> tuple[Primitive, ...]:
    """One point and its value on the side away from the zero line; hollow and on that line while still open.

    A ring in the value's colour is the median of the ratings where no emotion was set.

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
    if not point.is_set:  # a ring: the group's ratings, and nobody has said yet what holds
        ring = 2.0 if radius >= _SMALLEST_WITH_VALUE else 1.0
        return (
            circle(point.x, point.y, radius + 1.5, fill="canvas"),
            circle(point.x, point.y, radius - ring / 2, fill="card", stroke=tone(point.emotion), stroke_width=ring),
        )
    return (
        circle(point.x, point.y, radius + 1.5, fill="canvas"),
        circle(point.x, point.y, radius, fill=tone(point.emotion)),
    )


def _value(point: CurvePoint, words: Texts) -> Text:
    emotion = point.emotion or 0
    shown = words.signed(emotion)
    width = text_width(shown, "semibold", metrics.META_SIZE)
    base = point.y - POINT_RADIUS - 5 if emotion >= 0 else point.y + POINT_RADIUS + 13
    # Beside the bar of the ratings, not across it.
    x = point.x + _BAR_END + 1.5 if point.low < point.high else point.x - width / 2
    return text(x, base, shown, "semibold", metrics.META_SIZE, "text")


def draw_curve(curve: Curve, width: float, words: Texts) -> tuple[Primitive, ...]:
    """Everything of one curve in body coordinates: levels, band, line and points.

    Where touchpoints stand close together their points are smaller, and values that would lie on others are left out:
    on paper nobody can zoom in.
    """
    return (
        *draw_levels(curve, width),
        *draw_band(curve),
        *draw_others(curve),
        *draw_line(curve),
        *_points(curve.points, words),
    )


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
