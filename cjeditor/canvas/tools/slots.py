"""Showing the cell or card that something carried is over, and the place where it would go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.layout.arrangement import Arrangement, CardBox, Slot


def cell_rect(arrangement: Arrangement, step: str, lane: str) -> QRectF:
    """Return the rectangle of a cell on the map; an empty one where there is no such cell."""
    column, row = arrangement.column_of(step), arrangement.lane_of(lane)
    if column is None or row is None:
        return QRectF()
    return QRectF(column.x, row.y, column.width, row.height)


def show_slot(stage: Stage, slot: Slot | None, *, fits: bool) -> None:
    """Mark the cell, and the place in it if it would take what is carried; None takes the marks away."""
    scene, arrangement = stage.scene, stage.desk.arrangement
    if slot is None:
        scene.mark_cells([], "selection")
    else:
        scene.mark_cells([cell_rect(arrangement, slot.step, slot.lane)], "selection" if fits else "warning")
    if slot is None or not fits:
        scene.slot_mark.hide()
        return
    bar = QRectF(slot.x, slot.y, slot.width, slot.height).adjusted(-0.5, -0.5, 0.5, 0.5)
    scene.slot_mark.show_at(bar, scene.ink, fill="selection")


def show_card(stage: Stage, box: CardBox, *, fits: bool = True) -> None:
    """Mark a card that would take what is carried, or cannot: a frame around it and a tint behind it."""
    scene = stage.scene
    style = "selection" if fits else "warning"
    frame = QRectF(box.x, box.y, box.width, box.height)
    scene.mark_cells([frame.adjusted(-6, -6, 6, 6)], style)
    scene.slot_mark.show_at(frame.adjusted(-1, -1, 1, 1), scene.ink, fill="", stroke=style)
