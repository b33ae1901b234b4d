"""The shapes of a link: a calm line from card to card with an arrow head, broken where the hand-off is."""

from __future__ import annotations

from math import hypot
from typing import NamedTuple

from cjeditor.layout.arrangement import CardBox, LinkBox
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import META_SIZE
from cjeditor.layout.primitives import Close, Cubic, Line, LineTo, Move, Path, Primitive, Rect, Text

REACH = 16.0
"""Layout pixels that lines, heads and names at most stick out of the box around both cards, besides a long name."""

_HEAD_LENGTH, _HEAD_HALF = 6.0, 3.5
_DASH = (5.0, 4.0)
_LEAST_BEND, _MOST_BEND = 8.0, 120.0
_BOW = 10.0
"""Of a line between cards of one column: it swings out into the gap beside them."""
_SLASH = 4.0
_NAME_WIDTH = 150.0
_NAME_HEIGHT = 15.0
_LONGEST_NAME = 80

_Point = tuple[float, float]


class _Way(NamedTuple):
    """A curve with its two control points; it ends where the arrow head begins."""

    start: _Point
    first: _Point
    second: _Point
    end: _Point
    tip: _Point

    def at(self, t: float) -> _Point:
        """The point at `t`, 0 … 1."""
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        points = (self.start, self.first, self.second, self.end)
        return (
            sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
            sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
        )


def draw_link(box: LinkBox, *, named: bool = False) -> tuple[Primitive, ...]:
    """The shapes of a link where its cards lie; they are to be painted beneath the cards. `named`: with its label."""
    way = _way(box.source, box.target)
    broken = box.link.hand_off == "broken"
    style = "warning" if broken else "primary" if box.link.hand_off == "seamless" else "rule.strong"
    width = 1.75 if box.link.hand_off == "seamless" else 1.5
    line = Path(
        (Move(*way.start), Cubic(*way.first, *way.second, *way.end)),
        stroke=style,
        stroke_width=width,
        dash=_DASH if broken else (),
    )
    shapes: list[Primitive] = [line, _head(way, style)]
    if broken:
        shapes += _slashes(way)
    if named and box.link.label.strip():
        shapes += _name(way, box.link.label)
    return tuple(shapes)


def name_area(box: LinkBox) -> tuple[float, float, float, float]:
    """Where the name of a link stands: left, top, width, height."""
    x, y = _way(box.source, box.target).at(0.5)
    width = min(_NAME_WIDTH, text_width(box.link.label[:_LONGEST_NAME], "regular", META_SIZE)) + 8
    return (x - width / 2, y - _NAME_HEIGHT / 2, width, _NAME_HEIGHT)


def halo(shapes: tuple[Primitive, ...], width: float) -> Path:
    """The line among the shapes of a link, as broad as `width` and whole: the ground of a chosen link."""
    line = next(shape for shape in shapes if isinstance(shape, Path))
    return Path(line.segments, stroke="selection", stroke_width=width)


def link_area(box: LinkBox) -> tuple[float, float, float, float]:
    """What a link's shapes may cover: left, top, width, height."""
    both = (box.source, box.target)
    left, top = min(one.x for one in both), min(one.y for one in both)
    right = max(one.x + one.width for one in both)
    bottom = max(one.y + one.height for one in both)
    sideways = REACH + (_NAME_WIDTH / 2 if box.link.label else 0.0)
    return (left - sideways, top - REACH, right - left + 2 * sideways, bottom - top + 2 * REACH)


def _way(source: CardBox, target: CardBox) -> _Way:
    """From the side of one card to the side of the other; between cards of one column around their right sides."""
    y1, y2 = source.y + source.height / 2, target.y + target.height / 2
    if target.x >= source.x + source.width:
        x1, x2, towards = source.x + source.width, target.x, 1.0
    elif source.x >= target.x + target.width:
        x1, x2, towards = source.x, target.x + target.width, -1.0
    else:
        x1, x2 = source.x + source.width, target.x + target.width
        out = max(x1, x2) + _BOW
        return _Way((x1, y1), (out, y1), (out, y2), (x2 + _HEAD_LENGTH, y2), (x2, y2))
    bend = max(_LEAST_BEND, min(_MOST_BEND, abs(x2 - x1) / 2)) * towards
    end = x2 - _HEAD_LENGTH * towards
    return _Way((x1, y1), (x1 + bend, y1), (end - bend, y2), (end, y2), (x2, y2))


def _head(way: _Way, style: str) -> Path:
    (x, y), (tip_x, _) = way.end, way.tip
    corners = (Move(tip_x, y), LineTo(x, y - _HEAD_HALF), LineTo(x, y + _HEAD_HALF), Close())
    return Path(corners, fill=style)


def _slashes(way: _Way) -> list[Primitive]:
    """Two strokes across the line, near its beginning: there no card hides it."""
    length = hypot(way.end[0] - way.start[0], way.end[1] - way.start[1])
    x, y = way.at(0.5 if abs(way.end[0] - way.start[0]) < 4 * _SLASH else min(0.5, _SLASH / max(1.0, length)))
    return [
        Line(x - _SLASH / 2 + step, y + _SLASH, x + _SLASH / 2 + step, y - _SLASH, "warning", 1.5)
        for step in (-1.5, 1.5)
    ]


def _name(way: _Way, label: str) -> list[Primitive]:
    """What the link is called, in the middle of the line, on a ground of its own."""
    text = _cut(" ".join(label[:_LONGEST_NAME].split()))
    width = text_width(text, "regular", META_SIZE)
    x, y = way.at(0.5)
    left, top = x - width / 2, y - _NAME_HEIGHT / 2
    return [
        Rect(left - 4, top, width + 8, _NAME_HEIGHT, fill="canvas", radius=4.0),
        Text(left, top + _NAME_HEIGHT / 2 + 0.36 * META_SIZE, text, "regular", META_SIZE, "secondary", width),
    ]


def _cut(text: str) -> str:
    if text_width(text, "regular", META_SIZE) <= _NAME_WIDTH:
        return text
    kept = text
    while kept and text_width(kept + "…", "regular", META_SIZE) > _NAME_WIDTH:
        kept = kept[:-1]
    return kept.rstrip() + "…"
