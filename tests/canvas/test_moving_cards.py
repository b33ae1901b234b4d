"""Dragging cards with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from tests.canvas.hands import Hands


def everything_but(hands: Hands, *ids: str) -> list[object]:
    journey = hands.map
    return [
        journey.phases,
        journey.steps,
        journey.lanes,
        [each for each in (*journey.touchpoints, *journey.notes) if each.id not in ids],
    ]


def test_a_drag_moves_the_card_into_another_cell_and_nothing_else(hands: Hands) -> None:
    others = everything_but(hands, "tp_c")
    hands.drag(hands.middle("tp_c"), hands.in_cell("st_d", "ln_a", down=0.95))
    assert hands.cell("st_d", "ln_a") == ["tp_d", "tp_c"]
    assert everything_but(hands, "tp_c") == others
    assert hands.document.undo_stack.undoText() == "Move card"
    assert hands.chosen() == {"tp_c"}


def test_a_drag_between_two_cards_puts_it_there(hands: Hands) -> None:
    above = hands.canvas.desk.arrangement.cards["tp_b"]
    hands.drag(hands.middle("tp_c"), QPointF(above.x + 40, above.y + 4))
    assert hands.cell("st_a", "ln_a") == ["tp_a", "tp_c", "tp_b"]


def test_a_drag_within_the_cell_changes_the_order(hands: Hands) -> None:
    hands.drag(hands.middle("tp_b"), hands.middle("tp_a") - QPointF(0, 30))
    assert hands.cell("st_a", "ln_a") == ["tp_b", "tp_a"]


def test_undo_brings_it_back_and_chooses_it(hands: Hands) -> None:
    before = hands.document.project
    hands.drag(hands.middle("tp_c"), hands.in_cell("st_d", "ln_a"))
    hands.canvas.selection.clear()
    hands.document.undo_stack.undo()
    assert hands.document.project == before
    assert hands.chosen() == {"tp_c"}
    item = hands.canvas._scene.card_item("tp_c")
    box = hands.canvas.desk.arrangement.cards["tp_c"]
    assert item is not None
    assert (item.x(), item.y()) == (box.x, box.y)


def test_escape_leaves_everything_as_it_was(hands: Hands) -> None:
    before = hands.document.project
    end = hands.in_cell("st_d", "ln_a")
    hands.carry(hands.middle("tp_c"), end)
    item = hands.canvas._scene.card_item("tp_c")
    box = hands.canvas.desk.arrangement.cards["tp_c"]
    assert item is not None
    assert item.x() != box.x
    assert hands.canvas._scene.slot_mark.isVisible()
    hands.key(Qt.Key.Key_Escape)
    assert (item.x(), item.y(), item.opacity()) == (box.x, box.y, 1.0)
    assert not hands.canvas._scene.slot_mark.isVisible()
    hands.release(end)
    assert hands.document.project is before
    assert hands.document.undo_stack.count() == 0


def test_a_lost_grab_cancels(hands: Hands) -> None:
    before = hands.document.project
    end = hands.in_cell("st_d", "ln_a")
    hands.carry(hands.middle("tp_c"), end)
    hands.move(end, buttons=Qt.MouseButton.NoButton)
    hands.release(end)
    assert hands.document.project is before


def test_a_second_button_cancels(hands: Hands) -> None:
    before = hands.document.project
    end = hands.in_cell("st_d", "ln_a")
    hands.carry(hands.middle("tp_c"), end)
    QTest.mousePress(hands.viewport, Qt.MouseButton.RightButton, pos=hands.at(end))
    hands.release(end)
    assert hands.document.project is before


def test_a_touchpoint_is_not_taken_by_a_lane_of_notes(hands: Hands) -> None:
    before = hands.document.project
    hands.drag(hands.middle("tp_c"), hands.in_cell("st_b", "ln_b"))
    assert hands.document.project is before
    assert hands.problems == ["wrong-lane"]


def test_a_drop_far_from_the_map_does_nothing(hands: Hands) -> None:
    before = hands.document.project
    arrangement = hands.canvas.desk.arrangement
    hands.drag(hands.middle("tp_c"), QPointF(arrangement.width + 100, 40))
    assert hands.document.project is before
    assert hands.problems == []


def test_a_click_moves_nothing(hands: Hands) -> None:
    hands.click(hands.middle("tp_c"))
    assert hands.document.undo_stack.count() == 0
    assert hands.chosen() == {"tp_c"}


def test_a_selection_keeps_its_shape(hands: Hands) -> None:
    hands.canvas.selection.choose("cards", ["tp_b", "tp_c", "nt_c"])
    others = everything_but(hands, "tp_b", "tp_c", "nt_c")
    hands.drag(hands.middle("tp_c"), hands.in_cell("st_c", "ln_a"))
    assert hands.card("tp_b").step == "st_b"
    assert hands.card("tp_c").step == "st_c"
    assert hands.card("nt_c").step == "st_d"
    assert everything_but(hands, "tp_b", "tp_c", "nt_c") == others
    assert hands.chosen() == {"tp_b", "tp_c", "nt_c"}
    assert hands.document.undo_stack.count() == 1


def test_a_selection_that_would_fall_off_the_map_stays(hands: Hands) -> None:
    before = hands.document.project
    hands.canvas.selection.choose("cards", ["tp_c", "tp_d"])
    hands.drag(hands.middle("tp_c"), hands.in_cell("st_d", "ln_a", down=0.9))
    assert hands.document.project is before
    assert hands.problems == ["off-the-map"]


def test_cards_of_one_cell_go_together(hands: Hands) -> None:
    hands.canvas.selection.choose("cards", ["tp_a", "tp_b"])
    hands.drag(hands.middle("tp_b"), hands.in_cell("st_c", "ln_a"))
    assert hands.cell("st_c", "ln_a") == ["tp_a", "tp_b"]
    assert hands.document.undo_stack.undoText() == "Move 2 cards"


def test_the_view_scrolls_when_the_pointer_waits_at_its_edge(hands: Hands, qtbot: object) -> None:
    view = hands.canvas.view
    view.zoom_to(4.0, QPointF(0, 0))
    view.show_from(4.0, QPointF(0, 0))
    hands.press(hands.middle("tp_a"))
    inside = view.scene_point(QPointF(hands.viewport.width() - 5, 200))
    hands.move(inside)
    hands.move(inside)
    before = view.horizontalScrollBar().value()
    QTest.qWait(1)
    hands.canvas._hand._edges._timer.timeout.emit()
    assert view.horizontalScrollBar().value() > before
    hands.key(Qt.Key.Key_Escape)


def test_a_drop_on_the_headers_does_nothing(hands: Hands) -> None:
    before = hands.document.project
    hands.canvas.selection.choose("cards", ["tp_a", "tp_c"])
    above = QPointF(hands.in_cell("st_c", "ln_a").x(), -20)
    hands.carry(hands.middle("tp_a"), above)
    assert not hands.canvas._scene.slot_mark.isVisible()
    assert not any(mark.isVisible() for mark in hands.canvas._scene.cell_marks)
    hands.release(above)
    hands.drag(hands.middle("tp_d"), QPointF(-30, 40))
    assert hands.document.project is before
    assert hands.problems == []


def test_keys_that_change_the_drag_count_at_once(hands: Hands) -> None:
    hands.carry(hands.middle("tp_a"), hands.middle("tp_d"))
    scene = hands.canvas._scene
    assert not scene.label_mark.isVisible()
    bar = scene.slot_mark.rect()
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyPress(editor, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    assert scene.label_mark.isVisible()
    assert scene.slot_mark.rect().height() > 20 + bar.height()  # the card that would take it, and no bar any more
    QTest.keyRelease(editor, Qt.Key.Key_Alt)
    assert scene.slot_mark.rect() == bar
    assert not scene.label_mark.isVisible()
    QTest.keyPress(editor, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert scene.label_mark.isVisible()
    hands.key(Qt.Key.Key_Escape)
    assert not scene.label_mark.isVisible()
