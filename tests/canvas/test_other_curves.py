"""The marks of personas laid over a map tell whose feelings they are: to the pointer and to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cjeditor.canvas.hits import body_hit
from cjeditor.canvas.reading.said import Sayings
from cjeditor.canvas.reading.things import Thing
from cjeditor.canvas.tips import tip_for
from cjeditor.layout.other_curves import marks_at
from tests.canvas.hands import Hands
from tests.layout.test_other_curves import felt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    del qtbot
    made = Hands(felt())
    yield made
    made.canvas.close()


def test_the_pointer_over_any_mark_hears_each_persona_and_its_feeling(hands: Hands) -> None:
    desk = hands.canvas.desk
    (curve,) = desk.arrangement.curves
    point = next(one for one in curve.points if one.touchpoint == "tp_c")
    for x, y in ((point.x, point.y), *((mark.x, mark.y) for mark in marks_at(curve, point))):
        hit = body_hit(desk.arrangement, x, y, 1.0)
        assert hit.id == "tp_c"
        said = tip_for(desk.arrangement, hit, desk.words)
        assert "Mia: −2<br>Jo: +2<br>Kim: −1<br>Lu: 0" in said


def test_only_the_lead_personas_own_point_can_be_dragged(hands: Hands) -> None:
    desk = hands.canvas.desk
    (curve,) = desk.arrangement.curves
    point = next(one for one in curve.points if one.touchpoint == "tp_c")
    jo = marks_at(curve, point)[0]
    assert body_hit(desk.arrangement, point.x, point.y, 1.0).kind == "point"
    assert body_hit(desk.arrangement, jo.x, jo.y, 1.0).kind == "feeling"


def test_a_screen_reader_hears_them_in_the_curve_and_on_the_card(hands: Hands) -> None:
    sayings = Sayings(hands.canvas.desk)
    lane = next(box.lane.id for box in hands.canvas.desk.arrangement.lanes if box.lane.kind == "emotion")
    assert "card 3: Mia: −2, Jo: +2, Kim: −1, Lu: 0" in sayings.name(Thing("cell", "", step="st_b", lane=lane))
    assert "Kim: −1" in sayings.name(Thing("card", "tp_c"))
