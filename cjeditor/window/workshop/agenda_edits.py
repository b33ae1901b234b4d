"""Edits of the agenda, each one step to be undone, with its name in the undo menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from cjeditor.catalogue.agendas import Plan, agenda_of
from cjeditor.document import Document
from cjeditor.model.edits.maps import set_project
from cjeditor.model.edits.workshop import (
    add_agenda_step,
    delete_agenda_steps,
    move_agenda_step,
    replace_agenda,
    set_agenda_step,
)
from cjeditor.model.ids import new_id
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.project import AgendaStep, Project
from cjeditor.model.replace import replace
from cjeditor.texts import Texts
from cjeditor.window.pane_edits import PaneEdits


class AgendaEdits(PaneEdits):
    """What people do with the steps."""

    def __init__(self, document: Document, map_id: Callable[[], str], words: Texts, parent: QObject) -> None:
        """Make it.

        Args:
            document: holds the agenda.
            map_id: tells the map on screen, whose phases and lanes a ready plan opens.
            words: the language of the window.
            parent: owner.
        """
        super().__init__(document, parent)
        self._map_id = map_id
        self._words = words

    @property
    def steps(self) -> list[AgendaStep]:
        """The steps in their order."""
        return ordered(self._document.project.agenda)

    @property
    def map(self) -> JourneyMap:
        """The map on screen."""
        return map_of(self._document.project, self._map_id())

    def add(self, behind: str = "") -> str:
        """Add a step behind another one, or at the end; return its id."""
        step_id = new_id("ag")
        index = self._at(behind) + 1 if behind else None

        def edit(project: Project) -> Project:
            return add_agenda_step(project, step_id=step_id, index=index)

        return step_id if self._apply(self._words.t("Add agenda step"), edit) else ""

    def set(self, step_id: str, **fields: Any) -> bool:
        """Give a step other values; those of one field that follow each other are one step to be undone."""

        def edit(project: Project) -> Project:
            return set_agenda_step(project, step_id, **fields)

        merge = f"{step_id}.{'.'.join(sorted(fields))}"
        return self._apply(self._words.t("Change agenda step"), edit, merge=merge)

    def end_session(self) -> None:
        """End the typing: what comes next is a step to be undone of its own."""
        self._document.end_merging()

    def move(self, step_id: str, index: int) -> None:
        """Move a step to a place among the others."""

        def edit(project: Project) -> Project:
            return move_agenda_step(project, step_id, index)

        self._apply(self._words.t("Move agenda step"), edit)

    def move_by(self, step_id: str, by: int) -> None:
        """Move a step up (−1) or down (+1); at the end it stays."""
        index = self._at(step_id) + by
        if 0 <= index < len(self.steps):
            self.move(step_id, index)

    def delete(self, step_id: str) -> None:
        """Delete a step."""

        def edit(project: Project) -> Project:
            return delete_agenda_steps(project, [step_id])

        self._apply(self._words.t("Delete agenda step"), edit)

    def take_plan(self, plan: Plan) -> None:
        """Put a ready plan, made for the map on screen, in the place of the agenda."""
        project = self._document.project
        steps = agenda_of(plan, map_of(project, self._map_id()), project.language)

        def edit(project: Project) -> Project:
            return replace_agenda(project, steps, new_ids=new_id)

        self._apply(self._words.t("Choose agenda"), edit)

    def set_start(self, start: str) -> None:
        """Plan another time of day for the beginning: ``hh:mm``."""

        def edit(project: Project) -> Project:
            return set_project(project, settings=replace(project.settings, workshop_start=start))

        self._apply(self._words.t("Change the beginning of the workshop"), edit, merge="workshop_start")

    def _at(self, step_id: str) -> int:
        return next((at for at, each in enumerate(self.steps) if each.id == step_id), -1)
