"""Where pages lie that stand below each other, in pixels: plain numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

MARGIN = 14
"""Pixels around the pages."""
CAPTION = 24
"""Pixels below each page, for what it is called."""


class Place(NamedTuple):
    """The rectangle of a page within the column."""

    left: int
    top: int
    width: int
    height: int


class PageColumn:
    """The places of pages at a scale, in the middle of a room that is at least as wide as the widest."""

    def __init__(self, sizes: Sequence[tuple[float, float]], scale: float, room: int) -> None:
        """Lay them out.

        Args:
            sizes: width and height of each page in points.
            scale: pixels a point.
            room: pixels that are there across.
        """
        self.scale = scale
        self.width = max([room, *(round(width * scale) + 2 * MARGIN for width, _height in sizes)])
        self.places: list[Place] = []
        top = MARGIN
        for width, height in sizes:
            wide, high = max(1, round(width * scale)), max(1, round(height * scale))
            self.places.append(Place((self.width - wide) // 2, top, wide, high))
            top += high + CAPTION
        self.height = top

    def in_sight(self, top: int, height: int) -> range:
        """The numbers, counted from 1, of the pages of which something lies between `top` and `height` below it."""
        tops = [place.top for place in self.places]
        first = max(0, bisect_right(tops, top) - 1)
        if self.places and self.places[first].top + self.places[first].height <= top:
            first += 1
        return range(first + 1, bisect_right(tops, top + height - 1) + 1)

    def page_at(self, top: int, height: int) -> int:
        """The number of the page of which the most can be seen; the first of several, and 1 where there is none."""
        best, most = 1, 0
        for number in self.in_sight(top, height):
            place = self.places[number - 1]
            seen = min(place.top + place.height, top + height) - max(place.top, top)
            if seen > most:
                best, most = number, seen
        return best

    def top_of(self, number: int, height: int) -> int:
        """Where to scroll to for a page: in the middle of a view so high where it fits, else to its top."""
        place = self.places[number - 1]
        return place.top - max(MARGIN, (height - place.height - CAPTION + MARGIN) // 2)


def fitting_scale(size: tuple[float, float], room: tuple[int, int]) -> float:
    """The scale at which a page of a size in points just fits into a room in pixels, with margins."""
    wide, high = max(40, room[0] - 2 * MARGIN), max(40, room[1] - MARGIN - CAPTION)
    return min(wide / size[0], high / size[1])
