from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from tests.builders import big_project
from tests.canvas.hands import Hands


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    made = Hands(big_project(300))
    qtbot.addWidget(made.canvas)
    return made


def corner(hands: Hands) -> QPointF:
    return hands.canvas.view.scene_point(QPointF(0, 0))


def test_a_view_that_shows_some_of_what_came_back_stays(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.picking.select_all()
    canvas.picking.delete()
    canvas.view.scroll_by(900, 0)
    before = corner(hands)
    assert before.x() > 500
    hands.document.undo_stack.undo()
    assert len(hands.chosen()) == 300
    assert corner(hands) == before
    hands.document.undo_stack.redo()
    assert corner(hands) == before


def test_a_view_that_shows_nothing_of_what_came_back_goes_there(hands: Hands) -> None:
    canvas = hands.canvas
    first = next(iter(canvas.desk.arrangement.cards))
    canvas.desk.choose_cards([first])
    canvas.picking.delete()
    canvas.view.scroll_by(2000, 0)
    before = corner(hands)
    hands.document.undo_stack.undo()
    assert hands.chosen() == {first}
    assert corner(hands) != before
    box = canvas.desk.arrangement.cards[first]
    room = QRectF(canvas.view.viewport().rect())
    assert room.contains(canvas.view.viewportTransform().mapRect(QRectF(box.x, box.y, box.width, box.height)))
