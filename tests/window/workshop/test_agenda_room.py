"""The agenda in little room: a small laptop, long German titles, large letters."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.catalogue.agendas import plans
from cjeditor.catalogue.templates import new_project
from cjeditor.model.ids import new_id
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.workshop.agenda import Agenda
from cjeditor.window.workshop.agenda_rows import TIME, TITLE


@pytest.fixture
def language() -> str:
    return "de"


@pytest.fixture(params=["normal", "very_large"])
def text_size(request: pytest.FixtureRequest, house: House) -> str:
    house.preferences.set_text_size(request.param)
    return str(request.param)


@pytest.fixture
def agenda(qtbot: QtBot, text_size: str, program: Program) -> Agenda:
    window: MainWindow = program.open_window(new_project("five-phases", language="de", title="Trip", new_id=new_id))
    window.resize(1366, 728)
    qtbot.waitUntil(window.windowHandle().isExposed)
    window.actions_of_window["view.agenda"].trigger()
    found = window.room.contents.agenda
    found.edits.take_plan(plans()[0])
    QApplication.processEvents()
    return found


def test_many_steps_are_seen_whole_at_once(agenda: Agenda, text_size: str) -> None:
    seen = [
        row
        for row in range(agenda.rows.rowCount())
        if agenda.list.viewport().rect().contains(agenda.list.visualRect(agenda.rows.index(row, TITLE)))
    ]
    assert len(seen) >= {"normal": 7, "very_large": 3}[text_size]


def test_times_are_seen_whole(agenda: Agenda) -> None:
    font = agenda.list.font()
    font.setBold(True)  # the step that is on
    room = agenda.list.columnWidth(TIME)
    metrics = agenda.list.fontMetrics()
    assert metrics.horizontalAdvance("00:00") + 18 <= room


def test_fields_stand_below_the_list_and_never_over_it(agenda: Agenda, text_size: str) -> None:
    line = agenda.fontMetrics().height()
    assert agenda.list.height() >= 8 * line
    assert agenda.form.height() >= 5 * line
    assert agenda.list.geometry().bottom() < agenda.form.geometry().top()
