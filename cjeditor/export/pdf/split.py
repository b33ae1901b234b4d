"""Dividing an arranged map among pages: at phases, steps and lanes, never through a card."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import reduce
from itertools import groupby
from math import inf
from typing import NamedTuple

from cjeditor.export.pdf.lane_pieces import LanePiece, Range, edges_of, joined, lane_pieces, shifted
from cjeditor.layout.arrangement import Arrangement, CardBox, Curve, CurvePoint, LaneBox, TimeRow
from cjeditor.layout.channels import route_between
from cjeditor.layout.route import ChannelRoute
from cjeditor.layout.time_lane import row_between
from cjeditor.model.journey_map import Lane
from cjeditor.texts import Texts

_STEPS = 10
"""Halvings while looking for a scale or a width: to a thousandth."""
_SPARSE = 0.4
"""A last page filled less than this takes something over from those before it."""
_HEADER_GAP = 4.0
"""What `draw_map` leaves between headers and body."""


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
    pieces = lane_pieces(arrangement, columns, room - below.most(arrangement), words)
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
    return len(_rows(lane_pieces(arrangement, columns, room - below.most(arrangement), words), room, below))


class _Below(NamedTuple):
    """What pages keep free at their feet, in the map's own pixels."""

    foot: Foot
    scale: float

    def most(self, arrangement: Arrangement) -> float:
        """What a page with all lanes keeps free."""
        return self.foot([box.lane for box in arrangement.lanes]) / self.scale

    def under(self, pieces: Sequence[LanePiece]) -> float:
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


def _rows(pieces: list[LanePiece], room: float, below: _Below) -> list[list[LanePiece]]:
    """Fill pages from top to bottom; a separator stays with the lane below it."""
    rows: list[list[LanePiece]] = [[]]
    used = 0.0
    waiting: list[LanePiece] = []
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


def _around(arrangement: Arrangement, columns: Range, curve: Curve) -> Sequence[CurvePoint]:
    """A curve's points over some columns with two more at either side, which shape the line up to the page's edges."""
    first, last = arrangement.columns[columns[0]], arrangement.columns[columns[1] - 1]
    start = bisect_left(curve.points, first.x, key=_x)
    end = bisect_left(curve.points, last.x + last.width, key=_x)
    for _ in range(2):
        start = next((i for i in range(start - 1, -1, -1) if curve.points[i].emotion is not None), 0)
        end = next((i for i in range(end, len(curve.points)) if curve.points[i].emotion is not None), end - 1) + 1
    return curve.points[max(start, 0) : end]


def _lane_id(piece: LanePiece) -> str:
    return piece.box.lane.id


def _x(point: CurvePoint) -> float:
    return point.x


def _arranged(arrangement: Arrangement, columns: Range, pieces: list[LanePiece]) -> Arrangement:
    """The arrangement of one row of pages."""
    lanes: list[LaneBox] = []
    cells: dict[tuple[str, str], tuple[CardBox, ...]] = {}
    curves: list[Curve] = []
    routes: list[ChannelRoute] = []
    times: list[TimeRow] = []
    y = 0.0
    for _, group in groupby(pieces, key=_lane_id):
        piece = reduce(joined, group)
        lanes.append(LaneBox(piece.box.lane, y, piece.height, curves=piece.box.curves))
        cells.update((cell, shifted(boxes, y, piece.top)) for cell, boxes in piece.cells)
        curve = arrangement.curve_of(piece.box.lane.id)
        if curve is not None:
            # The curve stands in the middle of its lane, which may be of another height here.
            dy = y + piece.height / 2 - curve.zero
            points = tuple(point._replace(y=point.y + dy) for point in _around(arrangement, columns, curve))
            curves.append(Curve(curve.lane, curve.zero + dy, points))
        route = arrangement.route_of(piece.box.lane.id)
        if route is not None:
            routes.append(route_between(route, *edges_of(arrangement, columns), y, piece.rows))
        row = arrangement.time_of(piece.box.lane.id)
        if row is not None:
            times.append(row_between(row, *edges_of(arrangement, columns), y))
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
