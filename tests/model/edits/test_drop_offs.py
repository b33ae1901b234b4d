"""A drop-off point is found wherever it lies, and changed there alone."""

from __future__ import annotations

from cjeditor.model.cards import DropOffPoint
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.drop_offs import carrier_of, set_drop_off
from cjeditor.model.table import find
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

_TWO = (DropOffPoint(id="do_x"), DropOffPoint(id="do_y", title="Price"))
BEFORE = set_touchpoint(small_project(), MAP, ["tp_c"], drop_off_points=_TWO)


def test_changes_one_of_a_touchpoint_and_one_of_a_phase() -> None:
    after = set_drop_off(BEFORE, MAP, "do_y", likelihood=4, counter_measure="Say it first")
    touchpoint = find(after.maps[0].touchpoints, "tp_c")
    assert touchpoint is not None
    first, second = touchpoint.drop_off_points
    assert first is _TWO[0]
    assert (second.title, second.likelihood, second.counter_measure) == ("Price", 4, "Say it first")
    after = set_drop_off(after, MAP, "do_a", impact=5)
    phase = find(after.maps[0].phases, "ph_a")
    assert phase is not None
    assert phase.drop_off_points[0].impact == 5


def test_knows_what_carries_a_point_and_refuses_what_is_not_there() -> None:
    phase = carrier_of(BEFORE.maps[0], "do_a")
    assert phase is not None
    assert phase.id == "ph_a"
    assert carrier_of(BEFORE.maps[0], "do_none") is None
    assert refusal(set_drop_off, BEFORE, MAP, "do_none", impact=1).code == "unknown-id"
    assert refusal(set_drop_off, BEFORE, MAP, "do_x", impact=6).code == "field-refused"
    assert refusal(set_drop_off, BEFORE, MAP, "do_x", id="do_z").code == "field-fixed"
