"""Lanes as pages show them: as far as some columns need them, those higher than a page in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from cjeditor.layout.arrange import lane_height
from cjeditor.layout.arrangement import Arrangement, CardBox, LaneBox
from cjeditor.layout.channels import rows_height, stretch_of
from cjeditor.layout.draw_headers import lane_header_height
from cjeditor.layout.link_labels import labels_by_source, room_below
from cjeditor.layout.metrics import CARD_GAP, CELL_PADDING, LANE_HEADER_WIDTH
from cjeditor.layout.other_curves import key_height
from cjeditor.layout.time_lane import time_height
from cjeditor.model.fields import LaneKind
from cjeditor.model.journey_map import Lane
from cjeditor.model.project import Channel
from cjeditor.model.replace import replace
from cjeditor.texts import Texts

_LONGEST_NAME = 200
"""Characters: more of a lane's name is never shown."""

_WITH_CARDS = frozenset[LaneKind]({"touchpoints", "notes", "backstage", "metrics", "images"})
"""What these lanes show are cards."""

Range = tuple[int, int]
"""Columns from the first up to, not including, the second."""


@dataclass(frozen=True, slots=True)
class LanePiece:
    """A lane, or what of it fits on one page; boxes are placed from the piece's own top, which stands at `top`.

    `rows` are the channels that a channels lane shows there.
    """

    box: LaneBox
    height: float
    cells: tuple[tuple[tuple[str, str], tuple[CardBox, ...]], ...] = ()
    rows: tuple[Channel, ...] = ()
    top: float = 0.0


def lane_pieces(arrangement: Arrangement, columns: Range, room: float, words: Texts) -> list[LanePiece]:
    """The lanes as far as some columns need them, those higher than a page in pieces."""
    steps = [column.step.id for column in arrangement.columns[columns[0] : columns[1]]]
    # Below a separator a lane has to leave it its place.
    room -= max((box.height for box in arrangement.lanes if box.lane.kind == "separator"), default=0.0)
    below = _labels_below(arrangement)
    pieces: list[LanePiece] = []
    for box in arrangement.lanes:
        route = arrangement.route_of(box.lane.id)
        if route is not None:
            pieces.extend(_channel_pieces(box, stretch_of(route, *edges_of(arrangement, columns)), room, words))
            continue
        row = arrangement.time_of(box.lane.id)
        if row is not None:
            lane = _as_low_as_may_be(box.lane)
            height = lane_height(lane, time_height(row.stops, row.whole), words)
            pieces.append(LanePiece(box._replace(lane=lane), min(height, room)))
            continue
        cells = [((step, box.lane.id), arrangement.cells.get((step, box.lane.id), ())) for step in steps]
        held = [cell for cell in cells if cell[1]]
        if not held and box.lane.kind in _WITH_CARDS:
            pieces.append(_named_only(box, room, words))
            continue
        pieces.extend(_pieces(box, held, below, room, words))
    return pieces


def _named_only(box: LaneBox, room: float, words: Texts) -> LanePiece:
    """A lane that has nothing in some columns, only as high as its name: nobody reads paper for what is not there."""
    lane = _as_low_as_may_be(box.lane)
    height = lane_header_height(replace(lane, question=""), LANE_HEADER_WIDTH, words)
    return LanePiece(box._replace(lane=lane), min(height, room), top=box.y)


def _channel_pieces(box: LaneBox, rows: tuple[Channel, ...], room: float, words: Texts) -> list[LanePiece]:
    """A channels lane as high as these rows need, cut between rows where it is higher than a page."""
    box = box._replace(lane=_as_low_as_may_be(box.lane))
    pieces: list[LanePiece] = []
    first = 0
    while first < len(rows) or not pieces:
        named = _continued(box, words) if pieces else box
        end = len(rows)
        while end > first + 1 and lane_height(named.lane, rows_height(rows[first:end]), words) > room:
            end -= 1
        height = lane_height(named.lane, rows_height(rows[first:end]), words)
        pieces.append(LanePiece(named, min(height, room), rows=rows[first:end]))
        first = max(end, first + 1)
    return pieces


@lru_cache(maxsize=200)
def _as_low_as_may_be(lane: Lane) -> Lane:
    """A lane is drawn higher to have room for new cards; on paper nobody adds any."""
    return replace(lane, min_height=0)


_Cell = tuple[str, str]
_Cells = list[tuple[_Cell, tuple[CardBox, ...]]]


def _labels_below(arrangement: Arrangement) -> dict[str, float]:
    """How much room the labels of links need below a card, by its id: on a page of its own they may all lie there."""
    labels = labels_by_source(box.link for box in arrangement.links.values())
    return {
        card: room_below(said, arrangement.cards[card].width)
        for card, said in labels.items()
        if card in arrangement.cards
    }


def _ends(cells: Iterable[tuple[_Cell, Sequence[CardBox]]], below: Mapping[str, float]) -> Iterator[float]:
    """Where the cards of some cells end, with the labels below them."""
    return (card.y + card.height + below.get(card.id, 0.0) for _, boxes in cells for card in boxes)


def _pieces(box: LaneBox, cells: _Cells, below: Mapping[str, float], room: float, words: Texts) -> list[LanePiece]:
    box = box._replace(lane=_as_low_as_may_be(box.lane))
    bottom = max(_ends(cells, below), default=box.y + CELL_PADDING)
    height = lane_height(box.lane, bottom - box.y - CELL_PADDING + key_height(box.curves), words)
    if height <= room or not cells:
        return [LanePiece(box, min(height, room), tuple(cells), top=box.y)]
    parts = [(cell, _stretches(boxes, below, room - 2 * CELL_PADDING)) for cell, boxes in cells]
    pieces = []
    for i in range(max(len(stretches) for _, stretches in parts)):
        held = tuple((cell, stretches[i]) for cell, stretches in parts if i < len(stretches))
        bottom = max(_ends(held, below))
        named = box if i == 0 else _continued(box, words)
        least = min(lane_header_height(named.lane, LANE_HEADER_WIDTH, words), room)
        pieces.append(LanePiece(named, max(bottom + CELL_PADDING, least), held))
    return pieces


def _continued(box: LaneBox, words: Texts) -> LaneBox:
    """The same lane as it is called where it goes on on another page."""
    if not box.lane.name:
        return box
    name = words.t("{title} (continued)", title=box.lane.name[:_LONGEST_NAME])
    return box._replace(lane=replace(box.lane, name=name))


def joined(upper: LanePiece, lower: LanePiece) -> LanePiece:
    """Two pieces of one lane that came onto the same page, as the one lane that they are."""
    if upper.rows:
        rows = (*upper.rows, *lower.rows)
        return LanePiece(upper.box, max(upper.height, rows_height(rows) + 2 * CELL_PADDING), rows=rows)
    dy = upper.height - 2 * CELL_PADDING + CARD_GAP
    cells = dict(upper.cells)
    for cell, boxes in lower.cells:
        cells[cell] = (*cells.get(cell, ()), *shifted(boxes, dy))
    return LanePiece(upper.box, dy + lower.height, tuple(cells.items()))


def _stretches(boxes: Sequence[CardBox], below: Mapping[str, float], room: float) -> list[tuple[CardBox, ...]]:
    """Cut a cell's cards between rows of cards; each stretch begins below the padding of its piece."""
    found: list[list[CardBox]] = [[]]
    used = 0.0
    for _, group in groupby(boxes, key=lambda box: box.y):
        row = list(group)
        height = max(box.height + below.get(box.id, 0.0) for box in row)
        if found[-1] and used + height > room:
            found.append([])
            used = 0.0
        found[-1].extend(shifted(row, CELL_PADDING + used - row[0].y))
        used += height + CARD_GAP
    return [tuple(stretch) for stretch in found]


def shifted(boxes: Sequence[CardBox], dy: float, top: float = 0.0) -> tuple[CardBox, ...]:
    """Boxes `dy` further down, counted from `top`."""
    return tuple(box._replace(y=box.y - top + dy) for box in boxes)


def edges_of(arrangement: Arrangement, columns: Range) -> tuple[float, float]:
    """The x of the left and right edge of some columns."""
    some = arrangement.columns[columns[0] : columns[1]]
    return (some[0].x, some[-1].x + some[-1].width) if some else (0.0, 0.0)
