"""What tests of windows stand on: a parent for dialogues, and the whole program without its event loop."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.catalogue.templates import new_project
from cjeditor.model.ids import new_id
from cjeditor.storage.history import History
from cjeditor.storage.recovery import Recovery
from cjeditor.storage.save import save
from cjeditor.window.appearance import Appearance
from cjeditor.window.crash import CrashWatch
from cjeditor.window.house import House
from cjeditor.window.icons import Icons
from cjeditor.window.main_window import MainWindow
from cjeditor.window.own_blocks import OwnBlocks
from cjeditor.window.preferences import Preferences
from cjeditor.window.program import Program
from cjeditor.window.snapshots import Snapshots
from cjeditor.window.window_list import WindowList
from tests.builders import small_project

Start = Callable[[list[Path]], MainWindow]
NOON = datetime.datetime(2026, 3, 14, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard: the offscreen platform frees it after Python, and crashes."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    """Return a window for dialogues, which delete themselves when closed and so are not given to the bot."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()


@pytest.fixture
def recovery_folder(tmp_path: Path) -> Path:
    """Return where snapshots lie."""
    return tmp_path / "recovery"


@pytest.fixture
def language() -> str:
    """Return the language of the windows."""
    return "en"


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path, language: str) -> Iterator[House]:
    """Return what windows share: English unless a test asks for another language, light, at noon."""
    palette, font, style = QPalette(qapp.palette()), qapp.font(), qapp.style().objectName()
    preferences = Preferences(tmp_path / "config" / "cjeditor.ini")
    preferences.remember_folder(tmp_path)
    preferences.set_theme("light")
    made = House(
        preferences=preferences,
        appearance=Appearance(qapp, preferences),
        words=texts.of(language),
        icons=Icons(),
        windows=WindowList(),
        log_folder=tmp_path / "log",
        now=lambda: NOON,
        own_blocks=OwnBlocks(tmp_path / "config" / "blocks.json"),
    )
    yield made
    # Closed windows go first: a style given to hundreds of widgets that are about to be deleted costs a second.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    made.qt_words.be_silent()
    qapp.setStyle(style)
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def snapshots(recovery_folder: Path) -> Snapshots:
    """Return what writes snapshots."""

    def recovery_of(session: str) -> Recovery:
        return Recovery(recovery_folder, session, lambda: NOON)

    return Snapshots(recovery_of, History(recovery_folder.parent / "history", lambda: NOON))


@pytest.fixture
def program(qtbot: QtBot, house: House, snapshots: Snapshots) -> Iterator[Program]:
    """Return the running program; its windows are closed without questions at the end."""
    watch = CrashWatch(lambda: None)
    made = Program(house, snapshots, watch)
    yield made
    for window in made.windows:
        window.room.document.undo_stack.setClean()
        window.close()
    qtbot.waitUntil(lambda: made.windows == ())
    made.end()


@pytest.fixture
def start(qtbot: QtBot, house: House, program: Program) -> Start:
    """Return what starts the program with files, as on the command line."""

    def begin(files: list[Path]) -> MainWindow:
        first = MainWindow(house)
        first.show()
        program.start(files, first)
        return first

    return begin


@pytest.fixture
def window(qtbot: QtBot, program: Program) -> MainWindow:
    """Return a window with the nine-phase template."""
    made = program.open_window(new_project("nine-phases", language="en", title="Trip", new_id=new_id))
    qtbot.waitUntil(made.windowHandle().isExposed)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a project file on disk."""
    path = tmp_path / "small.cjmap"
    save(small_project(), path, expected=None)
    return path


@pytest.fixture
def small_window(qtbot: QtBot, program: Program) -> MainWindow:
    """Return a window on the small project; the map has the keyboard."""
    made = program.open_window(small_project())
    made.resize(1366, 768)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.room.canvas.setFocus()
    return made


@pytest.fixture
def in_front(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Return a window in front, in a size that people have; no pane is touched that is not shown at first."""
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
