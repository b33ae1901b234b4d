"""Work that would keep people waiting: one thing after the other, in a thread beside the one that answers them."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_LOOK = 15
"""Milliseconds between two looks at whether something is done; nobody looks while nothing is being done."""


class Background(QObject):
    """Does what it is given. Nothing of Qt crosses from thread to thread: results are fetched, not sent.

    Signals:
        done(object, Future): the key that the work was given with, and the future that has its result or error.
    """

    done = Signal(object, object)

    def __init__(
        self, parent: QObject | None = None, *, submit: Callable[[Callable[[], Any]], Future[Any]] | None = None
    ) -> None:
        """Make it.

        Args:
            parent: owner; once it is gone, nobody is told anything.
            submit: begins work in a thread that others use, too, in whose order it stands; None: in one of its own.
        """
        super().__init__(parent)
        if submit is None:
            submit = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background").submit
        self._submit = submit
        self._pending: dict[Hashable, Future[Any]] = {}
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK)
        self._looking.timeout.connect(self._look)

    def is_busy_with(self, key: Hashable) -> bool:
        """Return whether work of that key is waiting or being done."""
        return key in self._pending

    def is_busy(self) -> bool:
        """Return whether anything is."""
        return bool(self._pending)

    def begin(self, key: Hashable, work: Callable[[], Any]) -> None:
        """Do `work`, which must not touch anything of Qt that others can see; nothing if it is pending already."""
        if key not in self._pending:
            self._pending[key] = self._submit(work)
            self._looking.start()

    def forget(self) -> None:
        """Begin nothing more of what is waiting, and tell nothing of what is being done."""
        for future in self._pending.values():
            future.cancel()
        self._pending.clear()
        self._looking.stop()

    def _look(self) -> None:
        over = [(key, future) for key, future in self._pending.items() if future.done()]
        for key, future in over:
            del self._pending[key]
            self.done.emit(key, future)
        if not self._pending:
            self._looking.stop()
