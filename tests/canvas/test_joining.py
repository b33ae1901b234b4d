"""Cards become one by dropping with Alt or by command, and several by their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from cjeditor.canvas.selection import Spot
from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.cards import set_touchpoint
from tests.builders import MAP, small_project
from tests.canvas.hands import move_mouse

if TYPE_CHECKING:
    from tests.canvas.hands import Hands

ALT = Qt.KeyboardModifier.AltModifier


def carry(hands: Hands, start: QPointF, end: QPointF) -> None:
    """Press, move in a few steps with Alt held at the end, and do not release."""
    hands.press(start)
    for part in (0.1, 0.5, 1.0):
        move_mouse(hands.viewport, hands.at(start + (end - start) * part), Qt.MouseButton.LeftButton, ALT)


def test_a_drop_with_alt_merges_into_the_card_below(hands: Hands) -> None:
    number = hands.card("tp_c").number
    carry(hands, hands.middle("tp_a"), hands.middle("tp_c"))
    scene = hands.canvas._scene
    assert scene.slot_mark.isVisible()
    assert scene.label_mark._text == "merge"
    hands.release(hands.middle("tp_c"), ALT)
    merged = hands.card("tp_c")
    assert isinstance(merged, Touchpoint)
    assert (merged.title, merged.description, merged.number) == ("Search", "Advert", number)
    assert "tp_a" not in hands.cell("st_a", "ln_a")
    assert hands.chosen() == {"tp_c"}
    assert not scene.slot_mark.isVisible()
    assert not scene.label_mark.isVisible()
    assert hands.document.undo_stack.undoText() == "Merge 2 cards"
    hands.document.undo_stack.undo()
    assert hands.document.project == small_project()


def test_what_a_card_can_have_only_once_is_named_before_it_is_missed(hands: Hands) -> None:
    hands.canvas.hint.connect(hands.said.append)
    hands.document.apply("Feel", lambda project: set_touchpoint(project, MAP, ["tp_c"], emotion=-2))
    carry(hands, hands.middle("tp_a"), hands.middle("tp_c"))
    hands.release(hands.middle("tp_c"), ALT)
    assert hands.said[-1].startswith("2 cards are now card ")
    assert "Left out, since a card has only one: emotion (1×)" in hands.said[-1]
    assert hands.card("tp_c").emotion == -2  # type: ignore[union-attr]  # a touchpoint


def test_without_a_card_below_alt_moves(hands: Hands) -> None:
    start, end = hands.middle("tp_c"), hands.in_cell("st_d", "ln_a", down=0.95)
    carry(hands, start, end)
    hands.release(end, ALT)
    assert hands.cell("st_d", "ln_a") == ["tp_d", "tp_c"]


def test_cards_of_two_kinds_are_not_merged(hands: Hands) -> None:
    carry(hands, hands.middle("tp_a"), hands.middle("nt_a"))
    hands.release(hands.middle("nt_a"), ALT)
    assert hands.problems == ["different-cards"]
    assert hands.document.project == small_project()


def test_escape_leaves_both(hands: Hands) -> None:
    carry(hands, hands.middle("tp_a"), hands.middle("tp_c"))
    hands.key(Qt.Key.Key_Escape)
    assert not hands.canvas._scene.slot_mark.isVisible()
    assert hands.document.project == small_project()


def test_the_chosen_cards_become_the_focused_one(hands: Hands) -> None:
    joining, selection = hands.canvas.joining, hands.canvas.selection
    selection.choose("cards", ["tp_a", "nt_a"])
    assert not joining.can_merge()
    selection.choose("cards", ["tp_a", "tp_b", "tp_c"], Spot("st_a", "ln_a", "tp_b"))
    assert joining.can_merge()
    joining.merge()
    assert hands.cell("st_a", "ln_a") == ["tp_b"]
    assert hands.chosen() == {"tp_b"}
    hands.document.undo_stack.undo()
    assert hands.document.project == small_project()


def test_each_line_becomes_a_card(hands: Hands) -> None:
    joining = hands.canvas.joining
    hands.canvas.selection.put_focus(Spot("st_b", "ln_a", "tp_c"))
    assert not joining.can_split()
    hands.document.apply("Write", lambda p: set_touchpoint(p, MAP, ["tp_c"], title="One\nTwo", description="Three"))
    assert joining.can_split()
    joining.split()
    cell = hands.cell("st_b", "ln_a")
    assert [getattr(hands.card(one), "title", "") for one in cell] == ["One", "Two", "Three"]
    assert hands.chosen() == set(cell)
    assert hands.document.undo_stack.count() == 2
