"""The numbers of a crowded loop: beside their points wherever there is room, those first that say most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, inf, radians, sin
from typing import Final

from cjeditor.analysis.loop import Stop
from cjeditor.layout.charts.boxes import Box, around
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label
from cjeditor.layout.charts.rings import Centre
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive, Rect

_HEIGHT: Final = 12.0
_FURTHER: Final = 9.0

Placed = tuple[Stop, float, float]
"""A stop, its angle in degrees, and how far from the middle of the loop it lies."""


def numbers(
    every: Sequence[Placed], wanted: Sequence[Placed], centre: Centre, radius: float, outer: float
) -> list[Primitive]:
    """The numbers that find room without lying on any point or on each other.

    Args:
        every: all points.
        wanted: those of them whose numbers are sought a place.
        centre: the middle of the loop.
        radius: how large a point is.
        outer: how far from the middle a number may stand.
    """
    taken = [around(*centre.at(angle, far), 2 * radius, 2 * radius) for _, angle, far in every]
    shapes: list[Primitive] = []
    for stop, angle, far in sorted(wanted, key=_matters):
        number = str(stop.card.number)
        width = text_width(number, "semibold", SMALL) + 3
        for away in _places(angle, far, radius, width, outer):
            box = around(*centre.at(angle, away), width, _HEIGHT)
            if not any(box.meets(other) for other in taken):
                taken.append(box)
                shapes += _number(number, box)
                break
    return shapes


def _matters(placed: Placed) -> tuple[bool, int, int]:
    """Those that tie customers come first, then those that are felt most; of equals the first of the journey."""
    stop = placed[0]
    return not stop.card.loyalty, -abs(round(stop.emotion or 0)), stop.card.number


def _places(angle: float, far: float, radius: float, width: float, outer: float) -> Iterator[float]:
    """Distances from the middle of the loop: just beside the point, outside or inside of it, and a little further."""
    across, up = abs(sin(radians(angle))), abs(cos(radians(angle)))
    # Two rectangles are apart as soon as they are in one direction.
    clear = min(
        (radius + width / 2) / across if across else inf,
        (radius + _HEIGHT / 2) / up if up else inf,
    )
    for away in (clear + 1, clear + 1 + _FURTHER):
        if far + away <= outer - _HEIGHT / 2:
            yield far + away
        if far - away >= _HEIGHT:
            yield far - away


def _number(number: str, box: Box) -> list[Primitive]:
    """The number on a ground that keeps the way behind it from crossing it."""
    ground = Rect(box.x, box.y, box.width, box.height, fill="canvas", radius=3)
    middle = box.x + box.width / 2
    top = box.y + (box.height - SMALL_LINE) / 2
    return [ground, label(number, middle, top, face="semibold", colour="text", align="middle")]
