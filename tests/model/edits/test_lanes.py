"""Edits of lanes."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor.model import rules
from cjeditor.model.edits import lanes
from cjeditor.model.lookup import cell_cards, known, ordered
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def order(project: Project) -> str:
    return "".join(each.id[-1] for each in ordered(project.maps[0].lanes))


@pytest.mark.parametrize(("index", "expected"), [(None, "abcdefx"), (0, "xabcdef"), (3, "abcxdef")])
def test_adds_a_lane(index: int | None, expected: str) -> None:
    after = lanes.add_lane(
        BEFORE, MAP, lane_id="ln_x", kind="notes", name="Needs", question="What?", note_kind="need", index=index
    )
    assert order(after) == expected
    new = known(after.maps[0].lanes, "ln_x")
    assert (new.name, new.question, new.note_kind) == ("Needs", "What?", "need")
    assert rules.problems(after) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"lane_id": "ln_a"}, "id-taken"),
        ({"lane_id": "lane_x"}, "wrong-prefix"),
        ({"kind": "water"}, "field-refused"),
        ({"min_height": -1}, "field-refused"),
        ({"rank": "a0"}, "field-fixed"),
    ],
)
def test_refuses_a_lane_that_would_break_a_rule(fields: dict[str, Any], code: str) -> None:
    assert refusal(lanes.add_lane, BEFORE, MAP, **{"lane_id": "ln_x", **fields}).code == code


def test_sets_fields() -> None:
    after = lanes.set_lane(BEFORE, MAP, "ln_b", name="Wishes", min_height=200, collapsed=True, kind="backstage")
    assert known(after.maps[0].lanes, "ln_b").min_height == 200
    assert rules.problems(after) == []
    assert lanes.set_lane(after, MAP, "ln_b", name="Wishes") is after
    assert rules.problems(lanes.set_lane(BEFORE, MAP, "ln_c", kind="touchpoints")) == []


def test_a_lane_keeps_holding_its_cards() -> None:
    problem = refusal(lanes.set_lane, BEFORE, MAP, "ln_b", kind="touchpoints")
    assert (problem.code, problem.params) == ("lane-not-empty", {"name": "Goals"})
    assert refusal(lanes.set_lane, BEFORE, MAP, "ln_a", kind="separator").code == "lane-not-empty"
    assert refusal(lanes.set_lane, BEFORE, MAP, "ln_a", rank="a0").code == "field-fixed"
    assert refusal(lanes.set_lane, BEFORE, MAP, "ln_a", audience="all").where == ("ln_a", "audience")
    assert refusal(lanes.set_lane, BEFORE, MAP, "ln_x", name="").code == "unknown-id"


@pytest.mark.parametrize(("lane", "index", "expected"), [("a", 5, "bcdefa"), ("f", 0, "fabcde"), ("c", 3, "abdcef")])
def test_moves_a_lane(lane: str, index: int, expected: str) -> None:
    after = lanes.move_lane(BEFORE, MAP, f"ln_{lane}", index)
    assert order(after) == expected
    assert rules.problems(after) == []


def test_a_lane_moved_to_its_place_stays() -> None:
    assert lanes.move_lane(BEFORE, MAP, "ln_c", 2) is BEFORE
    assert refusal(lanes.move_lane, BEFORE, MAP, "ln_x", 2).code == "unknown-id"


def test_splits_off_cards() -> None:
    after = lanes.split_lane(BEFORE, MAP, "ln_b", new_lane_id="ln_x", moved=["nt_b"], name="Quotes")
    assert order(after) == "abxcdef"
    assert [card.id for card in cell_cards(after.maps[0], "st_a", "ln_x")] == ["nt_b"]
    new = known(after.maps[0].lanes, "ln_x")
    assert (new.name, new.note_kind, new.kind) == ("Quotes", "goal", "notes")
    assert rules.problems(after) == []
    assert refusal(lanes.split_lane, BEFORE, MAP, "ln_b", new_lane_id="ln_x", moved=["nt_c"]).code == "not-here"
    assert refusal(lanes.split_lane, BEFORE, MAP, "ln_b", new_lane_id="ln_x", moved=["nt_x"]).code == "unknown-id"
    assert refusal(lanes.split_lane, BEFORE, MAP, "ln_b", new_lane_id="ln_a").code == "id-taken"
    assert refusal(lanes.split_lane, BEFORE, MAP, "ln_x", new_lane_id="ln_y").code == "unknown-id"


@pytest.mark.parametrize("ids", [("ln_b", "ln_f"), ("ln_f", "ln_b")])
def test_merges_lanes_that_hold_the_same(ids: tuple[str, str]) -> None:
    before = lanes.set_lane(BEFORE, MAP, "ln_f", question="Who?", min_height=90)
    after = lanes.merge_lanes(before, MAP, *ids)
    assert order(after) == "abcde"
    merged = known(after.maps[0].lanes, "ln_b")
    assert (merged.name, merged.question, merged.min_height) == ("Goals / Backstage", "Who?", 90)
    assert [card.id for card in cell_cards(after.maps[0], "st_d", "ln_b")] == ["nt_d"]
    assert rules.problems(after) == []


def test_what_only_the_team_may_see_stays_with_the_team() -> None:
    assert known(lanes.merge_lanes(BEFORE, MAP, "ln_b", "ln_f").maps[0].lanes, "ln_b").audience == "team"


def test_comments_follow_and_cells_join_upper_first() -> None:
    split = lanes.split_lane(BEFORE, MAP, "ln_b", new_lane_id="ln_x", moved=["nt_a"])
    after = lanes.merge_lanes(split, MAP, "ln_x", "ln_b")
    assert [card.id for card in cell_cards(after.maps[0], "st_a", "ln_b")] == ["nt_b", "nt_a"]
    assert known(lanes.merge_lanes(BEFORE, MAP, "ln_b", "ln_d").maps[0].comments, "cm_d").about == "ln_b"


def test_refuses_merges_of_unlike_lanes() -> None:
    for first, second in (("ln_a", "ln_b"), ("ln_c", "ln_e"), ("ln_b", "ln_c")):
        assert refusal(lanes.merge_lanes, BEFORE, MAP, first, second).code == "different-lanes"
    assert refusal(lanes.merge_lanes, BEFORE, MAP, "ln_b", "ln_b").code == "not-adjacent"
    assert refusal(lanes.merge_lanes, BEFORE, MAP, "ln_b", "ln_x").code == "unknown-id"


def test_two_separators_merge() -> None:
    two = lanes.add_lane(BEFORE, MAP, lane_id="ln_x", kind="separator", name="Line of interaction")
    assert order(lanes.merge_lanes(two, MAP, "ln_e", "ln_x")) == "abcdef"


def test_deletes_lanes_with_their_cards() -> None:
    after = lanes.delete_lanes(BEFORE, MAP, ["ln_a", "ln_d"])
    assert order(after) == "bcef"
    assert (after.maps[0].touchpoints, after.maps[0].links) == ((), ())
    assert [note.id for note in after.maps[0].notes] == ["nt_a", "nt_b", "nt_d"]
    assert [comment.id for comment in after.maps[0].comments] == ["cm_b", "cm_c", "cm_e"]
    assert [survey.id for survey in after.surveys] == ["sv_b", "sv_c"]
    assert rules.problems(after) == []
    assert lanes.delete_lanes(BEFORE, MAP, []) is BEFORE
    assert refusal(lanes.delete_lanes, BEFORE, MAP, ["ln_x"]).code == "unknown-id"
