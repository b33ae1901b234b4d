"""The overview in the corner: when it is there, what it shows, and where a click in it leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.minimap import LARGEST
from cjeditor.model.edits.cards import delete_cards
from cjeditor.model.project import Project
from tests.builders import MAP
from tests.canvas.hands import LEFT, NONE, Hands, move_mouse


@pytest.fixture
def near(hands: Hands) -> Hands:
    """Return a canvas so near that a part of the map is out of view, with the overview wanted."""
    hands.canvas.minimap.want(True)
    hands.canvas.view.zoom_to(3.0)
    return hands


def seen(hands: Hands) -> QRectF:
    room = QRectF(hands.viewport.rect())
    view = hands.canvas.view
    return QRectF(view.scene_point(room.topLeft()), view.scene_point(room.bottomRight()))


def test_it_is_there_while_a_part_of_the_map_is_out_of_view(near: Hands) -> None:
    minimap = near.canvas.minimap
    assert minimap.isVisible()
    assert minimap.width() <= LARGEST.width()
    assert minimap.height() <= LARGEST.height()
    assert near.canvas.view.geometry().contains(minimap.geometry())
    near.canvas.view.fit()
    assert not minimap.isVisible()
    near.canvas.view.zoom_to(3.0)
    assert minimap.isVisible()
    minimap.want(False)
    assert not minimap.isVisible()


def test_a_press_and_a_drag_bring_places_into_view(near: Hands) -> None:
    minimap = near.canvas.minimap
    arrangement = near.canvas.desk.arrangement
    QTest.mouseClick(minimap, LEFT, NONE, QPoint(minimap.width() - 8, minimap.height() - 8))
    assert seen(near).right() >= arrangement.width - 1
    assert seen(near).bottom() >= arrangement.height - 1
    QTest.mousePress(minimap, LEFT, NONE, QPoint(minimap.width() // 2, 10))
    move_mouse(minimap, QPoint(8, 8), LEFT)
    QTest.mouseRelease(minimap, LEFT, NONE, QPoint(8, 8))
    assert seen(near).topLeft().manhattanLength() < 2
    assert QApplication.focusWidget() is near.canvas.focusProxy()


def test_the_picture_follows_an_edit_a_little_later(near: Hands, qtbot: object) -> None:
    del qtbot
    minimap = near.canvas.minimap
    before = minimap.grab().toImage()

    def edit(project: Project) -> Project:
        return delete_cards(project, MAP, ["tp_a", "tp_b", "nt_a", "nt_b"])

    near.document.apply("Delete", edit)
    minimap._later.timeout.emit()  # no test waits
    assert minimap.grab().toImage() != before


def test_another_button_does_nothing(near: Hands) -> None:
    before = seen(near)
    QTest.mouseClick(near.canvas.minimap, Qt.MouseButton.RightButton, NONE, QPoint(100, 60))
    assert seen(near) == before
