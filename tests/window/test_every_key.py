"""Every key of the actions table, pressed on the map, reaches its action and no other."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.window import actions
from cjeditor.window.action_set import ActionSet
from cjeditor.window.main_window import MainWindow


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the rows that are asked for from now on; nothing is done about it."""
    found: list[str] = []

    def note(_self: ActionSet, row_id: str) -> None:
        found.append(row_id)

    def stay(_self: ActionSet) -> None:
        """Leave what can be asked for as the test has it."""

    monkeypatch.setattr(ActionSet, "trigger", note)
    monkeypatch.setattr(ActionSet, "refresh", stay)
    return found


def test_every_key_reaches_its_action_and_no_other(qtbot: QtBot, window: MainWindow, asked: list[str]) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.room.canvas.setFocus()
    for action in window.actions_of_window.all():
        action.setEnabled(True)
    wrong = []
    tried = 0
    for row in actions.ROWS:
        for key in window.actions_of_window[row.id].shortcuts():
            tried += 1
            asked.clear()
            focused = QApplication.focusWidget()
            assert focused is not None
            pressed = QKeySequence(key)[0]
            QTest.keyClick(focused, pressed.key(), pressed.keyboardModifiers())
            if asked != [row.id]:
                wrong.append((row.id, key.toString(), list(asked)))
    assert wrong == []
    assert tried >= 50


def test_a_key_that_was_chosen_reaches_its_action_in_the_old_ones_place(
    qtbot: QtBot, window: MainWindow, asked: list[str]
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.room.canvas.setFocus()
    window.actions_of_window["view.fit"].setEnabled(True)
    window._house.preferences.keys.choose("view.fit", QKeySequence("Ctrl+Alt+Y"))
    for typed in ("Ctrl+9", "Ctrl+Alt+Y"):
        focused = QApplication.focusWidget()
        assert focused is not None
        pressed = QKeySequence(typed)[0]
        QTest.keyClick(focused, pressed.key(), pressed.keyboardModifiers())
    assert asked == ["view.fit"]
