"""The few shapes that every surface (canvas, PDF, SVG) knows how to paint.

Lengths are layout pixels (1 = one screen pixel at 100 %), y grows downwards. `fill`, `stroke` and `colour` are style
names that a `Theme` turns into colours; an empty name paints nothing. Shapes are equal whatever their `tag`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cjeditor.layout.tags import Tag

Face = Literal["regular", "medium", "semibold", "bold", "icon"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with optionally round corners. `dash` is a pair of on and off lengths, or empty."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()
    tag: Tag | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    tag: Tag | None = field(default=None, compare=False, repr=False)


class Move(NamedTuple):
    """Begin a new sub-path."""

    x: float
    y: float


class LineTo(NamedTuple):
    """Draw straight on to a point."""

    x: float
    y: float


class Cubic(NamedTuple):
    """Draw a cubic Bézier curve with two control points to (`x`, `y`)."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


class Close(NamedTuple):
    """Close the sub-path."""


Segment = Move | LineTo | Cubic | Close


@dataclass(frozen=True, slots=True)
class Path:
    """A free shape. `dash` is a pair of on and off lengths, or empty."""

    segments: tuple[Segment, ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    tag: Tag | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text. `y` is the baseline; `width` is the measured advance."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: str
    width: float
    tag: Tag | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Image:
    """One of the project's pictures, named by its sum. It fills its box; of what does not fit its middle is shown."""

    x: float
    y: float
    width: float
    height: float
    sha256: str
    radius: float = 0.0
    tag: Tag | None = field(default=None, compare=False, repr=False)


Primitive = Rect | Line | Path | Text | Image


def moved(primitives: tuple[Primitive, ...], dx: float, dy: float) -> tuple[Primitive, ...]:
    """The same shapes, `dx` further right and `dy` further down."""
    return tuple(_moved(one, dx, dy) for one in primitives)


def _moved(one: Primitive, dx: float, dy: float) -> Primitive:
    match one:
        case Rect():
            return Rect(
                one.x + dx,
                one.y + dy,
                one.width,
                one.height,
                one.fill,
                one.stroke,
                one.stroke_width,
                one.radius,
                one.dash,
                one.tag,
            )
        case Line():
            return Line(
                one.x1 + dx, one.y1 + dy, one.x2 + dx, one.y2 + dy, one.stroke, one.stroke_width, one.dash, one.tag
            )
        case Image():
            return Image(one.x + dx, one.y + dy, one.width, one.height, one.sha256, one.radius, one.tag)
        case Text():
            return Text(one.x + dx, one.y + dy, one.text, one.face, one.size, one.colour, one.width, one.tag)
        case Path():
            segments = tuple(_moved_segment(s, dx, dy) for s in one.segments)
            return Path(segments, one.fill, one.stroke, one.stroke_width, one.dash, one.tag)


def _moved_segment(segment: Segment, dx: float, dy: float) -> Segment:
    match segment:
        case Move(x, y):
            return Move(x + dx, y + dy)
        case LineTo(x, y):
            return LineTo(x + dx, y + dy)
        case Cubic(x1, y1, x2, y2, x, y):
            return Cubic(x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy)
        case Close():
            return segment


def scaled(primitives: tuple[Primitive, ...], by: float) -> tuple[Primitive, ...]:
    """The same shapes, larger by a factor from the origin: lengths, letters, strokes and dashes."""
    return tuple(_scaled(one, by) for one in primitives)


def _scaled(one: Primitive, k: float) -> Primitive:
    match one:
        case Rect():
            return Rect(
                one.x * k,
                one.y * k,
                one.width * k,
                one.height * k,
                one.fill,
                one.stroke,
                one.stroke_width * k,
                one.radius * k,
                _scaled_dash(one.dash, k),
                one.tag,
            )
        case Line():
            dash = _scaled_dash(one.dash, k)
            return Line(one.x1 * k, one.y1 * k, one.x2 * k, one.y2 * k, one.stroke, one.stroke_width * k, dash, one.tag)
        case Image():
            return Image(one.x * k, one.y * k, one.width * k, one.height * k, one.sha256, one.radius * k, one.tag)
        case Text():
            return Text(one.x * k, one.y * k, one.text, one.face, one.size * k, one.colour, one.width * k, one.tag)
        case Path():
            segments = tuple(_scaled_segment(s, k) for s in one.segments)
            return Path(segments, one.fill, one.stroke, one.stroke_width * k, _scaled_dash(one.dash, k), one.tag)


def _scaled_dash(dash: tuple[float, ...], k: float) -> tuple[float, ...]:
    return tuple(length * k for length in dash)


def _scaled_segment(segment: Segment, k: float) -> Segment:
    match segment:
        case Move(x, y):
            return Move(x * k, y * k)
        case LineTo(x, y):
            return LineTo(x * k, y * k)
        case Cubic(x1, y1, x2, y2, x, y):
            return Cubic(x1 * k, y1 * k, x2 * k, y2 * k, x * k, y * k)
        case Close():
            return segment


def circle(cx: float, cy: float, r: float, *, fill: str = "", stroke: str = "", stroke_width: float = 1.0) -> Rect:
    """A disc or ring around a centre."""
    return Rect(cx - r, cy - r, 2 * r, 2 * r, fill, stroke, stroke_width, r)


def pie(cx: float, cy: float, r: float, quarters: Literal[1, 2, 3, 4], fill: str) -> Path:
    """A filled slice of one to four quarters, clockwise from twelve o'clock.

    Each quarter is one Bézier curve with the usual control distance 0.5523 r (error below 0.03 %).
    """
    k = 0.5523 * r
    corners = (
        (Move(cx, cy - r), Cubic(cx + k, cy - r, cx + r, cy - k, cx + r, cy)),
        (None, Cubic(cx + r, cy + k, cx + k, cy + r, cx, cy + r)),
        (None, Cubic(cx - k, cy + r, cx - r, cy + k, cx - r, cy)),
        (None, Cubic(cx - r, cy - k, cx - k, cy - r, cx, cy - r)),
    )
    segments: list[Segment] = [Move(cx, cy - r)]
    segments.extend(corner[1] for corner in corners[:quarters])
    if quarters < 4:
        segments.append(LineTo(cx, cy))
    segments.append(Close())
    return Path(tuple(segments), fill=fill)
