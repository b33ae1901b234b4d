"""Rectangles that dots and names take in a chart, to find places where none hides another."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in the chart's pixels."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether both have some of their ground in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


def around(x: float, y: float, width: float, height: float) -> Box:
    """The rectangle of this size with its middle at (`x`, `y`)."""
    return Box(x - width / 2, y - height / 2, width, height)
