"""The palette finds every action of the menus, in both languages, and does what is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.model.lookup import map_of
from cjeditor.window import actions
from cjeditor.window.main_window import MainWindow
from cjeditor.window.palette.commands import commands, matching
from cjeditor.window.palette.dialog import CommandPalette
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.conftest import Start


@pytest.fixture
def small(qtbot: QtBot, program: Program) -> MainWindow:
    """Return an active window with the small project."""
    made = program.open_window(small_project())
    qtbot.waitUntil(made.isActiveWindow)
    return made


def opened(qtbot: QtBot, window: MainWindow) -> CommandPalette:
    """Press Ctrl+K on the map and return the palette."""
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(CommandPalette)
    assert isinstance(found, CommandPalette)
    qtbot.waitUntil(found.field.hasFocus)
    return found


def test_every_action_is_found_by_its_name_in_either_language(small: MainWindow) -> None:
    offered = commands(small.menuBar(), texts.of("en"))
    in_menus = {one.id for one in offered}
    for row in actions.ROWS:
        if row.id not in in_menus:
            continue
        for language in texts.LANGUAGES:
            name = texts.of(language).t(row.text)
            assert row.id in [one.id for one in matching(offered, name)], (row.id, name)


def test_nothing_of_the_table_is_missing(small: MainWindow) -> None:
    offered = {one.id for one in commands(small.menuBar(), texts.of("en"))}
    assert {row.id for row in actions.ROWS} - offered == set()


def test_what_menus_make_by_themselves_is_found_too(small: MainWindow) -> None:
    offered = commands(small.menuBar(), texts.of("en"))
    for typed in ("how might we", "wie könnten wir", "add note how might", "Notiz Pain Point"):
        assert matching(offered, typed), typed
    assert matching(offered, "pain")[0].path == "Map ▸ Add note"


def test_what_is_called_so_comes_before_what_stands_in_a_menu_called_so(small: MainWindow) -> None:
    found = matching(commands(small.menuBar(), texts.of("en")), "add")
    inside = [one.path.endswith("Add note") for one in found if one.action.isEnabled()]
    assert True in inside
    assert inside == sorted(inside)


@pytest.mark.parametrize("typed", ["vergrossern", "Zoom in", "zoom", "VERGRÖSSERN", "vergroessern"])
def test_spelling_does_not_matter(small: MainWindow, typed: str) -> None:
    offered = commands(small.menuBar(), texts.of("en"))
    assert "view.zoom_in" in [one.id for one in matching(offered, typed)]


def test_a_command_is_typed_in_german_and_done_with_enter(qtbot: QtBot, small: MainWindow) -> None:
    document = small.room.document
    phases = len(map_of(document.project, small.room.canvas.map_id).phases)
    palette = opened(qtbot, small)
    QTest.keyClicks(palette.field, "phase einf")
    assert palette.list.current().name == "Add phase"  # type: ignore[union-attr]  # there is one
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not small.findChildren(CommandPalette))
    assert len(map_of(document.project, small.room.canvas.map_id).phases) == phases + 1


def test_arrows_choose_and_a_click_does_it(qtbot: QtBot, small: MainWindow) -> None:
    palette = opened(qtbot, small)
    QTest.keyClicks(palette.field, "theme")
    first = palette.list.current()
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.current() is not first
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.current() is first
    dark = next(row for row in range(9) if palette.list.rows.index(row, 0).data() == "Dark")
    at = palette.list.visualRect(palette.list.rows.index(dark, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(lambda: not small.findChildren(CommandPalette))
    assert small.actions_of_window["theme.dark"].isChecked()


def test_what_is_not_possible_now_says_so_and_comes_last(qtbot: QtBot, small: MainWindow) -> None:
    small.room.canvas.selection.clear()
    palette = opened(qtbot, small)
    QTest.keyClicks(palette.field, "undo")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert "“Undo” is not possible now." in palette._message.text()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)


def test_what_was_chosen_last_stands_first_the_next_time(qtbot: QtBot, small: MainWindow) -> None:
    for _ in range(2):
        palette = opened(qtbot, small)
        QTest.keyClicks(palette.field, "fit the map")
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not small.findChildren(CommandPalette))
    palette = opened(qtbot, small)
    assert palette.list.current().id == "view.fit"  # type: ignore[union-attr]  # there is one
    assert [one.id for one in palette._offered].count("view.fit") == 1
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)


def test_nothing_that_is_typed_breaks_it(qtbot: QtBot, small: MainWindow) -> None:
    palette = opened(qtbot, small)
    for awkward in ("x" * 20_000, "<b>bold</b>", "👩‍👩‍👧", "שלום", "&&&", "   ", "%%"):
        palette.field.setText(awkward)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
        assert palette.isVisible() or awkward == "   "
        if not palette.isVisible():
            return
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)


def test_a_half_written_card_is_kept_first(qtbot: QtBot, start: Start, file: object) -> None:
    window = start([file])  # type: ignore[list-item]  # a path
    qtbot.waitUntil(window.isActiveWindow)
    canvas = window.room.canvas
    QTest.keyClicks(QApplication.focusWidget(), "Reads a sign")
    palette = opened(qtbot, window)
    journey = map_of(window.room.document.project, canvas.map_id)
    assert any(one.title == "Reads a sign" for one in journey.touchpoints) or any(
        one.text == "Reads a sign" for one in journey.notes
    )
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
