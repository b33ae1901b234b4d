"""Tells when people see something for the first time, for what should not make them wait for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

PATIENCE = 1_000
"""Milliseconds after which things go on where a paint does not come: minimised, or without a screen."""


class FirstPaint(QObject):
    """Waits for the first paint of a widget, and goes with it.

    Signals:
        seen(): it was painted, and what was painted has reached the screen; told once.
    """

    seen = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(PATIENCE)
        self._turn.timeout.connect(self._tell)
        self._turn.start()
        widget.installEventFilter(self)

    def _tell(self) -> None:
        self._widget.removeEventFilter(self)
        self.seen.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell in the turn after the paint: what was painted must reach the screen first."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._turn.start(0)
        return super().eventFilter(watched, event)
