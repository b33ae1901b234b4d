"""The way from a pain point to a KPI, each step made from the one before by the same key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.analysis.tracing import chains
from cjeditor.model.edits.cards import set_note
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.edits.maps import delete_map
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import map_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import MAP, small_project

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_R, CONTROL)


def type_in(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def _window(qtbot: QtBot, program: Program) -> MainWindow:
    project = set_note(delete_map(small_project(), "map_2"), MAP, ["nt_c"], text="Nobody answers")
    project = duplicate_map(project, MAP, new_map_id="map_x", new_ids=new_id, state="future", title="To be")
    made = program.open_window(project)
    made.resize(1366, 768)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_one_key_leads_from_pain_to_kpi(qtbot: QtBot, program: Program) -> None:
    window = _window(qtbot, program)
    room = window.room
    steps = room.document.undo_stack
    room.canvas.setFocus()
    room.canvas.desk.choose_cards(["nt_c"])
    press(qtbot)
    type_in(qtbot, "How might we answer sooner?")
    assert steps.count() == 1
    press(qtbot)
    type_in(qtbot, "A night shift")
    assert steps.count() == 2
    press(qtbot)
    type_in(qtbot, "Hire for the night")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    press(qtbot)
    assert room.map_id() == "map_x", "the future touchpoint lies on the future map"
    assert room.canvas.is_writing(), "it is written as notes are"
    type_in(qtbot, " shift")
    press(qtbot)
    name = QApplication.focusWidget()
    assert name is not None
    qtbot.waitUntil(lambda: name.visibleRegion().boundingRect() == name.rect())
    type_in(qtbot, "Hours until an answer")
    (chain,) = [each for each in chains(room.document.project) if each.has("kpi") and each.map == MAP]
    assert chain.gaps == ()
    assert chain.pain_point is not None
    assert chain.pain_point.id == "nt_c"
    assert chain.touchpoint is not None
    assert chain.touchpoint.title == "Hire for the night shift"
    assert chain.touchpoint in map_of(room.document.project, "map_x").touchpoints
    while steps.canUndo():
        steps.undo()
    assert not room.document.project.actions[0].touchpoints
    assert len(room.document.project.actions) == 1


def test_nothing_follows_from_other_cards_and_that_is_said(qtbot: QtBot, program: Program) -> None:
    window = _window(qtbot, program)
    commands = window.room.target("trace")
    hints: list[str] = []
    commands.hint.connect(hints.append)  # type: ignore[attr-defined]  # it has that signal
    window.room.canvas.desk.choose_cards(["nt_a"])
    assert not commands.can_go_on()  # type: ignore[attr-defined]  # as the table of actions asks
    commands.next()  # type: ignore[attr-defined]  # as the palette does
    assert hints[0].startswith("From a pain point follows")
    window.room.canvas.desk.choose_cards(["nt_c", "nt_a"])
    assert not commands.can_go_on()  # type: ignore[attr-defined]  # two are no one
