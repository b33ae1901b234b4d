"""How a map is looked at now, as the fields of a saved view, and back: what such a view looks for and shows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF

from cjeditor.analysis.finding import Sought
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.selection import Spot
from cjeditor.layout.arrangement import Arrangement
from cjeditor.model.saved_view import SavedView

_PARTS = ("kinds", "channels", "personas", "tags", "evidence", "emotions")
"""Fields of what is looked for that hold several values."""
_TENTHS = 1
"""Decimals of lengths in the file: finer than a device pixel at any zoom."""


def sight_of(canvas: MapCanvas) -> dict[str, Any]:
    """Return all fields of a saved view but its name, for how `canvas` is looked at now."""
    canvas.view.sharpen()
    seen, arrangement = _seen(canvas), canvas.desk.arrangement
    phase, lane = _meant(canvas, seen)
    left, top = _origin(arrangement, phase, lane)
    return {
        "map": canvas.map_id,
        "phase": phase,
        "lane": lane,
        "zoom": round(canvas.view.zoom, 4),
        "x": round(seen.left() - left, _TENTHS),
        "y": round(seen.top() - top, _TENTHS),
        "width": round(seen.width(), _TENTHS),
        "height": round(seen.height(), _TENTHS),
        "show_order": canvas.order_shown,
        **_looked_for(canvas.finding.sought or Sought()),
    }


def area_of(view: SavedView, arrangement: Arrangement) -> QRectF:
    """Return the part of the map that a view shows, wherever its phase and lane are by now."""
    left, top = _origin(arrangement, view.phase, view.lane)
    return QRectF(max(0.0, view.x + left), max(0.0, view.y + top), view.width, view.height)


_PLAIN = ("text", "votes", "moments_of_truth", "drop_offs", "comments")
"""Fields of what is sought that a view has, too, as they are."""


def spot_of(view: SavedView, arrangement: Arrangement) -> Spot | None:
    """Return the cell that the keys are to act in: in the view's phase and lane; None where it names neither."""
    if view.phase is None and view.lane is None:
        return None
    columns = [column for column in arrangement.columns if view.phase in (None, column.phase.id)]
    lanes = [box for box in arrangement.lanes if view.lane in (None, box.lane.id)]
    return Spot(columns[0].step.id, lanes[0].lane.id) if columns and lanes else None


def sought_in(view: SavedView) -> Sought | None:
    """Return what a view looks for; None where that is nothing."""
    parts: dict[str, Any] = {name: frozenset(getattr(view, name)) for name in _PARTS}
    rest: dict[str, Any] = {name: getattr(view, name) for name in _PLAIN}
    sought = Sought(**rest, **parts)
    return None if sought.is_empty else sought


def _looked_for(sought: Sought) -> dict[str, Any]:
    parts = {name: tuple(sorted(getattr(sought, name), key=str)) for name in _PARTS}
    rest = {name: getattr(sought, name) for name in _PLAIN}
    return {**parts, **rest}


def _seen(canvas: MapCanvas) -> QRectF:
    """Return the part of the map that is in view."""
    room = QRectF(canvas.view.viewport().rect())
    return QRectF(canvas.view.scene_point(QPointF(0, 0)), room.size() / canvas.view.zoom)


def _meant(canvas: MapCanvas, seen: QRectF) -> tuple[str | None, str | None]:
    """Return the phase and the lane of the focus as far as they are in view, else those in the middle of it."""
    arrangement, focus = canvas.desk.arrangement, canvas.selection.focus
    column = None if focus is None else arrangement.column_of(focus.step)
    if column is None or column.x >= seen.right() or column.x + column.width <= seen.left():
        at = arrangement.column_index_at(seen.center().x())
        column = None if at is None else arrangement.columns[at]
    lane = None if focus is None else arrangement.lane_of(focus.lane)
    if lane is None or lane.y >= seen.bottom() or lane.y + lane.height <= seen.top():
        at = arrangement.lane_index_at(seen.center().y())
        lane = None if at is None else arrangement.lanes[at]
    return (None if column is None else column.phase.id, None if lane is None else lane.lane.id)


def _origin(arrangement: Arrangement, phase: str | None, lane: str | None) -> tuple[float, float]:
    """Return the left edge of a phase and the upper edge of a lane; the map's where they are none."""
    left = next((box.x for box in arrangement.phases if box.phase.id == phase), 0.0)
    top = next((box.y for box in arrangement.lanes if box.lane.id == lane), 0.0)
    return left, top
