"""Dropping a building block onto the map: a card into a cell, a phase or a lane between two others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from cjeditor.canvas.hits import inside
from cjeditor.canvas.tools.gaps import gap_between, hide_gap, show_column_gap, show_row_gap
from cjeditor.canvas.tools.gesture import ACROSS, BOTH, DOWN, NEITHER, Axes
from cjeditor.canvas.tools.slots import show_slot

if TYPE_CHECKING:
    from cjeditor.canvas.blocks import Block
    from cjeditor.canvas.tools.gesture import Pointer, Stage
    from cjeditor.layout.arrangement import Slot

_AXES: dict[str, Axes] = {"phase": ACROSS, "lane": DOWN}


class DropBlock(QObject):
    """Shows where the block would go.

    Signals:
        card_dropped(Block, Slot): a card should come into being there.
        part_dropped(Block, int): a phase or lane should come before the one at this index.
    """

    card_dropped = Signal(object, object)
    part_dropped = Signal(object, int)
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage, block: Block, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._block = block
        self._slot: Slot | None = None
        self._index: int | None = None
        self.scrolls: Axes = NEITHER

    def update(self, pointer: Pointer) -> None:
        """Show the place nearest to the pointer; none while it is not over the canvas."""
        self._slot = self._index = None
        self._hide()
        canvas, viewport = self._stage.canvas, self._stage.view.viewport()
        over = canvas.rect().contains(viewport.mapTo(canvas, pointer.view.toPoint()))
        self.scrolls = _AXES.get(self._block.kind, BOTH) if over else NEITHER
        if not over:
            return
        if self._block.kind == "phase":
            self._aim_at_column(pointer.scene.x())
        elif self._block.kind == "lane":
            self._aim_at_row(pointer.scene.y())
        else:
            self._aim_at_slot(pointer)

    def commit(self) -> None:
        """Say what was dropped where."""
        self._hide()
        if self._slot is not None:
            self.card_dropped.emit(self._block, self._slot)
        elif self._index is not None:
            self.part_dropped.emit(self._block, self._index)
        self.deleteLater()

    def cancel(self) -> None:
        """Forget the block."""
        self._hide()
        self.deleteLater()

    def _hide(self) -> None:
        hide_gap(self._stage)

    def _aim_at_slot(self, pointer: Pointer) -> None:
        arrangement = self._stage.desk.arrangement
        x, y = pointer.scene.x(), pointer.scene.y()
        over = self._stage.view.viewport().rect().contains(pointer.view.toPoint())  # and not over a header
        slot = arrangement.slot_at(x, y) if over and inside(arrangement, x, y) else None
        lane = None if slot is None else arrangement.lane_of(slot.lane)
        if slot is None or lane is None:
            return
        fits = lane.lane.holds == ("touchpoints" if self._block.kind == "touchpoint" else "notes")
        show_slot(self._stage, slot, fits=fits)
        if fits:
            self._slot = slot

    def _aim_at_column(self, x: float) -> None:
        boxes = self._stage.desk.arrangement.phases
        self._index = sum(1 for box in boxes if x > box.x + box.width / 2)
        show_column_gap(self._stage, gap_between([(box.x, box.width) for box in boxes], self._index))

    def _aim_at_row(self, y: float) -> None:
        boxes = self._stage.desk.arrangement.lanes
        self._index = sum(1 for box in boxes if y > box.y + box.height / 2)
        show_row_gap(self._stage, gap_between([(box.y, box.height) for box in boxes], self._index))
