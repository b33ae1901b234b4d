"""The dock at the right. It stands, empty, before the first paint; the properties move in later."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDockWidget, QVBoxLayout, QWidget

WIDTH = 300
"""Pixels at 100 % that it has at first."""

LEAST_WIDTH = 288


class PropertiesDock(QDockWidget):
    """A dock that is filled once.

    Signals:
        closed_by_person(): it was closed by its own button or menu, not together with its window.
    """

    closed_by_person = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        # The name under which the window's state keeps its place.
        self.setObjectName("properties")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._place = _Place()
        self._heading_place = QWidget()
        self.setTitleBarWidget(self._heading_place)
        self.setWidget(self._place)

    def fill(self, heading: QWidget, content: QWidget) -> None:
        """Take in what is shown."""
        self.setTitleBarWidget(heading)
        self._heading_place.deleteLater()
        self._place.column.addWidget(content)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the person closed it."""
        super().closeEvent(event)
        self.closed_by_person.emit()


class _Place(QWidget):
    """Holds the content and says how wide it should be, whatever is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setMinimumSize(LEAST_WIDTH, 120)

    def sizeHint(self) -> QSize:
        """Return the width that suits the form."""
        return QSize(WIDTH, 400)
