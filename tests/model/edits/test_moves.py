"""Moves of cards and selections."""

from __future__ import annotations

import pytest

from cjeditor.model import rules
from cjeditor.model.edits import cards, moves
from cjeditor.model.lookup import cell_cards, cells
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def cell(project: Project, step: str, lane: str) -> list[str]:
    return [each.id for each in cell_cards(project.maps[0], step, lane)]


def test_a_card_moves_to_another_cell_and_takes_its_links_along() -> None:
    after = moves.move_cards(BEFORE, MAP, ["tp_c"], step="st_a", lane="ln_a", index=1)
    assert cell(after, "st_a", "ln_a") == ["tp_a", "tp_c", "tp_b"]
    assert cell(after, "st_b", "ln_a") == []
    assert after.maps[0].links is BEFORE.maps[0].links
    assert rules.problems(after) == []


@pytest.mark.parametrize(
    ("index", "expected"),
    [(0, ["tp_b", "tp_a"]), (1, ["tp_a", "tp_b"]), (None, ["tp_a", "tp_b"]), (-3, ["tp_b", "tp_a"])],
)
def test_within_a_cell_the_index_counts_those_that_stay(index: int | None, expected: list[str]) -> None:
    after = moves.move_cards(BEFORE, MAP, ["tp_b"], step="st_a", lane="ln_a", index=index)
    assert cell(after, "st_a", "ln_a") == expected
    assert (after is BEFORE) == (expected == ["tp_a", "tp_b"])


def test_several_cards_arrive_in_journey_order_whatever_order_they_were_picked_in() -> None:
    after = moves.move_cards(BEFORE, MAP, ["tp_d", "tp_a", "tp_d"], step="st_b", lane="ln_a", index=0)
    assert cell(after, "st_b", "ln_a") == ["tp_a", "tp_d", "tp_c"]
    assert cell(after, "st_a", "ln_a") == ["tp_b"]


def test_notes_move_between_lanes_that_hold_notes() -> None:
    after = moves.move_cards(BEFORE, MAP, ["nt_a", "nt_d"], step="st_c", lane="ln_f")
    assert cell(after, "st_c", "ln_f") == ["nt_a", "nt_d"]
    assert [each.kind for each in cell_cards(after.maps[0], "st_c", "ln_f")] == ["goal", "backstage"]
    assert rules.problems(after) == []


@pytest.mark.parametrize(
    ("ids", "lane"), [(["tp_a"], "ln_b"), (["nt_a"], "ln_a"), (["tp_a", "nt_a"], "ln_a"), (["tp_a"], "ln_c")]
)
def test_refuses_lanes_that_do_not_hold_the_cards(ids: list[str], lane: str) -> None:
    assert refusal(moves.move_cards, BEFORE, MAP, ids, step="st_b", lane=lane).code == "wrong-lane"


def test_refuses_what_is_not_there() -> None:
    for ids, step, lane in ((["tp_x"], "st_a", "ln_a"), (["tp_a"], "st_x", "ln_a"), (["tp_a"], "st_a", "ln_x")):
        assert refusal(moves.move_cards, BEFORE, MAP, ids, step=step, lane=lane).code == "unknown-id"
    assert moves.move_cards(BEFORE, MAP, [], step="st_a", lane="ln_a") is BEFORE


def test_equal_ranks_do_not_stand_in_the_way() -> None:
    tied = replace(BEFORE.maps[0], touchpoints=tuple(replace(t, rank="a1") for t in BEFORE.maps[0].touchpoints))
    project = replace(BEFORE, maps=(tied, BEFORE.maps[1]))
    after = moves.move_cards(project, MAP, ["tp_d"], step="st_a", lane="ln_a", index=1)
    assert cell(after, "st_a", "ln_a") == ["tp_a", "tp_d", "tp_b"]
    assert rules.problems(after) == []


def test_a_selection_keeps_its_shape() -> None:
    after = moves.move_cards_by(BEFORE, MAP, ["tp_a", "tp_b", "tp_c", "nt_a"], steps=1, lanes=0)
    places = {key: [each.id for each in found] for key, found in cells(after.maps[0]).items()}
    assert places == {
        ("st_b", "ln_a"): ["tp_a", "tp_b"],
        ("st_c", "ln_a"): ["tp_c"],
        ("st_d", "ln_a"): ["tp_d"],
        ("st_a", "ln_b"): ["nt_b"],
        ("st_b", "ln_b"): ["nt_a"],
        ("st_c", "ln_d"): ["nt_c"],
        ("st_d", "ln_f"): ["nt_d"],
    }
    assert rules.problems(after) == []


def test_moved_cards_come_behind_those_that_are_there() -> None:
    after = moves.move_cards_by(BEFORE, MAP, ["tp_c"], steps=-1, lanes=0)
    assert cell(after, "st_a", "ln_a") == ["tp_a", "tp_b", "tp_c"]


def test_down_and_up_skip_lanes_that_hold_other_cards() -> None:
    down = moves.move_cards_by(BEFORE, MAP, ["nt_a", "nt_c"], steps=0, lanes=1)
    assert (cell(down, "st_a", "ln_d"), cell(down, "st_c", "ln_f")) == (["nt_a"], ["nt_c"])
    up = moves.move_cards_by(down, MAP, ["nt_a", "nt_c"], steps=0, lanes=-1)
    assert {key: {c.id for c in found} for key, found in cells(up.maps[0]).items()} == {
        key: {c.id for c in found} for key, found in cells(BEFORE.maps[0]).items()
    }


@pytest.mark.parametrize(
    ("ids", "steps", "lanes"),
    [
        (["tp_a"], -1, 0),
        (["tp_d", "tp_a"], 1, 0),
        (["tp_a"], 0, 1),
        (["nt_a"], 0, -1),
        (["nt_d"], 0, 1),
        (["tp_a"], 9, 0),
    ],
)
def test_refuses_to_push_a_card_off_the_map(ids: list[str], steps: int, lanes: int) -> None:
    problem = refusal(moves.move_cards_by, BEFORE, MAP, ids, steps=steps, lanes=lanes)
    assert (problem.code, problem.where) == ("off-the-map", (ids[0],))


def test_moving_by_nothing_changes_nothing() -> None:
    assert moves.move_cards_by(BEFORE, MAP, ["tp_a"], steps=0, lanes=0) is BEFORE
    assert moves.move_cards_by(BEFORE, MAP, [], steps=1, lanes=0) is BEFORE
    assert refusal(moves.move_cards_by, BEFORE, MAP, ["tp_x"], steps=0, lanes=0).code == "unknown-id"


def test_numbers_and_content_do_not_change_on_the_way() -> None:
    after = moves.move_cards_by(BEFORE, MAP, ["tp_a", "nt_a"], steps=1, lanes=0)
    for old, new in zip(BEFORE.maps[0].touchpoints, after.maps[0].touchpoints, strict=True):
        assert replace(new, step=old.step, rank=old.rank) == old
    assert cards.renumber(after, MAP) != after
