"""The open windows of the program, in the order they were opened."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow


class WindowList(QObject):
    """Who is open; shared by all windows.

    Signals:
        changed(): a window was opened or closed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._windows: list[QMainWindow] = []

    @property
    def windows(self) -> tuple[QMainWindow, ...]:
        """The open windows, oldest first."""
        return tuple(self._windows)

    def add(self, window: QMainWindow) -> None:
        """Take note of a new window."""
        self._windows.append(window)
        self.changed.emit()

    def remove(self, window: QMainWindow) -> None:
        """Forget a window that was closed."""
        if window in self._windows:
            self._windows.remove(window)
            self.changed.emit()

    def active(self) -> QMainWindow | None:
        """Return the window that people look at, or the one opened last."""
        active = QApplication.activeWindow()
        while active is not None and active not in self._windows:
            parent = active.parentWidget()
            active = parent.window() if parent is not None else None
        if isinstance(active, QMainWindow):
            return active
        return self._windows[-1] if self._windows else None

    def bring_forward(self, window: QMainWindow) -> None:
        """Show a window in front of the others."""
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
