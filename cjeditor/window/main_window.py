"""A window of the program: its frame stands and is painted before a project moves in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from cjeditor.window.clearing import clear_out
from cjeditor.window.frame import Frame
from cjeditor.window.house import House
from cjeditor.window.places import keep_place, put_in_place
from cjeditor.window.tenant import Tenant


class MainWindow(Frame):
    """One window; its `room` holds the project and all that is done with it.

    Signals:
        entered(): people came to this window from another one.
        dropped(list): these files were dropped onto the window.
        quit_wanted(): the whole program should end.
        closed(): the window is going away.
    """

    entered = Signal()
    dropped = Signal(object)
    quit_wanted = Signal()
    closed = Signal()

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._room: Tenant | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setAnimated(False)  # Qt does not tell whether the system wishes for less motion
        self.setWindowTitle("cjeditor")
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
        self.put_together()
        self.show_bars()

    def move_in(self, room: Tenant, canvas: QWidget, targets: dict[str, object]) -> None:
        """Take a room in, once.

        Args:
            room: what the window is for from now on.
            canvas: fills the middle.
            targets: what the handlers of the actions table are methods of; the window adds itself.
        """
        self._room = room
        self.fill(canvas)
        self.actions_of_window.serve({**targets, "window": self, "panes": self.panes})

    def ask_to_quit(self) -> None:
        """Ask the program to end."""
        self.quit_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Tell when people come to this window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.entered.emit()
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_of_window.refresh_soon()

    def event(self, event: QEvent) -> bool:
        """Know what can be asked for before a shortcut asks: keys may come faster than the event loop turns."""
        # Its class is asked first, which is quick: a window hears of every change of its two hundred actions.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
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
