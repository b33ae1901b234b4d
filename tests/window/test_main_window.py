from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from typing import get_args

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.canvas.selection import Spot
from cjeditor.layout.theme import LIGHT
from cjeditor.model.edits import maps
from cjeditor.model.fields import NoteKind
from cjeditor.model.problem import EditRefused, Problem
from cjeditor.window import actions, menu_plan
from cjeditor.window.about.dialog import AboutDialog
from cjeditor.window.crash_dialog import CrashDialog
from cjeditor.window.crash_report import Report
from cjeditor.window.linking.card_dialog import CardDialog
from cjeditor.window.main_window import MainWindow
from cjeditor.window.map_details import Details, MapDetailsDialog
from cjeditor.window.new_map.dialog import NewDialog
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.dialogues import press, shown


@pytest.fixture
def filled(window: MainWindow) -> MainWindow:
    window.room.show_project(small_project(), None, None)
    window.activateWindow()
    window.room.canvas.setFocus()
    return window


def ask(window: MainWindow, row_id: str) -> None:
    window.actions_of_window.refresh()
    assert window.actions_of_window[row_id].isEnabled(), row_id
    window.actions_of_window[row_id].trigger()


def typed(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    """Press a shortcut the way people do, on whatever has the focus."""
    sequence = QKeySequence(keys)
    key = sequence[0]
    widget = QApplication.focusWidget() or window.room.canvas
    qtbot.keyClick(widget, key.key(), key.keyboardModifiers())


# -------------------------------------------------------------------------------------------------- the actions table
def test_every_handler_and_condition_exists(window: MainWindow) -> None:
    for row in actions.ROWS:
        for name in (row.handler, row.key_handler, row.enabled, row.checked):
            assert not name or callable(window.actions_of_window._resolve(name)), f"{row.id}: {name}"


def test_undo_and_redo_name_their_step(qtbot: QtBot, filled: MainWindow) -> None:
    undo, redo = filled.actions_of_window["edit.undo"], filled.actions_of_window["edit.redo"]
    assert not undo.isEnabled()
    ask(filled, "phase.add")
    filled.room.canvas.finish_editing()
    assert undo.isEnabled()
    assert "phase" in undo.text().replace("&", "")
    assert undo.text().replace("&", "").startswith("Undo: ")
    undo.trigger()
    assert redo.text().replace("&", "").startswith("Redo: ")
    assert redo.isEnabled()
    assert undo.iconText() == "Undo", "the toolbar stays as wide as it is"


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_handout_is_in_the_toolbar_of_the_narrowest_window(qtbot: QtBot, filled: MainWindow) -> None:
    filled.resize(300, 300)
    QApplication.processEvents()
    button = filled.tools.findChild(QToolButton, "primary")
    assert button is not None
    assert button.isVisible()
    assert filled.tools.rect().contains(button.geometry())
    assert filled.width() < 1000


def test_redo_has_two_keys_that_work(qtbot: QtBot, filled: MainWindow) -> None:
    qtbot.waitUntil(filled.isActiveWindow)
    before = len(filled.room.document.project.maps[0].phases)
    for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
        ask(filled, "phase.add")
        filled.room.canvas.finish_editing()
        assert len(filled.room.document.project.maps[0].phases) == before + 1
        typed(qtbot, filled, "Ctrl+Z")
        assert len(filled.room.document.project.maps[0].phases) == before
        typed(qtbot, filled, keys)
        assert len(filled.room.document.project.maps[0].phases) == before + 1
        typed(qtbot, filled, "Ctrl+Z")


def test_a_refused_edit_is_told_in_the_status_bar(filled: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise EditRefused(Problem("step-needed", params={"name": "Need"}))

    monkeypatch.setattr(filled.room.canvas.phases, "add", refuse)
    filled.actions_of_window["phase.add"].trigger()
    assert "Need" in filled.statusBar().currentMessage()


def test_keys_find_their_action_even_faster_than_the_event_loop(qtbot: QtBot, filled: MainWindow) -> None:
    qtbot.waitUntil(filled.isActiveWindow)
    filled.room.canvas.selection.put_focus(Spot("st_c", "ln_a"))
    filled.actions_of_window.refresh()
    assert not filled.actions_of_window["edit.delete"].isEnabled()
    filled.room.canvas.picking.select_all()
    typed(qtbot, filled, "Del")
    assert filled.room.document.project.maps[0].touchpoints == ()


@pytest.mark.parametrize(("row_id", "fewer"), [("edit.delete", True), ("edit.cut", True), ("edit.duplicate", False)])
def test_edit_menu_acts_on_the_chosen_cards(filled: MainWindow, row_id: str, fewer: bool) -> None:
    before = len(filled.room.document.project.maps[0].touchpoints)
    filled.room.canvas.cards.go_to(1)
    ask(filled, row_id)
    filled.room.canvas.finish_editing()
    after = len(filled.room.document.project.maps[0].touchpoints)
    assert after == (before - 1 if fewer else before + 1)


def test_emotions_are_set_by_key(qtbot: QtBot, filled: MainWindow) -> None:
    qtbot.waitUntil(filled.isActiveWindow)
    filled.room.canvas.cards.go_to(1)
    typed(qtbot, filled, "Ctrl+5")
    touchpoint = next(one for one in filled.room.document.project.maps[0].touchpoints if one.number == 1)
    assert touchpoint.emotion == 2


def test_a_card_is_found_by_its_number(qtbot: QtBot, filled: MainWindow) -> None:
    ask(filled, "view.go_to")
    dialog = shown(qtbot, CardDialog, "go_to")
    assert dialog.number.text() == ""
    QTest.keyClicks(dialog.number, "4711")
    assert dialog.told.text() == "There is no card 4711."
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.number.selectAll()
    QTest.keyClicks(dialog.number, "7")
    title = next(one.title for one in filled.room.document.project.maps[0].touchpoints if one.number == 7)
    assert title in dialog.told.text()
    assert "Use" in dialog.told.text()
    assert dialog.number.accessibleDescription() == dialog.told.text()
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    assert filled.room.canvas.selection.ids == {"tp_d"}


def test_f6_goes_round_strip_properties_and_map(qtbot: QtBot, filled: MainWindow) -> None:
    qtbot.waitUntil(filled.isActiveWindow)
    typed(qtbot, filled, "F6")
    assert filled.panes["blocks"].has_focus()
    typed(qtbot, filled, "F6")
    assert filled.room.contents.properties.has_focus()
    typed(qtbot, filled, "F6")
    assert filled.room.canvas.isAncestorOf(QApplication.focusWidget())


def test_zoom_is_shown_and_chosen(qtbot: QtBot, filled: MainWindow) -> None:
    ask(filled, "view.zoom_in")
    assert filled.status.zoom.text() != "100%"
    ask(filled, "view.zoom_100")
    assert filled.status.zoom.text() == "100%"


def test_counts_follow_the_map(filled: MainWindow) -> None:
    assert filled.status.counts.text() == "3 phases · 4 touchpoints · 0% backed by research"
    ask(filled, "phase.add")
    filled.room.canvas.finish_editing()
    assert filled.status.counts.text().startswith("4 phases")


# ------------------------------------------------------------------------------------------------------------ menus
def test_the_menu_bar_is_as_planned(window: MainWindow) -> None:
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == [menu.text for menu in menu_plan.MENU_BAR]


def test_context_menus(qtbot: QtBot, filled: MainWindow) -> None:
    for kind, planned in menu_plan.CONTEXT_MENUS.items():
        filled.room.canvas.context_menu_requested.emit(QPoint(10, 10), kind, "")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), kind
        plan = [entry for entry in planned.entries if isinstance(entry, str) and entry != "-"]
        assert [action.data() for action in menu.actions() if action.data()] == plan, kind
        menu.close()


def test_the_menu_key_opens_the_menu_of_the_focused_card(qtbot: QtBot, filled: MainWindow) -> None:
    qtbot.waitUntil(filled.isActiveWindow)
    filled.room.canvas.cards.go_to(1)
    with qtbot.waitSignal(filled.room.canvas.context_menu_requested) as asked:
        typed(qtbot, filled, "Shift+F10")
    assert asked.args is not None
    assert asked.args[1] == "card"
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_notes_of_each_kind_can_be_added_from_the_menu(qtbot: QtBot, filled: MainWindow) -> None:
    qtbot.waitUntil(filled.isActiveWindow)
    menu = filled.menuBar().findChild(QMenu, "notes")
    assert menu is not None
    assert len(menu.actions()) == len(get_args(NoteKind))
    before = filled.room.document.project.maps[0].notes
    filled.room.canvas.cards.go_to(4)
    for action in menu.actions():
        action.trigger()
        qtbot.keyClicks(QApplication.focusWidget(), action.text().replace("&", ""))
        assert filled.room.canvas.finish_editing()
    new = [note for note in filled.room.document.project.maps[0].notes if note not in before]
    assert {note.kind for note in new} == set(get_args(NoteKind))
    assert {note.text for note in new} == {action.text().replace("&", "") for action in menu.actions()}


def test_framework_phases_are_offered_only_where_there_are_some(window: MainWindow) -> None:
    menu = window.menuBar().findChild(QMenu, "framework_phases")
    assert menu is not None
    assert len(menu.actions()) == 9
    window.room.show_project(small_project(), None, None)
    assert not menu.menuAction().isEnabled()


def test_the_window_menu_brings_windows_forward(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    second = program.open_window(small_project())
    menu = second.menuBar().findChild(QMenu, "windows")
    assert menu is not None
    menu.aboutToShow.emit()
    assert [action.text()[4:] for action in menu.actions()] == ["Trip – cjeditor", "Sample – cjeditor"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(window.isActiveWindow)


def test_toolbar_buttons_do_what_they_say(qtbot: QtBot, filled: MainWindow) -> None:
    buttons = {button.text(): button for button in filled.findChildren(QToolButton) if button.isVisible()}
    assert {"Touchpoint", "Phase", "Lane", "Fit", "Handout…"} <= set(buttons)
    before = len(filled.room.document.project.maps[0].phases)
    qtbot.mouseClick(buttons["Phase"], Qt.MouseButton.LeftButton)
    filled.room.canvas.finish_editing()
    assert len(filled.room.document.project.maps[0].phases) == before + 1


def test_about_is_plain(qtbot: QtBot, window: MainWindow) -> None:
    ask(window, "help.about")
    about = shown(qtbot, AboutDialog)
    assert {one.textFormat() for one in about.findChildren(QLabel)} <= {
        Qt.TextFormat.PlainText,
        Qt.TextFormat.AutoText,
    }
    assert "MIT" in about.licence.toPlainText()
    about.close()


# --------------------------------------------------------------------------------------------------------- places
def test_a_window_comes_back_where_it_was(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    window.resize(900, 600)
    ask(window, "view.blocks")
    window.close()
    second = program.open_window(small_project())
    assert second.height() == 600, "the screen of tests is too narrow for the toolbar, and so for the width"
    assert second.panes["blocks"].isHidden()


# ----------------------------------------------------------------------------------------------------------- crash
def test_the_crash_dialogue_opens_once_and_can_save_a_copy(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    program.show_crash(Report("x", "first"))
    program.show_crash(Report("y", "second"))
    dialog = shown(qtbot, CrashDialog)
    assert "first" in dialog.report_text()
    assert "second" in dialog.report_text()
    press(dialog, "Continue")
    program.show_crash(Report("z", "third"))
    qtbot.waitUntil(lambda: shown(qtbot, CrashDialog).report_text() == "third")
    press(shown(qtbot, CrashDialog), "Continue")


# ------------------------------------------------------------------------------------------------------------ memory
def test_a_closed_window_is_freed(qtbot: QtBot, program: Program) -> None:
    window = program.open_window(small_project())
    freed = [
        weakref.ref(part) for part in (window, window.room.canvas, window.room.document, window.room.contents.blocks)
    ]
    window.close()
    del window
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: program.windows == ())
    gc.collect()
    assert [ref() for ref in freed] == [None] * len(freed)


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: NewDialog(texts.of("en"), LIGHT, parent),
        lambda parent: MapDetailsDialog(Details("", "", "current", "", "", "", "", ""), texts.of("en"), parent),
        lambda parent: CrashDialog(Report("", ""), texts.of("en"), parent),
    ],
    ids=["new", "details", "crash"],
)
def test_closed_dialogues_are_freed(qtbot: QtBot, parent: QWidget, make: Callable[[QWidget], QDialog]) -> None:
    dialog = make(parent)
    freed = weakref.ref(dialog)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.open()
    dialog.reject()
    del dialog
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: gone == [True])
    gc.collect()
    assert freed() is None


def test_the_map_speaks_the_projects_language_and_the_window_the_persons(window: MainWindow) -> None:
    window.room.show_project(maps.set_project(small_project(), language="de"), None, None)
    assert window.room.canvas.desk.labels.language == "de"
    assert window.room.canvas.desk.words.language == "en"
    assert window.status.counts.text().startswith("3 phases")


def test_escape_lets_go_of_the_choice_first_and_of_the_full_screen_last(qtbot: QtBot, filled: MainWindow) -> None:
    ask(filled, "view.full_screen")
    qtbot.waitUntil(filled.isFullScreen)
    qtbot.waitUntil(filled.isActiveWindow)
    filled.room.canvas.cards.go_to(1)
    typed(qtbot, filled, "Esc")
    assert filled.isFullScreen()
    assert not filled.room.canvas.selection.ids
    typed(qtbot, filled, "Esc")
    assert not filled.isFullScreen()
