"""The journey check beside the thread that answers people: a big map takes a tenth of a second."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from cjeditor.analysis.check.checking import findings_on
from cjeditor.analysis.check.found import Finding
from cjeditor.canvas.background import Background
from cjeditor.layout.cutting import Cutting
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.table import find

SOON = 250
"""Milliseconds of rest after which the map is read: not after each letter that is typed."""


class CheckWork(QObject):
    """Checks one map again when it is asked to, at most one at a time, and tells what it found last.

    Signals:
        found(Project, list): the project as it was read, and the findings on its map.
    """

    found = Signal(object, object)

    def __init__(self, project: Callable[[], Project], map_id: Callable[[], str], parent: QObject) -> None:
        """Make it, at rest.

        Args:
            project: tells the project as it is now.
            map_id: tells the map to check.
            parent: owns it.
        """
        super().__init__(parent)
        self._project = project
        self._map_id = map_id
        self._cutting: Cutting | None = None
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.begin)

    def begin_soon(self) -> None:
        """Check once nothing has changed for a moment."""
        self._soon.start()

    def begin(self) -> None:
        """Check now; what is being checked already is given up."""
        self._soon.stop()
        self._background.forget()
        project, map_id = self._project(), self._map_id()
        if find(project.maps, map_id) is not None:
            self._background.begin(id(project), partial(self._checked, project, map_id))

    def stop(self) -> None:
        """Check nothing more until it is asked for again."""
        self._soon.stop()
        self._background.forget()

    @property
    def is_busy(self) -> bool:
        """Whether something is being checked, or will be soon."""
        return self._soon.isActive() or self._background.is_busy()

    def _checked(self, project: Project, map_id: str) -> tuple[Project, tuple[Finding, ...]]:
        if self._cutting is None or self._cutting.language != project.language:
            self._cutting = Cutting(project.language)
        return project, findings_on(project, map_of(project, map_id), self._cutting.lines_left)

    def _take(self, _key: int, future: Future[tuple[Project, tuple[Finding, ...]]]) -> None:
        project, some = future.result()
        self.found.emit(project, some)
