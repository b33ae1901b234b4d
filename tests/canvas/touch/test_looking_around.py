"""Flicks glide; touch pads pan, zoom and scroll smoothly; parts of pixels are not lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.slim_bar import SlimBar
from cjeditor.canvas.touch.glide import Glide
from tests.canvas.touch.test_fingers import corner, roomy

if TYPE_CHECKING:
    from tests.canvas.touch.skin import Skin

Kind = Qt.NativeGestureType
_PAD = QPointingDevice(
    "pad", 98, QInputDevice.DeviceType.TouchPad, QPointingDevice.PointerType.Finger,
    QInputDevice.Capability.Position, 5, 3,
)  # fmt: skip


def gesture(
    skin: Skin, kind: Qt.NativeGestureType, value: float = 0.0, delta: QPointF | None = None, fingers: int = 2
) -> None:
    """Send what a touch pad tells of fingers in the middle of the view."""
    viewport = skin.canvas.view.viewport()
    at = QPointF(viewport.rect().center())
    event = QNativeGestureEvent(
        kind, _PAD, fingers, at, at, QPointF(viewport.mapToGlobal(at)), value, delta or QPointF()
    )
    QApplication.sendEvent(viewport, event)


def scroll(skin: Skin, pixels: QPoint, angle: QPoint) -> None:
    viewport = skin.canvas.view.viewport()
    at = QPointF(viewport.rect().center())
    event = QWheelEvent(
        at, QPointF(viewport.mapToGlobal(at)), pixels, angle, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def test_a_flick_glides_and_a_finger_stops_it(skin: Skin) -> None:
    roomy(skin)
    start = QPoint(700, 700)
    skin.tell(QEvent.Type.TouchBegin, start, 1_000)
    for step in range(1, 9):
        skin.tell(QEvent.Type.TouchUpdate, start - QPoint(12 * step, 0), 1_000 + 10 * step)
    before = corner(skin)
    skin.tell(QEvent.Type.TouchEnd, start - QPoint(96, 0), 1_085)
    glide = skin.canvas._touching._fingers._glide
    assert glide.speed.x() == pytest.approx(-1.2, abs=0.1)
    glide.step()
    assert corner(skin).x() >= before.x() + 15
    skin.tell(QEvent.Type.TouchBegin, skin.place(skin.hands.middle("tp_b")), 1_200)
    stopped = corner(skin)
    skin.tell(QEvent.Type.TouchEnd, skin.place(skin.hands.middle("tp_b")), 1_210)
    assert glide.speed.isNull()
    assert corner(skin) == stopped
    assert skin.hands.chosen() == set()


def test_a_finger_that_came_to_rest_does_not_glide() -> None:
    glide = Glide(parent := QObject())
    for when in range(0, 100, 10):
        glide.watch(QPointF(3.0 * when, 0), when)
    glide.go_on(200)
    assert glide.speed.isNull()
    assert parent.children() == [glide]


def test_a_glide_ends_and_is_never_wild() -> None:
    parent = QObject()
    glide = Glide(parent)
    moves: list[float] = []

    def take(across: float, _down: float) -> None:
        moves.append(across)

    glide.moved.connect(take)
    for when in range(0, 100, 10):
        glide.watch(QPointF(90.0 * when, 0), when)
    glide.go_on(95)
    while not glide.speed.isNull():
        glide.step()
    assert len(moves) < 120
    assert moves == sorted(moves, reverse=True)
    assert 100 < sum(moves) < 1_500


def test_a_pinch_on_a_touch_pad_zooms_about_the_pointer(skin: Skin) -> None:
    roomy(skin)
    view = skin.canvas.view
    middle = QPointF(view.viewport().rect().center())
    held, on_screen = view.scene_point(middle), view.viewport().mapToGlobal(middle)
    gesture(skin, Kind.BeginNativeGesture)
    for _ in range(5):
        gesture(skin, Kind.ZoomNativeGesture, 0.05)
    assert view.zoom == pytest.approx(2.0 * 1.05**5)
    assert view.zooming
    gesture(skin, Kind.EndNativeGesture)
    assert not view.zooming
    away = view.scene_point(view.viewport().mapFromGlobal(on_screen)) - held
    assert away.manhattanLength() * view.zoom <= 2.0
    before = corner(skin)
    gesture(skin, Kind.PanNativeGesture, delta=QPointF(-20, -9))
    assert corner(skin) == before + QPoint(20, 9)
    gesture(skin, Kind.PanNativeGesture, delta=QPointF(-20, -9), fingers=3)
    assert corner(skin) == before + QPoint(20, 9)


def test_two_taps_with_two_fingers_show_what_is_there_in_its_size_and_the_whole_map_again(skin: Skin) -> None:
    view = skin.canvas.view
    roomy(skin)
    gesture(skin, Kind.SmartZoomNativeGesture, 1.0)
    assert view.zoom == 1.0
    gesture(skin, Kind.SmartZoomNativeGesture, 0.0)
    whole = view.zoom
    view.fit()
    assert view.zoom == whole


def test_pixels_of_a_touch_pad_scroll_by_as_many_and_notches_of_a_wheel_by_more(skin: Skin) -> None:
    roomy(skin)
    before = corner(skin)
    scroll(skin, QPoint(-3, -7), QPoint(-24, -56))
    assert corner(skin) == before + QPoint(3, 7)
    scroll(skin, QPoint(), QPoint(0, -120))
    assert corner(skin) == before + QPoint(3, 7 + 96)


def test_parts_of_pixels_add_up(skin: Skin, monkeypatch: pytest.MonkeyPatch) -> None:
    roomy(skin)
    before = corner(skin)
    for _ in range(10):
        skin.canvas.view.scroll_by(0.4, 0.3)
    assert corner(skin) == before + QPoint(4, 3)
    monkeypatch.setattr(SlimBar, "devicePixelRatioF", _one_and_a_half)
    skin.canvas.view.scroll_by(0.0, -corner(skin).y() % 2)
    start = corner(skin)
    for _ in range(6):
        skin.canvas.view.scroll_by(1.0, 0.0)
        assert corner(skin).x() % 2 == 0  # whole device pixels
    assert abs(corner(skin).x() - start.x() - 6) <= 1


def _one_and_a_half(_bar: SlimBar) -> float:
    return 1.5
