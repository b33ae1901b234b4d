"""Dragging with Ctrl: copies go where cards would go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.card_item import CardItem
from cjeditor.model.cards import Touchpoint
from tests.canvas.hands import CTRL, NONE, move_mouse

if TYPE_CHECKING:
    from tests.canvas.hands import Hands


def carry_copies(hands: Hands, start: QPointF, end: QPointF) -> None:
    """Press, move with Ctrl in a few steps, and do not release."""
    hands.press(start, CTRL)
    for part in (0.1, 0.5, 1.0):
        move_mouse(hands.viewport, hands.at(start + (end - start) * part), Qt.MouseButton.LeftButton, CTRL)


def card_items(hands: Hands) -> int:
    return sum(isinstance(item, CardItem) for item in hands.canvas._scene.items())


def drag_copies(hands: Hands, start: QPointF, end: QPointF) -> None:
    carry_copies(hands, start, end)
    hands.release(end, CTRL)


def test_a_drag_with_control_leaves_the_card_and_makes_another(hands: Hands) -> None:
    before = hands.card("tp_c")
    drag_copies(hands, hands.middle("tp_c"), hands.in_cell("st_d", "ln_a", down=0.95))
    assert hands.card("tp_c") is before
    (copy,) = [hands.card(one) for one in hands.cell("st_d", "ln_a") if one != "tp_d"]
    assert isinstance(copy, Touchpoint)
    assert (copy.title, copy.number) == ("Search", 9)
    assert hands.cell("st_d", "ln_a") == ["tp_d", copy.id]
    assert hands.chosen() == {copy.id}
    assert hands.document.undo_stack.undoText() == "Copy card"
    hands.document.undo_stack.undo()
    assert hands.document.undo_stack.index() == 0
    assert hands.cell("st_d", "ln_a") == ["tp_d"]


def test_copies_keep_the_shape_of_the_selection_and_its_order(hands: Hands) -> None:
    hands.canvas.selection.choose("cards", ["tp_a", "tp_b", "nt_a"])
    drag_copies(hands, hands.middle("tp_a"), hands.in_cell("st_c", "ln_a"))
    titles = [getattr(hands.card(one), "title", "") for one in hands.cell("st_c", "ln_a")]
    assert titles == ["Advert", "Talk"]
    assert [getattr(hands.card(one), "text", "") for one in hands.cell("st_c", "ln_b")] == ["A home of our own"]
    assert hands.cell("st_a", "ln_a") == ["tp_a", "tp_b"]
    assert hands.document.undo_stack.undoText() == "Copy 3 cards"


def test_a_copy_can_land_right_beside_its_card(hands: Hands) -> None:
    box = hands.canvas.desk.arrangement.cards["tp_b"]
    drag_copies(hands, hands.middle("tp_a"), QPointF(box.x + 40, box.y + 4))
    cell = hands.cell("st_a", "ln_a")
    assert (cell[0], cell[2]) == ("tp_a", "tp_b")
    assert len(cell) == 3


def test_while_copying_the_card_stays_in_its_place_and_a_plus_is_shown(hands: Hands) -> None:
    project, scene = hands.document.project, hands.canvas._scene
    items = card_items(hands)
    end = hands.in_cell("st_d", "ln_a")
    carry_copies(hands, hands.middle("tp_c"), end)
    item, box = scene.card_item("tp_c"), hands.canvas.desk.arrangement.cards["tp_c"]
    assert item is not None
    assert (item.x(), item.y()) == (box.x, box.y)
    assert card_items(hands) == items + 1
    assert scene.label_mark.isVisible()
    assert QApplication.overrideCursor().shape() == Qt.CursorShape.DragCopyCursor
    move_mouse(hands.viewport, hands.at(end), Qt.MouseButton.LeftButton, NONE)
    assert item.x() != box.x
    assert not scene.label_mark.isVisible()
    assert QApplication.overrideCursor().shape() == Qt.CursorShape.ClosedHandCursor
    move_mouse(hands.viewport, hands.at(end), Qt.MouseButton.LeftButton, CTRL)
    hands.key(Qt.Key.Key_Escape)
    assert QApplication.overrideCursor() is None
    assert card_items(hands) == items
    assert (item.x(), item.y()) == (box.x, box.y)
    hands.release(end, CTRL)
    assert hands.document.project is project


def test_a_copy_is_not_taken_where_the_card_is_not(hands: Hands) -> None:
    before = hands.document.project
    drag_copies(hands, hands.middle("tp_c"), hands.in_cell("st_b", "ln_b"))
    assert hands.document.project is before
    assert hands.problems == ["wrong-lane"]


def test_a_click_with_control_still_chooses(hands: Hands) -> None:
    hands.click(hands.middle("tp_a"))
    hands.click(hands.middle("tp_c"), CTRL)
    assert hands.chosen() == {"tp_a", "tp_c"}
    hands.click(hands.middle("tp_c"), CTRL)
    assert hands.chosen() == {"tp_a"}
    assert hands.document.undo_stack.count() == 0
