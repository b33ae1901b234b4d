"""The overview is asked for in the menu and remembered."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.asking import ask


def test_it_is_off_at_first_and_comes_back_in_the_next_window(
    qtbot: QtBot, small_window: MainWindow, program: Program, house: House
) -> None:
    action = small_window.actions_of_window["view.minimap"]
    small_window.room.canvas.view.zoom_to(3.0)
    assert not small_window.room.canvas.minimap.isVisible()
    ask(small_window, "view.minimap")
    assert action.isChecked()
    assert small_window.room.canvas.minimap.isVisible()
    assert house.preferences.flag("minimap", default=False)
    other = program.open_window(small_project())
    qtbot.waitUntil(other.isVisible)
    assert other.room.canvas.minimap.wanted
    ask(small_window, "view.minimap")
    assert not small_window.room.canvas.minimap.isVisible()
