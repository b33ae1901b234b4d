"""Commands on phases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.blocks import Block
from cjeditor.canvas.making import framework_maker, phase_maker
from cjeditor.canvas.selection import Spot
from cjeditor.model.edits.phases import delete_phases, merge_phases, move_phase, split_phase
from cjeditor.model.lookup import ordered, steps_of

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.writer import Writer
    from cjeditor.model.project import Project


class PhaseCommands:
    """What can be done with the chosen phase, or the one that the focus is in."""

    def __init__(self, desk: Desk, writer: Writer) -> None:
        self._desk = desk
        self._writer = writer

    def add(self, before: bool = False, framework: str = "", framework_phase: str = "", name: str = "") -> None:
        """Add a phase behind the present one (or `before` it, or at the end) and write its name if it has none.

        Args:
            before: left of the present phase instead of right of it.
            framework: key of the framework that the phase is of, if any.
            framework_phase: its key there.
            name: the name; empty for the framework's, or to be written.
        """
        order = self._order()
        current = self._current()
        index = None if current is None else order.index(current) + (0 if before else 1)
        self.put(Block("phase", framework=framework, framework_phase=framework_phase, title=name), index)

    def put(self, block: Block, index: int | None) -> None:
        """Add the block's phase before the phase at `index` (None: at the end)."""
        phase_id, edit = phase_maker(self._desk, block, index)
        if self._desk.apply(self._desk.words.t("Add phase"), edit):
            self._choose([phase_id])
            if not next(box.phase.name for box in self._desk.arrangement.phases if box.phase.id == phase_id):
                self._writer.phase(phase_id)

    def put_framework(self, block: Block) -> None:
        """Add all phases of the block's framework behind the others and choose them."""
        ids, edit = framework_maker(self._desk, block)
        if ids and self._desk.apply(self._desk.words.t("Add phases from a framework"), edit):
            self._choose(ids)

    def can_rename(self) -> bool:
        """Whether there is a phase."""
        return self._current() is not None

    def rename(self) -> None:
        """Write the phase's name."""
        current = self._current()
        if current is not None:
            self._writer.phase(current)

    def can_split(self) -> bool:
        """Whether there is a phase."""
        return self._current() is not None

    def split(self) -> None:
        """Split the phase before the focused step; one with a single step below the focused card.

        In a phase of one step the focused card and those below it, in each lane, go along.
        """
        current, desk = self._current(), self._desk
        focus = desk.selection.focus
        if current is None or focus is None:
            return
        steps = [step.id for step in steps_of(desk.map, current)]
        at = focus.step if focus.step in steps else steps[-1]
        if len(steps) > 1 and at == steps[0]:
            at = steps[1]
        moved = self._going_along(focus) if len(steps) == 1 else []
        new_phase, new_step = desk.new_id("phases"), desk.new_id("steps")

        def edit(project: Project) -> Project:
            return split_phase(
                project,
                desk.map_id,
                current,
                at_step=at,
                new_phase_id=new_phase,
                new_step_id=new_step,
                moved=moved,
            )

        if desk.apply(desk.words.t("Split phase"), edit):
            self._choose([new_phase])
            self._writer.phase(new_phase)

    def can_merge(self) -> bool:
        """Whether two neighbours are chosen, or the present phase has one to its right."""
        return self._pair() is not None

    def merge(self) -> None:
        """Merge the two chosen phases, or the present one with its right neighbour."""
        pair, desk = self._pair(), self._desk
        if pair is not None:

            def edit(project: Project) -> Project:
                return merge_phases(project, desk.map_id, *pair)

            if desk.apply(desk.words.t("Merge phases"), edit):
                self._choose([pair[0]])

    def can_delete(self) -> bool:
        """Whether there is a phase."""
        return bool(self._targets())

    def delete(self) -> None:
        """Delete the chosen phases with all that lies in them."""
        ids, desk = self._targets(), self._desk
        if ids:

            def edit(project: Project) -> Project:
                return delete_phases(project, desk.map_id, ids)

            desk.apply(desk.words.tn("Delete phase", "Delete {n} phases", len(ids)), edit)

    def can_move(self, by: int) -> bool:
        """Whether the phase can go so many places to the right (negative: left)."""
        current, order = self._current(), self._order()
        return current is not None and 0 <= order.index(current) + by < len(order)

    def move(self, by: int) -> None:
        """Move the phase so many places to the right."""
        current, desk = self._current(), self._desk
        if current is not None and self.can_move(by):
            index = self._order().index(current) + by

            def edit(project: Project) -> Project:
                return move_phase(project, desk.map_id, current, index)

            desk.apply(desk.words.t("Move phase"), edit)
            desk.focus_wanted.emit()

    def _order(self) -> list[str]:
        return [phase.id for phase in ordered(self._desk.map.phases)]

    def _targets(self) -> list[str]:
        chosen = self._desk.selection.of("phases")
        if chosen:
            return [one for one in self._order() if one in chosen]
        current = self._current()
        return [] if current is None else [current]

    def _current(self) -> str | None:
        """Return the chosen phase (of several the first), else the one that the focus is in."""
        chosen = self._desk.selection.of("phases")
        if chosen:
            return next(one for one in self._order() if one in chosen)
        focus = self._desk.selection.focus
        column = None if focus is None else self._desk.arrangement.column_of(focus.step)
        return None if column is None else column.phase.id

    def _pair(self) -> tuple[str, str] | None:
        order, chosen = self._order(), self._desk.selection.of("phases")
        if len(chosen) > 2:
            return None
        if len(chosen) == 2:
            first, second = (one for one in order if one in chosen)
            return (first, second) if order.index(second) == order.index(first) + 1 else None
        current = self._current()
        at = order.index(current) + 1 if current is not None else len(order)
        return (order[at - 1], order[at]) if at < len(order) else None

    def _going_along(self, focus: Spot) -> list[str]:
        """Return the focused card and all below it in its cell; in other lanes the cards stay."""
        cell = self._desk.arrangement.cells.get((focus.step, focus.lane), ())
        ids = [box.id for box in cell]
        return ids[ids.index(focus.card) :] if focus.card in ids else []

    def _choose(self, ids: list[str]) -> None:
        arrangement, focus = self._desk.arrangement, self._desk.selection.focus
        box = next((box for box in arrangement.phases if box.phase.id == ids[0]), None)
        spot = None
        if box is not None and focus is not None:
            spot = Spot(arrangement.columns[box.first_column].step.id, focus.lane)
        self._desk.selection.choose("phases", ids, spot)
        self._desk.focus_wanted.emit()
