"""Dragging a phase's header to another place among the phases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjeditor.canvas.tools.gaps import gap_between, hide_gap, show_carried_column, show_column_gap
from cjeditor.canvas.tools.gesture import ACROSS
from cjeditor.model.edits.phases import move_phase

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Pointer, Stage
    from cjeditor.model.project import Project


class ReorderPhases:
    """Shows the gap between two phases where the dragged one would go."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = ACROSS

    def __init__(self, stage: Stage, phase: str) -> None:
        self._stage = stage
        boxes = stage.desk.arrangement.phases
        self._box = next(box for box in boxes if box.phase.id == phase)
        self._others = [box for box in boxes if box is not self._box]
        self._index: int | None = None

    def update(self, pointer: Pointer) -> None:
        """Show the gap nearest to the pointer."""
        x = pointer.scene.x()
        index = sum(1 for box in self._others if x > box.x + box.width / 2)
        self._index = index
        show_carried_column(self._stage, pointer, self._box.x, self._box.width, self._box.phase.name)
        show_column_gap(self._stage, gap_between([(box.x, box.width) for box in self._others], index))

    def commit(self) -> None:
        """Move the phase."""
        hide_gap(self._stage)
        if self._index is not None:
            self._stage.desk.apply(self._stage.desk.words.t("Move phase"), self._moved)

    def cancel(self) -> None:
        """Leave the phase where it is."""
        hide_gap(self._stage)

    def _moved(self, project: Project) -> Project:
        return move_phase(project, self._stage.desk.map_id, self._box.phase.id, self._index or 0)
