"""The agenda in its pane, by real keys and mouse: planned, written, moved, and run with a clock sped up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.catalogue.agendas import plans
from cjeditor.model.edits.maps import set_project
from cjeditor.model.lookup import map_of, ordered
from cjeditor.window.main_window import MainWindow
from cjeditor.window.menu_plan import MENU_BAR
from cjeditor.window.workshop.agenda import Agenda
from cjeditor.window.workshop.agenda_rows import MINUTES, TIME, TITLE
from cjeditor.window.workshop.step_menu import StepMenu
from tests.window.workshop.conftest import Clock

CONTROL = Qt.KeyboardModifier.ControlModifier


def take(agenda: Agenda, key: str) -> None:
    """Choose a ready plan in the menu."""
    action: QAction = next(one for one in agenda.bar.menu.actions() if one.data() == key)
    action.trigger()


def titles(agenda: Agenda) -> list[str]:
    return [step.title for step in agenda.edits.steps]


def cell(agenda: Agenda, row: int, column: int) -> str:
    return str(agenda.rows.index(row, column).data())


@pytest.fixture
def planned(agenda: Agenda) -> Agenda:
    take(agenda, "one-hour")
    return agenda


def test_the_pane_opens_with_the_choice_of_a_plan_in_hand(agenda: Agenda) -> None:
    assert QApplication.focusWidget() is agenda.bar.plans
    assert "ready plan" in agenda.total.text()
    assert not agenda.clock.toggle.isEnabled()
    assert agenda.form.isHidden()


def test_a_ready_plan_stands_there_with_its_times(shown: MainWindow, planned: Agenda) -> None:
    assert [cell(planned, row, TIME) for row in range(4)] == ["09:00", "09:03", "09:07", "09:15"]
    assert cell(planned, 3, TITLE) == "Awareness: share and merge"
    assert planned.total.text() == "60 min planned, until 10:00"
    assert shown.room.document.undo_stack.count() == 1
    shown.room.document.undo_stack.undo()
    assert titles(planned) == []


def test_another_plan_asks_before_it_takes_the_place(qtbot: QtBot, shown: MainWindow, planned: Agenda) -> None:
    before = titles(planned)
    take(planned, "day")
    box = shown.findChild(QMessageBox, "replace_agenda")
    assert isinstance(box, QMessageBox)
    assert titles(planned) == before
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert titles(planned) == before
    take(planned, "day")
    (box,) = [one for one in shown.findChildren(QMessageBox, "replace_agenda") if one.isVisible()]
    next(one for one in box.buttons() if one.text().replace("&", "") == "Replace").click()
    assert sum(step.minutes for step in planned.edits.steps) == plans()[-1].minutes == 480
    shown.room.document.undo_stack.undo()
    assert titles(planned) == before


def test_title_and_minutes_are_written_in_place(qtbot: QtBot, planned: Agenda) -> None:
    rows = planned.list
    rows.setFocus()
    rows.go_to(planned.edits.steps[1].id)
    qtbot.keyClick(rows, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(field, "Mia & Jo")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(planned)[1] == "Mia & Jo")
    rows.setCurrentIndex(planned.rows.index(1, MINUTES))
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(field, "12")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: planned.edits.steps[1].minutes == 12)
    assert cell(planned, 2, TIME) == "09:15"


def test_fields_change_the_step_and_typing_is_one_step_to_undo(
    qtbot: QtBot, shown: MainWindow, planned: Agenda
) -> None:
    form, stack = planned.form, shown.room.document.undo_stack
    step_id = planned.edits.steps[2].id
    planned.list.go_to(step_id)
    before = stack.count()
    form.question.setFocus()
    form.question.selectAll()
    qtbot.keyClicks(form.question, "What now?")
    form.script.setFocus()
    qtbot.keyClick(form.script, Qt.Key.Key_End, CONTROL)
    qtbot.keyClicks(form.script, " Go!")
    assert stack.count() == before + 2
    form.kind.setFocus()
    qtbot.keyClick(form.kind, Qt.Key.Key_End)
    step = next(each for each in planned.edits.steps if each.id == step_id)
    assert step.question == "What now?"
    assert step.script.endswith("later. Go!")
    assert step.kind == "free"
    stack.undo()
    stack.undo()
    assert form.script.text().endswith("later.")


def test_phase_and_lanes_are_chosen_among_those_of_the_map(qtbot: QtBot, shown: MainWindow, planned: Agenda) -> None:
    journey_map = map_of(shown.room.document.project, shown.room.map_id())
    planned.list.go_to(planned.edits.steps[0].id)
    form = planned.form
    form.phase.setFocus()
    qtbot.keyClick(form.phase, Qt.Key.Key_Down)
    assert planned.edits.steps[0].phase == ordered(journey_map.phases)[0].id
    form.lane_menu.actions()[2].trigger()
    form.lane_menu.actions()[0].trigger()
    lanes = [lane for lane in ordered(journey_map.lanes) if lane.kind != "separator"]
    assert planned.edits.steps[0].lanes == (lanes[0].id, lanes[2].id)
    shown.room.canvas.phases.add()
    assert form.phase.count() == 7


def test_steps_are_added_moved_and_deleted_by_keys(qtbot: QtBot, planned: Agenda) -> None:
    rows, before = planned.list, titles(planned)
    rows.setFocus()
    rows.go_to(planned.edits.steps[1].id)
    qtbot.keyClick(rows, Qt.Key.Key_Down, CONTROL)
    assert titles(planned)[:3] == [before[0], before[2], before[1]]
    qtbot.keyClick(rows, Qt.Key.Key_Up, CONTROL)
    assert titles(planned) == before
    qtbot.keyClick(rows, Qt.Key.Key_Insert)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "Warm-up")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(planned)[:4] == [before[0], before[1], "Warm-up", before[2]])
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert titles(planned) == before
    assert rows.current_id == planned.edits.steps[2].id


def test_a_step_is_carried_by_the_mouse(qtbot: QtBot, planned: Agenda) -> None:
    rows, before = planned.list, titles(planned)
    where = [rows.visualRect(planned.rows.index(row, TITLE)) for row in range(3)]
    port = rows.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=where[0].center())
    qtbot.mouseMove(port, where[1].center())
    qtbot.mouseMove(port, QPoint(where[2].center().x(), where[2].bottom() - 2))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(where[2].center().x(), where[2].bottom() - 2))
    assert titles(planned)[:3] == [before[1], before[2], before[0]]


def test_the_menu_of_a_step_offers_the_same(qtbot: QtBot, planned: Agenda) -> None:
    step = planned.edits.steps[2]
    planned.list.menu_wanted.emit(step.id, planned.mapToGlobal(QPoint(20, 200)))
    menu = planned.findChild(StepMenu)
    assert isinstance(menu, StepMenu)
    next(one for one in menu.actions() if one.data() == "up").trigger()
    assert planned.edits.steps[1].id == step.id
    menu.close()


def test_an_hour_is_run_from_end_to_end_with_the_clock_sped_up(
    qtbot: QtBot, shown: MainWindow, planned: Agenda, clock: Clock
) -> None:
    room, timer = shown.room, shown.room.timer
    journey_map = map_of(room.document.project, room.map_id())
    phases = {step.id: step.phase for step in journey_map.steps}
    opened: set[str] = set()
    lanes: set[str] = set()
    ended: list[int] = []
    timer.ended.connect(lambda: ended.append(timer.step_number))
    shown.activateWindow()
    room.canvas.setFocus()
    keys = CONTROL | Qt.KeyboardModifier.ShiftModifier
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space, keys)
    for number, step in enumerate(planned.edits.steps, start=1):
        assert timer.step_number == number
        assert cell(planned, number - 1, MINUTES) == f"{step.minutes}:00"
        focus = room.canvas.selection.focus
        if step.phase is not None and focus is not None:
            assert phases[focus.step] == step.phase
            opened.add(step.phase)
        if step.lanes and focus is not None:
            assert focus.lane == step.lanes[0]
            lanes.add(focus.lane)
        clock.go_on(step.minutes * 60)
        timer.tick()
        assert planned.clock.property("over")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, keys)
    assert ended == list(range(1, 15))
    assert len(opened) == 5
    assert len(lanes) == 3
    assert timer.step is None
    assert planned.edits.steps[-1].ended == "2026-11-27T10:00:00"
    assert room.canvas.hasFocus() or room.canvas.isAncestorOf(QApplication.focusWidget())


def test_the_clock_shows_where_the_workshop_is(qtbot: QtBot, planned: Agenda, clock: Clock) -> None:
    face = planned.clock
    qtbot.mouseClick(face.toggle, Qt.MouseButton.LeftButton)
    clock.go_on(70)
    planned._timer.tick()
    assert face.time.text() == "1:50"
    assert (face.toggle.text(), face.place.text(), face.title.text()) == ("Pause", "Step 1 of 14", "Welcome and aim")
    qtbot.mouseClick(face.minute, Qt.MouseButton.LeftButton)
    assert face.time.text() == "2:50"
    clock.go_on(200)
    planned._timer.tick()
    assert face.time.text() == "−0:30"
    assert planned.total.text() == "60 min planned, until 10:01 · 2 min late"
    qtbot.mouseClick(face.toggle, Qt.MouseButton.LeftButton)
    assert face.toggle.text() == "Go on"
    qtbot.keyClick(face.on, Qt.Key.Key_Return)
    assert face.place.text() == "Step 2 of 14"
    qtbot.mouseClick(face.back, Qt.MouseButton.LeftButton)
    assert face.place.text() == "Step 1 of 14"


def test_after_the_end_the_keys_of_the_pause_ask_before_the_times_go(
    qtbot: QtBot, shown: MainWindow, planned: Agenda, clock: Clock
) -> None:
    document, timer = shown.room.document, shown.room.timer
    timer.start()
    for _ in planned.edits.steps:
        clock.go_on(60)
        timer.next_step()
    assert planned.clock.title.text() == "The workshop is over"
    held = planned.edits.steps
    shown.actions_of_window["workshop.toggle"].trigger()
    shown.actions_of_window["workshop.toggle"].trigger()
    (box,) = shown.findChildren(QMessageBox, "begin_afresh")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (planned.edits.steps, timer.step) == (held, None), "Enter on its own keeps the times"
    qtbot.mouseClick(planned.clock.toggle, Qt.MouseButton.LeftButton)
    (box,) = [one for one in shown.findChildren(QMessageBox, "begin_afresh") if one.isVisible()]
    next(one for one in box.buttons() if one.text().replace("&", "") == "Begin afresh").click()
    assert (timer.step_number, timer.running) == (1, True)
    assert [step.started[11:] for step in planned.edits.steps[:2]] == ["09:14:00", ""]
    assert document.undo_stack.count() == 1, "only the plan was chosen"


def test_undo_takes_back_the_last_card_while_the_clock_runs(shown: MainWindow, planned: Agenda, clock: Clock) -> None:
    room = shown.room
    room.document.apply("Change title", lambda p: set_project(p, title="Other"))
    room.timer.start()
    clock.go_on(60)
    room.timer.next_step()
    assert room.document.undo_stack.undoText() == "Change title"
    shown.actions_of_window["edit.undo"].trigger()
    assert room.document.project.title != "Other"
    first, second = planned.edits.steps[:2]
    assert (first.ended[11:], second.started[11:], room.timer.step_number) == ("09:01:00", "09:01:00", 2)


@pytest.mark.parametrize("sound", [True, False])
def test_the_end_of_a_step_is_heard_unless_muted(
    planned: Agenda, clock: Clock, monkeypatch: pytest.MonkeyPatch, sound: bool
) -> None:
    beeps: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(True))
    if not sound:
        planned.clock.sound.click()
    planned._timer.start()
    clock.go_on(181)
    planned._timer.tick()
    planned._timer.tick()
    assert beeps == [True] * sound
    assert planned._house.preferences.flag("workshop_sound", True) is sound


def test_space_begins_the_step_under_the_cursor(qtbot: QtBot, planned: Agenda) -> None:
    planned.list.setFocus()
    planned.list.go_to(planned.edits.steps[4].id)
    qtbot.keyClick(planned.list, Qt.Key.Key_Space)
    assert planned._timer.step_number == 5
    assert [cell(planned, row, TIME) for row in (3, 4)] == ["", "09:00"]


def test_the_beginning_is_planned(qtbot: QtBot, shown: MainWindow, planned: Agenda) -> None:
    begin = planned.bar.begin
    begin.setFocus()
    begin.setSelectedSection(begin.Section.HourSection)
    qtbot.keyClick(begin, Qt.Key.Key_Up)
    assert shown.room.document.project.settings.workshop_start == "10:00"
    assert cell(planned, 1, TIME) == "10:03"
    shown.room.document.undo_stack.undo()
    assert cell(planned, 1, TIME) == "09:03"
    assert begin.time().hour() == 9


def test_keys_of_the_pane_change_no_card(qtbot: QtBot, shown: MainWindow, planned: Agenda) -> None:
    room = shown.room
    room.canvas.cards.add_touchpoint()
    room.canvas.finish_editing()
    project = room.document.project
    planned.bar.plus.setFocus()
    qtbot.keyClick(planned.bar.plus, Qt.Key.Key_Delete)
    planned.form.title.setFocus()
    qtbot.keyClick(planned.form.title, Qt.Key.Key_Delete)
    assert room.document.project.maps == project.maps


def test_the_menu_leads_to_agenda_inbox_and_plans(qtbot: QtBot, shown: MainWindow) -> None:
    workshop = next(menu for menu in MENU_BAR if menu.id == "workshop")
    assert workshop.entries[:3] == ("view.agenda", "view.inbox", "workshop.plan")
    shown.actions_of_window["view.agenda"].trigger()
    shown.actions_of_window["workshop.plan"].trigger()
    agenda = shown.room.contents.agenda
    assert agenda.isVisible()
    assert agenda.bar.menu.isVisible()
    qtbot.keyClick(agenda.bar.menu, Qt.Key.Key_Return)
    assert len(agenda.edits.steps) == 14
    shown.actions_of_window.refresh()
    assert shown.actions_of_window["workshop.toggle"].isEnabled()
