"""Dragging a lane's header to another place among the lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from cjeditor.canvas.tools.gaps import gap_between, hide_gap, show_row_gap
from cjeditor.canvas.tools.gesture import DOWN
from cjeditor.model.edits.lanes import move_lane

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Pointer, Stage
    from cjeditor.model.project import Project


class ReorderLanes:
    """Shows the gap between two lanes where the dragged one would go."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = DOWN

    def __init__(self, stage: Stage, lane: str) -> None:
        self._stage = stage
        boxes = stage.desk.arrangement.lanes
        self._box = next(box for box in boxes if box.lane.id == lane)
        self._others = [box for box in boxes if box is not self._box]
        self._index: int | None = None

    def update(self, pointer: Pointer) -> None:
        """Show the gap nearest to the pointer."""
        y = pointer.scene.y()
        self._index = sum(1 for box in self._others if y > box.y + box.height / 2)
        scene = self._stage.scene
        width = self._stage.desk.arrangement.width
        scene.mark_cells([QRectF(0, self._box.y, width, self._box.height)], "selection")
        at = QPointF(max(pointer.scene.x(), 8 / self._stage.view.zoom), y)
        scene.label_mark.show_at(at, self._box.lane.name.partition("\n")[0][:40], scene.ink)
        show_row_gap(self._stage, gap_between([(box.y, box.height) for box in self._others], self._index))

    def commit(self) -> None:
        """Move the lane."""
        hide_gap(self._stage)
        if self._index is not None:
            self._stage.desk.apply(self._stage.desk.words.t("Move lane"), self._moved)

    def cancel(self) -> None:
        """Leave the lane where it is."""
        hide_gap(self._stage)

    def _moved(self, project: Project) -> Project:
        return move_lane(project, self._stage.desk.map_id, self._box.lane.id, self._index or 0)
