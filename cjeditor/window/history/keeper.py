"""Keeps versions of one window's project: the file as it was found, each save, and what a person gives a name."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from concurrent.futures import Future, wait
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cjeditor.canvas.background import Background
from cjeditor.document import Document
from cjeditor.model.problem import Problem
from cjeditor.storage.history import History, key_of
from cjeditor.storage.save import SaveFailed
from cjeditor.window.in_file import InFile
from cjeditor.window.snapshots import Snapshots

_log = logging.getLogger(__name__)

T = TypeVar("T")


_PATIENCE = 3.0
"""Seconds to wait for a version that is just being kept before it is kept once more."""

Known = tuple[str, str]
"""The key of a file and a SHA-256 of what it held."""


class VersionKeeper(QObject):
    """Gives the history what it should keep: what is about to be replaced at once, all else beside the GUI thread.

    Signals:
        named(str): a version has been kept under this name.
        refused(Problem): one that a person wanted could not be kept.
        failing(Problem): a save went well, but what was in the file before, or what was saved, could not be kept.
    """

    named = Signal(str)
    refused = Signal(object)
    failing = Signal(object)

    def __init__(
        self,
        document: Document,
        in_file: Callable[[], InFile],
        snapshots: Snapshots,
        session: Callable[[], str],
        parent: QObject,
    ) -> None:
        """Prepare.

        Args:
            document: the project.
            in_file: tells what lies in its file.
            snapshots: writes one thing after the other.
            session: gives a name that no other open project has, for versions of one that has no file yet.
            parent: owner.
        """
        super().__init__(parent)
        self._document = document
        self._in_file = in_file
        self._snapshots = snapshots
        self._session = session
        self._known: set[Known] = set()
        self._numbers = itertools.count(1)
        self._problem: Problem | None = None
        self._background = Background(self, submit=snapshots.aside)
        self._background.done.connect(self._note_done)

    @property
    def history(self) -> History:
        """All versions."""
        return self._snapshots.history

    def key(self) -> str:
        """Return the key of this project's versions."""
        path = self._document.path
        return self._session() if path is None else key_of(path)

    def keep_found(self, path: Path, data: bytes, sum_: str) -> None:
        """Keep what lies at `path`, unless it is kept: it is about to be replaced, and must not be gone if that fails.

        Args:
            path: the file.
            data: what it holds.
            sum_: the SHA-256 of that.
        """
        self._problem = None
        key, history, in_file = key_of(path), self.history, self._in_file()
        if self._is_kept(key, sum_):
            return
        known = in_file.fingerprint is not None and in_file.fingerprint.sha256 == sum_

        def tidy() -> None:
            history.thin(key)

        try:
            history.keep_found(key, data, path, sum_=sum_, project=in_file.project if known else None)
        except SaveFailed as failed:
            _log.exception("what was in a file could not be kept")
            self._problem = failed.problem
        else:
            self._known.add((key, sum_))
            self._snapshots.aside(tidy)

    def say_failures(self) -> None:
        """Say what could not be kept of the file that has been replaced just now."""
        if self._problem is not None:
            self.failing.emit(self._problem)
            self._problem = None

    def keep_saved(self) -> None:
        """Keep what was just saved."""
        project, path, fingerprint = self._document.project, self._document.path, self._in_file().fingerprint
        self.say_failures()
        if path is None or fingerprint is None:
            return
        history, session, known = self.history, self._session(), (key_of(path), fingerprint.sha256)

        def job() -> None:
            history.adopt(known[0], session)
            if known in self._known and history.knows(*known):
                return
            history.keep(known[0], project, path, sum_=known[1])
            self._known.add(known)

        self._background.begin(known, job)

    def keep_named(self, name: str) -> None:
        """Keep the project as it is now under a name; `named` or `refused` follow."""
        project, path, key, history = self._document.project, self._document.path, self.key(), self.history

        def job() -> str:
            history.keep(key, project, path, name=name)
            return name

        self._background.begin(next(self._numbers), job)

    def aside(self, job: Callable[[], T]) -> Future[T]:
        """Do `job` beside the GUI thread, after what was asked for before."""
        return self._snapshots.aside(job)

    def _is_kept(self, key: str, sum_: str) -> bool:
        """Return whether a version holds that; one that is just being written is waited for."""
        if self._background.is_busy_with((key, sum_)):
            wait([self._snapshots.aside(_nothing)], _PATIENCE)
        return (key, sum_) in self._known or self.history.knows(key, sum_)

    def _note_done(self, key: Known | int, future: Future[str | None]) -> None:
        error = future.exception()
        if isinstance(error, SaveFailed):
            (self.refused if isinstance(key, int) else self.failing).emit(error.problem)
        elif error is None and isinstance(key, int):
            self.named.emit(future.result())


def _nothing() -> None:
    """Take a turn in the queue."""
