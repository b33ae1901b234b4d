"""The status bar says one thing at a time at its left end, always from the same place."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from cjeditor.window.main_window import MainWindow
from cjeditor.window.status_bar import MapStatus


@pytest.fixture
def status(qtbot: QtBot, window: MainWindow) -> MapStatus:
    return window.status


def first_ink(status: MapStatus) -> int:
    """Return the first column with ink, below the line at the top."""
    picture = status.grab().toImage()
    ground = picture.pixelColor(1, picture.height() // 2)
    scale = picture.devicePixelRatio()
    for x in range(picture.width()):
        if any(picture.pixelColor(x, y) != ground for y in range(6, picture.height() - 4)):
            return round(x / scale)
    raise AssertionError("nothing is written")


def test_what_changes_during_a_hint_does_not_paint_over_it(status: MapStatus) -> None:
    status.show_saved("", changed=False)
    status.showMessage("A hint")
    status.show_saved("14:32", changed=True)
    assert not status.saved.isVisible()
    assert not status.counts.isVisible()
    status.clearMessage()
    assert status.saved.isVisible()
    assert status.saved.text() == "Changed since 14:32"
    assert status.counts.isVisible()


def test_what_is_saved_for_the_first_time_during_a_hint_is_not_told_as_changed_after_it(status: MapStatus) -> None:
    status.show_saved("14:32", changed=True)
    status.showMessage("A hint")
    status.show_saved("", changed=False)
    status.clearMessage()
    assert not status.saved.isVisible()
    assert status.counts.isVisible()


def test_hints_start_where_the_other_texts_do(status: MapStatus) -> None:
    status.show_saved("", changed=False)
    status.counts.setText("Many")
    counted = first_ink(status)
    status.show_saved("", changed=True)
    status.saved.setText("Many")
    assert first_ink(status) == counted
    status.showMessage("Many")
    assert first_ink(status) == counted
