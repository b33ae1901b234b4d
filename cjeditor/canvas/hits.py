"""What lies under the pointer, asked of the arrangement and not of the items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from cjeditor.canvas.ink import FULL_FROM
from cjeditor.canvas.selection import Spot
from cjeditor.layout.curve import POINT_RADIUS
from cjeditor.layout.draw_links import distance_to, name_rect
from cjeditor.layout.link_labels import name_height
from cjeditor.layout.other_curves import marks_at

if TYPE_CHECKING:
    from cjeditor.layout.arrangement import Arrangement, Curve

HitKind = Literal[
    "card",
    "handle",
    "point",
    "feeling",
    "chip",
    "link",
    "cell",
    "phase",
    "phase-fold",
    "step",
    "lane",
    "lane-fold",
    "step-edge",
    "lane-edge",
    "nothing",
]

_MARKS_REACH = 60.0
"""How far beside its point a persona’s mark may stand, in layout pixels."""
BEYOND = 60.0
"""How far beyond the map's last column or lane still counts as that one, in layout pixels."""

_LINK_REACH = 6.0
"""How far from its line a link can be clicked, in screen pixels."""


class Hit(NamedTuple):
    """What is there: its kind, the record's id, and the place for the focus where it lies in a cell.

    Of a chip of a channels lane the id is the channel's. A fold is what a click collapses or expands: the caret in a
    header, and all of what is collapsed. A feeling is that of a persona laid over the map, its id the touchpoint’s.
    """

    kind: HitKind
    id: str = ""
    spot: Spot | None = None


NOTHING = Hit("nothing")


def body_hit(arrangement: Arrangement, x: float, y: float, zoom: float, near: float = 0.0) -> Hit:
    """Return what lies at a point of the map; curve points can be grasped a few screen pixels around them.

    With `near`, in layout pixels, small things count so far around them: chips, points and links.
    """
    column, lane = arrangement.column_index_at(x), arrangement.lane_index_at(y)
    if column is None or lane is None or not inside(arrangement, x, y):
        return NOTHING
    if arrangement.columns[column].folded:
        return Hit("phase-fold", arrangement.columns[column].phase.id)
    if arrangement.lanes[lane].folded:
        return Hit("lane-fold", arrangement.lanes[lane].lane.id)
    step, lane_id = arrangement.columns[column].step.id, arrangement.lanes[lane].lane.id
    named = _name_over_at(arrangement, x, y) if zoom >= FULL_FROM else ""
    if named:
        return Hit("link", named)
    for box in arrangement.cells.get((step, lane_id), ()):
        if box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height:
            return Hit("card", box.id, Spot(step, lane_id, box.id))
    felt = _on_curve(arrangement, lane_id, x, y, zoom, near)
    if felt is not None:
        return felt
    route = arrangement.route_of(lane_id)
    chip = None if route is None else route.chip_at(x, y, near)
    if chip is not None:
        return Hit("chip", chip.channel.id, Spot(chip.step, lane_id))
    link = link_at(arrangement, x, y, max(near, _LINK_REACH / zoom))
    return Hit("link", link) if link else Hit("cell", "", Spot(step, lane_id))


def link_at(arrangement: Arrangement, x: float, y: float, reach: float) -> str:
    """Return the link whose line lies nearest to a point and not farther than `reach`, or an empty string."""
    near = []
    for box in arrangement.links.values():
        left, top, right, bottom = box.area
        if not (left - reach <= x <= right + reach and top - reach <= y <= bottom + reach):
            continue
        distance = distance_to(box, x, y)
        if distance <= reach:
            near.append((distance, box.link.id))
    return min(near)[1] if near else ""


def _name_over_at(arrangement: Arrangement, x: float, y: float) -> str:
    """Return the link whose label lies there on the edge of a card, or an empty string."""
    for box in arrangement.links.values():
        at = box.name_at
        if at is not None and at.over and abs(at.y - y) <= name_height(len(at.lines)) / 2:
            left, top, width, height = name_rect(box)
            if left <= x <= left + width and top <= y <= top + height:
                return box.link.id
    return ""


def inside(arrangement: Arrangement, x: float, y: float) -> bool:
    """Return whether a point lies on the map or just beside it."""
    return -BEYOND <= x <= arrangement.width + BEYOND and -BEYOND <= y <= arrangement.height + BEYOND


def _on_curve(arrangement: Arrangement, lane: str, x: float, y: float, zoom: float, near: float) -> Hit | None:
    """Return the point of a curve that lies there, or the mark of a persona laid over the map."""
    curve = arrangement.curve_of(lane)
    if curve is None:
        return None
    zoomed = min(1.0, zoom)
    kind: HitKind = "point"
    touchpoint = _point_at(curve, x, y, max(near, (POINT_RADIUS + 4) / zoomed))
    if not touchpoint:
        kind, touchpoint = "feeling", _feeling_at(curve, x, y, max(near, (POINT_RADIUS + 3) / zoomed))
    box = arrangement.cards.get(touchpoint)  # its lane may be collapsed
    return None if box is None else Hit(kind, touchpoint, Spot(box.step, box.lane, touchpoint))


def _point_at(curve: Curve, x: float, y: float, reach: float) -> str:
    near = [point for point in curve.points if abs(point.x - x) <= reach and abs(point.y - y) <= reach]
    return min(near, key=lambda point: abs(point.x - x) + abs(point.y - y)).touchpoint if near else ""


def _feeling_at(curve: Curve, x: float, y: float, reach: float) -> str:
    """Return the touchpoint at which a persona laid over the map feels what the mark there says."""
    near = [
        (abs(mark.x - x) + abs(mark.y - y), point.touchpoint)
        for point in curve.points
        if point.others and abs(point.x - x) <= reach + _MARKS_REACH
        for mark in marks_at(curve, point)
        if abs(mark.x - x) <= reach and abs(mark.y - y) <= reach
    ]
    return min(near)[1] if near else ""


def column_header_hit(
    arrangement: Arrangement, x: float, reach: float, *, in_steps: bool, caret: tuple[float, float] = (0.0, 0.0)
) -> Hit:
    """Return the phase or step whose header lies at the scene's `x`, or the step whose right edge does.

    Args:
        arrangement: the map.
        x: in layout pixels.
        reach: how far from an edge still counts as the edge, in layout pixels.
        in_steps: whether the pointer is in the steps' part of the strip.
        caret: where the view begins and how wide the caret of a phase is from there or from the phase's beginning.
    """
    for i, column in enumerate(arrangement.columns):
        right = column.x + column.width
        last = i + 1 == len(arrangement.columns) or arrangement.columns[i + 1].phase is not column.phase
        on_edge = abs(right - x) <= min(reach, column.width / 4)
        if on_edge and not column.folded and (last or (in_steps and column.named)):
            return Hit("step-edge", column.step.id)
    index = arrangement.column_index_at(x)
    if index is None or x < 0 or x > arrangement.width:
        return NOTHING
    column = arrangement.columns[index]
    if in_steps and column.named:
        return Hit("step", column.step.id)
    start = next(each.x for each in arrangement.columns if each.phase is column.phase)
    on_caret = not in_steps and x - max(start, caret[0]) < caret[1]
    return Hit("phase-fold" if column.folded or on_caret else "phase", column.phase.id)


def lane_header_hit(
    arrangement: Arrangement, y: float, reach: float, *, caret: tuple[float, float] = (0.0, 0.0)
) -> Hit:
    """Return the lane whose header lies at the scene's `y`, or the one whose lower edge does.

    Args:
        arrangement: the map.
        y: in layout pixels.
        reach: how far from an edge still counts as the edge, in layout pixels.
        caret: where the view begins and how high the caret of a lane is from there or from the lane's beginning; a
            height of 0 where the pointer is beside it.
    """
    for box in arrangement.lanes:
        on_edge = abs(box.y + box.height - y) <= min(reach, box.height / 4)
        if on_edge and box.lane.kind != "separator" and not box.folded:
            return Hit("lane-edge", box.lane.id)
    index = arrangement.lane_index_at(y)
    if index is None or y < 0 or y > arrangement.height:
        return NOTHING
    box = arrangement.lanes[index]
    on_caret = box.lane.kind != "separator" and y - max(box.y, caret[0]) < caret[1]
    return Hit("lane-fold" if box.folded or on_caret else "lane", box.lane.id)
