"""When each step of the agenda really began and ended: written into the project, and no undo takes it back."""

from __future__ import annotations

from datetime import datetime

from cjeditor.document import Document
from cjeditor.model.edits.workshop import set_agenda_step
from cjeditor.model.project import AgendaStep, Project


class AgendaTimes:
    """Writes the times down as the workshop goes."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def begin(self, step: AgendaStep, at: datetime, run: datetime | None) -> None:
        """Write down that a step began; one that people came back to keeps its first beginning.

        Args:
            step: the step.
            at: when that was.
            run: when people began anew after the end of the workshop: no beginning before it counts. None where they
                have not.
        """
        first = step.started if run is None or step.started >= written(run) else ""
        self._write(step, started=first or written(at), ended="")

    def end(self, step: AgendaStep, begun: datetime, at: datetime) -> None:
        """Write down that a step ended; its beginning, too, should that have gone meanwhile."""
        self._write(step, started=step.started or written(begun), ended=written(at))

    def clear(self) -> None:
        """Forget the times of all steps: the workshop begins afresh."""
        self._document.record(_without_times)

    def _write(self, step: AgendaStep, **times: str) -> None:
        def edit(project: Project) -> Project:
            return set_agenda_step(project, step.id, **times)

        self._document.record(edit)


def written(moment: datetime) -> str:
    """Return a moment as the project file holds it."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}"


def _without_times(project: Project) -> Project:
    for each in project.agenda:
        project = set_agenda_step(project, each.id, started="", ended="")
    return project
