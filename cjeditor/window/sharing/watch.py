"""Tells when somebody else writes the project's file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

QUIET = 400
"""Milliseconds without further news after which a change counts: sync clients write in several steps."""


class DiskWatch(QObject):
    """Watches the file and its folder: programs that save with care put another file into its place.

    Signals:
        changed(): the file may be another one, or gone.
    """

    changed = Signal()

    def __init__(self, parent: QObject, *, quiet: int = QUIET) -> None:
        """Make it; it watches nothing yet.

        Args:
            parent: owner.
            quiet: milliseconds without news after which a change counts.
        """
        super().__init__(parent)
        self._quiet = quiet
        self._path: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self._watcher.fileChanged.connect(self._wait)
        self._watcher.directoryChanged.connect(self._wait)

    def watch(self, path: Path | None) -> None:
        """Watch this file from now on, or none."""
        self._timer.stop()
        self._path = path
        self._forget()
        self._watch_again()

    def _forget(self) -> None:
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    def _watch_again(self) -> None:
        """Watch what lies there now: a file that was replaced is watched no longer."""
        if self._path is None:
            return
        wanted = {str(self._path), str(self._path.parent)} - {*self._watcher.files(), *self._watcher.directories()}
        there = [each for each in sorted(wanted) if Path(each).exists()]
        if there:
            self._watcher.addPaths(there)

    def _wait(self) -> None:
        self._timer.start(self._quiet)

    def _tell(self) -> None:
        self._watch_again()
        self.changed.emit()
