"""Gestures other than moving cards: on the curve, in the headers, choosing, panning, zooming."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from cjeditor.canvas.curve_item import CurveItem
from tests.canvas.hands import CTRL, LEFT, NONE, SHIFT, move_mouse

if TYPE_CHECKING:
    from cjeditor.layout.arrangement import CurvePoint
    from tests.canvas.hands import Hands


def curve_point(hands: Hands, touchpoint: str) -> CurvePoint:
    return next(point for point in hands.canvas.desk.arrangement.curves[0].points if point.touchpoint == touchpoint)


def curve_shown(hands: Hands) -> dict[str, int | None]:
    """Return the emotions that the curve's items show, by touchpoint."""
    items = [item for item in hands.canvas._scene.items() if isinstance(item, CurveItem)]
    return {point.touchpoint: point.emotion for item in items for point in item.piece.own}


def column_place(hands: Hands, x: float, *, step: bool = False) -> QPoint:
    """Return a point in the strip of phases (or steps) at the map's x."""
    area = hands.canvas.column_header.area_of(x, 1.0, step=step)
    return QPoint(round(area.x()), round(area.center().y()))


def lane_place(hands: Hands, y: float) -> QPoint:
    return QPoint(60, round(hands.canvas.lane_header.area_of(y, 1.0).y()))


def middle_of_phase(hands: Hands, phase: str) -> float:
    box = next(box for box in hands.canvas.desk.arrangement.phases if box.phase.id == phase)
    return box.x + box.width / 2


def middle_of_step(hands: Hands, step: str) -> float:
    column = hands.canvas.desk.arrangement.column_of(step)
    assert column is not None
    return column.x + column.width / 2


def middle_of_lane(hands: Hands, lane: str) -> float:
    box = hands.canvas.desk.arrangement.lane_of(lane)
    assert box is not None
    return box.y + box.height / 2


class TestEmotion:
    def test_a_dragged_point_snaps_to_a_value(self, hands: Hands) -> None:
        point = curve_point(hands, "tp_a")
        before = hands.map.touchpoints[1:]
        hands.drag(QPointF(point.x, point.y), QPointF(point.x + 30, point.y + 43))
        assert hands.card("tp_a").emotion == -1  # type: ignore[union-attr]  # a touchpoint
        assert hands.map.touchpoints[1:] == before
        assert hands.document.undo_stack.undoText() == "Set emotion"

    def test_the_curve_bends_while_a_point_is_dragged(self, hands: Hands) -> None:
        before = hands.document.project
        point = curve_point(hands, "tp_a")
        hands.click(QPointF(point.x, point.y))
        shown, still = curve_shown(hands), hands.viewport.grab().toImage()
        hands.carry(QPointF(point.x, point.y), QPointF(point.x, point.y + 43))
        assert hands.document.project is before
        assert curve_shown(hands)["tp_a"] == -1
        assert {**curve_shown(hands), "tp_a": 1} == shown
        hands.key(Qt.Key.Key_Escape)
        assert curve_shown(hands) == shown
        assert hands.viewport.grab().toImage() == still
        hands.release(QPointF(point.x, point.y + 43))
        hands.drag(QPointF(point.x, point.y), QPointF(point.x, point.y + 43))
        assert curve_shown(hands)["tp_a"] == -1
        hands.document.undo_stack.undo()
        assert curve_shown(hands) == shown

    def test_the_scale_ends_at_two(self, hands: Hands) -> None:
        point = curve_point(hands, "tp_a")
        hands.drag(QPointF(point.x, point.y), QPointF(point.x, point.y - 300))
        assert hands.card("tp_a").emotion == 2  # type: ignore[union-attr]  # a touchpoint

    def test_a_point_without_emotion_can_be_dragged_too(self, hands: Hands) -> None:
        point = curve_point(hands, "tp_b")
        assert point.emotion is None
        hands.drag(QPointF(point.x, point.y), QPointF(point.x, point.y + 20))
        assert hands.card("tp_b").emotion == -1  # type: ignore[union-attr]  # a touchpoint

    def test_the_value_is_shown_meanwhile_and_escape_forgets_it(self, hands: Hands) -> None:
        before = hands.document.project
        point = curve_point(hands, "tp_a")
        end = QPointF(point.x, point.y + 40)
        hands.carry(QPointF(point.x, point.y), end)
        label = hands.canvas._scene.label_mark
        assert label.isVisible()
        assert label._text == "−1"
        hands.key(Qt.Key.Key_Escape)
        hands.release(end)
        assert not label.isVisible()
        assert hands.document.project is before

    def test_a_click_chooses_the_touchpoint(self, hands: Hands) -> None:
        point = curve_point(hands, "tp_c")
        hands.click(QPointF(point.x, point.y))
        assert hands.chosen() == {"tp_c"}
        assert hands.document.undo_stack.count() == 0


class TestHeaders:
    def test_a_phase_is_dragged_to_another_place(self, hands: Hands) -> None:
        start = column_place(hands, middle_of_phase(hands, "ph_a"))
        end = column_place(hands, middle_of_phase(hands, "ph_c") + 60)
        hands.drag_in(hands.canvas.column_header, start, end)
        assert hands.phases() == ["ph_b", "ph_c", "ph_a"]
        assert hands.document.undo_stack.undoText() == "Move phase"

    def test_escape_leaves_the_phases_alone(self, hands: Hands) -> None:
        before = hands.document.project
        start = column_place(hands, middle_of_phase(hands, "ph_a"))
        end = column_place(hands, middle_of_phase(hands, "ph_c") + 60)
        hands.drag_in(hands.canvas.column_header, start, end, drop=False)
        assert hands.canvas.column_header._mark is not None
        hands.key(Qt.Key.Key_Escape)
        QTest.mouseRelease(hands.canvas.column_header, LEFT, NONE, end)
        assert hands.canvas.column_header._mark is None
        assert hands.document.project is before

    def test_a_step_goes_into_another_phase(self, hands: Hands) -> None:
        start = column_place(hands, middle_of_step(hands, "st_c"), step=True)
        end = column_place(hands, middle_of_phase(hands, "ph_a") + 60, step=True)
        hands.drag_in(hands.canvas.column_header, start, end)
        assert hands.steps() == ["st_a", "st_c", "st_b", "st_d"]
        assert next(step.phase for step in hands.map.steps if step.id == "st_c") == "ph_a"

    def test_a_step_changes_places_in_its_phase(self, hands: Hands) -> None:
        start = column_place(hands, middle_of_step(hands, "st_b"), step=True)
        end = column_place(hands, middle_of_step(hands, "st_c") + 40, step=True)
        hands.drag_in(hands.canvas.column_header, start, end)
        assert hands.steps() == ["st_a", "st_c", "st_b", "st_d"]

    def test_a_lane_is_dragged_to_another_place(self, hands: Hands) -> None:
        start, end = (
            lane_place(hands, middle_of_lane(hands, "ln_a")),
            lane_place(hands, middle_of_lane(hands, "ln_c") + 40),
        )
        hands.drag_in(hands.canvas.lane_header, start, end)
        assert hands.lanes() == ["ln_b", "ln_c", "ln_a", "ln_d", "ln_e", "ln_f"]
        assert hands.document.undo_stack.undoText() == "Move lane"

    def test_a_step_is_widened_at_its_edge(self, hands: Hands) -> None:
        column = hands.canvas.desk.arrangement.column_of("st_a")
        assert column is not None
        edge = column_place(hands, column.x + column.width)
        hands.drag_in(hands.canvas.column_header, edge, edge + QPoint(63, 0))
        assert [step.min_width for step in hands.map.steps] == [250, 190, 190, 190]

    def test_a_step_is_not_made_narrower_than_a_card_can_be(self, hands: Hands) -> None:
        column = hands.canvas.desk.arrangement.column_of("st_a")
        assert column is not None
        edge = column_place(hands, column.x + column.width)
        hands.drag_in(hands.canvas.column_header, edge, edge - QPoint(180, 0))
        assert hands.map.steps[0].min_width == 120

    def test_a_lane_is_heightened_at_its_edge(self, hands: Hands) -> None:
        box = hands.canvas.desk.arrangement.lane_of("ln_b")
        assert box is not None
        edge = lane_place(hands, box.y + box.height)
        hands.drag_in(hands.canvas.lane_header, edge, edge + QPoint(0, 100))
        lane = hands.canvas.desk.arrangement.lane_of("ln_b")
        assert lane is not None
        assert abs(lane.height - box.height - 100) <= 2

    def test_clicks_choose_and_shift_extends(self, hands: Hands) -> None:
        header = hands.canvas.column_header
        QTest.mouseClick(header, LEFT, NONE, column_place(hands, middle_of_phase(hands, "ph_a")))
        assert (hands.canvas.selection.kind, hands.chosen()) == ("phases", {"ph_a"})
        QTest.mouseClick(header, LEFT, SHIFT, column_place(hands, middle_of_phase(hands, "ph_c")))
        assert hands.chosen() == {"ph_a", "ph_b", "ph_c"}
        QTest.mouseClick(header, LEFT, CTRL, column_place(hands, middle_of_phase(hands, "ph_b")))
        assert hands.chosen() == {"ph_a", "ph_c"}
        QTest.mouseClick(hands.canvas.lane_header, LEFT, NONE, lane_place(hands, middle_of_lane(hands, "ln_e")))
        assert (hands.canvas.selection.kind, hands.chosen()) == ("lanes", {"ln_e"})
        assert hands.document.undo_stack.count() == 0


class TestChoosing:
    def test_a_click_on_nothing_moves_the_focus_there(self, hands: Hands) -> None:
        hands.click(hands.middle("tp_a"))
        hands.click(hands.in_cell("st_d", "ln_b"))
        assert hands.chosen() == set()
        focus = hands.canvas.selection.focus
        assert focus is not None
        assert (focus.step, focus.lane) == ("st_d", "ln_b")
        assert hands.canvas._scene.focus_mark.isVisible()

    def test_control_toggles(self, hands: Hands) -> None:
        hands.click(hands.middle("tp_a"))
        hands.click(hands.middle("nt_c"), CTRL)
        assert hands.chosen() == {"tp_a", "nt_c"}
        hands.click(hands.middle("tp_a"), CTRL)
        assert hands.chosen() == {"nt_c"}

    def test_shift_takes_the_block_between(self, hands: Hands) -> None:
        hands.click(hands.middle("tp_a"))
        hands.click(hands.middle("nt_c"), SHIFT)
        assert hands.chosen() == {"tp_a", "tp_b", "tp_c", "nt_a", "nt_b", "nt_c"}

    def test_a_click_on_one_of_several_chooses_it_alone(self, hands: Hands) -> None:
        hands.canvas.selection.choose("cards", ["tp_a", "tp_c"])
        hands.click(hands.middle("tp_a"))
        assert hands.chosen() == {"tp_a"}

    def test_the_rubber_band_takes_what_it_touches(self, hands: Hands) -> None:
        box = hands.canvas.desk.arrangement.cards["tp_b"]
        start = QPointF(2, box.y + box.height + 5)
        hands.drag(start, hands.in_cell("st_c", "ln_a", down=0.1))
        assert hands.chosen() == {"tp_a", "tp_b", "tp_c"}
        assert not hands.canvas._scene.band_mark.isVisible()

    def test_with_control_the_band_adds(self, hands: Hands) -> None:
        hands.canvas.selection.choose("cards", ["nt_d"])
        start = hands.in_cell("st_d", "ln_a", down=0.97)
        hands.drag(start, hands.middle("tp_d"), CTRL)
        assert hands.chosen() == {"nt_d", "tp_d"}

    def test_escape_during_the_band_chooses_what_was_chosen(self, hands: Hands) -> None:
        hands.canvas.selection.choose("cards", ["nt_d"])
        start = hands.in_cell("st_d", "ln_a", down=0.97)
        hands.carry(start, hands.middle("tp_d"))
        assert hands.chosen() == {"tp_d"}
        hands.key(Qt.Key.Key_Escape)
        assert hands.chosen() == {"nt_d"}
        hands.release(start)


class TestLooking:
    @pytest.mark.parametrize("delta", [120, 360, -120, -360])
    def test_the_wheel_zooms_at_the_pointer(self, hands: Hands, delta: int) -> None:
        view = hands.canvas.view
        view.show_from(2.0, QPointF(0, 0))
        view.scroll_by(300, 300)
        at = QPoint(233, 122)
        screen = hands.viewport.mapToGlobal(QPointF(at))
        before = view.scene_point(QPointF(at))
        hands.wheel(at, delta, CTRL)
        after = view.scene_point(hands.viewport.mapFromGlobal(screen))
        assert view.zoom == pytest.approx(2.0 * 2 ** (delta / 480))
        assert abs(after.x() - before.x()) * view.zoom <= 1.0
        assert abs(after.y() - before.y()) * view.zoom <= 1.0

    def test_the_point_stays_also_while_the_headers_change_their_size(self, hands: Hands) -> None:
        view = hands.canvas.view
        view.show_from(1.0, QPointF(0, 60))
        at = QPoint(333, 222)
        screen = hands.viewport.mapToGlobal(QPointF(at))
        before = view.scene_point(QPointF(at))
        hands.wheel(at, 120, CTRL)
        after = view.scene_point(hands.viewport.mapFromGlobal(screen))
        assert abs(after.x() - before.x()) * view.zoom <= 1.0
        assert abs(after.y() - before.y()) * view.zoom <= 1.0

    def test_zoom_has_ends(self, hands: Hands) -> None:
        for _ in range(40):
            hands.wheel(QPoint(100, 100), 240, CTRL)
        assert hands.canvas.view.zoom == 4.0
        for _ in range(60):
            hands.wheel(QPoint(100, 100), -240, CTRL)
        assert hands.canvas.view.zoom == 0.1

    def test_the_wheel_scrolls_and_with_shift_sideways(self, hands: Hands) -> None:
        view = hands.canvas.view
        view.zoom_to(3.0, QPointF(0, 0))
        x, y = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
        hands.wheel(QPoint(50, 50), -120)
        assert view.verticalScrollBar().value() > y
        assert view.horizontalScrollBar().value() == x
        hands.wheel(QPoint(50, 50), -120, SHIFT)
        assert view.horizontalScrollBar().value() > x

    def test_fit_shows_everything(self, hands: Hands) -> None:
        view, arrangement = hands.canvas.view, hands.canvas.desk.arrangement
        hands.canvas.resize(500, 400)
        view.zoom_to(3.0)
        hands.key(Qt.Key.Key_9, CTRL)
        corner = view.viewportTransform().map(QPointF(arrangement.width, arrangement.height))
        assert 0 < corner.x() <= hands.viewport.width()
        assert 0 < corner.y() <= hands.viewport.height()
        assert view.horizontalScrollBar().maximum() == 0
        hands.key(Qt.Key.Key_0, CTRL)
        assert view.zoom == 1.0

    def test_the_middle_button_pans(self, hands: Hands) -> None:
        view = hands.canvas.view
        view.zoom_to(3.0, QPointF(0, 0))
        view.scroll_by(200, 200)
        x, y = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
        button = Qt.MouseButton.MiddleButton
        QTest.mousePress(hands.viewport, button, NONE, QPoint(300, 300))
        move_mouse(hands.viewport, QPoint(260, 330), button)
        QTest.mouseRelease(hands.viewport, button, NONE, QPoint(260, 330))
        assert (view.horizontalScrollBar().value() - x, view.verticalScrollBar().value() - y) == (40, -30)

    def test_space_and_drag_pans_and_moves_no_card(self, hands: Hands) -> None:
        view = hands.canvas.view
        view.zoom_to(3.0, QPointF(0, 0))
        target = hands.canvas._editor
        QTest.keyPress(target, Qt.Key.Key_Space)
        hands.press(hands.middle("tp_a"))
        move_mouse(hands.viewport, QPoint(20, 20), LEFT)
        QTest.mouseRelease(hands.viewport, LEFT, NONE, QPoint(20, 20))
        QTest.keyRelease(target, Qt.Key.Key_Space)
        assert view.horizontalScrollBar().value() > 0
        assert hands.document.undo_stack.count() == 0
        assert not hands.canvas._hand._space

    def test_headers_follow(self, hands: Hands) -> None:
        view = hands.canvas.view
        view.zoom_to(3.0, QPointF(0, 0))
        view.scroll_by(150, 90)
        area = hands.canvas.column_header.area_of(190.0, 100.0, step=False)
        assert area.x() == view.viewportTransform().map(QPointF(190, 0)).x()
        assert hands.canvas.lane_header.area_of(50.0, 10.0).y() == view.viewportTransform().map(QPointF(0, 50)).y()

    def test_a_zoom_gesture_ends_in_a_sharp_picture(self, hands: Hands) -> None:
        view = hands.canvas.view
        hands.wheel(QPoint(100, 100), 120, CTRL)
        blurred = hands.viewport.grab().toImage()
        view.sharpen()
        sharp = hands.viewport.grab().toImage()
        assert blurred != sharp
        assert view._snapshot is None
