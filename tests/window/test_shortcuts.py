from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.window import actions
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.shortcut_sheet import matching, sheet
from cjeditor.window.shortcut_window import ShortcutWindow
from tests.window.asking import ask
from tests.window.dialogues import any_shown, shown


def listed(window: ShortcutWindow) -> list[tuple[str, str]]:
    """Return what the sheet shows: text and key of each row that is no title."""
    found = []
    rows = QTreeWidgetItemIterator(window.list)
    while rows.value():
        item: QTreeWidgetItem = rows.value()
        if item.parent() is not None:
            found.append((item.text(0), item.text(1)))
        rows += 1
    return found


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_key_of_the_actions_table_is_on_the_sheet(house: House, language: str) -> None:
    words = texts.of(language)
    found = {(entry.text, entry.keys) for group in sheet(words, house.preferences.keys.of) for entry in group.entries}
    native = QKeySequence.SequenceFormat.NativeText
    for row in actions.ROWS:
        if row.keys:
            keys = ", ".join(QKeySequence(key).toString(native) for key in row.keys)
            assert (words.t(row.text).removesuffix("…").rstrip(), keys) in found, row.id


def test_the_keys_of_the_canvas_are_on_the_sheet(house: House) -> None:
    on_map, writing, mouse = sheet(texts.of("en"), house.preferences.keys.of)[:3]
    keys = {entry.keys for entry in on_map.entries}
    assert {"Any letter", "Arrow keys", "Ctrl+arrow keys", "Ctrl+Shift+arrow keys", "Enter", "Esc"} <= keys
    written = {entry.keys for entry in writing.entries}
    assert written >= {"Enter", "Shift+Enter", "Tab, Shift+Tab", "Esc"}
    assert written >= {"@", "#", "%", "+2, +1, +0, -1, -2", "*", "!", "Backspace"}
    assert "Ctrl+wheel" in {entry.keys for entry in mouse.entries}


def test_the_keys_of_inbox_and_agenda_are_on_the_sheet(house: House) -> None:
    groups = {
        group.title: {entry.keys for entry in group.entries}
        for group in sheet(texts.of("en"), house.preferences.keys.of)
    }
    assert {"Enter", "Ctrl+Enter", "Alt+1 to Alt+9", "F2", "Del"} <= groups["In the inbox and the parking lot"]
    assert {"Enter", "Space", "Ctrl+Up, Ctrl+Down", "Ins"} <= groups["In the agenda"]
    assert matching(sheet(texts.of("en"), house.preferences.keys.of), "thought")


def test_the_sheet_is_searched_by_key_and_by_what_it_does(house: House) -> None:
    groups = sheet(texts.of("en"), house.preferences.keys.of)
    (redo,) = [entry for group in matching(groups, "ctrl+y") for entry in group.entries]
    assert redo.text == "Redo"
    (saving,) = matching(groups, "file SAVE")
    assert [entry.text for entry in saving.entries] == ["Save", "Save as"]
    assert matching(groups, "  ") == groups
    assert matching(groups, "walrus") == ()


def test_its_key_opens_one_sheet_and_the_map_can_be_worked_on(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.room.canvas.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    opened = shown(qtbot, ShortcutWindow)
    assert not opened.isModal()
    ask(window, "help.shortcuts")
    assert any_shown() == [opened]
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert any_shown() == []
    ask(window, "help.shortcuts")
    assert shown(qtbot, ShortcutWindow) is not opened


def test_the_field_filters_the_list(qtbot: QtBot, window: MainWindow) -> None:
    ask(window, "help.shortcuts")
    opened = shown(qtbot, ShortcutWindow)
    everything = listed(opened)
    assert ("Go to card", "Ctrl+G") in everything
    qtbot.keyClicks(opened.filter, "card go")
    assert listed(opened) == [
        ("Keep the card and go to the next or previous step", "Tab, Shift+Tab"),
        ("Go to card", "Ctrl+G"),
    ]
    qtbot.keyClick(opened.filter, Qt.Key.Key_Return)
    assert opened.isVisible(), "Enter closes nothing"
    qtbot.keyClicks(opened.filter, " walrus")
    assert not opened.list.isVisible()
    opened.filter.clear()
    assert listed(opened) == everything


def test_the_list_scrolls_while_the_field_has_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    ask(window, "help.shortcuts")
    opened = shown(qtbot, ShortcutWindow)
    qtbot.keyClick(opened.filter, Qt.Key.Key_PageDown)
    assert opened.list.verticalScrollBar().value() > 0
    qtbot.keyClick(opened.filter, Qt.Key.Key_PageUp)
    assert opened.list.verticalScrollBar().value() == 0


@pytest.mark.parametrize("width", [480, 760])
@pytest.mark.parametrize("language", ["de", "en-XP"])
def test_no_text_is_cut(qtbot: QtBot, house: House, parent: QWidget, language: str, width: int) -> None:
    opened = ShortcutWindow(texts.of(language), house.preferences.keys.of, parent)
    opened.resize(width, 500)
    opened.show()
    qtbot.waitUntil(opened.windowHandle().isExposed)
    QApplication.processEvents()
    rows = QTreeWidgetItemIterator(opened.list)
    while rows.value():
        item = rows.value()
        if item.parent() is not None:
            for column in (0, 1):
                room = QRect(0, 0, opened.list.columnWidth(column) - 12, 1)
                needed = opened.list.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text(column))
                assert needed.height() <= opened.list.visualItemRect(item).height(), item.text(column)
        rows += 1
