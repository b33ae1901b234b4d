"""What tests of the room view stand on: a window with a map, its room view, and ways to lead both."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.room_view.hands import Facilitator


@pytest.fixture
def facilitator(qtbot: QtBot, program: Program) -> Facilitator:
    """Return somebody before a window with the small project, whose room view is open."""
    window = program.open_window(small_project())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = Facilitator(qtbot, window)
    made.ask("view.room")
    QApplication.processEvents()
    return made
