"""Whether letters on paper are large enough: from how far they can be read, and how large they should be.

Numbers only; what to do about letters that are too small is found in `export.posters.remedies` for posters, and in
`export.handout_remedies` for handouts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeGuard

from cjeditor.export.options import PAPERS
from cjeditor.export.views import View
from cjeditor.layout.primitives import Primitive, Text

IN_HAND: Final = 8.0
"""Points: the least for paper that is held in the hand or lies on the table."""
ON_THE_WALL: Final = 24.0
"""Points: the least for a poster that a group stands around."""
NEARLY: Final = 0.995
"""Letters of 23.9 pt are not too small for 24."""
_SMALLEST_WALL = 0.98 * PAPERS["A2"][0] * PAPERS["A2"][1]
"""Square points: from there on paper hangs on a wall."""
_CAPITALS = 0.72
"""The height of Lato's capitals as a share of its size."""
_DISTANCE_FACTOR = 300
_METRES = 25.4 / 72 / 1000
"""Metres in a point."""


def least_on(width: float, height: float) -> float:
    """How large the letters on a sheet should be, in points, as its sides are: more on a wall than in the hand."""
    return ON_THE_WALL if width * height >= _SMALLEST_WALL else IN_HAND


def is_large_enough(smallest: float, least: float) -> bool:
    """Whether letters are as large as they should be; those that are not there are."""
    return not smallest or smallest >= least * NEARLY


def reading_distance(points: float) -> float:
    """From how many metres letters of this size can be read in good light.

    Distance = height of the capitals × 300. The distance factor Z = 300 for letters and figures is that of DIN 4844-1
    (h = l ÷ Z), on which the table of the German workplace rule ASR A1.3 rests, too: 2 mm for 0.5 m, 17 mm for 5 m.
    Lato's capitals are 0.72 of its size: 8 pt are read from 0.6 m, 24 pt from 1.8 m.
    """
    return points * _CAPITALS * _METRES * _DISTANCE_FACTOR


def smallest_in(shapes: Iterable[Primitive], views: Iterable[View], unit: float) -> float:
    """The size in points of the smallest letters on a page; icons are no letters, and 0 means that there are none.

    Args:
        shapes: those in units of the page's frame.
        views: those with a scale of their own.
        unit: points in a unit of the frame.
    """
    sizes = [shape.size * unit for shape in shapes if _is_read(shape)]
    sizes += [
        shape.size * view.scale
        for view in views
        for placed in view.placed
        for shape in placed.shapes
        if _is_read(shape)
    ]
    return min(sizes, default=0.0)


def _is_read(shape: Primitive) -> TypeGuard[Text]:
    return isinstance(shape, Text) and shape.face != "icon" and bool(shape.text.strip())
