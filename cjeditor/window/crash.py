"""Catches every exception that nobody caught: keeps the work at once, then tells the person, once."""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from cjeditor.window.crash_report import report

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

QUIET_SECONDS = 5.0
"""The same fault is silent for so long after it occurred: a paint fault returns with every repaint."""

MOST_DIALOGUES = 3
"""How often in one session the same fault is shown."""

_log = logging.getLogger(__name__)


@dataclass
class _Fault:
    last: float
    shown: int


class CrashWatch(QObject):
    """Takes over the interpreter's hooks between `install` and `uninstall`.

    Signals:
        reported(Report): something unforeseen happened; sent to the GUI thread after the work was kept.
    """

    reported = Signal(object)
    _arrived = Signal(object)

    def __init__(
        self, rescue: Callable[[], None], clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        """Prepare.

        Args:
            rescue: keeps the work of all windows; called at once, in the thread that failed; may raise.
            clock: seconds that only rise.
            parent: owner.
        """
        super().__init__(parent)
        self._rescue = rescue
        self._clock = clock
        self._faults: dict[tuple[str, str, int], _Fault] = {}
        self._busy = threading.local()
        self._former: tuple[Callable[..., object], Callable[..., object], Callable[..., object]] | None = None
        # Queued: a dialogue must not open in the middle of a paint event or in another thread.
        self._arrived.connect(self.reported, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin to watch."""
        if self._former is None:
            self._former = (sys.excepthook, threading.excepthook, sys.unraisablehook)
            sys.excepthook = self._in_main
            threading.excepthook = self._in_thread
            sys.unraisablehook = self._unraisable

    def uninstall(self) -> None:
        """Give the hooks back."""
        if self._former is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._former
            self._former = None

    def take(self, kind: type[BaseException], value: BaseException | None, trace: TracebackType | None) -> None:
        """Deal with an exception that nobody caught."""
        if getattr(self._busy, "now", False):
            return  # a fault while dealing with a fault
        self._busy.now = True
        try:
            if self._is_new(kind, trace):
                _log.critical("unforeseen", exc_info=(kind, value or kind(), trace))
                self._keep_work()
                self._arrived.emit(report(kind, value, trace))
        finally:
            self._busy.now = False

    def _is_new(self, kind: type[BaseException], trace: TracebackType | None) -> bool:
        frames = traceback.extract_tb(trace)
        place = (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)
        key = (kind.__name__, *place)
        now = self._clock()
        fault = self._faults.get(key)
        if fault is None:
            self._faults[key] = _Fault(now, 1)
            return True
        quiet = now - fault.last < QUIET_SECONDS
        fault.last = now
        if quiet or fault.shown >= MOST_DIALOGUES:
            return False
        fault.shown += 1
        return True

    def _keep_work(self) -> None:
        try:
            self._rescue()
        except Exception:  # noqa: BLE001  whatever fails here must not hide the first fault
            _log.exception("the work could not be kept")

    def _in_main(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, value, trace)
            return
        self.take(kind, value, trace)

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if not issubclass(args.exc_type, SystemExit):
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def _unraisable(self, args: UnraisableHookArgs) -> None:
        self.take(args.exc_type, args.exc_value, args.exc_traceback)
