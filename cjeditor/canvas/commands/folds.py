"""Commands that collapse phases and lanes, so that there is room for the others, and expand them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.hits import Hit
    from cjeditor.canvas.writer import Writer


class FoldCommands:
    """Collapses and expands what is chosen, or what the focus is in."""

    def __init__(self, desk: Desk, writer: Writer) -> None:
        self._desk = desk
        self._writer = writer

    def toggle(self, hit: Hit) -> None:
        """Collapse or expand the phase or lane whose caret was clicked."""
        phases = [hit.id] if hit.kind == "phase-fold" else []
        lanes = [hit.id] if hit.kind == "lane-fold" else []
        self._fold(phases, lanes, folded=not self._all_folded(phases, lanes))

    def can_fold_phase(self) -> bool:
        """Whether a phase is meant."""
        return bool(self._phases())

    def phase_is_folded(self) -> bool:
        """Whether all phases that are meant are collapsed."""
        return self._all_folded(self._phases(), [])

    def fold_phase(self, folded: bool) -> None:
        """Collapse or expand the phases that are meant."""
        self._fold(self._phases(), [], folded=folded)

    def can_fold_lane(self) -> bool:
        """Whether a lane is meant that is not a line."""
        return bool(self._lanes())

    def lane_is_folded(self) -> bool:
        """Whether all lanes that are meant are collapsed."""
        return self._all_folded([], self._lanes())

    def fold_lane(self, folded: bool) -> None:
        """Collapse or expand the lanes that are meant."""
        self._fold([], self._lanes(), folded=folded)

    def can_unfold_all(self) -> bool:
        """Whether anything is collapsed."""
        return self._desk.arrangement.has_folds

    def unfold_all(self) -> None:
        """Expand all that is collapsed."""
        arrangement = self._desk.arrangement
        phases = [box.phase.id for box in arrangement.phases if box.folded]
        self._fold(phases, [box.lane.id for box in arrangement.lanes if box.folded], folded=False)

    def _fold(self, phases: list[str], lanes: list[str], *, folded: bool) -> None:
        if (phases or lanes) and self._writer.keep():
            self._desk.fold(phases, lanes, folded=folded)

    def _all_folded(self, phases: list[str], lanes: list[str]) -> bool:
        arrangement = self._desk.arrangement
        meant = [box.folded for box in arrangement.phases if box.phase.id in phases]
        meant += [box.folded for box in arrangement.lanes if box.lane.id in lanes]
        return bool(meant) and all(meant)

    def _phases(self) -> list[str]:
        """Return the chosen phases, else the one of the focus."""
        chosen = self._desk.selection.of("phases")
        if chosen:
            return [box.phase.id for box in self._desk.arrangement.phases if box.phase.id in chosen]
        focus = self._desk.selection.focus
        column = None if focus is None else self._desk.arrangement.column_of(focus.step)
        return [] if column is None else [column.phase.id]

    def _lanes(self) -> list[str]:
        """Return the chosen lanes, else the one of the focus; lines between lanes cannot be collapsed."""
        chosen = self._desk.selection.of("lanes")
        focus = self._desk.selection.focus
        wanted = chosen or ({focus.lane} if focus is not None else frozenset())
        lanes = (box.lane for box in self._desk.arrangement.lanes)
        return [lane.id for lane in lanes if lane.id in wanted and lane.kind != "separator"]
