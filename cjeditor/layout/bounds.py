"""How far shapes reach: boxes around what they paint."""

from __future__ import annotations

from typing import NamedTuple

from cjeditor.layout.primitives import Close, Cubic, Image, Line, Path, Primitive, Rect, Text

_DESCENT = 0.3
"""Below the baseline, as a share of the letters' size."""


class Bounds(NamedTuple):
    """A box by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Bounds) -> bool:
        """Whether they have more than an edge in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def common(self, other: Bounds) -> Bounds:
        """What lies in both; its right edge lies left of its left one where nothing does."""
        return Bounds(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


def bounds(shape: Primitive) -> Bounds:
    """The box around all that a shape paints, its strokes too; letters by their line."""
    match shape:
        case Rect(x=x, y=y, width=width, height=height):
            edge = shape.stroke_width / 2 if shape.stroke else 0.0
            return Bounds(x - edge, y - edge, x + width + edge, y + height + edge)
        case Image(x=x, y=y, width=width, height=height):
            return Bounds(x, y, x + width, y + height)
        case Text(x=x, y=y, size=size, width=width):
            return Bounds(x, y - size, x + width, y + _DESCENT * size)
        case Line():
            edge = shape.stroke_width / 2
            xs, ys = sorted((shape.x1, shape.x2)), sorted((shape.y1, shape.y2))
            return Bounds(xs[0] - edge, ys[0] - edge, xs[1] + edge, ys[1] + edge)
        case Path():
            return _around(shape)


def _around(path: Path) -> Bounds:
    """The box around points and handles: a curve never leaves it."""
    xs: list[float] = []
    ys: list[float] = []
    for segment in path.segments:
        match segment:
            case Cubic(x1, y1, x2, y2, x, y):
                xs += (x1, x2, x)
                ys += (y1, y2, y)
            case Close():
                pass
            case _:
                xs.append(segment.x)
                ys.append(segment.y)
    if not xs:
        return Bounds(0.0, 0.0, 0.0, 0.0)
    edge = path.stroke_width / 2 if path.stroke else 0.0
    return Bounds(min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge)
