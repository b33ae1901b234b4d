"""Zooming to a part of the map by keys, and back to where one was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.window.main_window import MainWindow
from tests.builders import MAP
from tests.window.asking import ask

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def canvas(small_window: MainWindow) -> MapCanvas:
    return small_window.room.canvas


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def seen(canvas: MapCanvas) -> QRectF:
    """Return the part of the map that is in view."""
    room = QRectF(canvas.view.viewport().rect())
    return QRectF(canvas.view.scene_point(room.topLeft()), canvas.view.scene_point(room.bottomRight()))


def box(canvas: MapCanvas, card: str) -> QRectF:
    found = canvas.desk.arrangement.cards[card]
    return QRectF(found.x, found.y, found.width, found.height)


def place(canvas: MapCanvas) -> tuple[float, QPointF]:
    return canvas.view.zoom, canvas.view.scene_point(QPointF(0, 0))


def test_the_selection_is_zoomed_to(canvas: MapCanvas) -> None:
    canvas.desk.choose_cards(["tp_c", "nt_c"])
    press(Qt.Key.Key_8, CTRL)
    both = box(canvas, "tp_c").united(box(canvas, "nt_c"))
    assert seen(canvas).contains(both)
    assert both.width() > seen(canvas).width() / 3 or both.height() > seen(canvas).height() / 3
    canvas.desk.choose_cards(["tp_d"])
    press(Qt.Key.Key_8, CTRL)
    assert seen(canvas).contains(box(canvas, "tp_d"))
    assert canvas.view.zoom == pytest.approx(1.5, abs=0.01)  # no larger


def test_a_chosen_phase_step_or_lane_is_a_selection_too(canvas: MapCanvas) -> None:
    arrangement = canvas.desk.arrangement
    for kind, one, area in (
        ("phases", "ph_b", QRectF(arrangement.phases[1].x, 0, arrangement.phases[1].width, arrangement.height)),
        ("steps", "st_c", QRectF(arrangement.columns[2].x, 0, arrangement.columns[2].width, arrangement.height)),
        ("lanes", "ln_d", QRectF(0, arrangement.lanes[3].y, arrangement.width, arrangement.lanes[3].height)),
    ):
        canvas.selection.choose(kind, [one])  # type: ignore[arg-type]  # a kind from a table is any string
        press(Qt.Key.Key_8, CTRL)
        assert seen(canvas).adjusted(-1, -1, 1, 1).contains(area), kind


def test_the_phase_and_the_lane_of_the_focus_are_fitted(canvas: MapCanvas) -> None:
    canvas.cards.go_to(3)
    press(Qt.Key.Key_7, CTRL)
    arrangement = canvas.desk.arrangement
    phase = arrangement.phases[1]
    assert seen(canvas).adjusted(-1, -1, 1, 1).contains(QRectF(phase.x, 0, phase.width, arrangement.height))
    press(Qt.Key.Key_6, CTRL)
    lane = arrangement.lanes[0]
    assert seen(canvas).adjusted(-1, -1, 1, 1).contains(QRectF(0, lane.y, arrangement.width, lane.height))


def test_back_leads_where_one_was_jump_by_jump(canvas: MapCanvas) -> None:
    start = place(canvas)
    canvas.cards.go_to(7)
    press(Qt.Key.Key_8, CTRL)
    near = place(canvas)
    press(Qt.Key.Key_9, CTRL)
    press(Qt.Key.Key_Left, CTRL | ALT)
    assert place(canvas)[0] == near[0]
    assert (place(canvas)[1] - near[1]).manhattanLength() < 2
    press(Qt.Key.Key_Left, CTRL | ALT)
    assert place(canvas)[0] == start[0]
    press(Qt.Key.Key_Left, CTRL | ALT)  # there is nothing before: nothing happens
    assert place(canvas)[0] == start[0]


def test_another_map_has_no_way_back_to_this_one(canvas: MapCanvas, small_window: MainWindow) -> None:
    press(Qt.Key.Key_9, CTRL)
    ask(small_window, "map.next")
    there = place(canvas)
    press(Qt.Key.Key_Left, CTRL | ALT)
    assert place(canvas) == there
    assert canvas.map_id != MAP
