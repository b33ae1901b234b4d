"""What comparing costs time: files and versions are read, and large maps compared, beside the thread of the windows."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from cjeditor.analysis.comparing_maps import Comparison, compared
from cjeditor.canvas.background import Background
from cjeditor.comparison_wording import Row, rows
from cjeditor.model.project import Project
from cjeditor.storage.history import Version
from cjeditor.storage.load import FileRefused, load
from cjeditor.texts import Texts
from cjeditor.window.comparing.sides import Side, map_in
from cjeditor.window.waiting import waiting

LARGE_FILE = 500_000
"""Bytes from which a file or version is read aside."""
MANY_CARDS = 1_500
"""Cards of both projects together from which they are compared aside."""


class Compared(NamedTuple):
    """What came of comparing: nothing to compare where one side has no map; what was read of earlier versions."""

    comparison: Comparison | None
    rows: tuple[Row, ...]
    read: dict[str, Project]


class CompareWork(QObject):
    """Reads and compares, one thing at a time.

    Signals:
        begun(): something is being done that takes a moment.
        compared(Compared): what differs.
        file_read(str, Project): the file of that name was read.
        refused(Problem): a file or version could not be read.
    """

    begun = Signal()
    compared = Signal(object)
    file_read = Signal(str, object)
    refused = Signal(object)

    def __init__(self, words: Texts, load_version: Callable[[Version], Project], parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._load_version = load_version
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._times = 0
        self._reading = ""

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._background.is_busy()

    def compare(self, older: Side, newer: Side, read: dict[str, Project]) -> None:
        """Compare two sides, with `read` of the versions that were read before; what is being done is given up."""
        work = partial(_compared, older, newer, dict(read), self._load_version, self._words)
        self._do(work, aside=_is_much(older, newer, read))

    def read_file(self, path: Path) -> None:
        """Read a file; what is being done is given up."""
        self._reading = path.name
        try:
            size = path.stat().st_size
        except OSError:
            size = 0
        self._do(partial(load, path), aside=size >= LARGE_FILE)

    def stop(self) -> None:
        """Give up what is being done; nobody hears of it any more."""
        self._background.forget()

    def _do(self, work: Callable[[], object], *, aside: bool) -> None:
        self.stop()
        if aside:
            self._times += 1
            self.begun.emit()
            self._background.begin(self._times, work)
            return
        try:
            with waiting():
                found = work()
        except FileRefused as refused:
            self.refused.emit(refused.problems[0])
            return
        self._tell(found)

    def _take(self, _key: int, future: Future[object]) -> None:
        try:
            found = future.result()
        except FileRefused as refused:
            self.refused.emit(refused.problems[0])
            return
        self._tell(found)

    def _tell(self, found: object) -> None:
        if isinstance(found, Project):
            self.file_read.emit(self._reading, found)
        else:
            self.compared.emit(found)


def _is_much(older: Side, newer: Side, read: dict[str, Project]) -> bool:
    count = 0
    for side in (older, newer):
        project = side.project
        if project is None and side.version is not None:
            if side.version.id not in read and side.version.size >= LARGE_FILE:
                return True
            project = read.get(side.version.id)
            count += side.version.cards if project is None else 0
        if project is not None:
            count += sum(len(each.touchpoints) + len(each.notes) for each in project.maps if each.id == side.map_id)
    return count >= MANY_CARDS


def _compared(
    older: Side, newer: Side, read: dict[str, Project], load_version: Callable[[Version], Project], words: Texts
) -> Compared:
    projects: list[Project] = []
    for side in (older, newer):
        project = side.project
        if project is None and side.version is not None:
            project = read.get(side.version.id)
            if project is None:
                project = read[side.version.id] = load_version(side.version)
        if project is not None:
            projects.append(project)
    before, after = (map_in(each, side.map_id) for each, side in zip(projects, (older, newer), strict=True))
    if before is None or after is None:
        return Compared(None, (), read)
    comparison = compared(projects[0], before, projects[1], after)
    return Compared(comparison, tuple(rows(comparison, words)), read)
