from __future__ import annotations

from PySide6.QtWidgets import QStatusBar
from pytestqt.qtbot import QtBot

from cjeditor.model.edits import maps
from cjeditor.model.lookup import map_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.map_details import Details, MapDetailsDialog, details_of, with_details
from tests.builders import MAP, small_project
from tests.window.dialogues import press, shown

WANTED = Details("T", "Ada", "future", "S", "C", "K", "O", "2")


def test_details_come_back_as_they_were_put() -> None:
    project = with_details(small_project(), MAP, WANTED, "ps_new")
    assert details_of(project, MAP) == WANTED


def test_a_name_renames_the_lead_persona() -> None:
    project = with_details(small_project(), MAP, WANTED, "ps_new")
    assert map_of(project, MAP).lead_persona == "ps_a"
    assert [persona.name for persona in project.personas] == ["Ada", "Jo"]


def test_without_a_lead_persona_one_of_that_name_becomes_it() -> None:
    project = maps.set_map(small_project(), MAP, lead_persona=None)
    known = with_details(project, MAP, Details("T", "Jo", "current", "", "", "", "", ""), "ps_new")
    assert map_of(known, MAP).lead_persona == "ps_b"
    new = with_details(project, MAP, WANTED, "ps_new")
    assert map_of(new, MAP).lead_persona == "ps_new"
    assert {persona.id for persona in new.personas} == {"ps_a", "ps_b", "ps_new"}


def test_an_empty_name_takes_the_persona_off_the_map_only() -> None:
    project = with_details(small_project(), MAP, Details("T", "", "current", "", "", "", "", ""), "ps_new")
    assert map_of(project, MAP).lead_persona is None
    assert len(project.personas) == 2


def test_the_form_makes_one_step(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_of_window["map.details"].trigger()
    dialog = shown(qtbot, MapDetailsDialog)
    dialog.title.setText("A trip <b>north</b>")
    dialog.persona.setText("Mia")
    dialog.state.setCurrentIndex(1)
    dialog.scenario.setPlainText("Two weeks\nby train")
    press(dialog, "Apply")
    shown_details = details_of(window.room.document.project, window.room.map_id())
    assert shown_details.title == "A trip <b>north</b>"
    assert shown_details.persona == "Mia"
    assert shown_details.state == "future"
    assert shown_details.scenario == "Two weeks\nby train"
    assert window.room.document.undo_stack.count() == 1
    window.actions_of_window["edit.undo"].trigger()
    assert details_of(window.room.document.project, window.room.map_id()).title == "Trip"


def test_a_form_that_nobody_touched_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.room.show_project(maps.set_map(small_project(), MAP, title="Two\nlines ", owner=" Ada"), None, None)
    before = window.room.document.project
    window.actions_of_window["map.details"].trigger()
    press(shown(qtbot, MapDetailsDialog), "Apply")
    assert window.room.document.project is before
    assert window.room.document.undo_stack.count() == 0


def test_what_cannot_be_kept_is_refused_and_the_form_stays(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_of_window["map.details"].trigger()
    dialog = shown(qtbot, MapDetailsDialog)
    dialog.scenario.setPlainText("x" * 100_001)
    press(dialog, "Apply")
    assert dialog.isVisible()
    bar = window.statusBar()
    assert isinstance(bar, QStatusBar)
    assert bar.currentMessage()
    assert window.room.document.undo_stack.count() == 0
