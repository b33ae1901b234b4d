"""The frame of a window: bars, panes and status. It stands and is painted before a project moves in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QDragEnterEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from cjeditor.layout.theme import Theme
from cjeditor.window.action_set import ActionSet
from cjeditor.window.clearing import clear_out
from cjeditor.window.house import House
from cjeditor.window.menus import Menus
from cjeditor.window.panes import Panes
from cjeditor.window.places import keep_place, put_in_place
from cjeditor.window.status_bar import MapStatus
from cjeditor.window.tenant import Tenant
from cjeditor.window.tool_bar import ToolBar

HINT_TIME = 6_000
"""Milliseconds for which the status bar shows a hint."""


class MainWindow(QMainWindow):
    """One window; its `room` holds the project and all that is done with it.

    Signals:
        painted(): people see the frame for the first time.
        entered(): people came to this window from another one.
        dropped(list): these files were dropped onto the window.
        quit_wanted(): the whole program should end.
        closed(): the window is going away.
    """

    painted = Signal()
    entered = Signal()
    dropped = Signal(object)
    quit_wanted = Signal()
    closed = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._room: Tenant | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setAnimated(False)  # Qt does not tell whether the system wishes for less motion
        self.setWindowTitle("cjeditor")
        self._put_together()
        house.appearance.theme_changed.connect(self._take_theme)
        put_in_place(self, house.preferences)
        self.panes.take_up()

    @property
    def room(self) -> Tenant:
        """The project in this window and all that is done with it.

        Raises:
            RuntimeError: nobody has moved in yet.
        """
        if self._room is None:
            raise RuntimeError("the window is empty")
        return self._room

    def begin_anew(self) -> None:
        """Take out the room and all bars, and put up new bars in the words that the house speaks now."""
        self._room = None
        clear_out(self)
        self._put_together()
        # In a window that is shown already Qt shows them only when it comes to it; docks would take their room.
        for part in (self.menuBar(), self.tools, self._middle, self.status):
            part.show()

    def move_in(self, room: Tenant, canvas: QWidget, targets: dict[str, object]) -> None:
        """Take a room in, once.

        Args:
            room: what the window is for from now on.
            canvas: fills the middle.
            targets: what the handlers of the actions table are methods of; the window adds itself.
        """
        self._room = room
        self._row.replaceWidget(self._place, canvas)
        self._place.deleteLater()
        canvas.show()
        self.panes.live_around(canvas)
        self.actions_of_window.serve({**targets, "window": self, "panes": self.panes})

    def show_hint(self, text: str) -> None:
        """Say something in the status bar."""
        self.statusBar().showMessage(text, HINT_TIME)

    def ask_to_quit(self) -> None:
        """Ask the program to end."""
        self.quit_wanted.emit()

    def _put_together(self) -> None:
        house, theme = self._house, self._house.appearance.theme
        self._words = house.words
        self.actions_of_window = ActionSet(self._words, house.icons, house.preferences.keys, self)
        self.addActions(self.actions_of_window.all())
        self.menus = Menus(self.actions_of_window, house.icons, self._words)
        self._place = _EmptyPlace(theme)
        self._place.painted.connect(self.painted)
        self._put_up_bars(theme)
        house.preferences.theme_changed.connect(self.actions_of_window.refresh_soon)

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

    def changeEvent(self, event: QEvent) -> None:
        """Tell when people come to this window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.entered.emit()
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_of_window.refresh_soon()

    def event(self, event: QEvent) -> bool:
        """Know what can be asked for before a shortcut asks: keys may come faster than the event loop turns."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self.actions_of_window.refresh_pending()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the full screen with Esc, the last rung of its ladder: the canvas takes it first."""
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go only when the room lets the window go; it may ask first and close the window again later."""
        if self._room is not None and not self._room.let_go():
            event.ignore()
            return
        keep_place(self, self._house.preferences)
        event.accept()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged in from other programs."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            _take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        _take_as_copy(event)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)


def _take_as_copy(event: QDropEvent) -> None:
    """Accept what is dragged in; to a move, which may be proposed, its source might answer by deleting the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


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
