"""A window with the small project, its pane for voting, and somebody who votes."""

from __future__ import annotations

import datetime

import pytest
from pytestqt.qtbot import QtBot

from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.voting.pane import Voting
from tests.builders import small_project


def _ten() -> datetime.datetime:
    return datetime.datetime(2026, 11, 27, 10, 0, tzinfo=datetime.UTC)


@pytest.fixture
def shown(qtbot: QtBot, house: House, program: Program) -> MainWindow:
    """Return a window in which it is ten o'clock."""
    house.now = _ten
    made = program.open_window(small_project())
    made.resize(1366, 728)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def voting(shown: MainWindow) -> Voting:
    """Return the pane with the form of a new round."""
    shown.actions_of_window["vote.start"].trigger()
    return shown.room.contents.voting
