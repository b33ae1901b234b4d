"""One finger chooses, grasps and looks around; a palm gives up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.tools.reach import FINGER, pointer_at
from tests.canvas.test_drawing_links import on_link
from tests.canvas.test_gestures import column_place, curve_point, middle_of_phase
from tests.canvas.touch.skin import LEFT, NO_BUTTON, NONE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from cjeditor.canvas.tools.gesture import Pointer
    from tests.canvas.touch.skin import Skin


def asked(skin: Skin) -> list[tuple[str, str]]:
    """Return what menus are asked for from now on."""
    found: list[tuple[str, str]] = []

    def take(_at: QPoint, about: str, one: str) -> None:
        found.append((about, one))

    skin.canvas.context_menu_requested.connect(take)
    return found


def roomy(skin: Skin) -> None:
    """Zoom in so that there is a map to look around on in all directions."""
    skin.canvas.view.show_from(2.0, QPointF(100, 60))


def corner(skin: Skin) -> QPoint:
    """Return how far the view is scrolled."""
    view = skin.canvas.view
    return QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value())


class TestOneFinger:
    def test_a_tap_chooses(self, skin: Skin) -> None:
        skin.tap(skin.place(skin.hands.middle("tp_c")))
        assert skin.hands.chosen() == {"tp_c"}
        skin.tap(skin.place(skin.hands.middle("nt_a")))
        assert skin.hands.chosen() == {"nt_a"}
        skin.tap(skin.place(skin.hands.in_cell("st_c", "ln_b")))
        assert skin.hands.chosen() == set()
        assert skin.canvas.selection.focus == ("st_c", "ln_b", "", "")
        assert skin.hands.document.undo_stack.count() == 0

    def test_two_taps_write(self, skin: Skin) -> None:
        place = skin.place(skin.hands.middle("tp_c"))
        skin.tap(place)
        assert not skin.canvas._editor.is_open
        skin.tap(place)
        assert skin.canvas._editor.is_open
        skin.hands.type("!")
        skin.tap(skin.place(skin.hands.middle("nt_a")))
        assert not skin.canvas._editor.is_open
        assert getattr(skin.hands.card("tp_c"), "title", "") == "Search!"

    def test_two_slow_taps_and_taps_on_two_cards_only_choose(self, skin: Skin) -> None:
        place, late = skin.place(skin.hands.middle("tp_c")), QGuiApplication.styleHints().mouseDoubleClickInterval()
        for when in (1_000, 1_001 + late):
            skin.tell(QEvent.Type.TouchBegin, place, when)
            skin.tell(QEvent.Type.TouchEnd, place, when)
        skin.tap(skin.place(skin.hands.middle("tp_a")))
        skin.tap(skin.place(skin.hands.middle("tp_b")))
        assert not skin.canvas._editor.is_open
        assert skin.hands.chosen() == {"tp_b"}

    def test_one_that_moves_at_once_looks_around(self, skin: Skin) -> None:
        roomy(skin)
        before, start = corner(skin), skin.place(skin.hands.middle("tp_c"))
        skin.down(start)
        skin.slide(start + QPoint(-60, -37))
        assert corner(skin) == before + QPoint(60, 37)
        skin.up()
        assert skin.hands.chosen() == set()
        assert skin.hands.document.undo_stack.count() == 0

    def test_one_that_has_rested_drags_the_card(self, skin: Skin) -> None:
        before, start = skin.hands.document.project, skin.place(skin.hands.middle("tp_a"))
        skin.down(start)
        skin.rest()
        assert skin.hands.chosen() == {"tp_a"}
        assert skin.ring is not None
        skin.slide(skin.place(skin.hands.in_cell("st_c", "ln_a")))
        assert skin.ring is None
        assert skin.hands.document.project is before
        skin.up()
        assert "tp_a" in skin.hands.cell("st_c", "ln_a")
        assert skin.hands.document.undo_stack.count() == 1
        skin.hands.document.undo_stack.undo()
        assert skin.hands.document.project == before

    def test_on_empty_ground_it_looks_around_however_long_it_has_rested(self, skin: Skin) -> None:
        roomy(skin)
        before, start = corner(skin), QPoint(600, 600)
        skin.down(start)
        skin.rest()
        skin.slide(start + QPoint(-50, 0))
        skin.up()
        assert corner(skin) == before + QPoint(50, 0)
        assert skin.hands.chosen() == set()

    def test_what_is_written_stays_open_while_it_looks_around(self, skin: Skin) -> None:
        roomy(skin)
        skin.hands.click(skin.hands.middle("tp_c"))
        skin.hands.key(Qt.Key.Key_F2)
        skin.down(QPoint(600, 700))
        skin.slide(QPoint(640, 700))
        skin.up()
        assert skin.canvas._editor.is_open

    def test_no_mouse_event_is_made_of_it(self, skin: Skin) -> None:
        seen: list[object] = []
        skin.canvas.view.pressed.connect(seen.append)
        skin.canvas.view.double_clicked.connect(seen.append)
        skin.tap(skin.place(skin.hands.middle("tp_c")))
        skin.tap(skin.place(skin.hands.middle("tp_c")))
        assert seen == []

    def test_a_mouse_event_that_the_system_made_of_it_means_nothing(self, skin: Skin) -> None:
        place = QPointF(skin.hands.at(skin.hands.middle("tp_c")))
        on_screen = QPointF(skin.hands.viewport.mapToGlobal(place))
        for source in (Qt.MouseEventSource.MouseEventSynthesizedBySystem, Qt.MouseEventSource.MouseEventNotSynthesized):
            for kind, held in ((QEvent.Type.MouseButtonPress, LEFT), (QEvent.Type.MouseButtonRelease, NO_BUTTON)):
                QApplication.sendEvent(
                    skin.hands.viewport, QMouseEvent(kind, place, on_screen, on_screen, LEFT, held, NONE, source)
                )
            made = source == Qt.MouseEventSource.MouseEventSynthesizedBySystem
            assert skin.hands.chosen() == (set() if made else {"tp_c"})

    def test_fingers_do_nothing_while_the_mouse_drags(self, skin: Skin) -> None:
        start, end = skin.hands.middle("tp_a"), skin.hands.in_cell("st_c", "ln_a")
        skin.hands.carry(start, end)
        skin.tap(QPoint(500, 500))
        skin.hands.release(end)
        assert "tp_a" in skin.hands.cell("st_c", "ln_a")

    def test_a_curve_point_is_dragged(self, skin: Skin) -> None:
        point = curve_point(skin.hands, "tp_a")
        beside = skin.place(QPointF(point.x, point.y)) + QPoint(round(FINGER) - 3, 0)
        skin.down(beside)
        skin.rest()
        skin.slide(beside + QPoint(0, 43))
        skin.up()
        assert skin.hands.card("tp_a").emotion == -1  # type: ignore[union-attr]  # a touchpoint


class TestLongPress:
    def test_it_brings_the_menu_when_the_finger_is_lifted(self, skin: Skin, qtbot: QtBot) -> None:
        menus, hints = asked(skin), QGuiApplication.styleHints()
        usual = hints.mousePressAndHoldInterval()
        hints.setMousePressAndHoldInterval(40)
        try:
            with qtbot.waitSignal(skin.hold.ripened):
                skin.down(skin.place(skin.hands.middle("tp_c")))
        finally:
            hints.setMousePressAndHoldInterval(usual)
        ring = skin.ring
        assert ring is not None
        assert ring.share == 1.0
        assert menus == []
        skin.up()
        assert menus == [("card", "tp_c")]
        assert skin.hands.chosen() == {"tp_c"}
        assert skin.ring is None

    @pytest.mark.parametrize(
        ("step", "lane", "about"), [("st_c", "ln_b", ("cell", "")), ("st_a", "ln_a", ("card", "tp_a"))]
    )
    def test_there_is_a_menu_for_cards_and_cells(
        self, skin: Skin, step: str, lane: str, about: tuple[str, str]
    ) -> None:
        menus = asked(skin)
        point = skin.hands.middle("tp_a") if about[0] == "card" else skin.hands.in_cell(step, lane)
        skin.down(skin.place(point))
        skin.rest_long()
        skin.up()
        assert menus == [about]

    def test_a_finger_that_moves_off_drags_and_brings_no_menu(self, skin: Skin) -> None:
        menus = asked(skin)
        skin.down(skin.place(skin.hands.middle("tp_a")))
        skin.rest_long()
        skin.slide(skin.place(skin.hands.in_cell("st_c", "ln_a")))
        skin.up()
        assert menus == []
        assert "tp_a" in skin.hands.cell("st_c", "ln_a")

    def test_the_ring_shows_that_it_is_coming(self, skin: Skin) -> None:
        skin.down(skin.place(skin.hands.middle("tp_c")))
        assert skin.ring is None
        empty = skin.canvas.grab().toImage()
        skin.rest()
        ring = skin.ring
        assert ring is not None
        assert ring.share < 1.0
        ring._take_share(0.5)
        half = skin.canvas.grab().toImage()
        skin.rest_long()
        assert ring.share == 1.0
        assert len({empty.cacheKey(), half.cacheKey()}) == 2
        assert empty != half
        assert skin.canvas.grab().toImage() != half
        skin.cancel()
        assert skin.ring is None


class TestGivingUp:
    def test_a_second_finger_gives_a_drag_up(self, skin: Skin) -> None:
        before, start = skin.hands.document.project, skin.place(skin.hands.middle("tp_a"))
        spot = skin.canvas.desk.spot_of("tp_a")
        assert spot is not None
        shown = skin.canvas._scene.place_of(spot)
        skin.down(start)
        skin.rest()
        skin.slide(skin.place(skin.hands.in_cell("st_c", "ln_a")))
        assert skin.canvas._scene.slot_mark.isVisible()
        skin.down(start + QPoint(200, 200), finger=1)
        assert not skin.canvas._scene.slot_mark.isVisible()
        assert skin.canvas._scene.place_of(spot) == shown
        skin.slide(start + QPoint(300, 300), finger=1)
        zoom = skin.canvas.view.zoom
        skin.up(1)
        skin.up(0)
        assert skin.hands.document.project is before
        assert zoom == 1.0

    def test_the_system_gives_a_drag_up(self, skin: Skin) -> None:
        before = skin.hands.document.project
        skin.down(skin.place(skin.hands.middle("tp_a")))
        skin.rest()
        skin.slide(skin.place(skin.hands.in_cell("st_c", "ln_a")))
        skin.cancel()
        assert not skin.canvas._hand.active
        assert not skin.canvas._scene.slot_mark.isVisible()
        assert skin.hands.document.project is before
        skin.tap(skin.place(skin.hands.middle("tp_b")))
        assert skin.hands.chosen() == {"tp_b"}

    def test_escape_gives_a_drag_up(self, skin: Skin) -> None:
        before = skin.hands.document.project
        skin.down(skin.place(skin.hands.middle("tp_a")))
        skin.rest()
        skin.slide(skin.place(skin.hands.in_cell("st_c", "ln_a")))
        skin.hands.key(Qt.Key.Key_Escape)
        skin.slide(skin.place(skin.hands.in_cell("st_b", "ln_a")))
        skin.up()
        assert skin.hands.document.project is before


class TestHeaders:
    def test_one_finger_pans(self, skin: Skin) -> None:
        roomy(skin)
        before = corner(skin)
        skin.down(QPoint(600, 30))
        skin.slide(QPoint(540, 30))
        skin.up()
        assert corner(skin) == before + QPoint(60, 0)

    def test_a_rested_finger_moves_a_phase_and_a_tap_chooses_it(self, skin: Skin) -> None:
        header = skin.canvas.column_header
        start = header.mapTo(skin.canvas, column_place(skin.hands, middle_of_phase(skin.hands, "ph_a")))
        end = header.mapTo(skin.canvas, column_place(skin.hands, middle_of_phase(skin.hands, "ph_c") + 60))
        skin.tap(start)
        assert skin.hands.chosen() == {"ph_a"}
        skin.down(start)
        skin.rest()
        skin.slide(end)
        skin.up()
        assert skin.hands.phases() == ["ph_b", "ph_c", "ph_a"]
        skin.hands.document.undo_stack.undo()
        assert skin.hands.phases() == ["ph_a", "ph_b", "ph_c"]

    def test_the_edge_of_a_column_is_wider_for_a_finger_than_for_the_mouse(self, skin: Skin) -> None:
        header, column = skin.canvas.column_header, skin.canvas.desk.arrangement.columns[0]
        beside = column_place(skin.hands, column.x + column.width) - QPoint(15, 0)
        before = column.width
        skin.hands.drag_in(header, beside, beside + QPoint(60, 0))
        assert skin.canvas.desk.arrangement.columns[0].width == before
        skin.down(header.mapTo(skin.canvas, beside))
        skin.rest()
        skin.slide(header.mapTo(skin.canvas, beside) + QPoint(60, 0))
        skin.up()
        assert skin.canvas.desk.arrangement.columns[0].width > before + 30

    def test_a_long_press_brings_the_menu_of_a_lane(self, skin: Skin) -> None:
        menus = asked(skin)
        header = skin.canvas.lane_header
        row = skin.canvas.desk.arrangement.lanes[0]
        place = QPoint(90, round(header.area_of(row.y + row.height / 2, 1.0).y()))
        skin.down(header.mapTo(skin.canvas, place))
        skin.rest_long()
        skin.up()
        assert menus == [("lane", "ln_a")]


class TestReach:
    def test_a_link_is_reached_from_farther_away(self, skin: Skin) -> None:
        point = on_link(skin.hands, "lk_a")
        away = next(
            QPointF(point.x(), point.y() + by)
            for by in (10, -10, 14, -14)
            if skin.canvas._hand.hit(pointer(skin, QPointF(point.x(), point.y() + by), finger=False)).kind == "cell"
        )
        assert skin.canvas._hand.hit(pointer(skin, away, finger=True)).kind == "link"

    def test_a_card_keeps_its_edges(self, skin: Skin) -> None:
        box = skin.canvas.desk.arrangement.cards["tp_c"]
        inside = QPointF(box.x + 3, box.y + box.height / 2)
        assert skin.canvas._hand.hit(pointer(skin, inside, finger=True)) == skin.canvas._hand.hit(
            pointer(skin, inside, finger=False)
        )


def pointer(skin: Skin, point: QPointF, *, finger: bool) -> Pointer:
    stage = skin.canvas._touching._stage
    return pointer_at(stage, QPointF(skin.canvas.mapToGlobal(skin.place(point))), finger=finger)


def test_the_mouse_still_drags_a_band_on_empty_ground(skin: Skin) -> None:
    start = skin.hands.in_cell("st_c", "ln_b")
    skin.hands.drag(start, skin.hands.middle("tp_a"))
    assert skin.hands.chosen()
    QTest.mouseClick(skin.hands.viewport, Qt.MouseButton.LeftButton, pos=skin.hands.at(start))
    assert skin.hands.chosen() == set()
