"""Which place of one map is which of another."""

from __future__ import annotations

from cjeditor.window.comparing.together import place_on_other, stops

ONE = [("a", 0.0), ("b", 100.0), ("c", 200.0), ("", 300.0)]
OTHER = [("A", 0.0), ("N", 50.0), ("B", 200.0), ("C", 300.0), ("", 500.0)]
SAME = {"a": "A", "b": "B", "c": "C"}


def test_places_follow_what_is_the_same() -> None:
    known = stops(ONE, OTHER, SAME)
    assert known == [(0.0, 0.0), (100.0, 200.0), (200.0, 300.0), (300.0, 500.0)]
    assert [place_on_other(place, known) for place in (0, 50, 100, 250, 320)] == [0, 100, 200, 400, 520]
    back = [(there, here) for here, there in known]
    assert [place_on_other(place, back) for place in (0, 100, 200, 400)] == [0, 50, 100, 250]


def test_what_stands_in_another_order_is_left_out() -> None:
    turned = [("C", 0.0), ("B", 100.0), ("A", 200.0), ("", 300.0)]
    assert stops(ONE, turned, SAME) == [(0.0, 0.0), (100.0, 100.0), (300.0, 300.0)]
    assert stops(ONE, turned, {}) == [(0.0, 0.0), (300.0, 300.0)]
