"""The room view goes with its window, comes back in another language, and leaves nothing behind."""

from __future__ import annotations

import weakref

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cjeditor.model.edits.maps import set_map
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import MAP, small_project
from tests.window.room_view.hands import Facilitator, room_views, settle


def _gone() -> None:
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_closed_it_is_freed_with_all_that_it_holds(facilitator: Facilitator) -> None:
    view = facilitator.view
    parts = [view, view.pages, view.showing]
    alive = [weakref.ref(one) for one in parts]
    facilitator.ask("view.room")
    _gone()
    assert not any(shiboken6.isValid(one) for one in parts)
    del view, parts
    assert [one() for one in alive] == [None, None, None]
    # The document goes on without it.
    facilitator.window.room.document.undo_stack.undo()
    facilitator.go_to(7)
    facilitator.ask("view.room")
    assert facilitator.phase == "ph_c"


def test_it_closes_with_its_window_and_that_alone(qtbot: QtBot, program: Program, facilitator: Facilitator) -> None:
    other = program.open_window(small_project())
    qtbot.waitUntil(other.isVisible)
    other.actions_of_window["view.room"].trigger()
    settle()
    assert len(room_views()) == 2
    other.close()
    qtbot.waitUntil(lambda: len(program.windows) == 1)
    assert len(room_views()) == 1
    facilitator.window.close()
    qtbot.waitUntil(lambda: program.windows == ())
    assert room_views() == []


@pytest.mark.parametrize("language", ["en"])
def test_another_language_keeps_what_the_room_sees(qtbot: QtBot, facilitator: Facilitator, language: str) -> None:
    facilitator.press(Qt.Key.Key_End)
    facilitator.press(Qt.Key.Key_F)
    facilitator.click("card", "tp_d")
    before, page = facilitator.view, facilitator.said
    place = before.geometry()
    facilitator.window.room.settings.language_wanted.emit("de")
    qtbot.waitUntil(lambda: facilitator.window.room.canvas.desk.words.language == "de")
    settle()
    assert facilitator.view is not before
    assert facilitator.view.geometry() == place
    assert facilitator.said == page
    assert facilitator.view.accessibleName() == "Beameransicht"
    assert facilitator.view.windowTitle().startswith("Beameransicht – ")
    assert facilitator.view.showing.shown.frozen is not None
    assert facilitator.window.actions_of_window["room.freeze"].isChecked()
    facilitator.press(Qt.Key.Key_F)
    assert (facilitator.phase, facilitator.view.showing.shown.frozen) == ("ph_c", None), "it was led there"
    facilitator.go_to(1)
    facilitator.go_to(3)
    assert facilitator.phase == "ph_b"
    _gone()
    assert not shiboken6.isValid(before)


def test_f5_opens_it_and_closes_it_from_both_windows(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F5)
    settle()
    assert len(room_views()) == 1
    QTest.keyClick(room_views()[0], Qt.Key.Key_F5)
    settle()
    assert room_views() == []
    assert window.actions_of_window["view.room"].shortcut() == QKeySequence("F5")


def test_titles_from_a_file_stand_in_the_window_title_as_they_are(facilitator: Facilitator) -> None:
    title = "A & B [*] <b>bold</b>"
    facilitator.window.room.document.apply("Rename", lambda project: set_map(project, MAP, title=title))
    settle()
    assert facilitator.view.windowTitle() == "Room view – A & B [*][*] <b>bold</b>"
