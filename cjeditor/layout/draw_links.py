"""The shapes of a link: a calm line around the cards with an arrow head, interrupted where the hand-off is broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import Literal

from cjeditor.layout.arrangement import LinkBox, NamePlace
from cjeditor.layout.link_labels import NAME_LINE, flat, in_lines
from cjeditor.layout.link_names import name_area
from cjeditor.layout.link_tracks import Point
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import META_SIZE, baseline
from cjeditor.layout.primitives import Close, Cubic, Line, LineTo, Move, Path, Primitive, Rect, Segment, Text
from cjeditor.layout.tags import Tag

HandOff = Literal["", "seamless", "broken"]

REACH = 8.0
"""Layout pixels that lines, heads and strokes at most stick out of the box around a link's corners."""

_HEAD = (5.5, 3.5)
"""How long the arrow head is, and how far it reaches to either side of the line."""
_SHORT_HEAD = (7.0, 6.0)
"""The same of a link between neighbours, of which there is little else to see."""
_AFTER_STROKES = (4.5, 4.5)
"""The same where the strokes of a broken hand-off need half of the line."""
_SHORT = 14.0
_STRAIGHT = 2
"""The corners of a line that leads straight on."""
_RADIUS = 5.0
_ROUND = 0.5523
"""How far a quarter circle's control points lie from its ends."""
_GAP = 6.0
"""Where a broken hand-off interrupts the line; a shorter stretch is struck through only."""
_FROM_CORNER = 12.0
_SLASH = 4.0
_CHOSEN_WIDTH = 160.0
"""Of the label of a chosen link that has no place of its own."""
_EARLY, _TALL = 1.5, 6.5
"""Between neighbours: where on the line the strokes are, and how high, to be told from the head."""


def draw_link(box: LinkBox, *, named: bool = False) -> tuple[Primitive, ...]:
    """The shapes of a link; they are to be painted beneath the cards. `named`: with its label where there is room.

    A label for which there is none lies on the cards' edges or below them: `draw_name_over` has what is to be painted
    above them.

    The hand-off is told by shape, too: seamless has a full arrow head, broken a gap between two strokes, and where
    nothing is said the head is open.
    """
    hand_off = box.link.hand_off
    shapes = list(draw_sign(box.points, hand_off))
    if named and box.name_at is not None and not box.name_at.over:
        shapes += _plate(box.name_at)
    return tuple(shapes)


def draw_name_over(box: LinkBox) -> tuple[Primitive, ...]:
    """The label of a link that lies on the edges of cards, as a pill with a border; nothing where it lies beside."""
    at = box.name_at
    if at is None or not at.over:
        return ()
    left, top, right, bottom = name_area(at)
    pill = Rect(left + 0.5, top + 0.5, right - left - 1, bottom - top - 1, "canvas", "card.border", radius=7.0)
    return (pill, *_lines(at, "text"))


def draw_line(points: Sequence[Point], hand_off: HandOff) -> tuple[Primitive, ...]:
    """The line itself through its corners, with the mark of a broken hand-off."""
    strokes: list[Primitive] = []
    pieces: Sequence[Sequence[Point]] = (points,)
    if hand_off == "broken":
        pieces, strokes = _broken(points)
    segments = tuple(segment for piece in pieces for segment in rounded(piece))
    return (Path(segments, stroke=_style(hand_off), stroke_width=_width(hand_off)), *strokes)


def draw_sign(points: Sequence[Point], hand_off: HandOff) -> tuple[Primitive, ...]:
    """The line through these corners with its head and all that tells its hand-off: for a legend."""
    return (*draw_line(points, hand_off), _head(points, hand_off))


def draw_arrow(points: Sequence[Point], style: str) -> tuple[Primitive, ...]:
    """A line with an open head in another style: a link that is being drawn."""
    head = _head(points, "")
    line = Path(tuple(rounded(points)), stroke=style, stroke_width=2.0)
    return (line, Path(head.segments, stroke=style, stroke_width=2.0))


def _style(hand_off: HandOff) -> str:
    return {"": "rule.strong", "seamless": "primary", "broken": "warning"}[hand_off]


def _width(hand_off: HandOff) -> float:
    return 1.75 if hand_off == "seamless" else 1.5


def draw_name(box: LinkBox) -> tuple[Primitive, ...]:
    """What a link is called, even where that hides a part of cards: for one that is chosen or pointed at."""
    if not flat(box.link.label):
        return ()
    return draw_name_over(box) or _plate(_name_at(box))


def draw_plate(x: float, y: float, text: str, colour: str = "secondary") -> tuple[Primitive, ...]:
    """A few words around a middle, on a quiet ground of their own."""
    return _plate(NamePlace(x, y, lines=(text,)), colour)


def _plate(at: NamePlace, colour: str = "secondary") -> tuple[Primitive, ...]:
    left, top, right, bottom = name_area(at)
    return (Rect(left, top, right - left, bottom - top, fill="canvas", radius=4.0), *_lines(at, colour))


def _lines(at: NamePlace, colour: str) -> Iterator[Text]:
    """The lines of a label around its middle."""
    tag = Tag("P")
    top = at.y - len(at.lines) * NAME_LINE / 2
    for number, line in enumerate(at.lines):
        width = text_width(line, "regular", META_SIZE)
        y = baseline(top + number * NAME_LINE, NAME_LINE, META_SIZE)
        yield Text(at.x - width / 2, y, line, "regular", META_SIZE, colour, width, tag)


def name_rect(box: LinkBox) -> tuple[float, float, float, float]:
    """Where the name of a link stands when it is shown: left, top, width, height."""
    left, top, right, bottom = name_area(_name_at(box))
    return (left, top, right - left, bottom - top)


def _name_at(box: LinkBox) -> NamePlace:
    return box.name_at or NamePlace(*middle_of(box.points), lines=in_lines(box.link.label, _CHOSEN_WIDTH))


def halo(shapes: tuple[Primitive, ...], width: float) -> Path:
    """The line among the shapes of a link, as broad as `width`: the ground of a chosen link."""
    line = next(shape for shape in shapes if isinstance(shape, Path))
    return Path(line.segments, stroke="selection", stroke_width=width)


def link_area(box: LinkBox) -> tuple[float, float, float, float]:
    """What a link's shapes may cover, with its name: left, top, width, height."""
    xs, ys = [x for x, _ in box.points], [y for _, y in box.points]
    left, top, right, bottom = min(xs) - REACH, min(ys) - REACH, max(xs) + REACH, max(ys) + REACH
    if box.link.label:
        x, y, width, height = name_rect(box)
        left, top, right, bottom = min(left, x), min(top, y), max(right, x + width), max(bottom, y + height)
    return (left, top, right - left, bottom - top)


def distance_to(box: LinkBox, x: float, y: float) -> float:
    """How far a point lies from a link's line, in layout pixels."""
    return min(
        max(min(x1, x2) - x, x - max(x1, x2), min(y1, y2) - y, y - max(y1, y2), 0.0)
        for (x1, y1), (x2, y2) in pairwise(box.points)
    )


def rounded(points: Sequence[Point]) -> list[Segment]:
    """A line through corners, which are rounded as far as the stretches around them allow."""
    segments: list[Segment] = [Move(*points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, _distance(before, corner) / 2, _distance(corner, after) / 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        first, second = _towards(start, corner, radius * _ROUND), _towards(end, corner, radius * _ROUND)
        if start != points[0] or len(segments) > 1:
            segments.append(LineTo(*start))
        segments.append(Cubic(*first, *second, *end))
    segments.append(LineTo(*points[-1]))
    return segments


def middle_of(points: Sequence[Point]) -> Point:
    """The point half-way along a line."""
    half = sum(map(_distance, points, points[1:])) / 2
    for one, other in pairwise(points):
        length = _distance(one, other)
        if length >= half:
            return _towards(one, other, half)
        half -= length
    return points[-1]


def _distance(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])


def _towards(one: Point, other: Point, by: float) -> Point:
    length = _distance(one, other)
    share = by / length if length else 0.0
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _head(points: Sequence[Point], hand_off: HandOff) -> Path:
    """The arrow head with its tip on the card's border: of two strokes where nothing is said of the hand-off."""
    (before, _), (tip, y) = points[-2], points[-1]
    length, half = _HEAD
    if _is_short(points):
        length, half = _AFTER_STROKES if hand_off == "broken" and len(points) == _STRAIGHT else _SHORT_HEAD
    back = tip - length if tip >= before else tip + length
    style = _style(hand_off)
    if hand_off:
        return Path((Move(tip, y), LineTo(back, y - half), LineTo(back, y + half), Close()), fill=style)
    corners = (Move(back, y - half), LineTo(tip, y), LineTo(back, y + half))
    return Path(corners, stroke=style, stroke_width=_width(hand_off))


def _is_short(points: Sequence[Point]) -> bool:
    """Whether a line leads from a card to its neighbour, so that hardly more than its head is seen."""
    return abs(points[0][0] - points[-1][0]) <= _SHORT


def _broken(points: Sequence[Point]) -> tuple[list[list[Point]], list[Primitive]]:
    """The line in two pieces and the two strokes between them, on its longest stretch."""
    lengths = [_distance(one, other) for one, other in pairwise(points)]
    at = max(range(len(lengths)), key=lengths.__getitem__)
    one, other = points[at], points[at + 1]
    middle = min(lengths[at] / 2, _FROM_CORNER)
    tall = _SLASH
    if len(points) == _STRAIGHT and _is_short(points):
        middle, tall = _EARLY, _TALL
    gap = _GAP if lengths[at] > 2 * _FROM_CORNER else 0.0
    upright = one[0] == other[0]
    strokes: list[Primitive] = []
    for by in (-1.0, 1.0):
        x, y = _towards(one, other, middle + by * max(gap / 2, 1.5))
        lean = (tall, tall / 2) if upright else (min(tall, _SLASH) / 2, tall)
        strokes.append(Line(x - lean[0], y + lean[1], x + lean[0], y - lean[1], "warning", 1.5))
    if not gap:
        return [list(points)], strokes
    first = [*points[: at + 1], _towards(one, other, middle - gap / 2)]
    second = [_towards(one, other, middle + gap / 2), *points[at + 1 :]]
    return [first, second], strokes
