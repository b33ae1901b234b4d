"""Where the labels of links stand: on the line where neither a card nor another label is, or below their card."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, pairwise

from cjeditor.layout.arrangement import CardBox, NamePlace, Run
from cjeditor.layout.link_labels import BETWEEN, NAME_HEIGHT, flat, in_lines, name_size
from cjeditor.layout.link_tracks import Point
from cjeditor.layout.link_ways import Grid
from cjeditor.layout.metrics import CELL_PADDING

_LONGEST = 260.0
"""Of a label in one line between two lanes."""
_ASTRIDE = 120.0
"""Of a label on the lower edges of two neighbours."""
_BELOW = 0.5
"""How far below that edge the middle of a line is: as far as the next card and the lane's end allow."""
_FOOT = 7.5
"""How much of a card's lower end says nothing."""
_BESIDE = 7.5
"""How far a label below one card reaches into the gap beside it: not onto the other card."""
_NEXT_DOOR = 2
"""The corners of a line that leads straight on."""
_FIELD = 160.0
_ROOM = CELL_PADDING
"""Between the middle of a gutter between lanes and the nearest cards."""
_SHARES = (0.5, 0.3, 0.7)
"""Where along a stretch a label is tried."""

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def places_of_name(label: str, runs: Sequence[Run], points: Sequence[Point], grid: Grid) -> tuple[NamePlace, ...]:
    """The middles that a label of one line may have on a link's line without hiding a card, the best first."""
    lines = (flat(label),)
    half = name_size(lines)[0] / 2
    if 2 * half > _LONGEST:
        return ()
    levels = [run.at for run in runs if not run.upright and run.shared]
    stretches = sorted(pairwise(points), key=_length, reverse=True)
    across = [(one, other) for one, other in stretches if one[1] == other[1]]
    places = _along(across, levels, half, grid)
    places = places or _along([one for one in stretches if one[0][0] == one[1][0]], levels, half, grid)
    return tuple(place._replace(lines=lines) for place in places)


def places_astride(
    label: str, source: CardBox, target: CardBox, points: Sequence[Point], grid: Grid
) -> tuple[NamePlace, ...]:
    """Where a short label hides nothing of what cards say: on their lower edges, astride the gap beside the source.

    Of two neighbours that is below the higher one before it is below the other.
    """
    lines = (flat(label),)
    width = name_size(lines)[0]
    if width > _ASTRIDE:
        return ()
    start, end = _gaps(points)
    bottoms = sorted((box.y + box.height for box in (source, target)), reverse=True)
    near = abs(start - end) <= CELL_PADDING
    x = max(grid.lefts[0] + width / 2, min(grid.lefts[-1] - width / 2, start))
    places = (
        NamePlace(x, y + _BELOW, over=True, lines=lines) for y in (bottoms if near else (source.y + source.height,))
    )
    return tuple(place for place in places if hides_nothing(grid, place))


def place_below(label: str, source: CardBox, points: Sequence[Point], grid: Grid) -> NamePlace | None:
    """The place that is kept for a label: below the card that its link leaves, at the side where it does.

    The next label of the same card has its own below that; see `link_labels.room_below`.
    """
    lines = in_lines(label, source.width)
    if not lines:
        return None
    width, height = name_size(lines)
    right = _gaps(points)[0] > source.x + source.width / 2
    x = source.x + source.width + _BESIDE - width / 2 if right else source.x + width / 2
    x = max(grid.lefts[0] + width / 2, min(grid.lefts[-1] - width / 2, x))
    return NamePlace(x, source.y + source.height + _BELOW + (height - NAME_HEIGHT) / 2, over=True, lines=lines)


def kept_below(source: CardBox, places: Sequence[NamePlace]) -> Rect:
    """What is kept free below a card for the labels that have their places there."""
    heights = [name_size(place.lines)[1] for place in places]
    top = source.y + source.height + _BELOW - NAME_HEIGHT / 2
    return (source.x, top, source.x + source.width + _BESIDE, top + sum(heights) + (len(heights) - 1) * BETWEEN)


def hides_nothing(grid: Grid, place: NamePlace) -> bool:
    """Whether a label lies on nothing of a card but its lower edge, which says nothing."""
    return not _meets_card(grid, name_area(place), _FOOT)


def _gaps(points: Sequence[Point]) -> tuple[float, float]:
    """The middles of the gaps beside the cards where a line leaves and arrives."""
    if len(points) > _NEXT_DOOR:
        return points[1][0], points[-2][0]
    return (points[0][0] + points[1][0]) / 2, (points[-2][0] + points[-1][0]) / 2


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
            if safe or not _meets_card(grid, _line_around(x, y, half)):
                free.append(NamePlace(x, y))
    return tuple(free)


def _middles(grid: Grid, left: float, right: float) -> list[float]:
    """The middles of the columns between two places."""
    return [(one + other) / 2 for one, other in pairwise(grid.lefts) if left < (one + other) / 2 < right]


def name_area(place: NamePlace) -> Rect:
    """The ground of a label at its place."""
    width, height = name_size(place.lines)
    return (place.x - width / 2, place.y - height / 2, place.x + width / 2, place.y + height / 2)


def _line_around(x: float, y: float, half: float) -> Rect:
    """The ground of a label of one line around a middle."""
    return (x - half, y - NAME_HEIGHT / 2, x + half, y + NAME_HEIGHT / 2)


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
    """The labels that have their places already, to keep others off them, and what is kept for those of a card."""

    def __init__(self) -> None:
        self._found: defaultdict[tuple[int, int], list[tuple[Rect, str]]] = defaultdict(list)

    def keep(self, rect: Rect, card: str) -> None:
        """Keep a place for the labels of a card."""
        self._note(rect, card)

    def take(self, rect: Rect, card: str = "") -> bool:
        """Whether the place was free for a label of a card, or of none; it is taken now."""
        free = self.is_free(rect, card)
        if free:
            self._note(rect, "")
        return free

    def is_free(self, rect: Rect, card: str = "") -> bool:
        """Whether the place is free for a label of a card, or of none."""
        for field in _fields(rect):
            for other, owner in self._found.get(field, ()):
                if meet(rect, other) and not (owner and owner == card):
                    return False
        return True

    def _note(self, rect: Rect, owner: str) -> None:
        for field in _fields(rect):
            self._found[field].append((rect, owner))


def _fields(rect: Rect) -> list[tuple[int, int]]:
    """The fields of a coarse net that a rectangle lies in."""
    across = range(int(rect[0] // _FIELD), int(rect[2] // _FIELD) + 1)
    down = range(int(rect[1] // _FIELD), int(rect[3] // _FIELD) + 1)
    return [(x, y) for x in across for y in down]
