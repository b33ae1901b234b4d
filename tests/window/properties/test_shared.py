from __future__ import annotations

from cjeditor.model.cards import DropOffPoint, Kpi
from cjeditor.window.properties.shared import (
    Changed,
    Parts,
    Removed,
    Spread,
    alike,
    common,
    edited,
    partly,
)


def point(point_id: str, title: str) -> DropOffPoint:
    return DropOffPoint(id=point_id, title=title)


def test_what_says_the_same_is_one_entry_in_the_order_of_the_first() -> None:
    holders = ((point("do_a", "X"), point("do_b", "Y")), (point("do_c", "Y"),))
    assert [one.ids for one in alike(holders)] == [("do_a",), ("do_b", "do_c")]


def test_two_alike_in_one_record_stay_two() -> None:
    holders = ((point("do_a", ""), point("do_b", "")), (point("do_c", ""),))
    assert [one.ids for one in alike(holders)] == [("do_a", "do_c"), ("do_b",)]


def test_what_looks_like_another_on_the_way_is_not_mixed_up_with_it() -> None:
    holders = ((point("do_a", "X"),), (point("do_b", "X"),))
    assert [one.ids for one in alike(holders, [("do_a",), ("do_b",)])] == [("do_a",), ("do_b",)]
    assert [one.ids for one in alike(holders)] == [("do_a", "do_b")]


def test_former_groups_go_when_their_entries_differ_or_go() -> None:
    holders = ((point("do_a", "X"),), (point("do_b", "Y"),))
    assert [one.ids for one in alike(holders, [("do_a", "do_b")])] == [("do_a",), ("do_b",)]
    assert [one.ids for one in alike(holders[:1], [("do_a",), ("do_b",)])] == [("do_a",)]


def test_an_edit_goes_to_all_that_have_the_entry() -> None:
    holders = ((Kpi(id="kp_a", name="n"),), (), (Kpi(id="kp_b", name="n"), Kpi(id="kp_c")))
    new = tuple(edited(holders, Changed(("kp_a", "kp_b"), "unit", "%")))
    assert [[one.unit for one in holder] for holder in new] == [["%"], [], ["%", ""]]


def test_a_removal_goes_to_all_that_have_it_and_an_addition_to_the_rest() -> None:
    holders = ((point("do_a", "X"),), ())
    assert tuple(edited(holders, Removed(("do_a",)))) == ((), ())
    new = tuple(edited(holders, Spread(holders[0][0], ("do_a",), ("do_n", "do_m"))))
    assert new == (holders[0], (point("do_n", "X"),))


def test_common_and_partly_held_texts() -> None:
    holders = (("a", "b"), ("b", "c"))
    assert common(holders) == ("b",)
    assert partly(holders) == [("a", 1), ("c", 1)]


def test_texts_are_given_and_taken_from_all_and_the_others_stay() -> None:
    before = (("a", "b"), ("b", "c"))
    assert tuple(edited(before, Parts(before, ("b", "c")))) == (("a", "b", "c"), ("b", "c"))
    assert tuple(edited(before, Parts(before, ()))) == (("a",), ("c",))
    assert tuple(edited(before, Parts(before, ("b",), ("c",)))) == (("a", "b"), ("b",))


def test_letters_on_the_way_take_nothing_away() -> None:
    before = (("a",), ())
    typed = [tuple(edited(before, Parts(before, (text,)))) for text in ("a", "ab")]
    assert typed == [(("a",), ("a",)), (("a", "ab"), ("ab",))]
