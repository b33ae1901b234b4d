"""The order of touchpoints on the canvas: it follows edits, drags, folds and the filter."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from cjeditor.analysis.finding import Sought
from cjeditor.canvas.card_item import FADED
from cjeditor.layout.theme import DARK
from cjeditor.model.edits.cards import delete_cards
from cjeditor.model.edits.phases import set_phase
from tests.builders import MAP
from tests.canvas.hands import Hands


def numbers(hands: Hands) -> dict[str, int]:
    order = hands.canvas._scene.order
    return {card: item.stop.number for card, item in order._numbers.items()}


def test_it_comes_and_goes(hands: Hands) -> None:
    assert numbers(hands) == {}
    hands.canvas.show_order(True)
    shown = numbers(hands)
    assert sorted(shown.values()) == list(range(1, len(shown) + 1))
    assert set(shown) == {each.id for each in hands.map.touchpoints}
    hands.canvas.show_order(False)
    assert numbers(hands) == {}


def test_it_follows_edits_and_undo(hands: Hands) -> None:
    hands.canvas.show_order(True)
    before = numbers(hands)
    hands.document.apply("Delete", lambda project: delete_cards(project, MAP, ["tp_a"]))
    assert "tp_a" not in numbers(hands)
    assert sorted(numbers(hands).values()) == list(range(1, len(before)))
    hands.document.undo_stack.undo()
    assert numbers(hands) == before
    hands.document.apply("Collapse", lambda project: set_phase(project, MAP, "ph_a", collapsed=True))
    assert numbers(hands).items() < before.items()


def test_a_carried_card_takes_its_number_along(hands: Hands) -> None:
    hands.canvas.show_order(True)
    order = hands.canvas._scene.order
    start = hands.middle("tp_a")
    hands.carry(start, start + QPointF(120, 60))
    item = order.number("tp_a")
    assert item is not None
    assert item.pos().manhattanLength() > 50
    assert not order._ways["tp_a"].isVisible()
    assert hands.canvas.cancel_gesture()
    assert item.pos().isNull()
    assert order._ways["tp_a"].isVisible()


def test_what_is_not_sought_fades_with_its_number(hands: Hands) -> None:
    hands.canvas.show_order(True)
    order = hands.canvas._scene.order
    hands.canvas.finding.seek(Sought(text=str(hands.card("tp_a").number)))
    assert order._numbers["tp_a"].opacity() == 1.0
    others = [item.opacity() for card, item in order._numbers.items() if card != "tp_a"]
    assert set(others) == {FADED}
    hands.canvas.finding.seek(None)
    assert {item.opacity() for item in order._numbers.values()} == {1.0}


def test_it_takes_the_colours_of_the_theme(hands: Hands) -> None:
    hands.canvas.show_order(True)
    hands.canvas.grab()
    hands.canvas.set_theme(DARK)
    order = hands.canvas._scene.order
    item = order.number("tp_a")
    assert item is not None
    assert item._ink is hands.canvas._ink
    assert item._picture is None  # drawn anew
