"""The one door for new values: what it lets through and what it refuses."""

from __future__ import annotations

import pytest

from cjeditor.model.cards import Touchpoint
from cjeditor.model.fields import Span
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace
from tests.builders import big_project, small_project
from tests.model.refusing import refusal

TOUCHPOINT = Touchpoint(id="tp_a", number=1, step="st_a", lane="ln_a", rank="a0", title="Shop", tags=("x",))


def test_gives_a_changed_copy_and_leaves_the_old_one() -> None:
    changed = replace(TOUCHPOINT, emotion=2, title="Web")
    assert (changed.emotion, changed.title, changed.number) == (2, "Web", 1)
    assert (TOUCHPOINT.emotion, TOUCHPOINT.title) == (None, "Shop")


def test_gives_the_same_object_when_nothing_differs() -> None:
    assert replace(TOUCHPOINT, title="Shop", tags=("x",), emotion=None) is TOUCHPOINT


@pytest.mark.parametrize(
    ("field", "value", "reason", "place"),
    [
        ("emotion", 7, "less_than_equal", ("tp_a", "emotion")),
        ("emotion", -3, "greater_than_equal", ("tp_a", "emotion")),
        ("emotion", True, "int_type", ("tp_a", "emotion")),
        ("emotion", 1.5, "int_type", ("tp_a", "emotion")),
        ("title", 5, "string_type", ("tp_a", "title")),
        ("title", "bell \x07", "string_pattern_mismatch", ("tp_a", "title")),
        ("title", "\ud800", "string_unicode", ("tp_a", "title")),
        ("title", "x" * 20_001, "string_too_long", ("tp_a", "title")),
        ("colour", "red", "extra_forbidden", ("tp_a", "colour")),
        ("ratings", (1, 9), "less_than_equal", ("tp_a", "ratings", 1)),
        ("ratings", [1], "tuple_type", ("tp_a", "ratings")),
        ("channel", "Shop", "string_pattern_mismatch", ("tp_a", "channel")),
    ],
)
def test_refuses_what_a_field_does_not_hold(field: str, value: object, reason: str, place: tuple[str, ...]) -> None:
    problem = refusal(replace, TOUCHPOINT, **{field: value})
    assert (problem.code, problem.where, problem.params["reason"]) == ("field-refused", place, reason)


def test_true_is_no_way_around_an_unchanged_one() -> None:
    assert refusal(replace, replace(TOUCHPOINT, emotion=1), emotion=True).params["reason"] == "int_type"


def test_says_which_limit_was_passed() -> None:
    assert refusal(replace, TOUCHPOINT, emotion=7).params["le"] == 2


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), -1.0, 1e7])
def test_lengths_of_time_are_finite_and_not_negative(amount: float) -> None:
    assert refusal(replace, Span(amount=1), amount=amount).where == ("amount",)


def test_line_ends_of_other_systems_become_ours() -> None:
    changed = replace(TOUCHPOINT, title="a\r\nb\rc\n", tags=("d\re",))
    assert (changed.title, changed.tags) == ("a\nb\nc\n", ("d\ne",))
    assert make(Span, amount=1.0, unit="days") == Span(amount=1.0)


def test_untouched_fields_stay_the_same_objects() -> None:
    project = big_project(100)
    old = project.maps[0]
    new = replace(old, title="Other")
    assert all(getattr(new, name) is getattr(old, name) for name in JourneyMap.model_fields if name != "title")
    assert replace(project, title="Other").maps is project.maps


def test_the_copy_is_as_frozen_and_complete_as_any_record() -> None:
    changed = replace(small_project(), title="Other")
    with pytest.raises(ValueError, match="frozen"):
        changed.title = "Again"  # type: ignore[misc]  # that is the point
    assert Project.model_validate_json(changed.model_dump_json()) == changed


def test_make_refuses_with_the_id_of_what_should_have_been() -> None:
    problem = refusal(make, Touchpoint, id="tp_x", number=0, step="st_a", lane="ln_a", rank="a0")
    assert (problem.where, problem.params["ge"]) == (("tp_x", "number"), 1)
    assert refusal(make, Touchpoint, id="nonsense").where == ("nonsense", "id")
