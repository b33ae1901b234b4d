"""What the reordering gestures show: the gap where something would go, and what is being carried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Pointer, Stage


def gap_between(spans: list[tuple[float, float]], index: int) -> float:
    """Return where the gap before the `index`th of some (start, length) spans lies, or behind the last."""
    if index < len(spans):
        return spans[index][0]
    return spans[-1][0] + spans[-1][1] if spans else 0.0


def show_carried_column(stage: Stage, pointer: Pointer, x: float, width: float, name: str) -> None:
    """Tint the column being dragged and show its name beside the pointer."""
    scene, height = stage.scene, stage.desk.arrangement.height
    scene.mark_cells([QRectF(x, 0, width, height)], "selection")
    at = QPointF(pointer.scene.x() + 14 / stage.view.zoom, max(pointer.scene.y(), 20 / stage.view.zoom))
    scene.label_mark.show_at(at, _short(name), scene.ink)


def show_column_gap(stage: Stage, x: float) -> None:
    """Show the bar between two columns, on the map and on its header."""
    half = 1.5 / stage.view.zoom
    stage.scene.slot_mark.show_at(
        QRectF(x - half, 0, 2 * half, stage.desk.arrangement.height), stage.scene.ink, fill="selection"
    )
    stage.column_header.show_mark(x)


def show_row_gap(stage: Stage, y: float) -> None:
    """Show the bar between two lanes, on the map and on its header."""
    half = 1.5 / stage.view.zoom
    stage.scene.slot_mark.show_at(
        QRectF(0, y - half, stage.desk.arrangement.width, 2 * half), stage.scene.ink, fill="selection"
    )
    stage.lane_header.show_mark(y)


def hide_gap(stage: Stage) -> None:
    """End the preview."""
    stage.scene.settle()
    stage.column_header.show_mark(None)
    stage.lane_header.show_mark(None)


def _short(name: str) -> str:
    first = name.partition("\n")[0]
    return first if len(first) <= 40 else first[:39] + "…"
