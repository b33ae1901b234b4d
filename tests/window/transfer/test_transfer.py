"""Cards go to another map by menu, by key, and dropped on a tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from cjeditor.canvas.selection import Spot
from cjeditor.model import rules
from cjeditor.model.edits import lanes, phases
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.project import Project
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.transfer.dialog import TransferDialog
from tests.builders import MAP, small_project
from tests.canvas.hands import move_mouse
from tests.window.dialogues import any_shown, press, shown

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def two_maps() -> Project:
    """The small project; its second map has the first phase and a lane for touchpoints."""
    found = phases.add_phase(small_project(), "map_2", phase_id="ph_y", step_id="st_y", name="Need")
    return lanes.add_lane(found, "map_2", lane_id="ln_y", kind="touchpoints", name="Touchpoints")


@pytest.fixture
def small(qtbot: QtBot, program: Program) -> MainWindow:
    """An active window with two maps."""
    made = program.open_window(two_maps())
    made.resize(1366, 768)
    qtbot.waitUntil(made.isActiveWindow)
    made.room.canvas.setFocus()
    return made


def there(window: MainWindow) -> JourneyMap:
    """The second map, in a project that keeps all rules."""
    project = window.room.document.project
    assert rules.problems(project) == []
    return map_of(project, "map_2")


def here(window: MainWindow) -> list[str]:
    return [each.id for each in map_of(window.room.document.project, MAP).touchpoints]


def choose_in_menu(window: MainWindow, title: str) -> None:
    """Open the submenu as people do, and choose."""
    menu = next(one for one in window.menuBar().findChildren(QMenu, "to_map"))
    menu.aboutToShow.emit()
    action = next(one for one in menu.actions() if title in one.text())
    assert action.isEnabled()
    action.trigger()


def test_the_menu_moves_them_at_once_where_it_is_clear(small: MainWindow) -> None:
    small.room.canvas.selection.choose("cards", ["tp_b"])
    choose_in_menu(small, "Later")
    assert any_shown() == []
    assert [each.title for each in there(small).touchpoints] == ["Talk"]
    assert "tp_b" not in here(small)
    assert small.statusBar().currentMessage() == "1 card is on the map “Later” now."
    stack = small.room.document.undo_stack
    assert (stack.count(), stack.undoText()) == (1, "Move card to map")
    stack.undo()
    assert "tp_b" in here(small)
    assert there(small).touchpoints == ()


def test_links_that_would_be_lost_are_named_first(qtbot: QtBot, small: MainWindow) -> None:
    small.room.canvas.selection.choose("cards", ["tp_a"])
    choose_in_menu(small, "Later")
    dialog = shown(qtbot, TransferDialog)
    assert dialog._said.text() == "One link will be lost, since its other end stays here: 1 → 3 “then”."
    press(dialog, "Cancel")
    assert "tp_a" in here(small)
    assert small.room.document.undo_stack.count() == 0


def test_the_key_asks_and_what_is_missing_is_made(qtbot: QtBot, small: MainWindow) -> None:
    small.room.canvas.selection.choose("cards", ["nt_c", "tp_b"], Spot("st_a", "ln_a", "tp_b"))
    QTest.keyClick(QApplication.focusWidget() or small, Qt.Key.Key_M, CTRL)
    dialog = shown(qtbot, TransferDialog)
    assert {one: choice.currentText() for one, choice in dialog.rows.choices.items()} == {
        "st_a": "Need",
        "st_c": "New phase “Choice”",
        "ln_a": "Touchpoints",
        "ln_d": "New lane “Pain points”",
    }
    dialog.copying.setChecked(True)
    assert not dialog._said.isVisible()
    press(dialog, "Copy")
    new = there(small)
    assert [each.name for each in ordered(new.phases)] == ["Need", "Choice"]
    assert [each.name for each in ordered(new.lanes)] == ["Touchpoints", "Pain points"]
    assert (len(new.touchpoints), len(new.notes)) == (1, 1)
    assert "tp_b" in here(small)
    assert small.room.document.undo_stack.count() == 1


def test_a_cell_of_choice_can_be_chosen(qtbot: QtBot, small: MainWindow) -> None:
    small.room.canvas.selection.choose("cards", ["tp_d"], Spot("st_d", "ln_a", "tp_d"))
    QTest.keyClick(QApplication.focusWidget() or small, Qt.Key.Key_M, CTRL)
    dialog = shown(qtbot, TransferDialog)
    choice = dialog.rows.choices["st_d"]
    choice.setCurrentIndex(choice.findText("Need"))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    (card,) = there(small).touchpoints
    assert (card.id, card.step, card.moment_of_truth, card.tags) == ("tp_d", "st_y", True, ("home", "keys"))


def test_a_new_map_takes_phases_and_lanes_along(qtbot: QtBot, small: MainWindow) -> None:
    small.room.canvas.selection.choose("cards", ["tp_b", "nt_a"])
    small.actions_of_window.refresh()
    small.actions_of_window["card.to_map"].trigger()
    dialog = shown(qtbot, TransferDialog)
    dialog.maps.setCurrentIndex(dialog.maps.count() - 1)
    press(dialog, "Move")
    project = small.room.document.project
    assert [each.title for each in ordered(project.maps)] == ["A first home", "New map", "Later"]
    new = ordered(project.maps)[1]
    assert [each.name for each in new.phases] == ["Need"]
    assert {each.name for each in new.lanes} == {"Touchpoints", "Goals"}
    assert rules.problems(project) == []
    small.room.document.undo_stack.undo()
    assert small.room.document.project == two_maps()


def carry_to_tab(window: MainWindow, card_id: str, place: int) -> QPoint:
    """Press on a card and move to a tab without letting go; return the tab's point in the viewport."""
    canvas, bar = window.room.canvas, window.room.maps.tabs.bar
    box = canvas.desk.arrangement.cards[card_id]
    viewport = canvas.view.viewport()
    middle = QPointF(box.x + box.width / 2, box.y + box.height / 2)
    start = canvas.view.viewportTransform().map(middle).toPoint()
    end = viewport.mapFromGlobal(bar.mapToGlobal(bar.tabRect(place).center()))
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, start)
    for part in (0.1, 0.5, 0.9, 1.0):
        move_mouse(viewport, start + (end - start) * part, Qt.MouseButton.LeftButton)
    return end


@pytest.mark.parametrize("copies", [False, True])
def test_cards_are_dropped_on_a_tab(small: MainWindow, copies: bool) -> None:
    window, bar = small, small.room.maps.tabs.bar
    modifiers = CTRL if copies else NONE
    end = carry_to_tab(window, "tp_b", 1)
    assert bar._aimed == 1
    QTest.mouseRelease(window.room.canvas.view.viewport(), Qt.MouseButton.LeftButton, modifiers, end)
    assert bar._aimed == -1
    assert [each.title for each in there(window).touchpoints] == ["Talk"]
    assert ("tp_b" in here(window)) is copies
    assert window.room.document.undo_stack.count() == 1


def test_the_maps_own_tab_takes_nothing(small: MainWindow) -> None:
    end = carry_to_tab(small, "tp_b", 0)
    assert small.room.maps.tabs.bar._aimed == -1
    QTest.mouseRelease(small.room.canvas.view.viewport(), Qt.MouseButton.LeftButton, NONE, end)
    assert small.room.document.project == two_maps()


def test_esc_leaves_all_as_it_was(small: MainWindow) -> None:
    end = carry_to_tab(small, "tp_b", 1)
    QTest.keyClick(QApplication.focusWidget() or small, Qt.Key.Key_Escape)
    assert small.room.maps.tabs.bar._aimed == -1
    QTest.mouseRelease(small.room.canvas.view.viewport(), Qt.MouseButton.LeftButton, NONE, end)
    assert small.room.document.project == two_maps()
