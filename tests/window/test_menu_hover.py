"""A button whose menu was closed elsewhere looks as before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from cjeditor.window.main_window import MainWindow

UNDER = Qt.WidgetAttribute.WA_UnderMouse


@pytest.mark.parametrize("name", ["lanes_button", "state_button", "persona_button", "find_filter"])
def test_it_looks_pointed_at_no_more_where_the_pointer_is_elsewhere(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    button = window.findChild(QToolButton, name)
    assert isinstance(button, QToolButton)
    QTest.mouseMove(window, QPoint(window.width() // 2, window.height() // 2))
    button.setAttribute(UNDER)  # Qt leaves it set: the menu has had the mouse
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
    QTest.keyClick(button.menu(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not button.underMouse())
