"""The frame of a window: bars, panes and status, and nothing of the project that will be in the middle."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from cjeditor.layout.theme import Theme
from cjeditor.window.action_set import ActionSet
from cjeditor.window.house import House
from cjeditor.window.menus import Menus
from cjeditor.window.panes import Panes
from cjeditor.window.status_bar import MapStatus
from cjeditor.window.tool_bar import ToolBar

HINT_TIME = 6_000
"""Milliseconds for which the status bar shows a hint."""


class Frame(QMainWindow):
    """What lives in a window knows it as this: where its bars are, and where hints are shown.

    Signals:
        painted(): people see the frame for the first time.
    """

    painted = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.put_together()
        house.appearance.theme_changed.connect(self._take_theme)

    def put_together(self) -> None:
        """Put up all bars, in the words that the house speaks now."""
        house, theme = self._house, self._house.appearance.theme
        self._words = house.words
        self.actions_of_window = ActionSet(self._words, house.icons, house.preferences.keys, self)
        self.addActions(self.actions_of_window.all())
        self.menus = Menus(self.actions_of_window, house.icons, self._words)
        self._place = _EmptyPlace(theme)
        self._place.painted.connect(self.painted)
        self._put_up_bars(theme)
        house.preferences.theme_changed.connect(self.actions_of_window.refresh_soon)

    def fill(self, canvas: QWidget) -> None:
        """Fill the middle, once."""
        self._row.replaceWidget(self._place, canvas)
        self._place.deleteLater()
        canvas.show()
        self.panes.live_around(canvas)

    def show_hint(self, text: str) -> None:
        """Say something in the status bar."""
        self.statusBar().showMessage(text, HINT_TIME)

    def show_bars(self) -> None:
        """Show what was put together anew: in a window that is shown already Qt does so only when it comes to it.

        Docks would take the room of what is not shown.
        """
        for part in (self.menuBar(), self.tools, self._middle, self.status):
            part.show()

    def _put_up_bars(self, theme: Theme) -> None:
        self._middle = middle = QWidget(self)
        self._row = QHBoxLayout(middle)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._place, 1)
        self.setCentralWidget(middle)
        self.panes = Panes(self, self._house)
        self.panes.changed.connect(self.actions_of_window.refresh_soon)
        self.menus.fill_bar(self.menuBar())
        self.tools = ToolBar(self._words.t("Tools"), self)
        self.menus.fill_toolbar(self.tools)
        self.addToolBar(self.tools)
        zoom_actions = [self.actions_of_window[f"view.{name}"] for name in ("fit", "zoom_100", "zoom_in", "zoom_out")]
        self.status = MapStatus(self._words, theme, zoom_actions, self)
        self.setStatusBar(self.status)

    def _take_theme(self, theme: Theme) -> None:
        self.status.set_theme(theme)


class _EmptyPlace(QWidget):
    """Stands where the canvas will be.

    Signals:
        painted(): it was painted for the first time, and so was the window round it.
    """

    painted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._ground = QColor(theme.colour("canvas"))
        self._told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the map to come."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ground)
        painter.end()
        if not self._told:
            self._told = True
            self.painted.emit()
