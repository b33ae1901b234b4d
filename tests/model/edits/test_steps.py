"""Edits of steps."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor.model import rules
from cjeditor.model.edits import steps
from cjeditor.model.fields import Span
from cjeditor.model.lookup import cell_cards, known, ordered_steps, steps_of
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def order(project: Project) -> str:
    return "".join(each.id[-1] for each in ordered_steps(project.maps[0]))


@pytest.mark.parametrize(("index", "expected"), [(None, "abcxd"), (0, "axbcd"), (1, "abxcd"), (5, "abcxd")])
def test_adds_a_step(index: int | None, expected: str) -> None:
    after = steps.add_step(BEFORE, MAP, phase_id="ph_b", step_id="st_x", name="Ask", index=index, min_width=300)
    assert order(after) == expected
    assert known(after.maps[0].steps, "st_x").min_width == 300
    assert rules.problems(after) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"step_id": "st_a"}, "id-taken"),
        ({"step_id": "tp_x"}, "wrong-prefix"),
        ({"phase_id": "ph_x"}, "unknown-id"),
        ({"min_width": 5}, "field-refused"),
        ({"rank": "a0"}, "field-fixed"),
    ],
)
def test_refuses_a_step_that_would_break_a_rule(fields: dict[str, Any], code: str) -> None:
    assert refusal(steps.add_step, BEFORE, MAP, **{"phase_id": "ph_b", "step_id": "st_x", **fields}).code == code


def test_sets_fields() -> None:
    after = steps.set_step(BEFORE, MAP, "st_a", name="First", min_width=400, duration=Span(amount=2.0))
    assert (after.maps[0].steps[0].name, after.maps[0].steps[0].min_width) == ("First", 400)
    assert steps.set_step(after, MAP, "st_a", min_width=400) is after
    assert refusal(steps.set_step, BEFORE, MAP, "st_a", phase="ph_b").where == ("st_a", "phase")
    assert refusal(steps.set_step, BEFORE, MAP, "st_a", min_width=10_000).where == ("st_a", "min_width")
    assert refusal(steps.set_step, BEFORE, MAP, "st_x", name="").code == "unknown-id"


@pytest.mark.parametrize(
    ("step", "phase", "index", "expected"),
    [
        ("b", "b", 1, "acbd"),
        ("c", "b", 0, "acbd"),
        ("c", "a", 0, "cabd"),
        ("b", "c", None, "acdb"),
        ("b", "c", 0, "acbd"),
    ],
)
def test_moves_a_step_with_its_cards(step: str, phase: str, index: int | None, expected: str) -> None:
    after = steps.move_step(BEFORE, MAP, f"st_{step}", f"ph_{phase}", index)
    assert order(after) == expected
    assert known(after.maps[0].steps, f"st_{step}").phase == f"ph_{phase}"
    assert after.maps[0].touchpoints is BEFORE.maps[0].touchpoints
    assert rules.problems(after) == []


def test_a_phase_keeps_its_only_step() -> None:
    problem = refusal(steps.move_step, BEFORE, MAP, "st_a", "ph_b", 0)
    assert (problem.code, problem.where, problem.params) == ("step-needed", ("ph_a",), {"name": "Need"})
    assert refusal(steps.delete_steps, BEFORE, MAP, ["st_a"]).code == "step-needed"
    assert refusal(steps.delete_steps, BEFORE, MAP, ["st_b", "st_c"]).params == {"name": "Choice"}
    assert steps.move_step(BEFORE, MAP, "st_a", "ph_a", 0) is BEFORE
    assert steps.move_step(BEFORE, MAP, "st_c", "ph_b", None) is BEFORE
    assert refusal(steps.move_step, BEFORE, MAP, "st_b", "ph_x", 0).code == "unknown-id"
    assert refusal(steps.move_step, BEFORE, MAP, "st_x", "ph_b", 0).code == "unknown-id"


def test_splits_off_cards() -> None:
    after = steps.split_step(BEFORE, MAP, "st_a", new_step_id="st_x", moved=["tp_a", "nt_b"], name="Then")
    assert order(after) == "axbcd"
    assert [card.id for card in cell_cards(after.maps[0], "st_x", "ln_a")] == ["tp_a"]
    assert [card.id for card in cell_cards(after.maps[0], "st_x", "ln_b")] == ["nt_b"]
    assert known(after.maps[0].steps, "st_x").name == "Then"
    assert rules.problems(after) == []
    assert rules.problems(steps.split_step(BEFORE, MAP, "st_b", new_step_id="st_x")) == []


@pytest.mark.parametrize(
    ("step", "fields", "code"),
    [
        ("st_a", {"moved": ["tp_c"]}, "not-here"),
        ("st_a", {"moved": ["tp_x"]}, "unknown-id"),
        ("st_x", {}, "unknown-id"),
        ("st_a", {"new_step_id": "st_b"}, "id-taken"),
    ],
)
def test_refuses_splits(step: str, fields: dict[str, Any], code: str) -> None:
    assert refusal(steps.split_step, BEFORE, MAP, step, **{"new_step_id": "st_x", **fields}).code == code


@pytest.mark.parametrize("ids", [("st_b", "st_c"), ("st_c", "st_b")])
def test_merges_neighbours(ids: tuple[str, str]) -> None:
    before = steps.set_step(BEFORE, MAP, "st_c", name="Ask", duration=Span(amount=1.0, unit="weeks"), min_width=500)
    after = steps.merge_steps(before, MAP, *ids)
    (merged,) = steps_of(after.maps[0], "ph_b")
    assert (merged.id, merged.name, merged.min_width) == ("st_b", "Search / Ask", 500)
    assert merged.duration == Span(amount=16.0, unit="days")
    assert [card.id for card in cell_cards(after.maps[0], "st_b", "ln_d")] == ["nt_c"]
    assert known(after.maps[0].comments, "cm_c").about == "st_b"
    assert after.maps[0].links is before.maps[0].links
    assert rules.problems(after) == []


def test_cards_of_the_right_step_come_behind_those_of_the_left() -> None:
    split = steps.split_step(BEFORE, MAP, "st_a", new_step_id="st_x", moved=["tp_a"])
    after = steps.merge_steps(split, MAP, "st_a", "st_x")
    assert [card.id for card in cell_cards(after.maps[0], "st_a", "ln_a")] == ["tp_b", "tp_a"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, None, None),
        (Span(amount=2.0), None, Span(amount=2.0)),
        (Span(amount=2.0, unit="hours"), Span(amount=30.0, unit="minutes"), Span(amount=150.0, unit="minutes")),
        (Span(amount=1e6, unit="years"), Span(amount=30.0, unit="minutes"), Span(amount=1e6, unit="years")),
        (Span(amount=1e6, unit="years"), Span(amount=1e6, unit="years"), Span(amount=1e6, unit="years")),
    ],
)
def test_times_add_up(one: Span | None, other: Span | None, expected: Span | None) -> None:
    before = steps.set_step(steps.set_step(BEFORE, MAP, "st_b", duration=one), MAP, "st_c", duration=other)
    assert known(steps.merge_steps(before, MAP, "st_b", "st_c").maps[0].steps, "st_b").duration == expected


def test_refuses_merges_across_phases_or_of_what_is_apart() -> None:
    wider = steps.add_step(BEFORE, MAP, phase_id="ph_b", step_id="st_x")
    for first, second in (("st_a", "st_b"), ("st_b", "st_x"), ("st_b", "st_b")):
        assert refusal(steps.merge_steps, wider, MAP, first, second).code == "not-adjacent"
    assert refusal(steps.merge_steps, BEFORE, MAP, "st_b", "st_y").code == "unknown-id"


def test_deletes_steps_with_their_cards() -> None:
    after = steps.delete_steps(BEFORE, MAP, ["st_b"])
    assert order(after) == "acd"
    assert [card.id for card in after.maps[0].touchpoints] == ["tp_a", "tp_b", "tp_d"]
    assert [link.id for link in after.maps[0].links] == ["lk_b"]
    assert rules.problems(after) == []
    assert steps.delete_steps(BEFORE, MAP, []) is BEFORE
    assert refusal(steps.delete_steps, BEFORE, MAP, ["st_x"]).code == "unknown-id"
