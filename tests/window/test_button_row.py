"""Buttons in a row: at either end, below each other where it is narrow, and hidden ones need no room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cjeditor.window.button_row import ButtonRow


def row_of(qtbot: QtBot, *texts: str, at_right: bool) -> tuple[ButtonRow, list[QPushButton]]:
    row = ButtonRow(at_right=at_right, edge=(8, 4))
    qtbot.addWidget(row)
    buttons = [QPushButton(text) for text in texts]
    for each in buttons:
        row.add(each)
    row.show()
    return row, buttons


def give(row: ButtonRow, width: int) -> None:
    row.resize(width, 90)
    QApplication.processEvents()


@pytest.mark.parametrize("at_right", [True, False])
def test_buttons_stand_in_order_at_their_end_or_below_each_other(qtbot: QtBot, at_right: bool) -> None:
    row, (first, second) = row_of(qtbot, "Apply to all", "Remove", at_right=at_right)
    give(row, 600)
    assert first.y() == second.y()
    assert first.geometry().right() < second.x()
    free = row.width() - second.geometry().right() - 1 if at_right else first.x()
    assert free == 8
    give(row, row.minimumSizeHint().width())
    assert first.geometry().bottom() < second.y()
    assert first.width() >= first.sizeHint().width()


def test_what_is_hidden_needs_no_room(qtbot: QtBot) -> None:
    row, (wide, narrow) = row_of(qtbot, "A button with a long name", "No", at_right=True)
    wide.hide()
    row.arrange()
    assert row.minimumSizeHint().width() == narrow.sizeHint().width() + 16
    give(row, wide.sizeHint().width())
    assert narrow.geometry().right() + 1 + 8 == row.width()
