"""One export in a thread of its own: progress, cancel, and how it ended, told to the GUI thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from cjeditor.export.problems import ExportCancelled, ExportRefused
from cjeditor.model.problem import Problem

Work = Callable[[Callable[[int, int], None], Callable[[], bool]], tuple[Problem, ...]]
"""Writes the file; is given what to tell progress to and whom to ask whether to stop."""


class ExportJob(QObject):
    """Runs `work` once. All signals arrive in the thread that made the job.

    Signals:
        progressed(int, int): so many steps of so many are done.
        done(tuple): the file is written; with what could not be shown in it.
        refused(Problem): nothing was written, for this reason.
        cancelled(): nothing was written, as was asked.
        failed(): nothing was written because of a mistake of ours; the crash watch knows about it.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    refused = Signal(object)
    cancelled = Signal()
    failed = Signal()
    _told = Signal(str, object)

    def __init__(self, work: Work, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.path = path
        self._work = work
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="export", daemon=True)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask to stop; `cancelled` follows, or `done` when it was too late."""
        self._stop.set()

    def wait(self) -> None:
        """Return when the thread has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            lost = self._work(self._progress, self._stop.is_set)
        except ExportCancelled:
            self._told.emit("cancelled", None)
        except ExportRefused as refused:
            self._told.emit("refused", refused.problem)
        except Exception:  # noqa: BLE001  not swallowed: handed to the watch that deals with all of these
            self._told.emit("failed", None)
            sys.excepthook(*sys.exc_info())
        else:
            self._told.emit("done", lost)

    def _progress(self, steps: int, of: int) -> None:
        self._told.emit("progress", (steps, of))

    def _tell(self, what: str, value: object) -> None:
        if what == "progress" and isinstance(value, tuple):
            self.progressed.emit(*value)
        elif what == "done":
            self.done.emit(value)
        elif what == "refused":
            self.refused.emit(value)
        elif what == "cancelled":
            self.cancelled.emit()
        else:
            self.failed.emit()
