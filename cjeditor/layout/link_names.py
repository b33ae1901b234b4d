"""The labels of links: shortened, and placed on the line where neither a card nor another label is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, pairwise

from cjeditor.layout.arrangement import CardBox, NamePlace, Run
from cjeditor.layout.breaking import elide
from cjeditor.layout.link_tracks import Point
from cjeditor.layout.link_ways import Grid
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import CELL_PADDING, META_SIZE

NAME_HEIGHT = 15.0
_NAME_WIDTH = 150.0
_OVER_WIDTH = 112.0
"""Of a label on the lower edges of cards."""
_BELOW = 0.5
"""How far below that edge its middle is: as far as the next card and the lane's end allow."""
_FOOT = 7.5
"""How much of a card's lower end says nothing."""
_BESIDE = 7.5
"""How far a label on one card's edge reaches into the gap beside it: not onto the other card."""
_NEXT_DOOR = 2
"""The corners of a line that leads straight on."""
_LONGEST_NAME = 24
_AROUND_NAME = 8.0
_FIELD = 160.0
_ROOM = CELL_PADDING
"""Between the middle of a gutter between lanes and the nearest cards."""
_SHARES = (0.5, 0.3, 0.7)
"""Where along a stretch a label is tried."""

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def link_name(label: str, *, over: bool = False) -> str:
    """A label as it stands beside the line: in one line of at most 24 characters; shorter `over` cards."""
    flat = " ".join(label[: 4 * _LONGEST_NAME].split())
    short = flat if len(flat) <= _LONGEST_NAME else flat[: _LONGEST_NAME - 1].rstrip() + "…"
    return elide(short, "regular", META_SIZE, _OVER_WIDTH if over else _NAME_WIDTH)


def name_width(label: str, *, over: bool = False) -> float:
    """How wide the ground of a label is."""
    return text_width(link_name(label, over=over), "regular", META_SIZE) + _AROUND_NAME


def places_of_name(label: str, runs: Sequence[Run], points: Sequence[Point], grid: Grid) -> tuple[NamePlace, ...]:
    """The middles that a label may have on a line without hiding a card, the best first."""
    if not label.strip():
        return ()
    half = name_width(label) / 2
    levels = [run.at for run in runs if not run.upright and run.shared]
    stretches = sorted(pairwise(points), key=_length, reverse=True)
    across = [(one, other) for one, other in stretches if one[1] == other[1]]
    places = _along(across, levels, half, grid)
    return places or _along([one for one in stretches if one[0][0] == one[1][0]], levels, half, grid)


def places_over_cards(
    label: str, source: CardBox, target: CardBox, points: Sequence[Point], grid: Grid
) -> tuple[NamePlace, ...]:
    """Where a label for which there is no room hides nothing of what cards say: on their lower edges.

    Astride the gap beside the source is best, below the higher one of two neighbours before that below the other; then
    beside the gap on the source's own edge, and at last on the target's.
    """
    if not label.strip():
        return ()
    width = name_width(label, over=True)
    start, end = (points[0][0] + points[1][0]) / 2, (points[-2][0] + points[-1][0]) / 2
    if len(points) > _NEXT_DOOR:
        start, end = points[1][0], points[-2][0]
    bottoms = sorted((box.y + box.height for box in (source, target)), reverse=True)
    near = abs(start - end) <= CELL_PADDING
    found = [(start, y) for y in (bottoms if near else (source.y + source.height,))]
    for box, gap in ((source, start), (target, end)):
        right = gap > box.x + box.width / 2
        edge = box.x + box.width + _BESIDE - width / 2 if right else box.x - _BESIDE + width / 2
        found.append((edge, box.y + box.height))
    places = []
    for at, y in found:
        x = max(grid.lefts[0] + width / 2, min(grid.lefts[-1] - width / 2, at))
        place = NamePlace(x, y + _BELOW, over=True)
        if not _meets_card(grid, around(place, width), _FOOT):
            places.append(place)
    return tuple(places)


def _along(
    stretches: Sequence[tuple[Point, Point]], levels: Sequence[float], half: float, grid: Grid
) -> tuple[NamePlace, ...]:
    """The free places along some stretches; of one that runs in a gutter between lanes, in the gutter's middle."""
    free = []
    for (x1, y1), (x2, y2) in stretches:
        level = next((at for at in levels if abs(at - y1) <= NAME_HEIGHT / 2), None) if y1 == y2 else None
        safe = level is not None and grid.tops[0] < level - _ROOM and level + _ROOM < grid.tops[-1]
        if level is None and _length(((x1, y1), (x2, y2))) < NAME_HEIGHT:
            continue
        tried = [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for share in _SHARES]
        if level is not None and not safe:  # along the map's edge there is room only in cells without a card there
            level = max(grid.tops[0] + _ROOM, min(grid.tops[-1] - _ROOM, level))
            tried += [(x, level) for x in _middles(grid, min(x1, x2), max(x1, x2))]
        for x, along in tried:
            y = along if level is None else level
            if x - half < grid.lefts[0] or x + half > grid.lefts[-1]:
                continue
            if safe or not _meets_card(grid, around((x, y), 2 * half)):
                free.append(NamePlace(x, y))
    return tuple(free)


def _middles(grid: Grid, left: float, right: float) -> list[float]:
    """The middles of the columns between two places."""
    return [(one + other) / 2 for one, other in pairwise(grid.lefts) if left < (one + other) / 2 < right]


def around(middle: Point | NamePlace, width: float) -> Rect:
    """The ground of a label around its middle."""
    x, y = middle[0], middle[1]
    return (x - width / 2, y - NAME_HEIGHT / 2, x + width / 2, y + NAME_HEIGHT / 2)


def name_area(label: str, place: NamePlace) -> Rect:
    """The ground of a label at a place."""
    return around(place, name_width(label, over=place.over))


def _length(stretch: tuple[Point, Point]) -> float:
    return abs(stretch[1][0] - stretch[0][0]) + abs(stretch[1][1] - stretch[0][1])


def meet(one: Rect, other: Rect) -> bool:
    """Whether two rectangles have a point in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _meets_card(grid: Grid, rect: Rect, foot: float = 0.0) -> bool:
    """Whether a rectangle meets a card, of which the lowest `foot` pixels do not count."""
    columns = slice(max(0, bisect_right(grid.lefts, rect[0]) - 1), bisect_left(grid.lefts, rect[2]))
    first, end = max(0, bisect_right(grid.tops, rect[1]) - 1), bisect_left(grid.tops, rect[3])
    lanes = list(islice(grid.lanes, first, end))
    return any(
        meet(rect, (box.x, box.y, box.x + box.width, box.y + box.height - foot))
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
