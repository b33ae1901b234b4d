"""When each step of the agenda really began and ended: written into the project, all in one step to be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from cjeditor.document import Document
from cjeditor.model.edits.workshop import set_agenda_step
from cjeditor.model.project import AgendaStep, Project
from cjeditor.texts import Texts

_MERGE = "workshop-times"


class AgendaTimes:
    """Writes the times down as the workshop goes."""

    def __init__(self, document: Document, words: Texts) -> None:
        self._document = document
        self._words = words

    def begin(self, step: AgendaStep, at: datetime) -> None:
        """Write down that a step began; one that people came back to keeps its first beginning."""
        self._write(step, started=step.started or written(at), ended="")

    def end(self, step: AgendaStep, begun: datetime, at: datetime) -> None:
        """Write down that a step ended; its beginning, too, should that have been undone."""
        self._write(step, started=step.started or written(begun), ended=written(at))

    def clear(self) -> None:
        """Forget the times of all steps: the workshop begins afresh."""
        self._apply(_without_times)

    def _write(self, step: AgendaStep, **times: str) -> None:
        def edit(project: Project) -> Project:
            return set_agenda_step(project, step.id, **times)

        self._apply(edit)

    def _apply(self, edit: Callable[[Project], Project]) -> None:
        self._document.apply(self._words.t("Keep the times of the workshop"), edit, merge=_MERGE)


def written(moment: datetime) -> str:
    """Return a moment as the project file holds it."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}"


def _without_times(project: Project) -> Project:
    for each in project.agenda:
        project = set_agenda_step(project, each.id, started="", ended="")
    return project
