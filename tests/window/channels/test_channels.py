"""The editor of channels, with real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.window.channels.dialog import ChannelDialog
from cjeditor.window.channels.icon_field import IconField
from cjeditor.window.channels.usage import usage_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.asking import ask
from tests.window.dialogues import press, shown


@pytest.fixture
def small(qtbot: QtBot, program: Program) -> MainWindow:
    """Return an active window with the small project."""
    made = program.open_window(small_project())
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def editor(qtbot: QtBot, small: MainWindow) -> ChannelDialog:
    """Return the open editor."""
    ask(small, "map.channels")
    made = shown(qtbot, ChannelDialog)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def project_of(window: MainWindow) -> Project:
    return window.room.document.project


def names(editor: ChannelDialog) -> list[str]:
    return [editor.list.item(row).text() for row in range(editor.list.count())]


def test_adds_a_channel_names_it_and_gives_it_mode_and_icon(small: MainWindow, editor: ChannelDialog) -> None:
    before = names(editor)
    press(editor, "Add")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Fair <b>& more")
    made = find(project_of(small).channels, editor.form.channel_id)
    assert made is not None
    assert (made.name, made.mode) == ("Fair <b>& more", "online")
    assert len(names(editor)) == len(before) + 1
    assert editor.form.usage.text() == "Nothing names this channel yet."
    icons = editor.form.field("icon")
    assert isinstance(icons, IconField)
    icons.list.setFocus()
    QTest.keyClick(icons.list, Qt.Key.Key_Home)
    QTest.keyClick(icons.list, Qt.Key.Key_Right)
    changed = find(project_of(small).channels, made.id)
    assert changed is not None
    assert changed.icon == "storefront"
    assert icons.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole) == "Store"
    assert small.room.document.undo_stack.count() == 3


def test_says_what_a_channel_is_used_by_before_it_goes(qtbot: QtBot, small: MainWindow, editor: ChannelDialog) -> None:
    editor.show_channel("ch_a")
    assert editor.form.usage.text().startswith("1 touchpoint happens in it.")
    editor.list.setFocus()
    QTest.keyClick(editor.list, Qt.Key.Key_Delete)
    box = shown(qtbot, QMessageBox, "delete_channel")
    said = box.findChild(QLabel, "qt_msgbox_informativelabel")
    assert isinstance(said, QLabel)
    assert "They will name no channel any more." in said.text()
    press(box, "Delete")
    assert find(project_of(small).channels, "ch_a") is None
    ask(small, "edit.undo")
    assert find(project_of(small).channels, "ch_a") is not None


def test_merges_the_chosen_channel_into_another_one(qtbot: QtBot, small: MainWindow, editor: ChannelDialog) -> None:
    editor.show_channel("ch_a")
    merge = editor.findChild(QPushButton, "merge")
    assert merge is not None
    assert editor.target.currentIndex() == -1, "nobody is proposed"
    assert not merge.isEnabled()
    gone, kept = (find(project_of(small).channels, each) for each in ("ch_a", "ch_b"))
    assert gone is not None
    assert kept is not None
    editor.target.setCurrentIndex(editor.target.findData("ch_b"))
    press(editor, "Merge…")
    box = shown(qtbot, QMessageBox, "merge_channels")
    assert find(project_of(small).channels, "ch_a") is not None, "only when people agreed"
    said = " ".join(each.text() for each in box.findChildren(QLabel))
    assert f"Join “{gone.name}” into “{kept.name}”?" in said
    assert f"1 touchpoint happens in it. 1 persona prefers it. “{kept.name}” takes its place." in said
    press(box, "Merge")
    project = project_of(small)
    assert find(project.channels, "ch_a") is None
    touchpoint = find(project.maps[0].touchpoints, "tp_a")
    assert touchpoint is not None
    assert touchpoint.channel == "ch_b"
    assert editor.form.channel_id == "ch_b"
    assert small.room.document.undo_stack.count() == 1


def test_usage_is_said_in_sentences() -> None:
    english = texts.of("en")
    assert usage_of(Project(), "ch_a", english) == ""
    assert usage_of(small_project(), "ch_a", english).startswith("1 touchpoint happens in it.")
