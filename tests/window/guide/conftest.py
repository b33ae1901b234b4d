"""What tests of the guide stand on: an active window that shows it, and ways to look at it and to touch it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.catalogue.templates import new_project
from cjeditor.model.ids import new_id
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.guide.hands import Reader


@pytest.fixture
def nine(qtbot: QtBot, program: Program) -> Reader:
    """Return the guide of a new map with nine phases."""
    project = new_project("nine-phases", language="en", title="Trip", new_id=new_id)
    return _reader(qtbot, program.open_window(project))


@pytest.fixture
def small(qtbot: QtBot, program: Program) -> Reader:
    """Return the guide of the small project, whose phases are of no framework."""
    return _reader(qtbot, program.open_window(small_project()))


def _reader(qtbot: QtBot, window: MainWindow) -> Reader:
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.actions_of_window["view.guide"].trigger()
    QApplication.processEvents()
    return Reader(window)
