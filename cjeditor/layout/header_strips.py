"""Headers over any stretch of a map, wherever it was cut: what a poster's sheets repeat at their edges."""

from __future__ import annotations

from cjeditor.layout.arrangement import Arrangement
from cjeditor.layout.draw_headers import (
    STEP_HEADER_HEIGHT,
    draw_lane_header,
    draw_phase_header,
    draw_step_header,
)
from cjeditor.layout.primitives import Line, Primitive, moved
from cjeditor.model.replace import replace
from cjeditor.texts import Texts

_LONGEST_NAME = 200
"""Characters: more of a phase's name is never shown."""
_LEAST = 12.0
"""Of a phase, step or lane less than this is not named."""


def phase_strip(arrangement: Arrangement, left: float, right: float, words: Texts) -> tuple[Primitive, ...]:
    """The headers of phases and steps between two places of the body; a phase that began before says so with dots."""
    shapes: list[Primitive] = []
    for box in arrangement.phases:
        start, end = max(left, box.x), min(right, box.x + box.width)
        if end - start < _LEAST:
            continue
        phase = box.phase
        if start > box.x and phase.name:
            phase = replace(phase, name=f"… {phase.name[:_LONGEST_NAME]}")
        header = draw_phase_header(phase, box.number, end - start, arrangement.phase_header_height, words)
        shapes += moved(header, start - left, 0)
    y = arrangement.header_height - STEP_HEADER_HEIGHT
    for column in arrangement.columns:
        start, end = max(left, column.x), min(right, column.x + column.width)
        if column.named and end - start >= _LEAST:
            shapes += moved(draw_step_header(column.step, end - start, words), start - left, y)
    return tuple(shapes)


def lane_strip(arrangement: Arrangement, top: float, bottom: float, words: Texts) -> tuple[Primitive, ...]:
    """The names of the lanes between two places of the body, each in the room that it has there."""
    width = arrangement.lane_header_width
    shapes: list[Primitive] = []
    for box in arrangement.lanes:
        start, end = max(top, box.y), min(bottom, box.y + box.height)
        if end - start < _LEAST:
            continue
        shapes += moved(draw_lane_header(box.lane, width, end - start, words, curves=box.curves), 0, start - top)
        if box.lane.kind != "separator":
            shapes.append(Line(0, end - top, width, end - top, "rule", 1.0))
    return tuple(shapes)
