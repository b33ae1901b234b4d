"""Collapsed phases and lanes on the canvas: carets, strips, keys, and what leads into them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from cjeditor.canvas.selection import Spot
from cjeditor.layout.metrics import FOLDED_HEIGHT, FOLDED_WIDTH
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.lookup import known
from cjeditor.model.project import Project
from tests.builders import MAP
from tests.canvas.hands import CTRL, LEFT, NONE, Hands


def phase_folded(hands: Hands, phase: str) -> bool:
    return known(hands.map.phases, phase).collapsed


def lane_folded(hands: Hands, lane: str) -> bool:
    return known(hands.map.lanes, lane).collapsed


def strip(hands: Hands, phase: str) -> QPointF:
    box = next(each for each in hands.canvas.desk.arrangement.phases if each.phase.id == phase)
    return QPointF(box.x + box.width / 2, 100)


def header_point(hands: Hands, phase: str, right: int, down: int) -> QPoint:
    box = next(each for each in hands.canvas.desk.arrangement.phases if each.phase.id == phase)
    return QPoint(round(box.x) + right, down)


def test_the_caret_collapses_a_phase_and_a_click_on_the_strip_expands_it_each_in_one_step(hands: Hands) -> None:
    header = hands.canvas.column_header
    QTest.mouseClick(header, LEFT, NONE, header_point(hands, "ph_b", 9, 20))
    assert phase_folded(hands, "ph_b")
    box = hands.canvas.desk.arrangement.phases[1]
    assert box.folded
    assert box.width == pytest.approx(FOLDED_WIDTH)
    assert box.cards == 2
    assert hands.document.undo_stack.count() == 1
    hands.click(strip(hands, "ph_b"))
    assert not phase_folded(hands, "ph_b")
    hands.document.undo_stack.undo()
    hands.document.undo_stack.undo()
    assert not phase_folded(hands, "ph_b")
    assert "tp_c" in hands.canvas.desk.arrangement.cards


def test_the_caret_is_large_enough_and_beside_it_a_header_is_chosen(hands: Hands) -> None:
    header = hands.canvas.column_header
    assert header.caret >= 16
    QTest.mouseClick(header, LEFT, NONE, header_point(hands, "ph_b", 40, 20))
    assert not phase_folded(hands, "ph_b")
    assert hands.chosen() == {"ph_b"}


def test_a_double_click_on_a_strip_expands_it_and_writes_nothing(hands: Hands) -> None:
    hands.canvas.desk.fold(["ph_b"], [], folded=True)
    at = hands.at(strip(hands, "ph_b"))
    QTest.mouseClick(hands.viewport, LEFT, NONE, at)
    QTest.mouseDClick(hands.viewport, LEFT, NONE, at)
    assert not phase_folded(hands, "ph_b")
    assert not hands.canvas._writer.active


def test_the_caret_of_a_lane(hands: Hands) -> None:
    header = hands.canvas.lane_header
    lane = hands.canvas.desk.arrangement.lanes[1]
    at = QPoint(6, round(lane.y) + 18)
    QTest.mouseClick(header, LEFT, NONE, at)
    assert lane_folded(hands, "ln_b")
    box = hands.canvas.desk.arrangement.lanes[1]
    assert (box.height, box.cards) == (FOLDED_HEIGHT, 2)
    assert "nt_a" not in hands.canvas.desk.arrangement.cards
    QTest.mouseClick(header, LEFT, NONE, QPoint(80, round(box.y) + 14))
    assert not lane_folded(hands, "ln_b")


def test_arrows_stop_once_on_a_strip_and_a_letter_expands_it(hands: Hands) -> None:
    hands.canvas.cards.go_to(1)
    hands.canvas.desk.fold(["ph_b"], [], folded=True)
    hands.key(Qt.Key.Key_Right)
    focus = hands.canvas.selection.focus
    assert focus is not None
    assert focus.step == "st_b"
    assert hands.canvas._scene.focus_mark.isVisible()
    hands.key(Qt.Key.Key_Right)
    focus = hands.canvas.selection.focus
    assert focus is not None
    assert focus.step == "st_d"
    hands.key(Qt.Key.Key_Left)
    hands.type("N")
    assert not phase_folded(hands, "ph_b")
    assert hands.canvas._writer.active
    hands.key(Qt.Key.Key_Escape)
    assert len(hands.cell("st_c", "ln_a")) + len(hands.cell("st_b", "ln_a")) == 2


def test_down_reaches_a_collapsed_lane_and_leaves_it(hands: Hands) -> None:
    hands.canvas.desk.fold([], ["ln_b"], folded=True)
    hands.canvas.selection.put_focus(Spot("st_d", "ln_a", "tp_d"))
    seen = []
    for _ in range(2):
        hands.key(Qt.Key.Key_Down)
        focus = hands.canvas.selection.focus
        assert focus is not None
        seen.append(focus.lane)
    assert seen == ["ln_b", "ln_d"]


def test_a_number_and_a_search_lead_into_what_is_collapsed(hands: Hands) -> None:
    hands.canvas.desk.fold(["ph_b"], ["ln_b"], folded=True)
    assert hands.canvas.cards.go_to(3)
    assert not phase_folded(hands, "ph_b")
    assert hands.chosen() == {"tp_c"}
    assert hands.canvas.cards.go_to(5)
    assert not lane_folded(hands, "ln_b")
    assert hands.chosen() == {"nt_b"}
    assert not hands.canvas.cards.go_to(999)


def test_a_phase_is_expanded_to_be_renamed_and_to_be_pasted_into(hands: Hands) -> None:
    hands.canvas.cards.go_to(1)
    hands.canvas.clipboard.copy()
    for act in (hands.canvas.phases.rename, hands.canvas.clipboard.paste):
        hands.canvas.desk.fold(["ph_b"], [], folded=True)
        hands.canvas.selection.choose("phases", ["ph_b"], Spot("st_b", "ln_a"))
        act()
        assert not phase_folded(hands, "ph_b")
        hands.canvas.finish_editing()
    assert len(hands.cell("st_b", "ln_a")) == 2


def test_nothing_is_dropped_into_a_strip(hands: Hands) -> None:
    hands.canvas.desk.fold(["ph_b"], [], folded=True)
    before = hands.document.project
    hands.drag(hands.middle("tp_a"), strip(hands, "ph_b"))
    assert hands.document.project is before


def test_the_commands_collapse_what_the_focus_is_in_or_all_that_is_chosen(hands: Hands) -> None:
    folds = hands.canvas.folds
    hands.canvas.cards.go_to(3)
    assert not folds.phase_is_folded()
    folds.fold_phase(True)
    assert folds.phase_is_folded()
    folds.fold_phase(False)
    assert not phase_folded(hands, "ph_b")
    hands.canvas.selection.choose("lanes", ["ln_a", "ln_e", "ln_c"])
    folds.fold_lane(True)
    assert [lane_folded(hands, lane) for lane in ("ln_a", "ln_e", "ln_c")] == [True, False, True]
    assert folds.can_unfold_all()
    folds.unfold_all()
    assert not folds.can_unfold_all()
    assert hands.document.undo_stack.count() == 4


def test_moving_with_keys_over_everything_collapsed_does_no_harm(hands: Hands) -> None:
    hands.canvas.desk.fold(hands.phases(), hands.lanes()[:4], folded=True)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        hands.key(key)
        hands.key(key, CTRL)
        hands.canvas.view.viewport().grab()
    hands.key(Qt.Key.Key_Tab)
    assert hands.canvas.desk.arrangement.cards == {}


def test_a_card_moved_into_a_collapsed_phase_opens_it(hands: Hands) -> None:
    def closed(project: Project) -> Project:
        return set_phase(project, MAP, "ph_b", collapsed=True)

    hands.document.apply("Collapse", closed)
    hands.canvas.cards.go_to(hands.card("tp_b").number)
    while next(step for step in hands.map.steps if step.id == hands.card("tp_b").step).phase == "ph_a":
        hands.key(Qt.Key.Key_Right, CTRL)
    assert not next(phase for phase in hands.map.phases if phase.id == "ph_b").collapsed
    assert hands.chosen() == {"tp_b"}
    assert "tp_b" in hands.canvas.desk.arrangement.cards
    hands.document.undo_stack.undo()
    assert next(phase for phase in hands.map.phases if phase.id == "ph_b").collapsed


def test_cards_in_what_is_collapsed_are_no_longer_chosen(hands: Hands) -> None:
    hands.canvas.desk.choose_cards(["tp_a", "tp_d"])
    step = next(step for step in hands.map.steps if step.id == hands.card("tp_a").step)
    hands.document.apply("Collapse", lambda project: set_phase(project, MAP, step.phase, collapsed=True))
    assert hands.chosen() == {"tp_d"}
