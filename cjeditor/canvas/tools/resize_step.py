"""Dragging the right edge of a step's header: the step's least width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from cjeditor.canvas.tools.gaps import hide_gap, show_column_gap
from cjeditor.canvas.tools.gesture import ACROSS
from cjeditor.model.edits.steps import set_step

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Pointer, Stage
    from cjeditor.model.project import Project

NARROWEST, WIDEST, GRID = 120, 1600, 10


class ResizeStep:
    """Shows where the edge would be, with the width."""

    cursor = Qt.CursorShape.SplitHCursor
    scrolls = ACROSS

    def __init__(self, stage: Stage, step: str) -> None:
        self._stage = stage
        self._column = next(column for column in stage.desk.arrangement.columns if column.step.id == step)
        self._width = self._column.step.min_width

    def update(self, pointer: Pointer) -> None:
        """Show the edge at the multiple of ten nearest to the pointer."""
        wanted = round((pointer.scene.x() - self._column.x) / GRID) * GRID
        self._width = max(NARROWEST, min(WIDEST, wanted))
        edge = self._column.x + self._width
        show_column_gap(self._stage, edge)
        zoom, scene = self._stage.view.zoom, self._stage.scene
        top = self._stage.view.scene_point(QPointF(0, 0)).y() + 20 / zoom
        shown = self._stage.desk.words.t("{width} px", width=self._stage.desk.words.number(self._width))
        scene.label_mark.show_at(QPointF(edge + 8 / zoom, top), shown, scene.ink)

    def commit(self) -> None:
        """Set the width."""
        hide_gap(self._stage)
        self._stage.desk.apply(self._stage.desk.words.t("Change step width"), self._resized)

    def cancel(self) -> None:
        """Leave the width as it was."""
        hide_gap(self._stage)

    def _resized(self, project: Project) -> Project:
        return set_step(project, self._stage.desk.map_id, self._column.step.id, min_width=self._width)
