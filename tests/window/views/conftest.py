"""What the tests of this folder share: a window on the small project, with the keyboard."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import small_project


@pytest.fixture
def small_window(qtbot: QtBot, program: Program) -> MainWindow:
    """Return a window on the small project; the map has the keyboard."""
    made = program.open_window(small_project())
    made.resize(1366, 768)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.room.canvas.setFocus()
    return made
