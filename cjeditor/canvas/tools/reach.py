"""What a pointer reaches on the map and its headers: a mouse what lies under it, a finger what lies near it, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from cjeditor.canvas.hits import Hit, body_hit, column_header_hit, lane_header_hit
from cjeditor.canvas.tools.gesture import Pointer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.canvas.tools.link_handle import LinkHandle

FINGER = 22.0
"""How far from anything a finger reaches it, in screen pixels."""
_EDGE = 5.0
"""How far from the edge of a column or lane a mouse grasps it, in screen pixels."""


def pointer_at(
    stage: Stage, at: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *, finger: bool = False
) -> Pointer:
    """Return the pointer that is at a point of the screen."""
    seen = stage.view.viewport().mapFromGlobal(at)
    return Pointer(stage.view.scene_point(seen), seen, modifiers, finger)


def hit_at(stage: Stage, handle: LinkHandle, pointer: Pointer) -> Hit:
    """Return what the pointer reaches, on the map or in a header."""
    zoom, arrangement = stage.view.zoom, stage.desk.arrangement
    x, y = pointer.scene.x(), pointer.scene.y()
    near, edge = (FINGER / zoom, FINGER / zoom) if pointer.finger else (0.0, _EDGE / zoom)
    start = stage.view.scene_point(QPointF(0, 0))
    on_screen = stage.view.viewport().mapToGlobal(pointer.view)
    columns, lanes = stage.column_header, stage.lane_header
    if _lies_in(columns, on_screen):
        wide = max(columns.caret, 2 * FINGER) if pointer.finger else columns.caret
        in_steps = columns.mapFromGlobal(on_screen).y() > columns.phase_height()
        return column_header_hit(arrangement, x, edge, in_steps=in_steps, caret=(start.x(), wide / zoom))
    if _lies_in(lanes, on_screen):
        wide, high = (2 * FINGER, 2 * FINGER) if pointer.finger else (lanes.caret, 1.6 * lanes.caret)
        beside = lanes.mapFromGlobal(on_screen).x() >= wide
        return lane_header_hit(arrangement, y, edge, caret=(start.y(), 0.0 if beside else high / zoom))
    return handle.hit(x, y, near) or body_hit(arrangement, x, y, zoom, near)


def _lies_in(part: QWidget, at: QPointF) -> bool:
    return part.rect().contains(part.mapFromGlobal(at).toPoint())
