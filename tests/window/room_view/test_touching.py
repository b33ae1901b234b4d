"""The room view is led by fingers: taps, swipes, the menu of a long press; nothing is too small for them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.layout.room.page import Area
from cjeditor.model.edits.workshop import replace_agenda
from cjeditor.window.room_view.menu import RoomMenu
from cjeditor.window.room_view.pages import scale_of
from cjeditor.window.room_view.window import FINGER, RoomWindow
from tests.builders import small_project
from tests.window.conftest import NOON
from tests.window.room_view.hands import Facilitator, room_views, settle
from tests.window.room_view.test_leading import _crowded

FIRST = "tp_x11"
"""The first card of the crowd."""
_SCREEN = QTest.createTouchDevice()


class Finger:
    """One finger on the room view of a facilitator."""

    def __init__(self, view: RoomWindow) -> None:
        self.view = view

    def down(self, at: QPoint) -> None:
        self._sequence().press(0, at).commit()

    def slide(self, at: QPoint) -> None:
        self._sequence().move(0, at).commit()

    def up(self, at: QPoint) -> None:
        self._sequence().release(0, at).commit()
        settle()

    def tap(self, at: QPoint) -> None:
        self.down(at)
        self.up(at)

    def swipe(self, across: int) -> None:
        start = self.view.rect().center()
        self.down(start)
        for part in (0.3, 0.7, 1.0):
            self.slide(start + QPoint(round(across * part), 3))
        self.up(start + QPoint(across, 3))

    def press_long(self, at: QPoint) -> RoomMenu:
        self.down(at)
        self.view._fingers._hold._moment.timeout.emit()
        self.view._fingers._hold._while.timeout.emit()
        self.up(at)
        (menu,) = (one for one in self.view.findChildren(RoomMenu) if one.isVisible())
        return menu

    def _sequence(self) -> QTest.QTouchEventSequence:
        window = self.view.windowHandle()
        assert window is not None
        return QTest.touchEvent(window, _SCREEN, False)


@pytest.fixture
def finger(facilitator: Facilitator) -> Finger:
    facilitator.window.room.document.apply("Add", _crowded)
    settle()
    return Finger(facilitator.view)


@pytest.fixture
def clocked(facilitator: Facilitator) -> Iterator[Finger]:
    """Return a finger on a room view with a running clock."""
    ids = iter(("ag_a", "ag_b"))
    plan = [{"title": "Willkommen", "minutes": 5}, {"title": "Still schreiben", "minutes": 7}]
    room = facilitator.window.room
    room.show_project(replace_agenda(small_project(), plan, new_ids=lambda _prefix: next(ids)), None, None)
    room.timer._now = _noon
    room.timer.start()
    settle()
    yield Finger(facilitator.view)
    room.timer.pause()


def _noon() -> datetime.datetime:
    return NOON


def choose(menu: RoomMenu, name: str) -> None:
    next(one for one in menu.actions() if one.data() == name).trigger()
    menu.close()
    settle()


def test_a_tap_on_a_card_puts_the_spotlight_there_and_one_beside_takes_it_away(
    facilitator: Facilitator, finger: Finger
) -> None:
    finger.tap(facilitator.place_of("card", FIRST))
    assert facilitator.view.showing.shown.spotlight == ("card", FIRST)
    finger.tap(QPoint(110, facilitator.view.height() - 4))
    assert facilitator.view.showing.shown.spotlight is None


def test_a_swipe_turns_the_page(facilitator: Facilitator, finger: Finger) -> None:
    finger.swipe(-200)
    assert facilitator.view.pages.number == 1
    finger.swipe(200)
    assert facilitator.view.pages.number == 0
    finger.swipe(-30)
    assert facilitator.view.pages.number == 0
    assert facilitator.view.showing.shown.spotlight is None


def test_a_swipe_up_and_two_fingers_and_one_taken_away_do_nothing(facilitator: Facilitator, finger: Finger) -> None:
    shown, number = facilitator.view.showing.shown, facilitator.view.pages.number
    at = facilitator.place_of("card", FIRST)
    finger.down(at)
    finger.slide(at - QPoint(60, 150))
    finger.up(at - QPoint(60, 150))
    finger.down(at)
    finger._sequence().stationary(0).press(1, at + QPoint(50, 0)).commit()
    finger._sequence().stationary(0).release(1, at + QPoint(50, 0)).commit()
    finger.up(at)
    assert (facilitator.view.showing.shown, facilitator.view.pages.number) == (shown, number)


def test_a_tap_brings_the_black_room_back(facilitator: Facilitator, finger: Finger) -> None:
    facilitator.press(Qt.Key.Key_B)
    finger.tap(facilitator.place_of("card", FIRST))
    assert not facilitator.view.showing.shown.black
    assert facilitator.view.showing.shown.spotlight is None


def test_phases_and_dots_are_tapped(facilitator: Facilitator, finger: Finger) -> None:
    finger.tap(facilitator.place_of("page", "1"))
    assert facilitator.view.pages.number == 1
    finger.tap(facilitator.place_of("phase", "ph_b"))
    assert facilitator.phase == "ph_b"


def test_a_long_press_brings_a_menu_that_leads_the_room(facilitator: Facilitator, finger: Finger) -> None:
    view = facilitator.view
    choose(finger.press_long(facilitator.place_of("card", FIRST)), "light")
    assert view.showing.shown.spotlight == ("card", FIRST)
    choose(finger.press_long(facilitator.place_of("phase", "ph_a")), "light")
    assert view.showing.shown.spotlight is None
    at = QPoint(110, view.height() - 4)
    menu = finger.press_long(at)
    assert "light" not in [one.data() for one in menu.actions()]
    choose(menu, "on")
    assert view.pages.number == 1
    choose(finger.press_long(at), "back")
    assert view.pages.number == 0
    choose(finger.press_long(at), "freeze")
    assert view.showing.shown.frozen is not None
    full = view.isFullScreen()
    choose(finger.press_long(at), "full")
    assert view.isFullScreen() != full
    choose(finger.press_long(at), "black")
    assert view.showing.shown.black
    choose(finger.press_long(at), "close")
    assert room_views() == []


def test_the_right_button_and_the_menu_key_bring_it_too(facilitator: Facilitator) -> None:
    view, at = facilitator.view, facilitator.place_of("card", "tp_a")
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(reason, at, view.mapToGlobal(at)))
    (menu,) = view.findChildren(RoomMenu)
    choose(menu, "light")
    assert view.showing.shown.spotlight == ("card", "tp_a")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert view.findChildren(RoomMenu) == []


def test_the_clock_stands_still_and_goes_on_by_a_tap_and_the_menu_has_the_rest(
    facilitator: Facilitator, clocked: Finger
) -> None:
    timer = facilitator.window.room.timer
    clocked.tap(facilitator.place_of("clock"))
    assert not timer.running
    clocked.tap(facilitator.place_of("clock"))
    assert timer.running
    at = facilitator.place_of("clock")
    choose(clocked.press_long(at), "minute")
    assert timer.total_seconds == 6 * 60
    choose(clocked.press_long(at), "next")
    assert timer.step_number == 2
    choose(clocked.press_long(at), "clock")
    assert not timer.running


def test_entries_of_the_menu_are_high_enough(facilitator: Facilitator, clocked: Finger) -> None:
    menu = clocked.press_long(facilitator.place_of("card", "tp_a"))
    heights = [menu.actionGeometry(one).height() for one in menu.actions() if not one.isSeparator()]
    assert min(heights) >= FINGER
    assert len(heights) == 10
    menu.close()


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1366, 768), QSize(800, 480)])
def test_everything_can_be_reached_with_a_finger(facilitator: Facilitator, finger: Finger, size: QSize) -> None:
    view = facilitator.view
    view.setGeometry(0, 0, size.width(), size.height())
    settle()
    scale = scale_of(view.width(), view.height())
    page = view.page
    for area in page.areas:
        high = _reach(area, view, down=True)
        assert high * scale >= FINGER - 1, area
        if size.height() > 500:
            assert _reach(area, view, down=False) * scale >= FINGER - 1, area


def _reach(area: Area, view: RoomWindow, *, down: bool) -> float:
    """Return over how many pixels of the page a finger reaches an area, along a line through its middle."""
    scale = scale_of(view.width(), view.height())
    x, y = area.box.x + area.box.width / 2, area.box.y + area.box.height / 2
    count = 0
    for by in range(-80, 81):
        at = (x, y + by) if down else (x + by, y)
        if view.page.area_near(*at, FINGER / scale) == area:
            count += 1
    return count


def test_the_mouse_keeps_its_precise_areas(facilitator: Facilitator, finger: Finger) -> None:
    view = facilitator.view
    view.setGeometry(0, 0, 800, 480)
    settle()
    scale = scale_of(view.width(), view.height())
    dot = next(area for area in view.page.areas if area.kind == "page" and area.id == "1").box
    x, y = dot.x + dot.width / 2, dot.y - 8
    clicked = view.page.area_at(x, y)
    assert clicked is None or clicked.kind != "page"
    reached = view.page.area_near(x, y, FINGER / scale)
    assert reached is not None
    assert reached.kind == "page"
