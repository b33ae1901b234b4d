from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from cjeditor.window.house import House
from cjeditor.window.places import DEFAULT_SIZE, TITLE_BAR, clamped, first_size, keep_place, put_in_place, within

MAIN = QRect(0, 0, 1920, 1040)
RIGHT = QRect(1920, 0, 1280, 1024)


def test_a_window_that_can_be_reached_stays() -> None:
    assert clamped(QRect(100, 50, 800, 600), [MAIN]) == QRect(100, 50, 800, 600)
    assert clamped(QRect(2000, 50, 800, 600), [MAIN, RIGHT]) == QRect(2000, 50, 800, 600)


def test_a_window_on_a_screen_that_is_gone_comes_back() -> None:
    found = clamped(QRect(2000, 50, 800, 600), [MAIN])
    assert MAIN.contains(found)
    assert found.size() == QRect(0, 0, 800, 600).size()


def test_a_window_is_never_larger_than_its_screen() -> None:
    small = QRect(0, 0, 1366, 728)
    assert small.contains(clamped(QRect(-10, -10, 3000, 2000), [small]))


def test_a_title_bar_above_the_screen_comes_down() -> None:
    assert clamped(QRect(100, -300, 800, 600), [MAIN]).top() == TITLE_BAR


def test_a_window_taken_from_a_larger_screen_keeps_room_for_its_title_bar() -> None:
    small = QRect(0, 0, 1366, 728)
    assert clamped(QRect(0, 30, 1920, 1040), [small]) == QRect(0, TITLE_BAR, 1366, 728 - TITLE_BAR)


def test_a_first_window_is_no_larger_than_a_small_screen() -> None:
    assert first_size(MAIN) == DEFAULT_SIZE
    assert first_size(QRect(0, 0, 800, 500)) == QSize(800, 500 - TITLE_BAR)


def test_where_a_first_window_stands_is_left_to_the_window_manager(qtbot: QtBot, house: House) -> None:
    first, second = QMainWindow(), QMainWindow()
    for window in (first, second):
        qtbot.addWidget(window)
    put_in_place(first, house.preferences)
    assert not first.testAttribute(Qt.WidgetAttribute.WA_Moved)
    first.setGeometry(60, 70, 400, 300)
    keep_place(first, house.preferences)
    put_in_place(second, house.preferences)
    assert second.testAttribute(Qt.WidgetAttribute.WA_Moved)
    assert second.pos() == first.pos()


@pytest.mark.parametrize(
    ("wanted", "placed"),
    [
        (QRect(28, 80, 900, 600), QRect(28, 80, 900, 600)),
        (QRect(600, 300, 900, 600), QRect(466, 168, 900, 600)),
        (QRect(28, 28, 1366, 768), QRect(0, TITLE_BAR, 1366, 768 - TITLE_BAR)),
    ],
)
def test_a_further_window_lies_wholly_on_the_screen(wanted: QRect, placed: QRect) -> None:
    assert within(wanted, QRect(0, 0, 1366, 768)) == placed
