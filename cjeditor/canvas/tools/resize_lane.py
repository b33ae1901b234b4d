"""Dragging the lower edge of a lane's header: the lane's least height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from cjeditor.canvas.tools.gaps import hide_gap, show_row_gap
from cjeditor.canvas.tools.gesture import DOWN
from cjeditor.model.edits.lanes import set_lane

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Pointer, Stage
    from cjeditor.model.project import Project

TALLEST, GRID = 4000, 4


class ResizeLane:
    """Shows where the edge would be; a lane is never lower than its cards need."""

    cursor = Qt.CursorShape.SplitVCursor
    scrolls = DOWN

    def __init__(self, stage: Stage, lane: str) -> None:
        self._stage = stage
        self._box = next(box for box in stage.desk.arrangement.lanes if box.lane.id == lane)
        self._height = self._box.lane.min_height

    def update(self, pointer: Pointer) -> None:
        """Show the edge near the pointer."""
        wanted = round((pointer.scene.y() - self._box.y) / GRID) * GRID
        self._height = max(0, min(TALLEST, wanted))
        edge = self._box.y + self._height
        show_row_gap(self._stage, edge)
        zoom, scene = self._stage.view.zoom, self._stage.scene
        left = self._stage.view.scene_point(QPointF(0, 0)).x() + 8 / zoom
        shown = self._stage.desk.words.t("{height} px", height=self._stage.desk.words.number(self._height))
        scene.label_mark.show_at(QPointF(left, edge + 18 / zoom), shown, scene.ink)

    def commit(self) -> None:
        """Set the height."""
        hide_gap(self._stage)
        self._stage.desk.apply(self._stage.desk.words.t("Change lane height"), self._resized)

    def cancel(self) -> None:
        """Leave the height as it was."""
        hide_gap(self._stage)

    def _resized(self, project: Project) -> Project:
        return set_lane(project, self._stage.desk.map_id, self._box.lane.id, min_height=self._height)
