"""Two fingers zoom and pan, however many others come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF

from cjeditor.canvas.tools.reach import pointer_at
from tests.canvas.touch.test_fingers import corner, roomy

if TYPE_CHECKING:
    from tests.canvas.touch.skin import Skin


def test_they_zoom_about_their_middle(skin: Skin) -> None:
    roomy(skin)
    view, middle = skin.canvas.view, QPoint(560, 420)
    skin.down(middle + QPoint(-60, 0))
    skin.down(middle + QPoint(60, 0), finger=1)
    held = pointer_at(skin.canvas._touching._stage, QPointF(skin.canvas.mapToGlobal(middle))).scene
    for by in range(60, 121, 10):
        skin.slide(middle + QPoint(-by, 0), steps=1)
        skin.slide(middle + QPoint(by, 0), finger=1, steps=1)
    assert 2.9 < view.zoom < 4.0
    assert view.zooming
    skin.up(1)
    assert not view.zooming
    now = pointer_at(skin.canvas._touching._stage, QPointF(skin.canvas.mapToGlobal(middle))).scene
    assert (now - held).manhattanLength() * view.zoom <= 2.0
    skin.up(0)
    assert skin.hands.chosen() == set()


def test_side_by_side_they_pan_and_the_zoom_stays(skin: Skin) -> None:
    roomy(skin)
    before = corner(skin)
    skin.down(QPoint(500, 400))
    skin.down(QPoint(620, 400), finger=1)
    for by in range(10, 61, 10):
        skin.slide(QPoint(500 - by, 400 - by), steps=1)
        skin.slide(QPoint(620 - by, 400 - by), finger=1, steps=1)
    assert skin.canvas.view.zoom == 2.0
    assert corner(skin) == before + QPoint(60, 60)


def test_the_one_that_stays_goes_on_panning(skin: Skin) -> None:
    roomy(skin)
    skin.down(QPoint(500, 400))
    skin.down(QPoint(620, 400), finger=1)
    skin.up(0)
    before = corner(skin)
    skin.slide(QPoint(600, 380), finger=1)
    assert corner(skin) == before + QPoint(20, 20)
    skin.up(1)


def test_they_zoom_too_when_they_land_at_once(skin: Skin) -> None:
    roomy(skin)
    skin.down_together(QPoint(500, 400), QPoint(620, 400))
    skin.slide(QPoint(440, 400))
    assert skin.canvas.view.zoom > 2.2
    skin.up(1)
    skin.up(0)
    assert skin.hands.chosen() == set()


def test_when_one_of_three_is_lifted_nothing_jumps_and_the_two_left_go_on(skin: Skin) -> None:
    roomy(skin)
    places = (QPoint(500, 400), QPoint(620, 400), QPoint(700, 560))
    for finger, at in enumerate(places):
        skin.down(at, finger=finger)
    before = corner(skin)
    skin.up(0)
    skin.slide(places[1] + QPoint(1, 0), finger=1, steps=1)
    assert skin.canvas.view.zoom == 2.0
    assert (corner(skin) - before).manhattanLength() <= 2
    skin.slide(places[2] + QPoint(90, 160), finger=2)
    assert skin.canvas.view.zoom > 2.2
    skin.up(1)
    skin.up(2)


def test_when_the_third_is_lifted_the_two_go_on_zooming(skin: Skin) -> None:
    roomy(skin)
    skin.down(QPoint(500, 400))
    skin.down(QPoint(620, 400), finger=1)
    skin.slide(QPoint(660, 400), finger=1)
    skin.down(QPoint(700, 560), finger=2)
    before = skin.canvas.view.zoom
    skin.up(2)
    skin.slide(QPoint(668, 400), finger=1, steps=1)  # less than what begins a zoom
    assert skin.canvas.view.zoom > before
    skin.up(1)
    skin.up(0)


def test_one_on_the_map_and_one_on_a_header_zoom_too(skin: Skin) -> None:
    roomy(skin)
    skin.down(QPoint(500, 400))
    skin.down(QPoint(60, 400), finger=1)
    skin.slide(QPoint(200, 400))
    assert skin.canvas.view.zoom < 1.0
    skin.up(1)
    skin.up(0)
