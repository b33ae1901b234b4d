"""What is chosen stays in view: when one zooms, and when many cards come at once; a key leads back to where one was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from tests.builders import big_project
from tests.canvas.hands import Hands


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    """Return a canvas on a map of many columns."""
    return Hands(big_project(100))


def seen(hands: Hands, card: str) -> QRectF:
    box = hands.canvas.desk.arrangement.cards[card]
    return hands.canvas.view.viewportTransform().mapRect(QRectF(box.x, box.y, box.width, box.height))


def is_seen(hands: Hands, card: str) -> bool:
    return QRectF(hands.viewport.rect()).contains(seen(hands, card))


def test_zooming_keeps_the_chosen_card_where_it_is(hands: Hands) -> None:
    view, cards = hands.canvas.view, list(hands.canvas.desk.arrangement.cards)
    near_the_corner = max((one for one in cards if is_seen(hands, one)), key=lambda one: seen(hands, one).right())
    hands.click(hands.middle(near_the_corner))
    before = seen(hands, near_the_corner).center()
    for _ in range(2):
        view.zoom_in()
        assert is_seen(hands, near_the_corner)
    moved = seen(hands, near_the_corner).center() - before
    assert moved.manhattanLength() < 160
    view.zoom_to(3.0)
    assert is_seen(hands, near_the_corner)


def test_zooming_keeps_the_middle_where_what_is_chosen_is_elsewhere(hands: Hands) -> None:
    view = hands.canvas.view
    hands.click(hands.middle(next(iter(hands.canvas.desk.arrangement.cards))))
    view.horizontalScrollBar().setValue(1500)
    room = view.viewport().rect()
    before = view.scene_point(QPointF(room.width() / 2, 0)).x()
    view.zoom_in()
    after = view.scene_point(QPointF(view.viewport().width() / 2, 0)).x()
    assert abs(after - before) < 12


def test_of_cards_that_came_at_once_as_many_as_fit_are_seen(hands: Hands) -> None:
    desk = hands.canvas.desk
    across = [next(iter(cell)).id for (_, lane), cell in desk.arrangement.cells.items() if lane == "ln_a"]
    edge = max(at for at, one in enumerate(across) if is_seen(hands, one))
    some = across[edge - 1 : edge + 3]
    assert not is_seen(hands, some[-1])
    desk.choose_cards(some)
    assert all(is_seen(hands, one) for one in some)
    desk.choose_cards(across)
    assert is_seen(hands, across[0])


def test_alt_and_left_lead_back_on_the_map(hands: Hands) -> None:
    view = hands.canvas.view
    hands.click(hands.middle(next(iter(hands.canvas.desk.arrangement.cards))))
    before = view.zoom
    hands.canvas.looking.fit_chosen()
    assert view.zoom != before
    hands.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.zoom == before
