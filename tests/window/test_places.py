from __future__ import annotations

from PySide6.QtCore import QRect

from cjeditor.window.places import clamped

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
    assert clamped(QRect(100, -300, 800, 600), [MAIN]).top() == 0
