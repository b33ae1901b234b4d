"""Which way a link takes: out of a card's side, through the gutters between columns and lanes, into a card's side.

Cards keep clear of the edges of their columns and lanes, and of each other: along those edges, and between cards that
stand side by side in a wide step, a line meets no card.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cjeditor.layout.arrangement import CardBox, Column, LaneBox, LinkEnds, Run
from cjeditor.layout.metrics import CARD_GAP, CELL_MARGIN

LEFT, RIGHT = 0, 1
_NEAR = 0.5
"""Two places closer than this are the same."""
_CLEAR = 4.0
"""How far a level line keeps away from cards above and below it."""
_FROM_CORNER = 10.0
_LONGEST_ROW = 4
"""Columns: a link that passes more of them takes a gutter between lanes, even where all their cells are free."""
_EDGE = 4.0
"""How far from the map's upper and lower edge a line runs along it."""
_SIDE = 2.0
"""The same at its left edge, beside the names of the lanes; beyond its right edge there is room for heads."""


class Grid(NamedTuple):
    """Where the gutters are, and which cards lie between them."""

    columns: Mapping[str, int]
    lefts: tuple[float, ...]
    """The left edge of each column, and at last the right edge of the last one."""
    lanes: Mapping[str, int]
    tops: tuple[float, ...]
    """The upper edge of each lane, and at last the lower edge of the last one."""
    cells: Mapping[tuple[str, str], Sequence[CardBox]]
    steps: tuple[str, ...]

    def level(self, number: int) -> float:
        """The y of the gutter above the lane with that number; one beyond the last is below all."""
        if number == 0:
            return self.tops[0] + _EDGE
        return self.tops[-1] - _EDGE if number == len(self.tops) - 1 else self.tops[number]

    def upright(self, number: int) -> float:
        """The x of the gutter left of the column with that number; one beyond the last is right of all."""
        if number == 0:
            return self.lefts[0] + _SIDE
        return self.lefts[number]

    def area(self, step: str, lane: str) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a cell; nothing where there is no such step or lane."""
        column, row = self.columns.get(step), self.lanes.get(lane)
        if column is None or row is None:
            return (0.0, 0.0, 0.0, 0.0)
        return (self.lefts[column], self.tops[row], self.lefts[column + 1], self.tops[row + 1])

    @property
    def edges(self) -> frozenset[tuple[bool, float]]:
        """The gutters along the map's own edges, which are narrower: whether upright, and its middle."""
        uprights = (self.upright(0), self.upright(len(self.lefts) - 1))
        levels = (self.level(0), self.level(len(self.tops) - 1))
        return frozenset([*((True, x) for x in uprights), *((False, y) for y in levels)])


def grid_of(
    columns: Sequence[Column], lanes: Sequence[LaneBox], cells: Mapping[tuple[str, str], Sequence[CardBox]]
) -> Grid:
    """The gutters of an arranged map, or of a stretch of one."""
    lefts = [column.x for column in columns]
    tops = [box.y for box in lanes]
    if columns:
        lefts.append(columns[-1].x + columns[-1].width)
    if lanes:
        tops.append(lanes[-1].y + lanes[-1].height)
    steps = tuple(column.step.id for column in columns)
    return Grid(
        {step: number for number, step in enumerate(steps)},
        tuple(lefts),
        {box.lane.id: number for number, box in enumerate(lanes)},
        tuple(tops),
        cells,
        steps,
    )


def sides_of(source: CardBox, target: CardBox) -> tuple[int, int]:
    """The sides where a link leaves its source and comes to its target: forwards, backwards, or round one column."""
    if target.x >= source.x + source.width:
        return RIGHT, LEFT
    return (LEFT, RIGHT) if source.x >= target.x + target.width else (RIGHT, RIGHT)


class Gutter(NamedTuple):
    """The upright gutter beside a card; an `inner` one ends where its lane does."""

    x: float
    inner: bool


def gutter_beside(grid: Grid, box: CardBox, side: int) -> Gutter:
    """The gutter at a side of a card: along the edge of its column, or between it and the next card of its cell."""
    column = grid.columns[box.step]
    left, right = grid.lefts[column], grid.lefts[column + 1]
    if side == RIGHT:
        edge = box.x + box.width
        if edge >= right - CELL_MARGIN - _NEAR:
            return Gutter(grid.upright(column + 1), inner=False)
        return Gutter(edge + CARD_GAP / 2, inner=True)
    if box.x <= left + CELL_MARGIN + _NEAR:
        return Gutter(grid.upright(column), inner=False)
    return Gutter(box.x - CARD_GAP / 2, inner=True)


def ends_of(source: CardBox, target: CardBox, y1: float, y2: float, sides: tuple[int, int]) -> LinkEnds:
    """Where a link begins and ends: on the sides of its cards, at these heights."""
    x1 = source.x + source.width if sides[0] == RIGHT else source.x
    x2 = target.x + target.width if sides[1] == RIGHT else target.x
    return LinkEnds(x1, y1, x2, y2)


def runs_between(
    grid: Grid, source: CardBox, target: CardBox, ends: LinkEnds, sides: tuple[int, int]
) -> tuple[Run, ...]:
    """The gutters that lead from a card's side to another's; none where a straight line does."""
    one, other = gutter_beside(grid, source, sides[0]), gutter_beside(grid, target, sides[1])
    s, t = grid.lanes[source.lane], grid.lanes[target.lane]
    level = abs(ends.y1 - ends.y2) < _NEAR
    if abs(one.x - other.x) < _NEAR and (s == t or not one.inner):
        return () if level and sides[0] != sides[1] else (Run(upright=True, at=one.x, shared=True),)
    if sides == (RIGHT, LEFT):
        free = _row(grid, source, target, ends, one, other)
        if free is not None:
            return free
    numbers = _levels(one, other, s, t)
    if numbers:
        number = min(numbers, key=lambda each: _detour(grid.level(each), ends))
        return (
            Run(upright=True, at=one.x, shared=True),
            Run(upright=False, at=grid.level(number), shared=True),
            Run(upright=True, at=other.x, shared=True),
        )
    return _by_column(grid, source, (one, other), (s, t), sides)


def _levels(one: Gutter, other: Gutter, s: int, t: int) -> list[int]:
    """The level gutters that both upright ones reach, those at the source's lane first."""
    towards = (s + 1, s, t, t + 1) if t > s else (s, s + 1, t + 1, t)
    return [
        number
        for number in dict.fromkeys(towards)
        if (not one.inner or number in (s, s + 1)) and (not other.inner or number in (t, t + 1))
    ]


def _detour(y: float, ends: LinkEnds) -> float:
    return abs(ends.y1 - y) + abs(ends.y2 - y)


def _by_column(
    grid: Grid, source: CardBox, gutters: tuple[Gutter, Gutter], lanes: tuple[int, int], sides: tuple[int, int]
) -> tuple[Run, ...]:
    """Out of the middle of one wide cell and into that of another: by the edge of the source's column."""
    (s, t), (one, other) = lanes, gutters
    out, into = (s + 1, t) if t > s else (s, t + 1)
    edge = grid.upright(grid.columns[source.step] + (1 if sides[0] == RIGHT else 0))
    return (
        Run(upright=True, at=one.x, shared=True),
        Run(upright=False, at=grid.level(out), shared=True),
        Run(upright=True, at=edge, shared=True),
        Run(upright=False, at=grid.level(into), shared=True),
        Run(upright=True, at=other.x, shared=True),
    )


def _row(
    grid: Grid, source: CardBox, target: CardBox, ends: LinkEnds, one: Gutter, other: Gutter
) -> tuple[Run, ...] | None:
    """Straight on at the height of a card through cells that are free there; None where cards are in the way."""
    same = source.lane == target.lane
    if is_free(grid, source.lane, ends.y1, one.x, other.x) and (same or not other.inner):
        if abs(ends.y1 - ends.y2) < _NEAR:
            return ()
        return (Run(upright=False, at=ends.y1, shared=False), Run(upright=True, at=other.x, shared=True))
    if (same or not one.inner) and is_free(grid, target.lane, ends.y2, one.x, other.x):
        return (Run(upright=True, at=one.x, shared=True), Run(upright=False, at=ends.y2, shared=False))
    return None


def is_free(grid: Grid, lane: str, y: float, left: float, right: float) -> bool:
    """Whether a level line from `left` to `right` meets no card of a lane; not so where that is a long way."""
    first = max(0, bisect_right(grid.lefts, left + _NEAR) - 1)
    end = bisect_left(grid.lefts, right - _NEAR)
    if end - first > _LONGEST_ROW:
        return False
    for step in grid.steps[first:end]:
        for box in grid.cells.get((step, lane), ()):
            beside = box.x >= right or box.x + box.width <= left
            if not beside and box.y - _CLEAR < y < box.y + box.height + _CLEAR:
                return False
    return True


def common_height(source: CardBox, target: CardBox) -> float | None:
    """The height at which a straight line leads from one card to the other; None where there is none."""
    low = max(source.y, target.y) + _FROM_CORNER
    high = min(source.y + source.height, target.y + target.height) - _FROM_CORNER
    return max(low, min(high, source.y + source.height / 2)) if low <= high else None
