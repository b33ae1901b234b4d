"""The operating system's requests to end, brought into Qt's event loop."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_WATCHED = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class SystemSignals(QObject):
    """Watches for requests to end between `install` and `uninstall`. Does nothing on Windows, which sends none.

    Signals:
        arrived(): the program should end.
    """

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None
        self._former: dict[int, object] = {}

    def install(self) -> None:
        """Begin to watch. Python notices a signal only between two of its instructions, of which Qt's loop has none."""
        if sys.platform == "win32" or self._pipe is not None:
            return
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)
        self._pipe = (reading, writing)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for number in _WATCHED:
            self._former[number] = signal.signal(number, _let_the_pipe_tell)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def uninstall(self) -> None:
        """Give the signals back."""
        if self._pipe is None:
            return
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        signal.set_wakeup_fd(-1)
        for number, former in self._former.items():
            signal.signal(number, former)  # type: ignore[arg-type]  # what signal.signal gave us it also takes
        self._former.clear()
        for end in self._pipe:
            os.close(end)
        self._pipe = None

    def _read(self) -> None:
        if self._pipe is not None and os.read(self._pipe[0], 64):
            self.arrived.emit()


def _let_the_pipe_tell(_number: int, _frame: FrameType | None) -> None:
    """Do nothing; the pipe has the signal's number already."""
