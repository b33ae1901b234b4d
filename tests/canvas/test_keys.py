"""The table of keys while nobody writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.selection import Spot
from tests.canvas.hands import CTRL, NONE, SHIFT

if TYPE_CHECKING:
    from tests.canvas.hands import Hands


def focus(hands: Hands) -> tuple[str, str, str]:
    spot = hands.canvas.selection.focus
    assert spot is not None
    return spot[:3]


def test_arrows_go_over_cards_and_empty_cells(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_a", "ln_a", "tp_a"))
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        hands.key(key)
        seen.append(focus(hands))
    assert seen == [
        ("st_a", "ln_a", "tp_b"),
        ("st_a", "ln_b", "nt_a"),
        ("st_b", "ln_b", ""),
        ("st_c", "ln_b", ""),
        ("st_c", "ln_a", ""),
        ("st_b", "ln_a", "tp_c"),
    ]
    assert hands.chosen() == {"tp_c"}
    assert hands.document.undo_stack.count() == 0


def test_the_focus_stays_on_the_map(hands: Hands) -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
        for _ in range(12):
            hands.key(key)
    assert focus(hands) == ("st_d", "ln_f", "nt_d")
    for _ in range(12):
        hands.key(Qt.Key.Key_Up)
    assert focus(hands)[1] == "ln_a"


def test_arrows_skip_lanes_that_hold_no_cards(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_b", "ln_b"))
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        hands.key(key)
        seen.append(focus(hands)[1])
    assert seen == ["ln_d", "ln_f", "ln_f", "ln_d", "ln_b"]


def test_only_where_typing_makes_a_card_the_focus_has_a_plus(hands: Hands) -> None:
    mark = hands.canvas._scene.focus_mark
    for lane, plus in (("ln_b", True), ("ln_c", False), ("ln_f", True)):
        hands.canvas.selection.put_focus(Spot("st_b", lane))
        assert mark.isVisible()
        assert mark._plus == plus


def test_control_home_and_end_go_to_the_first_and_last_cell(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_b", "ln_b"))
    hands.key(Qt.Key.Key_End, CTRL)
    assert focus(hands) == ("st_d", "ln_f", "nt_d")
    hands.key(Qt.Key.Key_Home, CTRL)
    assert focus(hands) == ("st_a", "ln_a", "tp_a")


def test_home_and_end_go_to_the_ends_of_the_lane(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_b", "ln_a", "tp_c"))
    hands.key(Qt.Key.Key_End)
    assert focus(hands) == ("st_d", "ln_a", "tp_d")
    hands.key(Qt.Key.Key_Home)
    assert focus(hands) == ("st_a", "ln_a", "tp_a")
    hands.canvas.selection.put_focus(Spot("st_b", "ln_b"))
    hands.key(Qt.Key.Key_End)  # cells may be empty
    assert focus(hands) == ("st_d", "ln_b", "")
    assert hands.document.undo_stack.count() == 0


def test_shift_and_arrows_choose_more(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_a", "ln_a", "tp_a"))
    hands.key(Qt.Key.Key_Down, SHIFT)
    assert hands.chosen() == {"tp_a", "tp_b"}
    hands.key(Qt.Key.Key_Right, SHIFT)
    assert hands.chosen() == {"tp_a", "tp_b", "tp_c"}
    hands.key(Qt.Key.Key_Left, SHIFT)
    assert "tp_c" not in hands.chosen()


@pytest.mark.parametrize(
    ("key", "step", "lane"), [(Qt.Key.Key_Right, "st_b", "ln_a"), (Qt.Key.Key_Left, "st_a", "ln_a")]
)
def test_control_and_sideways_arrows_move_cards(hands: Hands, key: Qt.Key, step: str, lane: str) -> None:
    hands.canvas.selection.put_focus(Spot("st_a", "ln_a", "tp_b"))
    hands.key(key, CTRL)
    card = hands.card("tp_b")
    assert (card.step, card.lane) == (step, lane)
    assert hands.problems == ([] if key == Qt.Key.Key_Right else ["off-the-map"])
    assert hands.chosen() == {"tp_b"}


def test_control_and_up_moves_within_the_cell_first(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_a", "ln_b", "nt_b"))
    hands.key(Qt.Key.Key_Up, CTRL)
    assert hands.cell("st_a", "ln_b") == ["nt_b", "nt_a"]
    hands.key(Qt.Key.Key_Down, CTRL)
    assert hands.cell("st_a", "ln_b") == ["nt_a", "nt_b"]
    hands.key(Qt.Key.Key_Down, CTRL)
    assert hands.card("nt_b").lane == "ln_d"


def test_control_shift_and_arrows_move_phase_and_lane(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_a", "ln_a", "tp_a"))
    hands.key(Qt.Key.Key_Right, CTRL | SHIFT)
    assert hands.phases() == ["ph_b", "ph_a", "ph_c"]
    hands.key(Qt.Key.Key_Down, CTRL | SHIFT)
    assert hands.lanes() == ["ln_b", "ln_a", "ln_c", "ln_d", "ln_e", "ln_f"]
    hands.key(Qt.Key.Key_Left, CTRL | SHIFT)
    hands.key(Qt.Key.Key_Up, CTRL | SHIFT)
    assert (hands.phases()[0], hands.lanes()[0]) == ("ph_a", "ln_a")


@pytest.mark.parametrize(("number", "emotion"), [(1, -2), (2, -1), (3, 0), (4, 1), (5, 2)])
def test_control_and_a_number_set_the_emotion(hands: Hands, number: int, emotion: int) -> None:
    hands.canvas.selection.choose("cards", ["tp_b", "tp_d", "nt_a"])
    hands.key(Qt.Key(Qt.Key.Key_0.value + number), CTRL)
    assert [getattr(hands.card(one), "emotion", None) for one in ("tp_a", "tp_b", "tp_d")] == [1, emotion, emotion]


def test_delete_and_undo_by_keys(hands: Hands) -> None:
    before = hands.document.project
    hands.canvas.selection.choose("cards", ["tp_a", "nt_c"])
    hands.key(Qt.Key.Key_Delete)
    assert {"tp_a", "nt_c"}.isdisjoint({each.id for each in (*hands.map.touchpoints, *hands.map.notes)})
    assert hands.document.undo_stack.undoText() == "Delete 2 cards"
    hands.key(Qt.Key.Key_Z, CTRL)
    assert hands.document.project == before
    assert hands.chosen() == {"tp_a", "nt_c"}
    hands.key(Qt.Key.Key_Y, CTRL)
    assert len(hands.map.touchpoints) == 3
    hands.key(Qt.Key.Key_Z, CTRL)
    hands.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(hands.map.touchpoints) == 3


def test_duplicate_puts_the_copy_right_below(hands: Hands) -> None:
    hands.canvas.selection.choose("cards", ["tp_a", "nt_c"])
    hands.key(Qt.Key.Key_D, CTRL)
    assert len(hands.map.touchpoints) == 5
    copy = hands.cell("st_a", "ln_a")[1]
    assert copy not in ("tp_a", "tp_b")
    assert getattr(hands.card(copy), "title", "") == "Advert"
    assert copy in hands.chosen()
    assert len(hands.chosen()) == 2
    assert hands.document.undo_stack.count() == 1


def test_escape_goes_down_its_ladder(hands: Hands) -> None:
    leftover: list[int] = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), hands.canvas)
    shortcut.activated.connect(lambda: leftover.append(1))
    hands.canvas.selection.choose("cards", ["tp_a", "tp_b"])
    hands.carry(hands.middle("tp_a"), hands.in_cell("st_d", "ln_a"))
    hands.key(Qt.Key.Key_Escape)
    assert hands.chosen() == {"tp_a", "tp_b"}
    hands.release(hands.in_cell("st_d", "ln_a"))
    hands.key(Qt.Key.Key_Escape)
    assert hands.chosen() == set()
    assert hands.document.undo_stack.count() == 0
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, NONE)
    override.ignore()
    QApplication.sendEvent(hands.canvas._editor, override)
    assert not override.isAccepted()


def test_with_a_card_in_the_hand_other_keys_wait(hands: Hands) -> None:
    hands.carry(hands.middle("tp_a"), hands.in_cell("st_d", "ln_a"))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_F2):
        hands.key(key)
    hands.type("a")
    assert hands.canvas._hand.active
    assert hands.document.undo_stack.count() == 0
    hands.key(Qt.Key.Key_Escape)


def test_plain_letters_are_left_to_writing(hands: Hands) -> None:
    for letter in "abcdefghijklmnopqrstuvwxyzäöüß":
        event = QKeyEvent(QEvent.Type.ShortcutOverride, 0, NONE, letter)
        event.ignore()
        QApplication.sendEvent(hands.canvas._editor, event)
        assert not event.isAccepted()


def test_the_menu_key_asks_about_what_is_chosen(hands: Hands) -> None:
    asked: list[tuple[str, str]] = []
    hands.canvas.context_menu_requested.connect(lambda at, kind, one: asked.append((kind, one)))
    for kind, one in (("cards", "tp_a"), ("phases", "ph_b"), ("lanes", "ln_c")):
        hands.canvas.selection.choose(kind, [one])  # type: ignore[arg-type]  # mypy does not see the literals
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(hands.canvas._editor, event)
    hands.canvas.selection.put_focus(Spot("st_d", "ln_b"))
    QApplication.sendEvent(
        hands.canvas._editor, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    )
    assert asked == [("card", "tp_a"), ("phase", "ph_b"), ("lane", "ln_c"), ("cell", "")]


def test_the_right_button_asks_about_what_is_there(hands: Hands) -> None:
    asked: list[tuple[str, str]] = []
    hands.canvas.context_menu_requested.connect(lambda at, kind, one: asked.append((kind, one)))

    def ask(point: QPoint) -> None:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, hands.viewport.mapToGlobal(point))
        QApplication.sendEvent(hands.viewport, event)

    hands.canvas.selection.choose("cards", ["tp_a", "tp_c"])
    ask(hands.at(hands.middle("tp_c")))
    assert hands.chosen() == {"tp_a", "tp_c"}
    ask(hands.at(hands.middle("nt_c")))
    assert hands.chosen() == {"nt_c"}
    ask(hands.at(hands.in_cell("st_d", "ln_b")))
    assert asked == [("card", "tp_c"), ("card", "nt_c"), ("cell", "")]
    assert focus(hands) == ("st_d", "ln_b", "")


def test_the_canvas_takes_the_keyboard_when_clicked(hands: Hands) -> None:
    hands.canvas._editor.clearFocus()
    QTest.mouseClick(hands.viewport, Qt.MouseButton.LeftButton, NONE, hands.at(hands.middle("tp_a")))
    hands.canvas.setFocus()
    assert QApplication.focusWidget() is hands.canvas._editor


def test_without_a_choice_the_focused_card_is_meant(hands: Hands) -> None:
    asked: list[tuple[str, str]] = []
    hands.canvas.context_menu_requested.connect(lambda at, kind, one: asked.append((kind, one)))
    hands.click(hands.middle("tp_c"))
    hands.key(Qt.Key.Key_Escape)
    assert hands.chosen() == set()
    canvas = hands.canvas
    assert canvas.cards.can_edit()
    assert canvas.picking.can_delete()
    assert canvas.picking.can_rename()
    assert canvas.clipboard.can_copy()
    assert canvas.cards.can_set_emotion()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(canvas._editor, event)
    assert asked == [("card", "tp_c")]
    hands.key(Qt.Key.Key_F2)
    assert canvas._editor.toPlainText() == "Search"
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Delete)
    assert "tp_c" not in {each.id for each in hands.map.touchpoints}
