"""Keeps versions of one window's project: the file as it was found, each save, and what a person gives a name."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cjeditor.document import Document
from cjeditor.storage import disk, limits
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.history import History, key_of
from cjeditor.storage.save import SaveFailed
from cjeditor.window.snapshots import Snapshots

_log = logging.getLogger(__name__)


class VersionKeeper(QObject):
    """Gives the history what it should keep, beside the GUI thread.

    Signals:
        named(str): a version has been kept under this name.
        refused(Problem): one that a person wanted could not be kept.
    """

    named = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        document: Document,
        fingerprint: Callable[[], Fingerprint | None],
        snapshots: Snapshots,
        session: str,
        parent: QObject,
    ) -> None:
        """Prepare.

        Args:
            document: the project.
            fingerprint: gives that of its file.
            snapshots: writes one thing after the other.
            session: a name that no other open project has, for versions of one that has no file yet.
            parent: owner.
        """
        super().__init__(parent)
        self._document = document
        self._fingerprint = fingerprint
        self._snapshots = snapshots
        self._session = session
        self._known: set[str] = set()

    @property
    def history(self) -> History:
        """All versions."""
        return self._snapshots.history

    def key(self) -> str:
        """Return the key of this project's versions."""
        path = self._document.path
        return self._session if path is None else key_of(path)

    def keep_found(self, path: Path) -> None:
        """Keep what lies at `path` now, unless it is known: it is about to be written over."""
        with suppress(OSError, ValueError, disk.TooBig):  # nothing there, or nothing that could be a project
            data, status = disk.read(path, limits.FILE_SIZE)
            if data and (found := Fingerprint.of(data, status).sha256) not in self._known:
                self._known.add(found)
                history, key = self.history, key_of(path)

                def job() -> None:
                    if not history.knows(key, found):
                        history.keep_found(key, data, path)

                self._snapshots.aside(job)

    def keep_saved(self) -> None:
        """Keep what was just saved."""
        project, path, fingerprint = self._document.project, self._document.path, self._fingerprint()
        if path is None or fingerprint is None:
            return
        history, key, session, found = self.history, key_of(path), self._session, fingerprint.sha256
        again = found in self._known
        self._known.add(found)

        def job() -> None:
            history.adopt(key, session)
            if not (again and history.knows(key, found)):
                history.keep(key, project, path, sum_=found)

        self._snapshots.aside(job)

    def keep_named(self, name: str) -> None:
        """Keep the project as it is now under a name; `named` or `refused` follow."""
        project, path, key, history = self._document.project, self._document.path, self.key(), self.history

        def job() -> None:
            try:
                history.keep(key, project, path, name=name)
            except SaveFailed as failed:
                _log.exception("a named version could not be kept")
                with suppress(RuntimeError):  # the window may have been closed in the meantime
                    self.refused.emit(failed.problem)
            else:
                with suppress(RuntimeError):
                    self.named.emit(name)

        self._snapshots.aside(job)

    def soon(self, job: Callable[[], None]) -> None:
        """Do `job` beside the GUI thread, after what was asked for before."""
        self._snapshots.aside(job)
