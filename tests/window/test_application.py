from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.storage import paths
from cjeditor.window.application import SETTINGS_NAME, Application
from cjeditor.window.preferences import Preferences
from tests.builders import small_project


class Left:
    """How often the program would have ended."""

    def __init__(self) -> None:
        self.times = 0

    def once_more(self) -> None:
        self.times += 1


@pytest.fixture
def left() -> Left:
    return Left()


@pytest.fixture
def language() -> str:
    """What is asked for on the command line."""
    return ""


@pytest.fixture
def application(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, left: Left, language: str
) -> Iterator[Application]:
    palette, font, style = QPalette(qapp.palette()), qapp.font(), qapp.style().objectName()
    preferences = Preferences(paths.config_folder() / SETTINGS_NAME)
    preferences.set_language("de")
    preferences.flush()
    made = Application(qapp, language)
    # Leaving would end the event loops of all later tests.
    monkeypatch.setattr(made, "_leave", left.once_more)
    try:
        yield made
        if made._program is not None:
            for window in made._program.windows:
                window.room.document.undo_stack.setClean()
                window.close()
    finally:
        # Whatever went wrong, later tests find Qt as it was.
        made.end()
        made.deleteLater()
        qapp.setStyle(style)
        qapp.setStyleSheet("")
        qapp.setPalette(palette)
        qapp.setFont(font)


def test_the_frame_stands_before_the_rest_is_loaded(qtbot: QtBot, application: Application, file: Path) -> None:
    application.start([file])
    first = application._first
    assert first is not None
    assert first.isVisible()
    assert not first.actions_of_window["file.save"].isEnabled()
    with pytest.raises(RuntimeError):
        assert first.room
    qtbot.waitUntil(lambda: application._program is not None)
    (window,) = application.furnish().windows
    assert window is first
    assert window.room.document.project == small_project()
    assert window.actions_of_window["file.save"].isEnabled()


def test_windows_speak_the_chosen_language_and_so_does_qt(qtbot: QtBot, application: Application) -> None:
    application.start([])
    (window,) = application.furnish().windows
    assert [action.text().replace("&", "") for action in window.menuBar().actions()][:2] == ["Datei", "Bearbeiten"]
    save = window.actions_of_window["file.save"]
    assert "Strg+S" in save.toolTip()


@pytest.mark.parametrize("language", ["en"])
def test_the_language_that_is_asked_for_is_spoken_this_time(
    qtbot: QtBot, application: Application, language: str
) -> None:
    application.start([])
    program = application.furnish()
    (window,) = program.windows
    before = window.room
    program._refurnishing.write_in("large")
    qtbot.waitUntil(lambda: window.room is not before)
    assert application.house.words.language == language
    assert [action.text().replace("&", "") for action in window.menuBar().actions()][:2] == ["File", "Edit"]
    assert application.house.preferences.language_choice == "de", "it is not kept"


def test_a_frame_that_is_closed_at_once_ends_the_program(qtbot: QtBot, application: Application, left: Left) -> None:
    application.start([])
    assert application._first is not None
    application._first.close()
    assert left.times == 1


def test_a_request_of_the_system_keeps_the_work_and_asks_nothing(
    qtbot: QtBot, application: Application, left: Left
) -> None:
    application.start([])
    (window,) = application.furnish().windows
    window.room.canvas.phases.add()
    application._end_by_system()
    assert left.times == 1
    assert list(paths.state_folder().rglob("header.json"))


COPY_AND_QUIT = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from cjeditor.window.application import Application

application = Application(QApplication(["cjeditor"]))
application.start([Path(sys.argv[1])])
window = application.furnish().windows[0]
window.room.canvas.picking.select_all()
window.room.canvas.clipboard.copy()
assert QGuiApplication.clipboard().mimeData().formats()
window.close()
application.end()
"""


def test_the_program_ends_well_with_a_copied_card_on_the_clipboard(file: Path) -> None:
    done = subprocess.run([sys.executable, "-c", COPY_AND_QUIT, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
