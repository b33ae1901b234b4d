"""Commands on steps, the sub-columns of a phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.selection import Spot
from cjeditor.model.edits.steps import add_step, delete_steps, merge_steps, move_step, split_step
from cjeditor.model.lookup import known, ordered_steps, steps_of

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.writer import Writer
    from cjeditor.model.journey_map import Step
    from cjeditor.model.project import Project


class StepCommands:
    """What can be done with the chosen step, or the one that the focus is in."""

    def __init__(self, desk: Desk, writer: Writer) -> None:
        self._desk = desk
        self._writer = writer

    def can_add(self) -> bool:
        """Whether there is a phase to add to."""
        return self._current() is not None

    def add(self, before: bool = False) -> None:
        """Add a step to the phase, right of the present one (or left of it), and write its name."""
        current, desk = self._current(), self._desk
        if current is None:
            return
        siblings = self._siblings(current)
        index = siblings.index(current.id) + (0 if before else 1)
        step_id = desk.new_id("steps")

        def edit(project: Project) -> Project:
            return add_step(project, desk.map_id, phase_id=current.phase, step_id=step_id, index=index)

        if desk.apply(desk.words.t("Add step"), edit):
            self._choose(step_id)
            self._writer.step(step_id)

    def can_rename(self) -> bool:
        """Whether there is a step."""
        return self._current() is not None

    def rename(self) -> None:
        """Write the step's name."""
        current = self._current()
        if current is not None:
            self._writer.step(current.id)

    def can_split(self) -> bool:
        """Whether there is a step."""
        return self._current() is not None

    def split(self) -> None:
        """Split the step: the focused card and those below it in its cell go into a new step to the right."""
        current, desk = self._current(), self._desk
        focus = desk.selection.focus
        if current is None or focus is None:
            return
        ids = [box.id for box in desk.arrangement.cells.get((current.id, focus.lane), ())]
        moved = ids[ids.index(focus.card) :] if focus.card in ids else []
        new_step = desk.new_id("steps")

        def edit(project: Project) -> Project:
            return split_step(project, desk.map_id, current.id, new_step_id=new_step, moved=moved)

        if desk.apply(desk.words.t("Split step"), edit):
            self._choose(new_step)
            self._writer.step(new_step)

    def can_merge(self) -> bool:
        """Whether two neighbours of a phase are chosen, or the present step has one to its right."""
        return self._pair() is not None

    def merge(self) -> None:
        """Merge the two chosen steps, or the present one with its right neighbour."""
        pair, desk = self._pair(), self._desk
        if pair is not None:

            def edit(project: Project) -> Project:
                return merge_steps(project, desk.map_id, *pair)

            if desk.apply(desk.words.t("Merge steps"), edit):
                self._choose(pair[0])

    def can_delete(self) -> bool:
        """Whether the phases of the chosen steps keep one."""
        targets = set(self._targets())
        phases = {step.phase for step in self._desk.map.steps if step.id in targets}
        return bool(targets) and all(
            any(step.id not in targets for step in self._desk.map.steps if step.phase == phase) for phase in phases
        )

    def delete(self) -> None:
        """Delete the chosen steps with the cards that lie in them."""
        ids, desk = self._targets(), self._desk
        if ids:

            def edit(project: Project) -> Project:
                return delete_steps(project, desk.map_id, ids)

            desk.apply(desk.words.tn("Delete step", "Delete {n} steps", len(ids)), edit)

    def can_move(self, by: int) -> bool:
        """Whether the step can go so many places to the right (negative: left) within its phase."""
        current = self._current()
        if current is None:
            return False
        siblings = self._siblings(current)
        return 0 <= siblings.index(current.id) + by < len(siblings)

    def move(self, by: int) -> None:
        """Move the step so many places to the right within its phase."""
        current, desk = self._current(), self._desk
        if current is not None and self.can_move(by):
            index = self._siblings(current).index(current.id) + by

            def edit(project: Project) -> Project:
                return move_step(project, desk.map_id, current.id, current.phase, index)

            desk.apply(desk.words.t("Move step"), edit)
            desk.focus_wanted.emit()

    def _siblings(self, step: Step) -> list[str]:
        return [each.id for each in steps_of(self._desk.map, step.phase)]

    def _targets(self) -> list[str]:
        chosen = self._desk.selection.of("steps")
        if chosen:
            return [step.id for step in ordered_steps(self._desk.map) if step.id in chosen]
        current = self._current()
        return [] if current is None else [current.id]

    def _current(self) -> Step | None:
        """Return the chosen step (of several the first), else the one that the focus is in."""
        chosen = self._desk.selection.of("steps")
        if chosen:
            return next(step for step in ordered_steps(self._desk.map) if step.id in chosen)
        focus = self._desk.selection.focus
        return None if focus is None else known(self._desk.map.steps, focus.step)

    def _pair(self) -> tuple[str, str] | None:
        chosen, current = self._desk.selection.of("steps"), self._current()
        if current is None or len(chosen) > 2:
            return None
        siblings = self._siblings(current)
        at = siblings.index(current.id) + 1
        if at >= len(siblings) or (len(chosen) == 2 and siblings[at] not in chosen):
            return None
        return siblings[at - 1], siblings[at]

    def _choose(self, step_id: str) -> None:
        focus = self._desk.selection.focus
        self._desk.selection.choose("steps", [step_id], None if focus is None else Spot(step_id, focus.lane))
        self._desk.focus_wanted.emit()
