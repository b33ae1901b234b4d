"""Garbage is collected in the GUI thread only: a widget freed by a worker's collection crashes the program."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 2_000
"""Milliseconds between two looks."""

_THRESHOLDS = (2_000, 10, 10)


class Collector(QObject):
    """Replaces the interpreter's automatic collection, which runs in whatever thread allocates, by a timer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self.look)

    def wait(self) -> None:
        """Let nothing be collected until `start`: what start-up makes is there to stay."""
        gc.disable()

    def start(self) -> None:
        """Take over; what start-up made is taken for immortal, which makes each later look cheaper."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Give automatic collection back."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def look(self) -> None:
        """Collect the oldest generation whose count has passed its threshold."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > _THRESHOLDS[generation]:
                gc.collect(generation)
                return
