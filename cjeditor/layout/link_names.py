"""The labels of links: shortened, and placed on the line where neither a card nor another label is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, pairwise

from cjeditor.layout.arrangement import Run
from cjeditor.layout.breaking import elide
from cjeditor.layout.link_tracks import Point
from cjeditor.layout.link_ways import Grid
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import CELL_PADDING, META_SIZE

NAME_HEIGHT = 15.0
_NAME_WIDTH = 150.0
_LONGEST_NAME = 24
_AROUND_NAME = 8.0
_FIELD = 160.0
_ROOM = CELL_PADDING
"""Between the middle of a gutter between lanes and the nearest cards."""
_SHARES = (0.5, 0.3, 0.7)
"""Where along a stretch a label is tried."""

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def link_name(label: str) -> str:
    """A label as it stands beside the line: in one line of at most 24 characters."""
    flat = " ".join(label[: 4 * _LONGEST_NAME].split())
    short = flat if len(flat) <= _LONGEST_NAME else flat[: _LONGEST_NAME - 1].rstrip() + "…"
    return elide(short, "regular", META_SIZE, _NAME_WIDTH)


def name_width(label: str) -> float:
    """How wide the ground of a label is."""
    return text_width(link_name(label), "regular", META_SIZE) + _AROUND_NAME


def places_of_name(label: str, runs: Sequence[Run], points: Sequence[Point], grid: Grid) -> tuple[Point, ...]:
    """The middles that a label may have on a line without hiding a card, the best first."""
    if not label.strip():
        return ()
    half = name_width(label) / 2
    levels = [run.at for run in runs if not run.upright and run.shared]
    stretches = sorted(pairwise(points), key=_length, reverse=True)
    across = [(one, other) for one, other in stretches if one[1] == other[1]]
    places = _along(across, levels, half, grid)
    return places or _along([one for one in stretches if one[0][0] == one[1][0]], levels, half, grid)


def _along(
    stretches: Sequence[tuple[Point, Point]], levels: Sequence[float], half: float, grid: Grid
) -> tuple[Point, ...]:
    """The free places along some stretches; of one that runs in a gutter between lanes, in the gutter's middle."""
    free = []
    for (x1, y1), (x2, y2) in stretches:
        level = next((at for at in levels if abs(at - y1) <= NAME_HEIGHT / 2), None) if y1 == y2 else None
        safe = level is not None and grid.tops[0] < level - _ROOM and level + _ROOM < grid.tops[-1]
        if level is None and _length(((x1, y1), (x2, y2))) < NAME_HEIGHT:
            continue
        for share in _SHARES:
            x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share if level is None else level
            if x - half < grid.lefts[0] or x + half > grid.lefts[-1]:
                continue
            if safe or not _meets_card(grid, around((x, y), 2 * half)):
                free.append((x, y))
    return tuple(free)


def around(middle: Point, width: float) -> Rect:
    """The ground of a label around its middle."""
    x, y = middle
    return (x - width / 2, y - NAME_HEIGHT / 2, x + width / 2, y + NAME_HEIGHT / 2)


def _length(stretch: tuple[Point, Point]) -> float:
    return abs(stretch[1][0] - stretch[0][0]) + abs(stretch[1][1] - stretch[0][1])


def meet(one: Rect, other: Rect) -> bool:
    """Whether two rectangles have a point in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _meets_card(grid: Grid, rect: Rect) -> bool:
    columns = slice(max(0, bisect_right(grid.lefts, rect[0]) - 1), bisect_left(grid.lefts, rect[2]))
    first, end = max(0, bisect_right(grid.tops, rect[1]) - 1), bisect_left(grid.tops, rect[3])
    lanes = list(islice(grid.lanes, first, end))
    return any(
        meet(rect, (box.x, box.y, box.x + box.width, box.y + box.height))
        for step in grid.steps[columns]
        for lane in lanes
        for box in grid.cells.get((step, lane), ())
    )


class Plates:
    """The labels that have their places already, to keep others off them."""

    def __init__(self) -> None:
        self._found: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)

    def take(self, rect: Rect) -> bool:
        """Whether the place was free; it is taken now."""
        fields = _fields(rect)
        if any(meet(rect, other) for field in fields for other in self._found.get(field, ())):
            return False
        for field in fields:
            self._found[field].append(rect)
        return True


def _fields(rect: Rect) -> list[tuple[int, int]]:
    """The fields of a coarse net that a rectangle lies in."""
    across = range(int(rect[0] // _FIELD), int(rect[2] // _FIELD) + 1)
    down = range(int(rect[1] // _FIELD), int(rect[3] // _FIELD) + 1)
    return [(x, y) for x in across for y in down]
