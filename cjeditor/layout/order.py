"""The order of touchpoints: a number above each and a thin dotted line from one to the next, as the map is read.

The line keeps to the gaps between cards: above a card to the gutter beside it, along that, and above the next card.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cjeditor.layout.arrangement import Arrangement, CardBox
from cjeditor.layout.draw_links import rounded
from cjeditor.layout.link_tracks import Point
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import CARD_GAP, CELL_MARGIN, META_SIZE, baseline
from cjeditor.layout.primitives import Path, Primitive, Rect, Text
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import in_journey_order

_HEIGHT = 15.0
_LEAST_WIDTH = 18.0
_IN_FRONT = 8.0
"""From a card's left edge to its number."""
_ABOVE = CARD_GAP / 2
"""From the line to the card below it: the middle between two cards."""
_WIDTH = 1.75
_DASH = (2.0, 2.5)
_ASIDE = 2.0
"""How far strokes reach beyond the corners of a line."""


class OrderStop(NamedTuple):
    """A touchpoint, its place in the order counted from 1, and the one before it that is shown."""

    number: int
    box: CardBox
    before: CardBox | None


def order_of(journey: JourneyMap, arrangement: Arrangement) -> dict[str, OrderStop]:
    """The stops of a map by the ids of the touchpoints; those in collapsed phases and lanes count, but have none."""
    shown = [box for box in arrangement.cards.values() if box.table == "touchpoints"]
    if arrangement.has_folds:
        numbers = {one.id: at for at, one in enumerate(in_journey_order(journey, journey.touchpoints), start=1)}
        return _stops(shown, (numbers.get(box.id, 0) for box in shown))
    return _stops(shown, range(1, len(shown) + 1))


def _stops(boxes: list[CardBox], numbers: Iterable[int]) -> dict[str, OrderStop]:
    before = [None, *boxes[:-1]]
    return {
        box.id: OrderStop(number, box, last)
        for box, number, last in zip(boxes, numbers, before, strict=False)
        if number
    }


def number_area(stop: OrderStop) -> tuple[float, float, float, float]:
    """Where a touchpoint's number stands: left, top, width, height."""
    width = max(_LEAST_WIDTH, text_width(str(stop.number), "bold", META_SIZE) + 9)
    return (stop.box.x + _IN_FRONT, stop.box.y - _HEIGHT / 2, width, _HEIGHT)


def draw_number(stop: OrderStop) -> tuple[Primitive, ...]:
    """The number of a touchpoint's place, on a ground of its own over the card's upper edge."""
    left, top, width, height = number_area(stop)
    said = str(stop.number)
    room = text_width(said, "bold", META_SIZE)
    return (
        Rect(left, top, width, height, fill="primary", stroke="canvas", stroke_width=1.0, radius=height / 2),
        Text(left + (width - room) / 2, baseline(top, height, META_SIZE), said, "bold", META_SIZE, "canvas", room),
    )


def way_to(stop: OrderStop) -> tuple[Point, ...]:
    """The corners of the line from the touchpoint before; none for the first."""
    if stop.before is None:
        return ()
    here, there = stop.before, stop.box
    start, end = (here.x + _IN_FRONT, here.y - _ABOVE), (there.x + _IN_FRONT, there.y - _ABOVE)
    if there.x >= here.x + here.width:
        gutter = here.x + here.width + CELL_MARGIN if start[1] != end[1] else None
    else:
        gutter = min(here.x, there.x) - CELL_MARGIN
    if gutter is None:
        return (start, end)
    return (start, (gutter, start[1]), (gutter, end[1]), end)


def draw_way(stop: OrderStop) -> tuple[Primitive, ...]:
    """The line from the touchpoint before; it is to be painted beneath the numbers."""
    points = way_to(stop)
    if not points:
        return ()
    return (Path(tuple(rounded(points)), stroke="primary", stroke_width=_WIDTH, dash=_DASH),)


def way_area(stop: OrderStop) -> tuple[float, float, float, float]:
    """What the line covers: left, top, width, height."""
    points = way_to(stop) or ((stop.box.x, stop.box.y),)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = min(xs) - _ASIDE, min(ys) - _ASIDE
    return (left, top, max(xs) + _ASIDE - left, max(ys) + _ASIDE - top)


def draw_order(stops: Iterable[OrderStop]) -> tuple[Primitive, ...]:
    """All lines, and all numbers over them: for paper and pictures."""
    known = list(stops)
    lines = [shape for stop in known for shape in draw_way(stop)]
    return (*lines, *(shape for stop in known for shape in draw_number(stop)))
