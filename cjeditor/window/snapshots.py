"""Snapshots of unsaved work, written beside the GUI thread, so that a crash costs two seconds at most."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from cjeditor.document import Document
from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.history import History
from cjeditor.storage.recovery import Recovery

DELAY = 2_000
"""Milliseconds between a change and its snapshot."""

_log = logging.getLogger(__name__)


class Snapshots:
    """Does what it is given one after the other in a single thread; shared by all windows.

    What fails is recorded, not shown: the work itself is still there.
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

    def soon(self, job: Callable[[], None]) -> None:
        """Do `job` when those before it are done."""
        self._worker.submit(job).add_done_callback(_note_failure)

    def wait(self) -> None:
        """Return when everything asked for so far is done."""
        self._worker.submit(_nothing).result()

    def close(self) -> None:
        """Finish what was asked for and stop."""
        self._worker.shutdown(wait=True)


class SnapshotKeeper(QObject):
    """Keeps the snapshot of one document in step with it."""

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
        self.session = session
        self._document = document
        self._fingerprint = fingerprint
        self._snapshots = snapshots
        self._recovery = snapshots.recovery_of(session)
        # A crash writes at once, in whatever thread it happened.
        self._turn = threading.Lock()
        self._written: Project | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay)
        self._timer.timeout.connect(self.write)
        document.changed.connect(self._changed)
        document.undo_stack.cleanChanged.connect(self._clean_changed)

    def ask(self, fingerprint: Callable[[], Fingerprint | None]) -> None:
        """Ask somebody else for the fingerprint of the project's file from now on."""
        self._fingerprint = fingerprint

    def write(self) -> None:
        """Write the snapshot of unsaved work soon, unless it is there already."""
        self._timer.stop()
        project = self._document.project
        if self._document.is_clean() or project is self._written:
            return
        self._written = project
        path, fingerprint = self._document.path, self._fingerprint()

        def job() -> None:
            self._put(project, path, fingerprint)

        self._snapshots.soon(job)

    def write_now(self) -> None:
        """Write the snapshot of unsaved work before returning; any thread may call this.

        Raises:
            SaveFailed: it cannot be written.
        """
        if not self._document.is_clean():
            self._put(self._document.project, self._document.path, self._fingerprint())

    def clear(self) -> None:
        """Remove the snapshot: the work is saved."""
        self._timer.stop()
        self._written = None
        self._snapshots.soon(self._clear)

    def close(self) -> None:
        """End the session: its work is saved, or not wanted."""
        self._timer.stop()
        self._snapshots.soon(self._close)

    def _put(self, project: Project, path: Path | None, fingerprint: Fingerprint | None) -> None:
        with self._turn:
            self._recovery.write(project, path, fingerprint)

    def _clear(self) -> None:
        with self._turn:
            self._recovery.clear()

    def _close(self) -> None:
        with self._turn:
            self._recovery.close()

    def _changed(self) -> None:
        # Not started anew while it runs: someone who never pauses must get snapshots, too.
        if not self._timer.isActive():
            self._timer.start()

    def _clean_changed(self, clean: bool) -> None:
        if clean:
            self.clear()


def _nothing() -> None:
    """Take a turn in the queue."""


def _note_failure(job: Future[None]) -> None:
    error = job.exception()
    if error is not None:
        _log.error("a snapshot could not be written", exc_info=error)
