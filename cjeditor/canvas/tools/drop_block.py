"""Dropping a building block: a card into a cell, a phase or lane between two others, a drop-off point onto a card."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal

from cjeditor.canvas.hits import body_hit, inside
from cjeditor.canvas.tools.gaps import gap_between, hide_gap, show_column_gap, show_row_gap
from cjeditor.canvas.tools.gesture import ACROSS, BOTH, DOWN, NEITHER, Axes
from cjeditor.canvas.tools.slots import show_card, show_slot

if TYPE_CHECKING:
    from cjeditor.canvas.blocks import Block
    from cjeditor.canvas.tools.gesture import Pointer, Stage
    from cjeditor.layout.arrangement import Slot

_AXES: dict[str, Axes] = {"phase": ACROSS, "framework": ACROSS, "lane": DOWN}


class DropBlock(QObject):
    """Shows where the block would go.

    Signals:
        card_dropped(Block, Slot): a card should come into being there.
        part_dropped(Block, int): a phase, lane or framework should come before the one at this index.
        target_hit(Block, str, str): something should be given to the touchpoint or phase (the name of its table) of
            this id.
    """

    card_dropped = Signal(object, object)
    part_dropped = Signal(object, int)
    target_hit = Signal(object, str, str)
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage, block: Block, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._block = block
        self._slot: Slot | None = None
        self._index: int | None = None
        self._target: tuple[str, str] | None = None
        self.scrolls: Axes = NEITHER

    def update(self, pointer: Pointer) -> None:
        """Show the place nearest to the pointer; none while it is not over the canvas."""
        self._slot = self._index = self._target = None
        self._hide()
        canvas, viewport = self._stage.canvas, self._stage.view.viewport()
        over = canvas.rect().contains(viewport.mapTo(canvas, pointer.view.toPoint()))
        self.scrolls = _AXES.get(self._block.kind, BOTH) if over else NEITHER
        if not over:
            return
        if self._block.kind == "phase":
            self._aim_at_column(pointer.scene.x())
        elif self._block.kind == "framework":
            self._aim_at_column(math.inf)
        elif self._block.kind == "drop_off":
            self._aim_at_target(pointer)
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
        elif self._target is not None:
            self.target_hit.emit(self._block, *self._target)
        self.deleteLater()

    def cancel(self) -> None:
        """Forget the block."""
        self._hide()
        self.deleteLater()

    def _hide(self) -> None:
        hide_gap(self._stage)
        self._stage.column_header.show_target("")

    def _aim_at_slot(self, pointer: Pointer) -> None:
        arrangement = self._stage.desk.arrangement
        x, y = pointer.scene.x(), pointer.scene.y()
        over = self._stage.view.viewport().rect().contains(pointer.view.toPoint())  # and not over a header
        slot = arrangement.slot_at(x, y) if over and inside(arrangement, x, y) else None
        lane = None if slot is None else arrangement.lane_of(slot.lane)
        if slot is None or lane is None:
            return
        fits = self._block.fits(lane.lane)
        show_slot(self._stage, slot, fits=fits)
        if fits:
            self._slot = slot

    def _aim_at_target(self, pointer: Pointer) -> None:
        """Mark the touchpoint, or above the map the phase, that the pointer is over."""
        stage, arrangement = self._stage, self._stage.desk.arrangement
        x, y = pointer.scene.x(), pointer.scene.y()
        viewport = stage.view.viewport()
        if viewport.rect().contains(pointer.view.toPoint()):
            hit = body_hit(arrangement, x, y, stage.view.zoom)
            box = arrangement.cards.get(hit.id)
            if box is not None and box.table == "touchpoints":
                self._target = ("touchpoints", box.id)
                show_card(stage, box)
        elif stage.column_header.geometry().contains(viewport.mapTo(stage.canvas, pointer.view.toPoint())):
            phase = next((one for one in arrangement.phases if one.x <= x < one.x + one.width), None)
            if phase is not None:
                self._target = ("phases", phase.phase.id)
                stage.scene.mark_cells([QRectF(phase.x, 0, phase.width, arrangement.height)], "selection")
                stage.column_header.show_target(phase.phase.id)

    def _aim_at_column(self, x: float) -> None:
        boxes = self._stage.desk.arrangement.phases
        self._index = sum(1 for box in boxes if x > box.x + box.width / 2)
        show_column_gap(self._stage, gap_between([(box.x, box.width) for box in boxes], self._index))

    def _aim_at_row(self, y: float) -> None:
        boxes = self._stage.desk.arrangement.lanes
        self._index = sum(1 for box in boxes if y > box.y + box.height / 2)
        show_row_gap(self._stage, gap_between([(box.y, box.height) for box in boxes], self._index))
