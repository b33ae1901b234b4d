"""Brings the program into the states that pictures are taken of; runs inside the process of one picture."""

from __future__ import annotations

from pathlib import Path

import states
from action_states import ACTION_STATES
from dock_states import CHOSEN, DOCK_STATES
from figure_states import FIGURE_STATES
from handout_states import HANDOUT_STATES
from poster_states import POSTER_STATES
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from touch_states import TOUCH_STATES
from view_states import VIEW_STATES

from cjeditor.interchange.pictures import picture_in
from cjeditor.storage import paths
from cjeditor.window.about.dialog import AboutDialog
from cjeditor.window.application import PROGRAM_NAME, SETTINGS_NAME, Application
from cjeditor.window.crash_report import Report
from cjeditor.window.main_window import MainWindow
from cjeditor.window.preferences import Preferences
from cjeditor.window.settings.dialog import SettingsDialog

PICTURE = Path(__file__).resolve().parent / "pictures" / "window.png"

ASKED = {
    "fitted": "view.fit",
    "selected": "edit.select_all",
    "new": "file.new",
    "new-map": "map.new",
    "details": "map.details",
    "personas": "map.personas",
    "channels": "map.channels",
    "persona-card": "map.persona",
    "persona-grid": "map.grid",
    "slides": "file.slides",
    "web-page": "file.page",
    "print": "file.print",
    "booklet": "file.booklet",
    "minutes": "file.minutes",
    "name-version": "file.name_version",
    "shortcuts": "help.shortcuts",
    "help": "help.open",
    "palette": "edit.palette",
}
"""States that one row of the actions table leads to."""

_PATIENCE = 300
"""Milliseconds until everything is painted."""


class Gallery:
    """One start of the program with the sample open."""

    def __init__(self, language: str, theme: str, size: tuple[int, int], sample: Path) -> None:
        self._qt = QApplication([PROGRAM_NAME])
        preferences = Preferences(paths.config_folder() / SETTINGS_NAME)
        preferences.set_language(language)
        preferences.set_theme("dark" if theme == "dark" else "light")
        preferences.flush()
        self._application = Application(self._qt)
        self._application.start([sample])
        self._program = self._application.furnish()
        self._window: MainWindow = self._program.windows[0]
        self._window.resize(*size)
        self._status = 1
        self._out = Path()
        self._state = ""

    def take(self, state: str, out: Path) -> int:
        """Bring the program into `state`, keep its picture as `out`, and return the exit status."""
        self._state, self._out = state, out
        QTimer.singleShot(_PATIENCE, self._qt, self._begin)
        self._qt.exec()
        self._application.end()
        return self._status

    def _begin(self) -> None:
        self._window.room.canvas.setFocus()
        name = f"show_{self._state.replace('-', '_')}"
        # What needs nothing but the window stands in modules of their own: a class says one thing.
        paper = {**HANDOUT_STATES, **POSTER_STATES}
        tables = {**ACTION_STATES, **DOCK_STATES, **FIGURE_STATES, **VIEW_STATES, **TOUCH_STATES, **paper}
        show = tables.get(self._state) or getattr(states, name, None)
        if show is not None:
            show(self._window)
        elif self._state in ASKED:
            self._ask(ASKED[self._state])
        else:
            getattr(self, f"_{name}")()
        QTimer.singleShot(_PATIENCE, self._qt, self._finish)

    def _finish(self) -> None:
        others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self._window]
        rooms = [one for one in others if one.objectName() == "room_view"]
        # The projector shows the room view alone, on a screen of its own.
        shown = rooms[0] if rooms else self._window
        beside = [one for one in others if not rooms or one.parentWidget() is shown]
        kept = together(shown, beside).save(str(self._out))
        self._status = 0 if kept else 1
        # Not saved and not asked about: what was done for the picture goes with it.
        self._window.room.document.undo_stack.setClean()
        self._window.close()
        self._qt.exit(0)

    def _ask(self, row_id: str) -> None:
        self._window.actions_of_window[row_id].trigger()

    def _show_window(self) -> None:
        self._window.room.canvas.cards.go_to(states.CHOSEN)

    def _show_tabs(self) -> None:
        self._ask("map.as_future")
        self._ask("map.previous")
        self._ask("map.duplicate")
        self._ask("map.rename")

    def _show_pictures(self) -> None:
        canvas = self._window.room.canvas
        self._ask("view.fit")
        canvas.lanes.add("images")
        canvas.view.zoom_to(1.0)
        target = canvas.picture_cards.target()
        if target is not None:
            canvas.picture_cards.add([picture_in(PICTURE)], target)
        # The program ends with the picture and must not keep what is unsaved.
        self._window.room.document.undo_stack.setClean()

    def _show_menu_map(self) -> None:
        pop_up(self._window, "map")

    def _show_menu_file(self) -> None:
        pop_up(self._window, "file")

    def _show_context(self) -> None:
        self._window.room.canvas.cards.go_to(states.CHOSEN)
        place = self._window.room.canvas.mapToGlobal(QPoint(520, 260))
        self._window.room.canvas.context_menu_requested.emit(place, "card", "")

    def _show_crash(self) -> None:
        self._program.show_crash(Report("ValueError: an example", "Traceback …"))

    def _show_refused(self) -> None:
        self._out.with_suffix(".cjmap").write_text("no project")
        self._window.room.files.path_wanted.emit(self._out.with_suffix(".cjmap"))
        self._out.with_suffix(".cjmap").unlink()

    def _show_settings(self, page: int = 0) -> None:
        self._ask("edit.settings")
        for dialog in self._window.findChildren(SettingsDialog):
            dialog.list.setCurrentRow(page)

    def _show_settings_appearance(self) -> None:
        self._show_settings(1)

    def _show_settings_projects(self) -> None:
        self._show_settings(2)

    def _show_settings_keys(self) -> None:
        self._show_settings(3)

    def _show_about(self, page: int = 0) -> None:
        self._ask("help.about")
        for dialog in self._window.findChildren(AboutDialog):
            dialog.tabs.setCurrentIndex(page)

    def _show_about_licences(self) -> None:
        self._show_about(1)

    def _show_about_folders(self) -> None:
        self._show_about(2)

    def _show_very_large(self) -> None:
        self._window.room.canvas.cards.go_to(CHOSEN)
        self._window.room.settings.size_wanted.emit("very_large")


def pop_up(window: MainWindow, name: str) -> None:
    """Open a menu of the window."""
    menu = window.menuBar().findChild(QMenu, name)
    if menu is not None:
        menu.popup(window.menuBar().mapToGlobal(QPoint(80, window.menuBar().height())))


def _depth(widget: QWidget) -> int:
    """Return how many widgets stand behind one: what belongs to a dialogue is drawn after it."""
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _depth(parent)


def together(window: QWidget, others: list[QWidget]) -> QPixmap:
    """Return the picture of a window with what stands before it."""
    picture = window.grab()
    frame = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
    painter = QPainter(picture)
    for other in sorted(others, key=_depth):
        place = other.mapToGlobal(QPoint(0, 0)) - frame.topLeft()
        if other.isWindow() and not isinstance(other, QMenu):
            # Without a window manager dialogues lie anywhere.
            painter.fillRect(frame.translated(-frame.topLeft()), QColor(0, 0, 0, 60))
            place = QPoint((frame.width() - other.width()) // 2, (frame.height() - other.height()) // 2)
        painter.drawPixmap(place, other.grab())
    painter.end()
    return picture
