"""A window whose clock the test moves."""

from __future__ import annotations

import datetime

import pytest
from pytestqt.qtbot import QtBot

from cjeditor.catalogue.templates import new_project
from cjeditor.model.ids import new_id
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.workshop.agenda import Agenda


class Clock:
    """Shows nine o'clock until it is moved."""

    def __init__(self) -> None:
        self.time = datetime.datetime(2026, 11, 27, 9, 0, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.time

    def go_on(self, seconds: float) -> None:
        self.time += datetime.timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shown(qtbot: QtBot, house: House, program: Program, clock: Clock) -> MainWindow:
    """Return a window with the five-phase template and the agenda shown."""
    house.now = clock
    made = program.open_window(new_project("five-phases", language="en", title="Trip", new_id=new_id))
    made.resize(1366, 728)
    qtbot.waitUntil(made.windowHandle().isExposed)
    made.actions_of_window["view.agenda"].trigger()
    return made


@pytest.fixture
def agenda(shown: MainWindow) -> Agenda:
    return shown.room.contents.agenda
