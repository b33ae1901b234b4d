"""Snapshots of unsaved work, written beside the GUI thread, so that a crash costs two seconds at most."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from cjeditor.canvas.background import Background
from cjeditor.document import Document
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.history import History
from cjeditor.storage.recovery import Recovery
from cjeditor.storage.save import SaveFailed

DELAY = 2_000
"""Milliseconds between a change and its snapshot."""

RETRY = 10_000
"""Milliseconds until a snapshot that failed is tried again, if nothing changes before."""

PATIENCE = 2
"""Failures one after the other until the person is told: a disk may be busy once."""

_log = logging.getLogger(__name__)

T = TypeVar("T")


class Snapshots:
    """Writes beside the GUI thread; shared by all windows.

    Snapshots are written one after the other in a thread of their own: no comparison of large projects and no disk far
    away keeps them waiting. All else (versions, marks of open files) follows its own order in another one. What fails
    is recorded; whoever asked decides whether it is shown, for the work itself is still there.
    """

    def __init__(self, recovery_of: Callable[[str], Recovery], history: History) -> None:
        """Prepare.

        Args:
            recovery_of: makes the recovery of a session by its name.
            history: earlier versions of all files.
        """
        self.recovery_of = recovery_of
        self.history = history
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="snapshots")
        self._aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="versions")

    def soon(self, job: Callable[[], T]) -> Future[T]:
        """Do `job`, which writes a snapshot, when those before it are done."""
        return _noting_failure(self._worker.submit(job))

    def aside(self, job: Callable[[], T]) -> Future[T]:
        """Do `job`, which may take its time, when those before it are done; no snapshot waits for it."""
        return _noting_failure(self._aside.submit(job))

    def wait(self) -> None:
        """Return when everything asked for so far is done."""
        for worker in (self._worker, self._aside):
            worker.submit(_nothing).result()

    def close(self) -> None:
        """Finish what was asked for and stop."""
        self._worker.shutdown(wait=True)
        self._aside.shutdown(wait=True)


class SnapshotKeeper(QObject):
    """Keeps the snapshot of one document in step with it.

    Signals:
        failing(Problem | None): snapshots cannot be written, again and again, and why; None once one is written again.
    """

    failing = Signal(object)

    def __init__(
        self,
        document: Document,
        fingerprint: Callable[[], Fingerprint | None],
        snapshots: Snapshots,
        session: str,
        parent: QObject,
        *,
        delay: int = DELAY,
    ) -> None:
        """Begin to follow `document`.

        Args:
            document: the project that is edited.
            fingerprint: gives that of the project's file.
            snapshots: does the writing.
            session: a name that no other open project has.
            parent: owner.
            delay: milliseconds between a change and its snapshot.
        """
        super().__init__(parent)
        self._session = session
        self._document = document
        self._fingerprint = fingerprint
        self._snapshots = snapshots
        self._recovery = snapshots.recovery_of(session)
        # A crash writes at once, in whatever thread it happened.
        self._turn = threading.Lock()
        # What is asked for later stands, even if what was asked for before it is done after it.
        self._numbers = itertools.count(1)
        self._done = 0
        self._failures = 0
        self._problem: Problem | None = None
        self._written: Project | None = None
        self._more: Callable[[Project], Project] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay)
        self._delay = delay
        self._timer.timeout.connect(self.write)
        document.changed.connect(self._changed)
        document.undo_stack.cleanChanged.connect(self._clean_changed)
        self._background = Background(self, submit=snapshots.soon)
        self._background.done.connect(self._note_done)

    def session(self) -> str:
        """Return the name that no other open project has; another one once the window shows another project."""
        return self._session

    @property
    def problem(self) -> Problem | None:
        """Why snapshots cannot be written, if that has failed again and again."""
        return self._problem

    def ask(self, fingerprint: Callable[[], Fingerprint | None]) -> None:
        """Ask somebody else for the fingerprint of the project's file from now on."""
        self._fingerprint = fingerprint

    def keep_too(self, more: Callable[[Project], Project] | None) -> None:
        """Keep what is written somewhere and not yet in the project: `more` puts it there; None where there is none.

        It gives the project itself where nothing of it fits; any thread may call it.
        """
        self._more = more
        if more is None and self._document.is_clean():
            self.clear()
        else:
            self._changed()

    def write(self) -> None:
        """Write the snapshot of unsaved work soon, unless it is there already."""
        self._timer.stop()
        project = self._unsaved()
        if not (project is None or project is self._written):
            self._begin_to_write(project, None)

    def write_now(self) -> None:
        """Write the snapshot of unsaved work before returning; any thread may call this.

        Raises:
            SaveFailed: it cannot be written.
        """
        project = self._unsaved()
        if project is not None:
            self._put(self._recovery, next(self._numbers), project, self._document.path, self._fingerprint())

    def clear(self) -> None:
        """Remove the snapshot: the work is saved."""
        self._timer.stop()
        self._written = None
        number, recovery = next(self._numbers), self._recovery

        def job() -> None:
            with self._turn:
                if number > self._done:
                    recovery.clear()
                    self._done = number

        self._snapshots.soon(job)
        self._note_well()  # nothing is at stake until something fails again

    def begin_anew(self, session: str) -> None:
        """Go on as another session: the window shows another project, or the same one under no name."""
        former, self._recovery, self._session = self._recovery, self._snapshots.recovery_of(session), session
        project = self._unsaved()
        if project is None:
            self._end(former)
        else:
            self._begin_to_write(project, former)

    def close(self) -> None:
        """End the session: its work is saved, or not wanted."""
        self._timer.stop()
        self._end(self._recovery)

    def _end(self, recovery: Recovery) -> None:
        def job() -> None:
            with self._turn:
                recovery.close()

        self._snapshots.soon(job)

    def _unsaved(self) -> Project | None:
        """Return the work as it should come back after a crash; None where it is in the file already."""
        project = self._document.project
        whole = project if self._more is None else self._more(project)
        return None if whole is project and self._document.is_clean() else whole

    def _begin_to_write(self, project: Project, former: Recovery | None) -> None:
        """Write the snapshot when its turn comes, and end a former session only after that."""
        path, recovery = self._document.path, self._recovery
        fingerprint, number = self._fingerprint(), next(self._numbers)
        self._written = project

        def job() -> None:
            self._put(recovery, number, project, path, fingerprint)
            if former is not None:
                with self._turn:
                    former.close()

        self._background.begin(number, job)

    def _put(
        self,
        recovery: Recovery,
        number: int,
        project: Project,
        path: Path | None,
        fingerprint: Fingerprint | None,
    ) -> None:
        with self._turn:
            if number > self._done:
                recovery.write(project, path, fingerprint)
                self._done = number

    def _changed(self) -> None:
        # Not started anew while it runs: someone who never pauses must get snapshots, too.
        if not self._timer.isActive() or self._timer.interval() != self._delay:
            self._timer.start(self._delay)

    def _clean_changed(self, clean: bool) -> None:
        if clean:
            self.clear()
            if self._more is not None:
                self._changed()

    def _note_done(self, _number: int, future: Future[None]) -> None:
        error = future.exception()
        if error is None:
            self._note_well()
        elif isinstance(error, SaveFailed):
            self._note_failed(error.problem)

    def _note_well(self) -> None:
        self._failures = 0
        if self._problem is not None:
            self._problem = None
            self.failing.emit(None)

    def _note_failed(self, problem: Problem) -> None:
        """Try again later, even if nobody changes anything any more."""
        self._written = None
        self._failures += 1
        if self._failures == PATIENCE:
            self._problem = problem
            self.failing.emit(problem)
        if not self._timer.isActive():
            self._timer.start(RETRY)


def _nothing() -> None:
    """Take a turn in the queue."""


def _noting_failure(job: Future[T]) -> Future[T]:
    job.add_done_callback(_note_failure)
    return job


def _note_failure(job: Future[Any]) -> None:
    error = None if job.cancelled() else job.exception()
    if error is not None:
        _log.error("work beside the GUI thread failed", exc_info=error)
