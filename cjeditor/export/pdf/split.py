"""Dividing an arranged map among pages: at phases, steps and lanes, never through a card."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import groupby
from math import inf
from typing import NamedTuple

from cjeditor.layout.arrange import lane_height
from cjeditor.layout.arrangement import Arrangement, CardBox, Curve, CurvePoint, LaneBox, TimeRow
from cjeditor.layout.channels import route_between, rows_height, stretch_of
from cjeditor.layout.draw_headers import lane_header_height
from cjeditor.layout.metrics import CARD_GAP, CELL_PADDING, LANE_HEADER_WIDTH
from cjeditor.layout.other_curves import key_height
from cjeditor.layout.route import ChannelRoute
from cjeditor.layout.time_lane import row_between, time_height
from cjeditor.model.journey_map import Lane
from cjeditor.model.project import Channel
from cjeditor.model.replace import replace
from cjeditor.texts import Texts

_STEPS = 10
"""Halvings while looking for a scale or a width: to a thousandth."""
_SPARSE = 0.4
"""A last page filled less than this takes something over from those before it."""
_LONGEST_NAME = 200
"""Characters: more of a lane's name is never shown."""
_HEADER_GAP = 4.0
"""What `draw_map` leaves between headers and body."""

Range = tuple[int, int]
"""Columns from the first up to, not including, the second."""

Foot = Callable[[Sequence[Lane]], float]
"""How many points a page with these lanes keeps free at its foot; more lanes never keep less."""


def no_foot(_lanes: Sequence[Lane]) -> float:
    """Nothing stands at the foot of pages."""
    return 0.0


class Part(NamedTuple):
    """Neighbouring columns and the arrangements of the pages that show them, from top to bottom."""

    columns: Range
    rows: tuple[Arrangement, ...]


class Plan(NamedTuple):
    """How a map goes onto pages, part by part from left to right; `scale` is points per layout pixel."""

    scale: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _LanePiece:
    """A lane, or what of it fits on one page; boxes are placed from the piece's own top, which stands at `top`.

    `rows` are the channels that a channels lane shows there.
    """

    box: LaneBox
    height: float
    cells: tuple[tuple[tuple[str, str], tuple[CardBox, ...]], ...] = ()
    rows: tuple[Channel, ...] = ()
    top: float = 0.0


def plan(
    arrangement: Arrangement,
    width: float,
    height: float,
    smallest: float,
    largest: float,
    words: Texts,
    foot: Foot = no_foot,
) -> Plan:
    """Choose scale and cuts for a page area of `width` × `height` points.

    The scale lies between `smallest` and `largest` points a pixel: the largest that needs no more pages than the
    smallest does. Pages are then filled evenly.
    """

    def pages(scale: float) -> float:
        ranges = column_ranges(arrangement, room_across(arrangement, width, scale))
        if ranges is None:
            return inf
        return sum(row_count(arrangement, one, height, scale, words, foot) for one in ranges)

    fewest = pages(smallest)
    scale = largest if pages(largest) == fewest else last(smallest, largest, lambda s: pages(s) == fewest)
    across = room_across(arrangement, width, scale)
    ranges = column_ranges(arrangement, across) or [(i, i + 1) for i in range(len(arrangement.columns))]
    parts = _parts(arrangement, ranges, height, scale, words, foot)
    if len(ranges) > 1:

        def still_enough(share: float) -> bool:
            found = column_ranges(arrangement, across * (1 - share))
            return found is not None and len(found) == len(ranges)

        even = column_ranges(arrangement, across * (1 - last(0.0, 0.9, still_enough))) or ranges
        evenly = _parts(arrangement, even, height, scale, words, foot)
        if sum(len(part.rows) for part in evenly) <= sum(len(part.rows) for part in parts):
            parts = evenly
    return Plan(scale, parts)


def _parts(
    arrangement: Arrangement, ranges: list[Range], height: float, scale: float, words: Texts, foot: Foot
) -> tuple[Part, ...]:
    return tuple(Part(one, page_rows(arrangement, one, height, scale, words, foot)) for one in ranges)


def page_rows(
    arrangement: Arrangement, columns: Range, height: float, scale: float, words: Texts, foot: Foot = no_foot
) -> tuple[Arrangement, ...]:
    """Divide some columns from top to bottom for pages with `height` points of room.

    A lane is only as high as these columns need: pages are read one after the other, not hung side by side.
    """
    below = _Below(foot, scale)
    room = _room_down(arrangement, height, scale)
    pieces = _lane_pieces(arrangement, columns, room - below.most(arrangement), words)
    rows = _rows(pieces, room, below)
    if len(rows) > 1 and sum(piece.height for piece in rows[-1]) < _SPARSE * room:
        share = last(0.0, 0.9, lambda one: len(_rows(pieces, room * (1 - one), below)) == len(rows))
        rows = _rows(pieces, room * (1 - share), below)
    return tuple(_arranged(arrangement, columns, row) for row in rows)


def row_count(
    arrangement: Arrangement, columns: Range, height: float, scale: float, words: Texts, foot: Foot = no_foot
) -> int:
    """On how many pages, one below the other, `page_rows` would divide some columns."""
    below = _Below(foot, scale)
    room = _room_down(arrangement, height, scale)
    return len(_rows(_lane_pieces(arrangement, columns, room - below.most(arrangement), words), room, below))


class _Below(NamedTuple):
    """What pages keep free at their feet, in the map's own pixels."""

    foot: Foot
    scale: float

    def most(self, arrangement: Arrangement) -> float:
        """What a page with all lanes keeps free."""
        return self.foot([box.lane for box in arrangement.lanes]) / self.scale

    def under(self, pieces: Sequence[_LanePiece]) -> float:
        """What a page with these pieces keeps free."""
        return self.foot([piece.box.lane for piece in pieces]) / self.scale


def room_across(arrangement: Arrangement, width: float, scale: float) -> float:
    """How many pixels of columns have room in `width` points, beside the names of the lanes."""
    return width / scale - arrangement.lane_header_width


def _room_down(arrangement: Arrangement, height: float, scale: float) -> float:
    return height / scale - arrangement.header_height - _HEADER_GAP


def last(low: float, high: float, holds: Callable[[float], bool]) -> float:
    """The highest number between `low`, for which the condition holds, and `high` for which it holds still."""
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low


def column_ranges(arrangement: Arrangement, room: float) -> list[Range] | None:
    """Cut the columns so that each range is at most `room` pixels wide; None where one column is wider.

    Cuts lie between phases; a phase wider than a page is cut between its steps.
    """
    columns = arrangement.columns
    if not columns:
        return [(0, 0)]
    ranges: list[Range] = []
    first, used = 0, 0.0
    for phase in arrangement.phases:
        end = phase.first_column + phase.column_count
        if used + phase.width <= room:
            used += phase.width
            continue
        if phase.width <= room:
            ranges.append((first, phase.first_column))
            first, used = phase.first_column, phase.width
            continue
        for i in range(phase.first_column, end):
            if columns[i].width > room:
                return None
            if used + columns[i].width > room:
                ranges.append((first, i))
                first, used = i, 0.0
            used += columns[i].width
    return [*ranges, (first, len(columns))]


def _rows(pieces: list[_LanePiece], room: float, below: _Below) -> list[list[_LanePiece]]:
    """Fill pages from top to bottom; a separator stays with the lane below it."""
    rows: list[list[_LanePiece]] = [[]]
    used = 0.0
    waiting: list[_LanePiece] = []
    for i, piece in enumerate(pieces):
        waiting.append(piece)
        if piece.box.lane.kind == "separator" and i + 1 < len(pieces):
            continue
        needed = sum(one.height for one in waiting)
        if rows[-1] and used + needed > room - below.under([*rows[-1], *waiting]):
            rows.append([])
            used = 0.0
        rows[-1].extend(waiting)
        used += needed
        waiting = []
    return rows


def _lane_pieces(arrangement: Arrangement, columns: Range, room: float, words: Texts) -> list[_LanePiece]:
    """The lanes as far as some columns need them, those higher than a page in pieces."""
    steps = [column.step.id for column in arrangement.columns[columns[0] : columns[1]]]
    # Below a separator a lane has to leave it its place.
    room -= max((box.height for box in arrangement.lanes if box.lane.kind == "separator"), default=0.0)
    pieces: list[_LanePiece] = []
    for box in arrangement.lanes:
        route = arrangement.route_of(box.lane.id)
        if route is not None:
            pieces.extend(_channel_pieces(box, stretch_of(route, *_edges(arrangement, columns)), room, words))
            continue
        row = arrangement.time_of(box.lane.id)
        if row is not None:
            lane = _as_low_as_may_be(box.lane)
            height = lane_height(lane, time_height(row.stops, row.whole), words)
            pieces.append(_LanePiece(box._replace(lane=lane), min(height, room)))
            continue
        cells = [((step, box.lane.id), arrangement.cells.get((step, box.lane.id), ())) for step in steps]
        pieces.extend(_pieces(box, [cell for cell in cells if cell[1]], room, words))
    return pieces


def _channel_pieces(box: LaneBox, rows: tuple[Channel, ...], room: float, words: Texts) -> list[_LanePiece]:
    """A channels lane as high as these rows need, cut between rows where it is higher than a page."""
    box = box._replace(lane=_as_low_as_may_be(box.lane))
    pieces: list[_LanePiece] = []
    first = 0
    while first < len(rows) or not pieces:
        named = _continued(box, words) if pieces else box
        end = len(rows)
        while end > first + 1 and lane_height(named.lane, rows_height(rows[first:end]), words) > room:
            end -= 1
        height = lane_height(named.lane, rows_height(rows[first:end]), words)
        pieces.append(_LanePiece(named, min(height, room), rows=rows[first:end]))
        first = max(end, first + 1)
    return pieces


@lru_cache(maxsize=200)
def _as_low_as_may_be(lane: Lane) -> Lane:
    """A lane is drawn higher to have room for new cards; on paper nobody adds any."""
    return replace(lane, min_height=0)


_Cells = list[tuple[tuple[str, str], tuple[CardBox, ...]]]


def _pieces(box: LaneBox, cells: _Cells, room: float, words: Texts) -> list[_LanePiece]:
    box = box._replace(lane=_as_low_as_may_be(box.lane))
    bottom = max((card.y + card.height for _, boxes in cells for card in boxes), default=box.y + CELL_PADDING)
    height = lane_height(box.lane, bottom - box.y - CELL_PADDING + key_height(box.curves), words)
    if height <= room or not cells:
        return [_LanePiece(box, min(height, room), tuple(cells), top=box.y)]
    parts = [(cell, _stretches(boxes, room - 2 * CELL_PADDING)) for cell, boxes in cells]
    pieces = []
    for i in range(max(len(stretches) for _, stretches in parts)):
        held = tuple((cell, stretches[i]) for cell, stretches in parts if i < len(stretches))
        bottom = max(card.y + card.height for _, boxes in held for card in boxes)
        named = box if i == 0 else _continued(box, words)
        least = min(lane_header_height(named.lane, LANE_HEADER_WIDTH, words), room)
        pieces.append(_LanePiece(named, max(bottom + CELL_PADDING, least), held))
    return pieces


def _continued(box: LaneBox, words: Texts) -> LaneBox:
    """The same lane as it is called where it goes on on another page."""
    if not box.lane.name:
        return box
    name = words.t("{title} (continued)", title=box.lane.name[:_LONGEST_NAME])
    return box._replace(lane=replace(box.lane, name=name))


def _joined(upper: _LanePiece, lower: _LanePiece) -> _LanePiece:
    """Two pieces of one lane that came onto the same page, as the one lane that they are."""
    if upper.rows:
        rows = (*upper.rows, *lower.rows)
        return _LanePiece(upper.box, max(upper.height, rows_height(rows) + 2 * CELL_PADDING), rows=rows)
    dy = upper.height - 2 * CELL_PADDING + CARD_GAP
    cells = dict(upper.cells)
    for cell, boxes in lower.cells:
        cells[cell] = (*cells.get(cell, ()), *_shifted(boxes, dy))
    return _LanePiece(upper.box, dy + lower.height, tuple(cells.items()))


def _stretches(boxes: Sequence[CardBox], room: float) -> list[tuple[CardBox, ...]]:
    """Cut a cell's cards between rows of cards; each stretch begins below the padding of its piece."""
    found: list[list[CardBox]] = [[]]
    used = 0.0
    for _, group in groupby(boxes, key=lambda box: box.y):
        row = list(group)
        height = max(box.height for box in row)
        if found[-1] and used + height > room:
            found.append([])
            used = 0.0
        found[-1].extend(_shifted(row, CELL_PADDING + used - row[0].y))
        used += height + CARD_GAP
    return [tuple(stretch) for stretch in found]


def _shifted(boxes: Sequence[CardBox], dy: float, top: float = 0.0) -> tuple[CardBox, ...]:
    return tuple(box._replace(y=box.y - top + dy) for box in boxes)


def _around(arrangement: Arrangement, columns: Range, curve: Curve) -> Sequence[CurvePoint]:
    """A curve's points over some columns with two more at either side, which shape the line up to the page's edges."""
    first, last = arrangement.columns[columns[0]], arrangement.columns[columns[1] - 1]
    start = bisect_left(curve.points, first.x, key=_x)
    end = bisect_left(curve.points, last.x + last.width, key=_x)
    for _ in range(2):
        start = next((i for i in range(start - 1, -1, -1) if curve.points[i].emotion is not None), 0)
        end = next((i for i in range(end, len(curve.points)) if curve.points[i].emotion is not None), end - 1) + 1
    return curve.points[max(start, 0) : end]


def _edges(arrangement: Arrangement, columns: Range) -> tuple[float, float]:
    """The x of the left and right edge of some columns."""
    some = arrangement.columns[columns[0] : columns[1]]
    return (some[0].x, some[-1].x + some[-1].width) if some else (0.0, 0.0)


def _lane_id(piece: _LanePiece) -> str:
    return piece.box.lane.id


def _x(point: CurvePoint) -> float:
    return point.x


def _arranged(arrangement: Arrangement, columns: Range, pieces: list[_LanePiece]) -> Arrangement:
    """The arrangement of one row of pages."""
    lanes: list[LaneBox] = []
    cells: dict[tuple[str, str], tuple[CardBox, ...]] = {}
    curves: list[Curve] = []
    routes: list[ChannelRoute] = []
    times: list[TimeRow] = []
    y = 0.0
    for _, group in groupby(pieces, key=_lane_id):
        piece = reduce(_joined, group)
        lanes.append(LaneBox(piece.box.lane, y, piece.height, curves=piece.box.curves))
        cells.update((cell, _shifted(boxes, y, piece.top)) for cell, boxes in piece.cells)
        curve = arrangement.curve_of(piece.box.lane.id)
        if curve is not None:
            # The curve stands in the middle of its lane, which may be of another height here.
            dy = y + piece.height / 2 - curve.zero
            points = tuple(point._replace(y=point.y + dy) for point in _around(arrangement, columns, curve))
            curves.append(Curve(curve.lane, curve.zero + dy, points))
        route = arrangement.route_of(piece.box.lane.id)
        if route is not None:
            routes.append(route_between(route, *_edges(arrangement, columns), y, piece.rows))
        row = arrangement.time_of(piece.box.lane.id)
        if row is not None:
            times.append(row_between(row, *_edges(arrangement, columns), y))
        y += piece.height
    return dataclasses.replace(
        arrangement,
        lanes=tuple(lanes),
        cells=cells,
        cards={box.id: box for boxes in cells.values() for box in boxes},
        curves=tuple(curves),
        routes=tuple(routes),
        times=tuple(times),
        height=y,
    )
