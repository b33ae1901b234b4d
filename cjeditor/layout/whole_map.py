"""A map, or a stretch of it, as one drawing for paper and pictures: headers, lanes, curves and cards together."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple

from cjeditor.layout.arrangement import Arrangement, CardBox, LaneBox
from cjeditor.layout.channels import draw_route
from cjeditor.layout.curve import draw_curve
from cjeditor.layout.draw_headers import (
    STEP_HEADER_HEIGHT,
    draw_lane_header,
    draw_phase_header,
    draw_separator,
    draw_step_header,
)
from cjeditor.layout.draw_persona import hypothesis_alone, persona_card
from cjeditor.layout.funnel_lane import draw_funnel, funnel_between
from cjeditor.layout.primitives import Line, Primitive, moved
from cjeditor.layout.sheet_links import all_links, sheet_links
from cjeditor.layout.time_lane import draw_times, row_between
from cjeditor.model.replace import replace
from cjeditor.texts import Texts

_LONGEST_NAME = 200
"""Characters: more of a phase's name is never shown."""


class Stretch(NamedTuple):
    """The columns and lanes of an arrangement to draw, as half-open ranges counted from 0."""

    first_column: int
    end_column: int
    first_lane: int
    end_lane: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of a map. `back` lies below the cards; each card's shapes start at its own corner.

    `clipped` shapes (curves, lines through channels) may reach beyond the drawing's body and are to be clipped to
    `body` (x, y, width, height). `links` lie over them and below the cards; beside the last column heads and strokes
    of theirs stick out of the body by a few pixels, and are to be seen whole.
    """

    width: float
    height: float
    body: tuple[float, float, float, float]
    back: tuple[Primitive, ...]
    clipped: tuple[Primitive, ...]
    links: tuple[Primitive, ...]
    cards: tuple[tuple[float, float, CardBox], ...]
    front: tuple[Primitive, ...]


def whole(arrangement: Arrangement) -> Stretch:
    """All of it."""
    return Stretch(0, len(arrangement.columns), 0, len(arrangement.lanes))


def draw_map(arrangement: Arrangement, words: Texts, stretch: Stretch | None = None) -> Drawing:
    """Draw a stretch of an arranged map with its phase headers above and its lane headers at the left."""
    part = stretch or whole(arrangement)
    columns = arrangement.columns[part.first_column : part.end_column]
    lanes = arrangement.lanes[part.first_lane : part.end_lane]
    left = columns[0].x if columns else 0.0
    right = columns[-1].x + columns[-1].width if columns else 0.0
    top = lanes[0].y if lanes else 0.0
    bottom = lanes[-1].y + lanes[-1].height if lanes else 0.0
    dx, dy = arrangement.lane_header_width - left, arrangement.header_height + 4 - top
    width, height = right + dx, bottom + dy
    lane_ids = {box.lane.id for box in lanes}
    steps = {column.step.id for column in columns}
    clipped: list[Primitive] = []
    for curve in arrangement.curves:
        if curve.lane in lane_ids:
            clipped.extend(moved(draw_curve(curve, arrangement.width, words), dx, dy))
    links = all_links(arrangement.links.values()) if stretch is None else sheet_links(arrangement, columns, lanes)
    clipped.extend(moved(lane_contents(arrangement, lane_ids, left, right, words), dx, dy))
    return Drawing(
        width,
        height,
        (left + dx, top + dy, right - left, bottom - top),
        (*_rules(arrangement, part, dx, dy), *_lane_shapes(lanes, arrangement.lane_header_width, width, dy, words)),
        tuple(clipped),
        moved(links.beneath, dx, dy),
        tuple(
            (box.x + dx, box.y + dy, box)
            for (step, lane), boxes in arrangement.cells.items()
            if step in steps and lane in lane_ids
            for box in boxes
        ),
        (
            *moved(links.above, dx, dy),
            *_headers(arrangement, part, dx, words),
            *_corner(arrangement, words),
        ),
    )


def lane_contents(
    arrangement: Arrangement, lanes: Container[str], left: float, right: float, words: Texts
) -> tuple[Primitive, ...]:
    """What lanes draw that hold no cards, but for curves, in body coordinates: channels, durations, the funnel.

    `lanes` are the ids of those that are drawn, `left` and `right` the edges of the columns that are.
    """
    shapes: list[Primitive] = []
    for route in arrangement.routes:
        if route.lane in lanes:
            shapes.extend(draw_route(route, left, right, words))
    for row in arrangement.times:
        if row.lane in lanes:
            shapes.extend(draw_times(row_between(row, left, right, row.y)))
    funnel = funnel_between(arrangement.funnel, left, right)
    for box in arrangement.funnel_lanes:
        if box.lane.id in lanes:
            shapes.extend(draw_funnel(funnel, box.y, left, right, words))
    return tuple(shapes)


def _rules(arrangement: Arrangement, part: Stretch, dx: float, dy: float) -> list[Primitive]:
    """Thin upright lines where a phase begins, from the first lane to the last, interrupted by nothing."""
    lanes = arrangement.lanes[part.first_lane : part.end_lane]
    if not lanes:
        return []
    top, bottom = lanes[0].y + dy, lanes[-1].y + lanes[-1].height + dy
    return [
        Line(box.x + dx, top, box.x + dx, bottom, "rule", 1.0)
        for box in arrangement.phases
        if part.first_column < box.first_column < part.end_column
    ]


def _lane_shapes(
    lanes: tuple[LaneBox, ...], header_width: float, width: float, dy: float, words: Texts
) -> list[Primitive]:
    shapes: list[Primitive] = []
    for box in lanes:
        y = box.y + dy
        shapes.extend(moved(draw_lane_header(box.lane, header_width, box.height, words, curves=box.curves), 0, y))
        if box.lane.kind == "separator":
            shapes.extend(moved(draw_separator(width - header_width, box.height), header_width, y))
        else:
            shapes.append(Line(0, y + box.height, width, y + box.height, "rule", 1.0))
    return shapes


def _corner(arrangement: Arrangement, words: Texts) -> tuple[Primitive, ...]:
    """The persona and, of a map that is a hypothesis, the mark for that."""
    width, height = arrangement.lane_header_width, arrangement.header_height
    if arrangement.persona is not None:
        return persona_card(arrangement.persona, width, height, words, arrangement.hypothesis)
    if arrangement.hypothesis is not None:
        return hypothesis_alone(arrangement.hypothesis, height, width, words)
    return ()


def _headers(arrangement: Arrangement, part: Stretch, dx: float, words: Texts) -> tuple[Primitive, ...]:
    """Phase headers over the drawn columns; a phase cut by the stretch repeats its header over the rest."""
    shapes: list[Primitive] = []
    for box in arrangement.phases:
        first = max(part.first_column, box.first_column)
        end = min(part.end_column, box.first_column + box.column_count)
        if first >= end:
            continue
        x = arrangement.columns[first].x
        width = arrangement.columns[end - 1].x + arrangement.columns[end - 1].width - x
        phase = box.phase
        if first > box.first_column and phase.name:
            phase = replace(phase, name=f"… {phase.name[:_LONGEST_NAME]}")  # it began on a page before
        header = draw_phase_header(phase, box.number, width, arrangement.phase_header_height, words)
        shapes.extend(moved(header, x + dx, 0))
    for column in arrangement.columns[part.first_column : part.end_column]:
        if column.named:
            y = arrangement.phase_header_height + (arrangement.step_header_height - STEP_HEADER_HEIGHT)
            shapes.extend(moved(draw_step_header(column.step, column.width, words), column.x + dx, y))
    return tuple(shapes)
