"""The panes of a window: they come, go, move and are found again."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from cjeditor.layout.theme import DARK
from cjeditor.window.main_window import MainWindow
from cjeditor.window.pane import Pane
from cjeditor.window.pane_plan import PANES
from cjeditor.window.program import Program
from tests.builders import small_project

Area = Qt.DockWidgetArea

# The platform without a screen cannot bring windows forward and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def ask(window: MainWindow, row_id: str) -> None:
    window.actions_of_window[row_id].trigger()


def focused_pane(window: MainWindow) -> str:
    inside = [spec.id for spec in PANES if window.panes[spec.id].has_focus()]
    if inside:
        return inside[0]
    focused = QApplication.focusWidget()
    return "map" if focused is not None and window.room.canvas.isAncestorOf(focused) else "nowhere"


def press(keys: QKeyCombination) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, keys.key(), keys.keyboardModifiers())
    QApplication.processEvents()


def walk(window: MainWindow, row_id: str, steps: int) -> list[str]:
    seen = []
    for _ in range(steps):
        ask(window, row_id)
        seen.append(focused_pane(window))
    return seen


def button(pane: Pane, name: str) -> QAbstractButton:
    found = pane.bar.findChild(QAbstractButton, name)
    assert found is not None
    return found


def test_the_map_has_most_of_a_small_screen(in_front: MainWindow) -> None:
    QApplication.processEvents()
    assert in_front.room.canvas.width() >= 0.6 * 1366
    assert {spec.id: in_front.panes.is_shown(spec.id) for spec in PANES} == {spec.id: spec.shown for spec in PANES}


def test_f6_walks_round_and_back_over_what_is_shown(in_front: MainWindow) -> None:
    ids = [spec.id for spec in PANES if spec.shown]
    assert walk(in_front, "view.next_pane", len(ids) + 1) == [*ids, "map"]
    assert walk(in_front, "view.previous_pane", len(ids) + 1) == [*reversed(ids), "map"]
    ask(in_front, "view.blocks")
    assert "blocks" not in walk(in_front, "view.next_pane", len(ids))


def test_f6_brings_forward_what_lies_behind_another_tab(in_front: MainWindow) -> None:
    ask(in_front, "view.outline")
    blocks, outline = in_front.panes["blocks"], in_front.panes["outline"]
    in_front.tabifyDockWidget(blocks, outline)
    outline.raise_()
    QApplication.processEvents()
    assert not blocks.is_on_top
    assert blocks.content is not None
    assert not blocks.content.isVisible()
    in_front.panes.go_home()
    ask(in_front, "view.next_pane")
    assert focused_pane(in_front) == "blocks"
    assert blocks.is_on_top
    assert blocks.content.isVisible()
    assert not in_front.room.contents.outline.page.is_awake


def test_the_key_of_a_pane_behind_another_brings_it_forward_before_it_hides_it(in_front: MainWindow) -> None:
    ask(in_front, "view.outline")
    in_front.tabifyDockWidget(in_front.panes["blocks"], in_front.panes["outline"])
    in_front.panes["outline"].raise_()
    QApplication.processEvents()
    ask(in_front, "view.blocks")
    assert in_front.panes["blocks"].is_on_top
    QApplication.processEvents()
    assert in_front.actions_of_window["view.blocks"].isChecked()
    ask(in_front, "view.blocks")
    assert in_front.panes["blocks"].isHidden()


def test_the_key_of_a_pane_goes_there_first_and_hides_it_from_inside(in_front: MainWindow) -> None:
    for pane_id in (spec.id for spec in PANES):
        row_id = f"view.{pane_id}"
        keys = in_front.actions_of_window[row_id].shortcut()[0]
        in_front.panes.show_pane(pane_id, True)
        in_front.panes.go_home()
        press(keys)
        assert focused_pane(in_front) == pane_id
        assert in_front.actions_of_window[row_id].isChecked(), pane_id
        press(keys)
        assert in_front.panes[pane_id].isHidden(), pane_id
        assert focused_pane(in_front) == "map", pane_id
        assert not in_front.actions_of_window[row_id].isChecked(), pane_id
        press(keys)
        assert focused_pane(in_front) == pane_id
        in_front.panes.go_home()
        ask(in_front, row_id)
        assert in_front.panes[pane_id].isHidden(), f"{pane_id}: in the menu the mark is what one sees and changes"


def test_esc_leads_back_to_the_map(in_front: MainWindow) -> None:
    for pane_id in (spec.id for spec in PANES):
        in_front.panes.show_pane(pane_id, True)
        assert focused_pane(in_front) == pane_id
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        assert focused_pane(in_front) == "map", pane_id
        assert in_front.panes.is_shown(pane_id), pane_id
        in_front.panes.show_pane(pane_id, False)


def test_buttons_say_what_they_do_and_do_it(qtbot: QtBot, in_front: MainWindow) -> None:
    pane = in_front.panes["blocks"]
    assert button(pane, "close").accessibleName() == "Hide Building blocks"
    assert button(pane, "float").accessibleName() == "Detach Building blocks"
    assert button(pane, "float").focusPolicy() == Qt.FocusPolicy.TabFocus
    QTest.keyClick(button(pane, "float"), Qt.Key.Key_Space)
    assert pane.isFloating()
    assert button(pane, "float").toolTip() == "Put Building blocks back"
    QTest.keyClick(button(pane, "float"), Qt.Key.Key_Space)
    assert not pane.isFloating()
    pane.take_focus()
    qtbot.mouseClick(button(pane, "close"), Qt.MouseButton.LeftButton)
    assert pane.isHidden()
    assert focused_pane(in_front) == "map"
    qtbot.waitUntil(lambda: not in_front.actions_of_window["view.blocks"].isChecked())


def test_a_detached_pane_that_the_system_closes_stays_closed(in_front: MainWindow, program: Program) -> None:
    pane = in_front.panes["blocks"]
    pane.setFloating(True)
    pane.close()
    assert pane.isHidden()
    assert program.open_window(small_project()).panes["blocks"].isHidden()


def test_places_are_chosen_from_a_menu_by_keyboard(qtbot: QtBot, in_front: MainWindow) -> None:
    pane = in_front.panes["blocks"]
    button(pane, "close").setFocus()
    QTest.keyClick(button(pane, "close"), Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = in_front.findChild(QMenu, "pane_places")
    assert menu is not None
    texts_of_menu = [action.text() for action in menu.actions()]
    assert texts_of_menu == ["Left of the map", "Right of the map", "Below the map", "In a window of its own"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    menu.actions()[2].trigger()
    menu.close()
    assert in_front.dockWidgetArea(pane) == Area.BottomDockWidgetArea
    assert focused_pane(in_front) == "blocks"


def test_where_panes_stand_is_found_again_and_can_be_reset(in_front: MainWindow, program: Program) -> None:
    in_front.addDockWidget(Area.RightDockWidgetArea, in_front.panes["blocks"])
    ask(in_front, "view.outline")
    ask(in_front, "view.properties")
    QApplication.processEvents()
    in_front.close()
    again = program.open_window(small_project())
    again.resize(1366, 768)
    QApplication.processEvents()
    assert again.dockWidgetArea(again.panes["blocks"]) == Area.RightDockWidgetArea
    assert [again.panes.is_shown(spec.id) for spec in PANES if spec.id in ("outline", "properties")] == [False, True]
    again.panes["blocks"].setFloating(True)
    ask(again, "view.reset")
    QApplication.processEvents()
    for spec in PANES:
        assert again.dockWidgetArea(again.panes[spec.id]) == spec.area
        assert not again.panes[spec.id].isFloating()
        assert again.panes.is_shown(spec.id) == spec.shown
    assert again.panes["blocks"].width() == again.panes["blocks"].spec.size.width()


def test_a_detached_pane_comes_back_onto_a_screen(in_front: MainWindow) -> None:
    pane = in_front.panes["blocks"]
    pane.setFloating(True)
    pane.move(QPoint(-4000, 9000))
    in_front.panes.bring_back()
    assert in_front.screen().availableGeometry().contains(pane.geometry().center())


def test_other_content_takes_the_place_and_the_former_is_freed(in_front: MainWindow) -> None:
    pane = in_front.panes["properties"]
    gone = [weakref.ref(in_front.room.contents.properties.heading)]
    first, second = QLabel("first"), QLabel("second")
    pane.fill(first, line=QLabel("line"))
    pane.fill(second)
    gone.append(weakref.ref(first))
    in_front.room.contents.properties.deleteLater()
    del first
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert second.isVisible()
    assert gone[1]() is None
    in_front.panes.set_theme(DARK)
    assert DARK.colour("chrome") in pane.bar.styleSheet()


def test_a_pane_scrolls_to_what_has_the_focus(qtbot: QtBot, in_front: MainWindow) -> None:
    ask(in_front, "view.guide")
    guide = in_front.panes["guide"]
    in_front.resize(1366, 420)
    QApplication.processEvents()
    in_front.room.canvas.setFocus()
    guide.take_focus()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert guide.isAncestorOf(focused)
    seen = focused.visibleRegion().boundingRect()
    assert seen.height() >= focused.height() - 1
