"""Edits of comments, and what becomes of comments when their subject goes, merges or is copied."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from cjeditor.model import rules
from cjeditor.model.change import Change
from cjeditor.model.edits import cards, clipping, comments, joining
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.remarks import open_counts, sorted_comments
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()
NEW = {"comment_id": "cm_x", "about": "nt_a", "text": "Who says so?"}


def _said(project: Any, about: str) -> list[str]:
    return [each.text for each in project.maps[0].comments if each.about == about]


def test_adds_sets_and_deletes() -> None:
    after = comments.add_comment(BEFORE, MAP, **NEW, author="Ada", date="2026-11-27", time="14:30")
    assert rules.problems(after) == []
    after = comments.set_comments(after, MAP, ["cm_x", "cm_a"], resolved=True)
    new = after.maps[0].comments[-1]
    assert (new.author, new.date, new.time, new.resolved) == ("Ada", "2026-11-27", "14:30", True)
    assert open_counts(after.maps[0]) == {"ph_b": 1, "st_c": 1, "ln_d": 1, MAP: 1}
    assert comments.set_comments(after, MAP, ["cm_x"], resolved=True) is after
    after = comments.delete_comments(after, MAP, ["cm_x", "cm_a"])
    assert "cm_a" not in {each.id for each in after.maps[0].comments}
    assert comments.delete_comments(after, MAP, []) is after


@pytest.mark.parametrize("about", [MAP, "ph_a", "st_a", "ln_a", "tp_a", "nt_a"])
def test_comments_are_about_whatever_is_on_the_map(about: str) -> None:
    assert rules.problems(comments.add_comment(BEFORE, MAP, **{**NEW, "about": about})) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"comment_id": "cm_a"}, "id-taken"),
        ({"comment_id": "tp_x"}, "wrong-prefix"),
        ({"about": "tp_x"}, "unknown-id"),
        ({"about": "map_2"}, "unknown-id"),
        ({"about": "lk_a"}, "unknown-id"),
        ({"about": "cm_a"}, "unknown-id"),
        ({"text": " \n"}, "no-thought"),
        ({"time": "25:00"}, "field-refused"),
    ],
)
def test_a_comment_is_refused(fields: dict[str, Any], code: str) -> None:
    assert refusal(comments.add_comment, BEFORE, MAP, **{**NEW, **fields}).code == code


def test_a_comment_stays_where_it_is_and_says_something() -> None:
    assert refusal(comments.set_comments, BEFORE, MAP, ["cm_a"], about="tp_b").code == "field-fixed"
    assert refusal(comments.set_comments, BEFORE, MAP, ["cm_a"], text="").code == "no-thought"
    assert refusal(comments.set_comments, BEFORE, MAP, ["cm_none"], resolved=True).code == "unknown-id"
    assert refusal(comments.delete_comments, BEFORE, MAP, ["cm_none"]).code == "unknown-id"


def test_with_a_card_go_its_comments_in_one_change() -> None:
    after = cards.delete_cards(BEFORE, MAP, ["tp_a"])
    assert _said(after, "tp_a") == []
    assert Change.between(BEFORE, after).inverted().applied_to(after) == BEFORE


def test_a_merged_card_has_the_comments_of_both() -> None:
    both = comments.add_comment(BEFORE, MAP, **{**NEW, "about": "tp_b"})
    assert _said(joining.merge_cards(both, MAP, "tp_b", ["tp_a"]), "tp_b") == ["Really?", "Who says so?"]


def test_copied_cards_leave_their_comments_and_a_copied_map_takes_them() -> None:
    numbers = itertools.count()

    def new(prefix: str) -> str:
        return f"{prefix}_new{next(numbers):04d}"

    pasted, _ids = clipping.paste(
        BEFORE, MAP, clipping.copy_cards(BEFORE, MAP, ["tp_a"]), new_ids=new, step="st_a", lane="ln_a"
    )
    assert pasted.maps[0].comments == BEFORE.maps[0].comments
    copied = duplicate_map(BEFORE, MAP, new_map_id="map_3", new_ids=new, title="Again").maps
    (copy,) = [each for each in copied if each.id == "map_3"]
    assert sorted(each.text for each in copy.comments) == sorted(each.text for each in BEFORE.maps[0].comments)


def test_comments_are_read_by_place_or_by_time() -> None:
    more = comments.add_comment(BEFORE, MAP, **{**NEW, "comment_id": "cm_0"}, date="2026-11-27", time="14:30")
    more = comments.add_comment(more, MAP, **{**NEW, "comment_id": "cm_z"}, date="2026-11-27", time="09:00")
    journey = more.maps[0]
    by_place = [each.id for each in sorted_comments(journey, journey.comments, "place")]
    assert by_place == ["cm_e", "cm_b", "cm_c", "cm_d", "cm_a", "cm_z", "cm_0"]
    assert [each.id for each in sorted_comments(journey, journey.comments, "time")][:2] == ["cm_0", "cm_z"]
