"""One start of the program on screens that are not there, in a process of its own: its platform cannot change.

Called with the file that describes the screens, what to do (a function below), and the folder for settings and records;
prints as JSON where everything was seen.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEvent, QRect
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cjeditor.storage import paths
from cjeditor.window.application import SETTINGS_NAME, Application
from cjeditor.window.main_window import MainWindow
from cjeditor.window.preferences import Preferences
from cjeditor.window.room_view.window import RoomWindow
from tests.window.own_sample import own_sample
from tests.window.walk.opening import DIALOGS

PATIENCE = 5_000
"""Milliseconds after which what should come is missing."""


def leave_right(window: MainWindow) -> dict[str, Any]:
    """Put the window and its detached outline onto the screen on the right, and leave."""
    right = go_right(window)
    window.panes.show_pane("outline", True)
    outline = window.panes["outline"]
    outline.setFloating(True)
    outline.setGeometry(QRect(right.left() + 300, right.top() + 400, 600, 300))
    settle()
    return look(window)


def leave_maximised(window: MainWindow) -> dict[str, Any]:
    """Fill the screen on the right, and leave."""
    go_right(window)
    settle()
    window.showMaximized()
    settle()
    return look(window)


def go_right(window: MainWindow) -> QRect:
    """Put the window onto the screen on the right and return what can be used of that."""
    right = QApplication.screens()[1].availableGeometry()
    window.setGeometry(QRect(right.left() + 150, right.top() + 90, 1000, 700))
    return right


def look(window: MainWindow) -> dict[str, Any]:
    """Tell where window and detached outline are."""
    outline = window.panes["outline"]
    seen: dict[str, Any] = {"window": place(window), "maximised": window.isMaximized()}
    if outline.isFloating():
        seen["outline"] = place(outline)
    return seen


def ask_everything(window: MainWindow) -> dict[str, Any]:
    """Tell where every dialogue of a window on the right opens that the actions table offers."""
    go_right(window)
    settle()
    QApplication.clipboard().setText("1\t2\n3\t4")
    window.room.canvas.cards.go_to(1)
    window.actions_of_window.refresh()
    seen: dict[str, Any] = {}
    for row_id in (*DIALOGS, "help.shortcuts", "help.about"):
        before = set(QApplication.topLevelWidgets())
        window.actions_of_window[row_id].trigger()
        dialog = new_dialog(before)
        seen[row_id] = place(dialog)
        dialog.reject()
        settle()
    return {"window": place(window), "dialogues": seen}


def show_room(window: MainWindow) -> dict[str, Any]:
    """Open the room view and tell where it is, then from a window on the right, then when its screen is unplugged."""
    seen = {"from left": _room_view(window)}
    if len(QApplication.screens()) == 1:
        return seen
    _ask(window, "view.room")
    go_right(window)
    settle()
    seen["from right"] = _room_view(window)
    _ask(window, "view.room")
    window.setGeometry(QRect(100, 60, 1000, 600))
    settle()
    _room_view(window)
    # The platform cannot take a screen away; Qt tells of it in this way, having moved the windows.
    qt = QApplication.instance()
    if isinstance(qt, QApplication):
        qt.screenRemoved.emit(qt.screens()[1])
    settle()
    seen["unplugged"] = _told()
    return seen


def _ask(window: MainWindow, row_id: str) -> None:
    window.actions_of_window.refresh()
    window.actions_of_window[row_id].trigger()
    settle()


def _room_view(window: MainWindow) -> dict[str, Any]:
    _ask(window, "view.room")
    return _told()


def _told() -> dict[str, Any]:
    (view,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, RoomWindow) and one.isVisible()]
    return place(view) | {"full": view.isFullScreen(), "keyboard": view.isActiveWindow()}


def new_dialog(before: set[QWidget]) -> QDialog:
    """Return the dialogue that was not there before, once it is shown."""
    deadline = QDeadlineTimer(PATIENCE)
    while not deadline.hasExpired():
        settle()
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible() and one not in before:
                return one
    raise TimeoutError


def place(widget: QWidget) -> dict[str, Any]:
    """Return on which screen a window is, and where it is without and with its frame."""
    return {
        "screen": widget.screen().name(),
        "place": list(widget.geometry().getRect()),
        "frame": list(widget.frameGeometry().getRect()),
    }


def settle() -> None:
    """Let everything come to rest that has begun."""
    for _ in range(10):
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


DOINGS: dict[str, Callable[[MainWindow], dict[str, Any]]] = {
    one.__name__: one for one in (leave_right, leave_maximised, look, ask_everything, show_room)
}


def main(screens: str, doing: str, home: str) -> None:
    """Start, do, tell, and end as a person does."""
    os.environ |= {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "CJEDITOR_HOME": home}
    qt = QApplication(["cjeditor"])
    qt.setQuitOnLastWindowClosed(False)
    preferences = Preferences(paths.config_folder() / SETTINGS_NAME)
    preferences.set_language("en")
    preferences.flush()
    application = Application(qt)
    application.start([own_sample(Path(home))])
    program = application.furnish()
    settle()
    (window,) = program.windows
    seen = DOINGS[doing](window)
    window.room.document.undo_stack.setClean()
    window.close()
    settle()
    application.end()
    json.dump(seen, sys.stdout)
