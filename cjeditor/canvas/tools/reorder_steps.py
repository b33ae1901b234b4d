"""Dragging a step's header to another place in its phase or into another phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjeditor.canvas.tools.gaps import gap_between, hide_gap, show_carried_column, show_column_gap
from cjeditor.canvas.tools.gesture import ACROSS
from cjeditor.model.edits.steps import move_step

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Pointer, Stage
    from cjeditor.model.project import Project


class ReorderSteps:
    """Shows the gap between two steps; the phase under the pointer decides to which it goes."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = ACROSS

    def __init__(self, stage: Stage, step: str) -> None:
        self._stage = stage
        self._arrangement = stage.desk.arrangement
        self._column = next(column for column in self._arrangement.columns if column.step.id == step)
        self._target: tuple[str, int] | None = None

    def update(self, pointer: Pointer) -> None:
        """Show the gap nearest to the pointer."""
        x = pointer.scene.x()
        index = self._arrangement.column_index_at(x)
        if index is None:
            return
        phase = self._arrangement.columns[index].phase
        siblings = [
            column for column in self._arrangement.columns if column.phase is phase and column is not self._column
        ]
        place = sum(1 for column in siblings if x > column.x + column.width / 2)
        self._target = (phase.id, place)
        show_carried_column(self._stage, pointer, self._column.x, self._column.width, self._column.step.name)
        gap = gap_between([(column.x, column.width) for column in siblings], place) if siblings else self._column.x
        show_column_gap(self._stage, gap)

    def commit(self) -> None:
        """Move the step."""
        hide_gap(self._stage)
        if self._target is not None:
            self._stage.desk.apply(self._stage.desk.words.t("Move step"), self._moved)

    def cancel(self) -> None:
        """Leave the step where it is."""
        hide_gap(self._stage)

    def _moved(self, project: Project) -> Project:
        if self._target is None:
            return project
        return move_step(project, self._stage.desk.map_id, self._column.step.id, *self._target)
