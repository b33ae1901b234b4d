"""Links on a sheet that shows a part of the map: routed anew, or led to the edge with the number of the other card."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from cjeditor.layout.arrangement import Arrangement, CardBox, Column, LaneBox, LinkBox, NamePlace
from cjeditor.layout.draw_links import draw_line, draw_link, draw_name_over, draw_plate
from cjeditor.layout.link_labels import NAME_HEIGHT
from cjeditor.layout.link_names import Plates, hides_nothing, kept_below, name_area, place_below
from cjeditor.layout.link_tracks import Point
from cjeditor.layout.link_ways import LEFT, RIGHT, Grid, grid_of, gutter_beside
from cjeditor.layout.linking import link_boxes
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import META_SIZE
from cjeditor.layout.primitives import Primitive

_AROUND = 8.0
_TRIES = 12
_SHIFT = 8
"""Pixels from one place of a label in a line to the next."""
_DOWN = 2
"""Pixels from one line of places to the next: fine enough to find what is left below another label."""
_INSIDE = 2.0
"""How far from the sheet's right edge a line to a number runs down, which must not lead past it."""
_DEEPEST = 168
"""How far below its first place a label is tried."""


class LinkShapes(NamedTuple):
    """What is painted beneath the cards, and the labels that lie on their edges."""

    beneath: tuple[Primitive, ...] = ()
    above: tuple[Primitive, ...] = ()


def all_links(boxes: Iterable[LinkBox]) -> LinkShapes:
    """The shapes of links that all have both cards in view."""
    drawn = list(boxes)
    return LinkShapes(
        tuple(chain.from_iterable(draw_link(box, named=True) for box in drawn)),
        tuple(chain.from_iterable(map(draw_name_over, drawn))),
    )


def sheet_links(arrangement: Arrangement, columns: Sequence[Column], lanes: Sequence[LaneBox]) -> LinkShapes:
    """The shapes of all links that touch these columns and lanes of an arrangement."""
    steps, rows = {column.step.id for column in columns}, {box.lane.id for box in lanes}
    cells = {cell: boxes for cell, boxes in arrangement.cells.items() if cell[0] in steps and cell[1] in rows}
    cards = {box.id: box for boxes in cells.values() for box in boxes}
    if not arrangement.links or not cards:
        return LinkShapes()
    grid = grid_of(columns, lanes, cells)
    boxes = link_boxes([box.link for box in arrangement.links.values()], cards, grid).boxes
    boxes = _clear_of_stubs(boxes, arrangement.links.values(), cards, grid)
    drawn = all_links(boxes.values())
    shapes = list(drawn.beneath)
    plates = Plates()
    for box in boxes.values():
        if box.name_at is not None:
            plates.take(name_area(box.name_at))
    above = list(drawn.above)
    numbers: list[Primitive] = []  # on top of all lines, which would cross them out
    for box in arrangement.links.values():
        if (box.source.id in cards) != (box.target.id in cards):
            line, number = _stub(box, cards, grid, arrangement, plates)
            shapes += line
            numbers += number
            if box.source.id in cards:
                above += _name_of_stub(box, cards[box.source.id], grid, plates)
    return LinkShapes((*shapes, *numbers), tuple(above))


def _clear_of_stubs(
    boxes: Mapping[str, LinkBox], links: Iterable[LinkBox], cards: Mapping[str, CardBox], grid: Grid
) -> dict[str, LinkBox]:
    """The links on the sheet, their labels clear of what is kept below cards for those of links that leave it."""
    kept = Plates()
    leaving: defaultdict[str, list[NamePlace]] = defaultdict(list)
    for box in links:
        source = cards.get(box.source.id)
        below = place_below(box.link.label, source, box.points, grid) if source and box.target.id not in cards else None
        if source is not None and below is not None:
            leaving[source.id].append(below)
    for card, places in leaving.items():
        kept.keep(kept_below(cards[card], places), card)
    named = [(one, box, box.name_at) for one, box in boxes.items() if box.name_at is not None]
    blocked = [each for each in named if not kept.is_free(name_area(each[2]), each[1].source.id)]
    if not blocked:
        return dict(boxes)
    for each in named:
        if each not in blocked:
            kept.keep(name_area(each[2]), "")
    found = dict(boxes)
    for one, box, place in blocked:
        free = (other for other in box.name_places if kept.take(name_area(other), box.source.id))
        found[one] = box._replace(name_at=next(free, place))
    return found


def _name_of_stub(box: LinkBox, source: CardBox, grid: Grid, plates: Plates) -> tuple[Primitive, ...]:
    """The label of a link that leaves the sheet, below its card as it lies there, where there is room for it.

    That is in the lane of the card; only where it is full, in one below it.
    """
    below = place_below(box.link.label, source, box.points, grid)
    if below is None:
        return ()
    free = next(
        (
            one
            for bottom in (grid.tops[grid.lanes[source.lane] + 1], grid.tops[-1])
            for one in _places_below(below, source)
            if name_area(one)[3] <= bottom and hides_nothing(grid, one) and plates.take(name_area(one))
        ),
        None,
    )
    return draw_name_over(box._replace(name_at=free))


def _places_below(first: NamePlace, source: CardBox) -> Iterator[NamePlace]:
    """Places of a label below its card, line by line, and in each from the side where the link leaves to the left."""
    left, _, right, _ = name_area(first)
    shifts = range(0, max(1, int(left - source.x + _AROUND) + 1), _SHIFT)
    for down in range(0, _DEEPEST, _DOWN):
        for shift in shifts:
            yield first._replace(x=(left + right) / 2 - shift, y=first.y + down)


def _stub(
    box: LinkBox, cards: dict[str, CardBox], grid: Grid, arrangement: Arrangement, plates: Plates
) -> tuple[tuple[Primitive, ...], tuple[Primitive, ...]]:
    """A line from the card on this sheet to where the other one lies, and the number of that with an arrow."""
    leaves = box.source.id in cards
    here, there = (cards[box.source.id], box.target) if leaves else (cards[box.target.id], box.source)
    side = _side(grid, arrangement, there)
    number = str(there.record.number)
    said = f"→ {number}" if leaves else f"{number} →"
    gutter = gutter_beside(grid, here, LEFT if side < 0 else RIGHT)
    level = grid.level(grid.lanes[here.lane] + 1)
    width = text_width(said, "regular", META_SIZE) + _AROUND
    at = _free_place(grid, plates, side, gutter.x, level, width)
    edge, y = here.x if side < 0 else here.x + here.width, here.y + here.height / 2
    x = min(gutter.x, grid.lefts[-1] - _INSIDE)
    points: list[Point] = [(edge, y), (x, y), (x, level)]
    if abs(at - x) > 1.0:
        points.append((at, level))
    return draw_line(points, box.link.hand_off), draw_plate(at, level, said, "text")


def _side(grid: Grid, arrangement: Arrangement, there: CardBox) -> int:
    """On which side the other sheet lies: −1 left, 1 right, 0 above or below."""
    if there.step in grid.columns:
        return 0
    order = [column.step.id for column in arrangement.columns]
    first = bisect_left([column.x for column in arrangement.columns], grid.lefts[0])
    return -1 if order.index(there.step) < first else 1


def _free_place(grid: Grid, plates: Plates, side: int, gutter: float, level: float, width: float) -> float:
    """The middle of the number's ground: at the sheet's edge, or by the gutter, and clear of others."""
    low, high = grid.lefts[0] + width / 2, grid.lefts[-1] - width / 2
    start = {-1: low, 1: high, 0: gutter}[side]
    step = (width + 2) * (-1 if side > 0 else 1)
    at = start
    for number in range(_TRIES):
        at = max(low, min(high, start + step * number))
        if plates.take((at - width / 2, level - NAME_HEIGHT / 2, at + width / 2, level + NAME_HEIGHT / 2)):
            break
    return at
