"""Arranging a map: which column, lane and place every card gets, so that nothing ever overlaps.

Arranging again after an edit costs little: cells whose cards are the same records keep their boxes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import is_
from typing import NamedTuple

from cjeditor.analysis.acting import actions_by_card
from cjeditor.analysis.evidence import hypothesis_share
from cjeditor.layout import metrics
from cjeditor.layout.arrangement import (
    Arrangement,
    CardBox,
    Column,
    Curve,
    CurvePoint,
    LaneBox,
    Look,
    Table,
    TimeRow,
)
from cjeditor.layout.channels import channel_route, rows_height, rows_of, visits_of
from cjeditor.layout.columns import columns_of
from cjeditor.layout.curve import curve_lane_height, points_in
from cjeditor.layout.draw_headers import STEP_HEADER_HEIGHT, aside_for, lane_header_height, phase_headers_height
from cjeditor.layout.funnel_lane import FUNNEL_HEIGHT, funnel_row, row_said
from cjeditor.layout.link_labels import room_below
from cjeditor.layout.link_ways import grid_of
from cjeditor.layout.linking import Known, link_boxes
from cjeditor.layout.looks import Shared, look_of
from cjeditor.layout.other_curves import curves_of, key_height, named_curves
from cjeditor.layout.route import ChannelRoute, Visit
from cjeditor.layout.time_lane import time_height, times_of
from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Lane
from cjeditor.model.lookup import known, map_of, ordered
from cjeditor.model.project import Channel, Project
from cjeditor.model.remarks import open_counts
from cjeditor.model.table import find
from cjeditor.texts import Texts

_Cell = tuple[str, str]


class _Stack(NamedTuple):
    """The cards of one cell from the cell's own top left corner."""

    source: Sequence[Card]
    """As they came, sorted by id: the cell is the same when these are."""
    width: float
    cards: tuple[Card, ...]
    """In their order."""
    places: tuple[tuple[float, float, Look], ...]
    height: float


_Part = tuple[tuple[_Stack, ...], float, float, float, tuple[str, ...], tuple[CurvePoint, ...]]
"""One column's points of a curve with what they were made from: stacks, x, width, zero, personas laid over the map."""


_Visits = tuple[tuple[_Stack, ...], tuple[Visit, ...]]
"""The visits of one step with the stacks that they were found in."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the next arrangement may use again."""

    language: str
    channels: tuple[Channel, ...]
    touchpoints: tuple[Touchpoint, ...]
    notes: tuple[Note, ...]
    touchpoint_cells: Mapping[_Cell, Sequence[Card]]
    note_cells: Mapping[_Cell, Sequence[Card]]
    stacks: Mapping[_Cell, _Stack]
    boxes: Mapping[_Cell, tuple[CardBox, ...]]
    visits: Mapping[str, _Visits]
    routes: tuple[ChannelRoute, ...]
    links: Known
    shared: Shared
    parts: dict[_Cell, _Part] = field(default_factory=dict)


def arrange(
    project: Project,
    map_id: str,
    words: Texts,
    previous: Arrangement | None = None,
    *,
    folding: bool = False,
    remarks: bool = False,
) -> Arrangement:
    """Arrange a map of the project with its labels in `words`.

    `previous` is the arrangement before the last edit, of the same map: what did not change is taken from it.
    With `folding` collapsed phases and lanes are shown so; paper shows everything. With `remarks` open comments are
    marked, and what is done about cards; paper keeps both back.

    Raises:
        EditRefused: the project has no such map.
    """
    journey = map_of(project, map_id)
    kept = _usable(previous, project, words)
    touchpoint_cells, note_cells = _grouped(journey, kept)
    cells: dict[_Cell, Sequence[Card]] = {**touchpoint_cells, **note_cells}
    columns, phases = columns_of(journey, cells, folding=folding)
    counts = open_counts(journey) if remarks else {}
    shared = Shared.of(project, counts, actions_by_card(project) if remarks else {}, journey.links)
    stacks = _stacks(cells, columns, shared, words, kept)
    visits = _visits(journey, columns, stacks, project.channels, kept)
    rows = rows_of(found for _, found in visits.values())
    funnel = funnel_row(project, journey, phases, words)
    stops, whole = times_of(journey, phases, columns, words)
    whose = curves_of(project, journey, words)
    derived = {
        "channels": (rows_height(rows), ""),
        "time": (time_height(stops, whole), whole),
        "emotion": (key_height(whose), ""),
        "funnel": (0.0, row_said(funnel)),
    }
    lanes = named_curves(_lanes(journey, stacks, counts, derived, words, folding=folding), whose)
    routes = _routes(lanes, columns, rows, visits, kept)
    boxes = _boxes(columns, lanes, stacks, kept)
    cards = {box.id: box for cell in boxes.values() for box in cell}
    links = link_boxes(journey.links, cards, grid_of(columns, lanes, boxes), kept.links if kept is not None else None)
    width = columns[-1].x + columns[-1].width if columns else 0.0
    height = lanes[-1].y + lanes[-1].height if lanes else 0.0
    keeping = _Kept(
        words.language,
        project.channels,
        journey.touchpoints,
        journey.notes,
        touchpoint_cells,
        note_cells,
        stacks,
        boxes,
        visits,
        routes,
        links,
        shared,
    )
    return Arrangement(
        columns=columns,
        phases=phases,
        lanes=lanes,
        cards=cards,
        links=links.boxes,
        curves=tuple(
            _curve(lane, lanes, columns, stacks, journey.overlaid_personas, kept, keeping.parts)
            for lane in lanes
            if lane.lane.kind == "emotion" and not lane.folded
        ),
        routes=routes,
        times=tuple(
            TimeRow(box.lane.id, box.y, stops, whole) for box in lanes if box.lane.kind == "time" and not box.folded
        ),
        cells=boxes,
        funnel=funnel,
        width=width,
        height=height,
        phase_header_height=phase_headers_height(phases, counts, words),
        step_header_height=STEP_HEADER_HEIGHT if any(column.named for column in columns) else 0.0,
        persona=find(project.personas, journey.lead_persona or ""),
        hypothesis=hypothesis_share(journey, project.settings.hypothesis_below),
        remarks=counts,
        kept=keeping,
    )


def _usable(previous: Arrangement | None, project: Project, words: Texts) -> _Kept | None:
    kept = previous.kept if previous is not None else None
    if not isinstance(kept, _Kept) or kept.language != words.language or kept.channels is not project.channels:
        return None
    return kept


def _grouped(journey: JourneyMap, kept: _Kept | None) -> tuple[Mapping[_Cell, Sequence[Card]], ...]:
    if kept is not None and kept.touchpoints is journey.touchpoints:
        touchpoint_cells = kept.touchpoint_cells
    else:
        touchpoint_cells = _by_cell(journey.touchpoints)
    if kept is not None and kept.notes is journey.notes:
        return touchpoint_cells, kept.note_cells
    return touchpoint_cells, _by_cell(journey.notes)


def _by_cell(cards: Sequence[Card]) -> Mapping[_Cell, Sequence[Card]]:
    cells: defaultdict[_Cell, list[Card]] = defaultdict(list)
    for card in cards:
        cells[card.step, card.lane].append(card)
    return cells


def _stacks(
    cells: Mapping[_Cell, Sequence[Card]],
    columns: Sequence[Column],
    shared: Shared,
    words: Texts,
    kept: _Kept | None,
) -> dict[_Cell, _Stack]:
    # What is collapsed keeps its stacks, to be there when it is expanded, and for the curve.
    width_by_step = {column.step.id: float(column.step.min_width) for column in columns}
    stacks: dict[_Cell, _Stack] = {}
    other = shared.marked_otherwise(kept.shared if kept is not None else None)
    for cell, source in cells.items():
        width = width_by_step[cell[0]]
        old = kept.stacks.get(cell) if kept is not None else None
        same = old is not None and old.width == width and _same(old.source, source)
        if old is not None and same and not (other and any(card.id in other for card in source)):
            stacks[cell] = old
        else:
            stacks[cell] = _stack(source, width, shared, words, old, other)
    return stacks


def _same(before: Sequence[Card], after: Sequence[Card]) -> bool:
    """Whether both hold the very same records."""
    return before is after or (len(before) == len(after) and all(map(is_, before, after)))


def _stack(
    source: Sequence[Card], width: float, shared: Shared, words: Texts, old: _Stack | None, other: frozenset[str]
) -> _Stack:
    """The cards of a cell; those keep their looks that are the same records as before and not among `other`."""
    cards = ordered(source)
    inner = width - 2 * metrics.CELL_MARGIN
    beside = max(1, int(width // metrics.SECOND_COLUMN_FROM)) if len(cards) > 1 else 1
    card_width = (inner - (beside - 1) * metrics.CARD_GAP) / beside
    known = {}
    if old is not None:
        looks = zip(old.cards, old.places, strict=True)
        known = {id(card): place[2] for card, place in looks if card.id not in other}
    places: list[tuple[float, float, Look]] = []
    y = row_height = 0.0
    for i, card in enumerate(cards):
        if i % beside == 0 and i:
            y += row_height + metrics.CARD_GAP
            row_height = 0.0
        look = known.get(id(card))
        if look is None or look.width != card_width:
            look = look_of(card, shared, card_width, words)
        places.append((metrics.CELL_MARGIN + (i % beside) * (card_width + metrics.CARD_GAP), y, look))
        row_height = max(row_height, look.height + room_below(shared.labels_of(card.id), card_width))
    return _Stack(source, width, tuple(cards), tuple(places), y + row_height)


def _visits(
    journey: JourneyMap,
    columns: Sequence[Column],
    stacks: Mapping[_Cell, _Stack],
    channels: tuple[Channel, ...],
    kept: _Kept | None,
) -> dict[str, _Visits]:
    """By step, which touchpoints meet the customer in which channel; nothing where no lane asks for it."""
    lanes = ordered(journey.lanes)
    if not any(lane.kind == "channels" for lane in lanes):
        return {}
    channel_by_id = {channel.id: channel for channel in channels}
    touchpoint_lanes = [lane.id for lane in lanes if lane.kind == "touchpoints"]
    visits: dict[str, _Visits] = {}
    for column in columns:
        step = column.step.id
        shown = () if column.folded else touchpoint_lanes
        sources = tuple(stacks[step, lane] for lane in shown if (step, lane) in stacks)
        old = kept.visits.get(step) if kept is not None else None
        if old is None or not _same_stacks(old[0], sources):
            cards = [card for stack in sources for card in stack.cards]
            old = (sources, visits_of(cards, channel_by_id))
        visits[step] = old
    return visits


def _routes(
    lanes: Sequence[LaneBox],
    columns: Sequence[Column],
    rows: tuple[Channel, ...],
    visits: Mapping[str, _Visits],
    kept: _Kept | None,
) -> tuple[ChannelRoute, ...]:
    before = {route.lane: route for route in kept.routes} if kept is not None else {}
    steps = [(column.step.id, column.x, column.width, visits[column.step.id][1]) for column in columns if visits]
    return tuple(
        channel_route(box.lane.id, box.y, rows, steps, before.get(box.lane.id))
        for box in lanes
        if box.lane.kind == "channels" and not box.folded
    )


def _lanes(
    journey: JourneyMap,
    stacks: Mapping[_Cell, _Stack],
    remarks: Mapping[str, int],
    derived: Mapping[str, tuple[float, str]],
    words: Texts,
    *,
    folding: bool,
) -> tuple[LaneBox, ...]:
    """The lanes one below the other.

    By kind of lane, `derived` is how high what they show is, and what they say when they are collapsed.
    """
    closed = {step.id for step in journey.steps if folding and known(journey.phases, step.phase).collapsed}
    tallest: defaultdict[str, float] = defaultdict(float)
    count: defaultdict[str, int] = defaultdict(int)
    for (step_id, lane_id), stack in stacks.items():
        count[lane_id] += len(stack.cards)
        if step_id not in closed:
            tallest[lane_id] = max(tallest[lane_id], stack.height)
    lanes: list[LaneBox] = []
    y = 0.0
    for lane in ordered(journey.lanes):
        folded = folding and lane.collapsed and lane.kind != "separator"
        content, said = derived.get(lane.kind, (tallest[lane.id], ""))
        height = (
            metrics.FOLDED_HEIGHT
            if folded
            else lane_height(lane, content, words, aside_for(remarks.get(lane.id, 0), words))
        )
        lanes.append(LaneBox(lane, y, height, folded, count[lane.id] if folded else 0, said if folded else ""))
        y += height
    return tuple(lanes)


def lane_height(lane: Lane, content: float, words: Texts, aside: float = 0.0) -> float:
    """The height of a lane whose highest stack of cards, rows of channels, or key to its curves are `content` high."""
    if lane.kind == "separator":
        return metrics.SEPARATOR_HEIGHT
    if lane.kind == "emotion":
        needed = curve_lane_height()
    elif lane.kind == "funnel":
        needed = FUNNEL_HEIGHT
    else:
        empty = metrics.EMPTY_METRICS_HEIGHT if lane.kind == "metrics" else metrics.EMPTY_LANE_HEIGHT
        needed = max(empty, content + 2 * metrics.CELL_PADDING)
    key = content if lane.kind == "emotion" else 0.0
    named = lane_header_height(lane, metrics.LANE_HEADER_WIDTH - aside, words)
    return max(needed, float(lane.min_height), named + key)


def _boxes(
    columns: Sequence[Column], lanes: Sequence[LaneBox], stacks: Mapping[_Cell, _Stack], kept: _Kept | None
) -> dict[_Cell, tuple[CardBox, ...]]:
    """Boxes by cell, in journey order: column by column, lane by lane."""
    boxes: dict[_Cell, tuple[CardBox, ...]] = {}
    for column in columns:
        for lane in lanes:
            cell = (column.step.id, lane.lane.id)
            stack = stacks.get(cell)
            if stack is None or column.folded or lane.folded:
                continue
            top = lane.y + metrics.CELL_PADDING
            if kept is not None and kept.stacks.get(cell) is stack:
                old = kept.boxes.get(cell, ())
                if old and old[0].x == column.x + stack.places[0][0] and old[0].y == top:
                    boxes[cell] = old
                    continue
            table: Table = "touchpoints" if lane.lane.holds == "touchpoints" else "notes"
            boxes[cell] = tuple(
                CardBox(card.id, table, *cell, column.x + x, top + y, look.width, look.height, look, card)
                for card, (x, y, look) in zip(stack.cards, stack.places, strict=True)
            )
    return boxes


def _curve(
    lane: LaneBox,
    lanes: Sequence[LaneBox],
    columns: Sequence[Column],
    stacks: Mapping[_Cell, _Stack],
    overlaid: tuple[str, ...],
    kept: _Kept | None,
    parts: dict[_Cell, _Part],
) -> Curve:
    zero = lane.y + lane.height / 2
    touchpoint_lanes = [box.lane.id for box in lanes if box.lane.kind == "touchpoints"]
    points: list[CurvePoint] = []
    for column in columns:
        step_id = column.step.id
        sources = tuple(stacks[step_id, one] for one in touchpoint_lanes if (step_id, one) in stacks)
        old = kept.parts.get((lane.lane.id, step_id)) if kept is not None else None
        if old is not None and old[1:5] == (column.x, column.width, zero, overlaid) and _same_stacks(old[0], sources):
            part = old[5]
        else:
            cards = [card for stack in sources for card in stack.cards if isinstance(card, Touchpoint)]
            part = points_in(column, cards, zero, overlaid)
        parts[lane.lane.id, step_id] = (sources, column.x, column.width, zero, overlaid, part)
        points.extend(part)
    return Curve(lane.lane.id, zero, tuple(points))


def _same_stacks(before: tuple[_Stack, ...], after: tuple[_Stack, ...]) -> bool:
    return len(before) == len(after) and all(map(is_, before, after))
