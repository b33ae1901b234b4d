"""Building blocks: dragged onto the map with our own mouse grab, or added at the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cjeditor.canvas.blocks import Block
from cjeditor.canvas.drag_overlay import DragOverlay
from cjeditor.canvas.selection import Spot
from tests.canvas.hands import LEFT, NONE, move_mouse

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.canvas.hands import Hands


# The platform without a screen has no grabs and says so; the tests send their events to the overlay themselves.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(hands: Hands, qtbot: QtBot) -> QWidget:
    """Return a window with a strip at the left and the canvas at the right."""
    made = QWidget()
    qtbot.addWidget(made)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    strip = QLabel("strip")
    strip.setFixedWidth(120)
    row.addWidget(strip)
    row.addWidget(hands.canvas)
    made.resize(1300, 900)
    made.show()
    return made


def overlay_of(window: QWidget) -> DragOverlay:
    return next(found for found in window.findChildren(DragOverlay) if found.isVisible())


def carry(hands: Hands, window: QWidget, block: Block, end: QPointF) -> tuple[DragOverlay, QPoint]:
    hands.canvas.begin_block_drag(block, window.mapToGlobal(QPoint(40, 200)))
    overlay = overlay_of(window)
    goal = overlay.mapFromGlobal(hands.viewport.mapToGlobal(hands.at(end)))
    for part in (0.2, 0.6, 1.0):
        move_mouse(overlay, QPoint(40, 200) + (goal - QPoint(40, 200)) * part, LEFT)
    return overlay, goal


def drop(hands: Hands, window: QWidget, block: Block, end: QPointF) -> None:
    overlay, goal = carry(hands, window, block, end)
    QTest.mouseRelease(overlay, LEFT, NONE, goal)


def test_a_touchpoint_lands_between_two_cards_and_is_written(hands: Hands, window: QWidget) -> None:
    box = hands.canvas.desk.arrangement.cards["tp_b"]
    drop(hands, window, Block("touchpoint"), QPointF(box.x + 30, box.y + 3))
    new = hands.cell("st_a", "ln_a")[1]
    assert new not in ("tp_a", "tp_b")
    hands.type("Dropped")
    hands.key(Qt.Key.Key_Escape)
    assert getattr(hands.card(new), "title", "") == "Dropped"
    assert hands.document.undo_stack.count() == 1
    assert not [found for found in window.findChildren(DragOverlay) if found.isVisible()]


def test_a_note_of_a_kind_lands_in_a_lane_of_notes(hands: Hands, window: QWidget) -> None:
    drop(hands, window, Block("note", note_kind="quote"), hands.in_cell("st_d", "ln_b"))
    (new,) = hands.cell("st_d", "ln_b")
    assert getattr(hands.card(new), "kind", "") == "quote"


def test_a_touchpoint_does_not_land_in_a_lane_of_notes(hands: Hands, window: QWidget) -> None:
    drop(hands, window, Block("touchpoint"), hands.in_cell("st_d", "ln_b"))
    assert hands.document.undo_stack.count() == 0


def test_a_phase_of_a_framework_lands_between_phases(hands: Hands, window: QWidget) -> None:
    block = Block("phase", framework="nine-phases", framework_phase="purchase")
    drop(hands, window, block, QPointF(200, 100))
    assert hands.map.phases != ()
    new = hands.phases()[1]
    assert next(phase.framework_phase for phase in hands.map.phases if phase.id == new) == "purchase"


@pytest.mark.parametrize("kind", ["notes", "backstage", "emotion", "separator", "touchpoints"])
def test_a_lane_of_each_kind_lands_between_lanes(hands: Hands, window: QWidget, kind: str) -> None:
    box = hands.canvas.desk.arrangement.lane_of("ln_b")
    assert box is not None
    drop(hands, window, Block("lane", lane_kind=kind, title="Mine"), QPointF(100, box.y + 4))
    new = hands.lanes()[1]
    assert next((lane.kind, lane.name) for lane in hands.map.lanes if lane.id == new) == (kind, "Mine")


def test_what_will_happen_is_shown(hands: Hands, window: QWidget) -> None:
    overlay, goal = carry(hands, window, Block("touchpoint"), hands.in_cell("st_c", "ln_a"))
    scene = hands.canvas._scene
    assert scene.slot_mark.isVisible()
    assert any(mark.isVisible() for mark in scene.cell_marks)
    assert overlay._ghost().contains(goal + QPoint(20, 0))
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert not scene.slot_mark.isVisible()
    assert not overlay.isVisible()
    assert hands.document.undo_stack.count() == 0


def test_a_drop_beside_the_canvas_does_nothing(hands: Hands, window: QWidget) -> None:
    overlay, _ = carry(hands, window, Block("phase"), hands.in_cell("st_c", "ln_a"))
    move_mouse(overlay, QPoint(30, 200), LEFT)
    QTest.mouseRelease(overlay, LEFT, NONE, QPoint(30, 200))
    assert hands.document.undo_stack.count() == 0
    assert QWidget.mouseGrabber() is None
    assert QWidget.keyboardGrabber() is None


def test_blocks_are_added_at_the_focus(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_b", "ln_a", "tp_c"))
    hands.canvas.add_block(Block("touchpoint"))
    hands.type("Next")
    hands.key(Qt.Key.Key_Escape)
    assert len(hands.cell("st_b", "ln_a")) == 2
    hands.canvas.add_block(Block("note", note_kind="goal"))
    hands.type("Aim")
    hands.key(Qt.Key.Key_Escape)
    assert len(hands.cell("st_b", "ln_b")) == 1
    hands.canvas.add_block(Block("lane", lane_kind="separator", title="Line"))
    hands.canvas.add_block(Block("phase", framework="five-phases", framework_phase="purchase"))
    assert len(hands.phases()) == 4
    assert len(hands.lanes()) == 7
