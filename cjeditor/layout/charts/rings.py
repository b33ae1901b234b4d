"""Shapes around a centre: places by angle and radius, arcs, and sectors of a ring. Angles go clockwise from twelve."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, cos, pi, radians, sin, tan

from cjeditor.layout.primitives import Close, Cubic, LineTo, Move, Path, Segment


@dataclass(frozen=True, slots=True)
class Centre:
    """The middle of a ring."""

    x: float
    y: float

    def at(self, angle: float, radius: float) -> tuple[float, float]:
        """The place at an angle in degrees and a distance."""
        turned = radians(angle)
        return self.x + radius * sin(turned), self.y - radius * cos(turned)


def arc(centre: Centre, radius: float, start: float, end: float) -> list[Cubic]:
    """Curves along a circle from one angle to another, clockwise or back; none longer than a quarter.

    The control points of an arc of angle α lie 4/3 · tan(α/4) · r along the tangents (error below 0.03 % for 90°).
    """
    count = max(1, ceil(abs(end - start) / 90))
    each = (end - start) / count
    reach = 4 / 3 * tan(radians(each) / 4) * radius
    made = []
    for at in range(count):
        first, last = start + at * each, start + (at + 1) * each
        (x0, y0), (x1, y1) = centre.at(first, radius), centre.at(last, radius)
        made.append(
            Cubic(
                x0 + reach * cos(radians(first)),
                y0 + reach * sin(radians(first)),
                x1 - reach * cos(radians(last)),
                y1 - reach * sin(radians(last)),
                x1,
                y1,
            )
        )
    return made


def sector(
    centre: Centre, inner: float, outer: float, start: float, end: float, *, fill: str = "", stroke: str = ""
) -> Path:
    """A part of a ring between two angles and two radii."""
    segments: list[Segment] = [Move(*centre.at(start, outer)), *arc(centre, outer, start, end)]
    segments += [LineTo(*centre.at(end, inner)), *arc(centre, inner, end, start), Close()]
    return Path(tuple(segments), fill=fill, stroke=stroke)


def ring_line(
    centre: Centre, radius: float, start: float, end: float, stroke: str, dash: tuple[float, ...] = ()
) -> Path:
    """A thin line along a circle between two angles."""
    return Path(
        (Move(*centre.at(start, radius)), *arc(centre, radius, start, end)), stroke=stroke, stroke_width=1.0, dash=dash
    )


def length_of(radius: float, degrees: float) -> float:
    """How long an arc is."""
    return 2 * pi * radius * degrees / 360
