"""Work that follows what people choose: begun once they pause, given up as soon as they choose anew."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from cjeditor.canvas.background import Background
from cjeditor.export.problems import ExportCancelled

_PAUSE = 180
"""Milliseconds without another choice before a round begins."""


class Rounds(QObject):
    """Rounds of work beside the GUI thread; a new round gives up the one before.

    Signals:
        begun(): what is shown is no longer what was chosen.
        due(): people have paused; now is the time to call `begin`.
        done(object, object): a piece of work of this round, by its key, with its result.
        failed(): a piece could not be done because of a mistake of ours.
    """

    begun = Signal()
    due = Signal()
    done = Signal(object, object)
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._begin)

    @property
    def is_waiting(self) -> bool:
        """Whether a round is to begin soon."""
        return self._waiting.isActive()

    @property
    def is_busy(self) -> bool:
        """Whether something is being done, or will be soon."""
        return self.is_waiting or self._background.is_busy()

    @property
    def cancelled(self) -> Callable[[], bool]:
        """What the work of this round asks whether it is given up."""
        return self._stop.is_set

    def renew(self, *, at_once: bool = False) -> None:
        """Begin a new round, once nothing else is chosen for a moment."""
        self.stop()
        self.begun.emit()
        self._waiting.start(0 if at_once else _PAUSE)

    def begin(self, key: Hashable, work: Callable[[], Any]) -> None:
        """Do a piece of work in this round, after those begun before."""
        self._background.begin(key, work)

    def forget(self) -> None:
        """Begin nothing more of what waits in this round, which goes on."""
        self._background.forget()

    def stop(self) -> None:
        """Give up what is being done."""
        self._stop.set()
        self._waiting.stop()
        self._background.forget()

    def _begin(self) -> None:
        self._stop = threading.Event()
        self.due.emit()

    def _take(self, key: object, future: Future[Any]) -> None:
        try:
            result = future.result()
        except ExportCancelled:
            return
        except Exception:
            # Not swallowed: whoever watches over mistakes of ours hears of it.
            self.failed.emit()
            raise
        self.done.emit(key, result)
