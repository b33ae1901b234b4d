"""Keys can be chosen: they hold at once in every window, conflicts are said, and what the map needs cannot be taken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cjeditor.window import actions
from cjeditor.window.chosen_keys import refusal
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.preferences import Preferences
from cjeditor.window.settings.dialog import SettingsDialog
from cjeditor.window.settings.keys_page import KeysPage
from tests.window.dialogues import any_shown, press, shown

ROWS = {row.id: row for row in actions.ROWS}
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_ALT = CTRL | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> KeysPage:
    """Return the page of keys in the settings of a window."""
    window.actions_of_window["edit.settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog.list.setCurrentRow(3)
    qtbot.waitUntil(dialog.keys.list.isVisible)
    return dialog.keys


def turn_to(page: KeysPage, row_id: str) -> None:
    """Choose an action by searching for its name."""
    page.search.clear()
    QTest.keyClicks(page.search, ROWS[row_id].text.removesuffix("…"))
    page.list.setCurrentItem(page._items[row_id])


def test_no_usual_key_is_one_that_could_not_be_chosen() -> None:
    for row in actions.ROWS:
        for key in row.keys:
            assert refusal(QKeySequence(key)) is None, (row.id, key)


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("A", "writes"),
        ("Shift+A", "writes"),
        ("ß", "writes"),
        ("Space", "writes"),
        ("Left", "map"),
        ("Ctrl+Right", "map"),
        ("Ctrl+Shift+Up", "map"),
        ("Return", "map"),
        ("Esc", "map"),
        ("Tab", "map"),
        ("Shift+F10", "map"),
        ("Alt+F", "menu"),
        ("F5", None),
        ("Ctrl+J", None),
        ("Ctrl+Alt+J", None),
        ("Alt+Left", None),
        ("Del", None),
    ],
)
def test_what_the_map_needs_cannot_be_chosen(key: str, why: str | None) -> None:
    assert refusal(QKeySequence(key)) == why


def test_a_new_key_holds_at_once_and_after_the_next_start(
    qtbot: QtBot, window: MainWindow, page: KeysPage, house: House
) -> None:
    turn_to(page, "view.fit")
    QTest.keyClick(page.key, Qt.Key.Key_Y, CTRL_ALT)
    assert "is free" in page.message.text()
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert window.actions_of_window["view.fit"].shortcuts() == [QKeySequence("Ctrl+Alt+Y")]
    assert window.actions_of_window["view.fit"].toolTip().endswith("(Ctrl+Alt+Y)")
    page.window().close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    canvas = window.room.canvas
    canvas.setFocus()
    canvas.view.zoom_to(1.0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CTRL_ALT)
    assert canvas.view.zoom != 1.0
    house.preferences.flush()
    again = Preferences(house.log_folder.parent / "config" / "cjeditor.ini")
    assert again.keys.of(ROWS["view.fit"]) == [QKeySequence("Ctrl+Alt+Y")]


def test_a_key_of_another_action_is_said_and_taken_from_it(window: MainWindow, page: KeysPage) -> None:
    turn_to(page, "view.fit")
    QTest.keyClick(page.key, Qt.Key.Key_D, CTRL)
    assert "“Duplicate”" in page.message.text()
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert window.actions_of_window["view.fit"].shortcut() == QKeySequence("Ctrl+D")
    assert window.actions_of_window["edit.duplicate"].shortcuts() == []
    turn_to(page, "edit.duplicate")
    QTest.mouseClick(page.usual, Qt.MouseButton.LeftButton)
    assert window.actions_of_window["edit.duplicate"].shortcut() == QKeySequence("Ctrl+D")
    assert window.actions_of_window["view.fit"].shortcuts() == []


def test_a_letter_is_refused_with_the_reason(window: MainWindow, page: KeysPage) -> None:
    turn_to(page, "view.fit")
    before = window.actions_of_window["view.fit"].shortcuts()
    QTest.keyClick(page.key, Qt.Key.Key_X)
    assert "writes on the map" in page.message.text()
    assert not page.take.isEnabled()
    assert window.actions_of_window["view.fit"].shortcuts() == before


def test_a_key_can_be_taken_away_and_the_page_reset(qtbot: QtBot, window: MainWindow, page: KeysPage) -> None:
    turn_to(page, "edit.duplicate")
    QTest.mouseClick(page.none, Qt.MouseButton.LeftButton)
    assert window.actions_of_window["edit.duplicate"].shortcuts() == []
    assert not page.none.isEnabled()
    reset = page.window().findChild(QPushButton, "reset")
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    asked = shown(qtbot, QMessageBox, "reset_keys")
    press(asked, "Cancel")
    assert window.actions_of_window["edit.duplicate"].shortcuts() == []
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    press(shown(qtbot, QMessageBox, "reset_keys"), "Reset keys")
    assert window.actions_of_window["edit.duplicate"].shortcuts() == [QKeySequence("Ctrl+D")]
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert [one.objectName() for one in any_shown()] == ["settings"]  # there is nothing to ask


def test_actions_are_found_by_key_too(page: KeysPage) -> None:
    QTest.keyClicks(page.search, "ctrl+y")
    shown = [row_id for row_id, item in page._items.items() if not item.isHidden()]
    assert shown == ["edit.redo"]
    page.search.setText("no such thing")
    assert all(item.isHidden() for item in page._items.values())


@pytest.mark.parametrize("damaged", ["A", "nonsense+", "Left", "Alt+F"])
def test_a_key_damaged_by_hand_counts_as_not_chosen(house: House, damaged: str) -> None:
    house.preferences._settings.setValue("keys/edit.duplicate", damaged)
    assert house.preferences.keys.of(ROWS["edit.duplicate"]) == [QKeySequence("Ctrl+D")]


def test_keys_never_meet_whatever_is_chosen(house: House) -> None:
    keys = house.preferences.keys
    for row_id, key in (("view.fit", "Ctrl+D"), ("edit.copy", "Ctrl+X"), ("file.save", "Ctrl+Ins"), ("edit.cut", "F5")):
        keys.choose(row_id, QKeySequence(key))
    keys.reset("edit.copy")
    keys.reset("edit.cut")
    used = [key.toString() for row in actions.ROWS for key in keys.of(row)]
    assert len(used) == len(set(used))
