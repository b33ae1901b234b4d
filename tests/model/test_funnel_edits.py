"""Edits of the funnel's counts."""

from __future__ import annotations

import pytest

from cjeditor.model import rules
from cjeditor.model.edits.funnel import set_counts, set_origin, take_counts
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from tests.builders import MAP, small_project

IDS = {"suspects": "fn_s", "leads": "fn_l", "customers": "fn_c"}


def by_id(project: Project) -> dict[str, tuple[str | None, str, int]]:
    return {one.id: (one.map, one.stage, one.count) for one in project.funnel}


def test_counts_are_added_set_and_taken_away_and_others_stay() -> None:
    project = set_counts(small_project(), None, {"leads": 90, "customers": 4}, IDS)
    assert by_id(project) == {"fn_a": (None, "leads", 90), "fn_c": (None, "customers", 4)}
    project = set_counts(project, MAP, {"leads": 7}, IDS)
    assert by_id(project)["fn_l"] == (MAP, "leads", 7)
    project = set_counts(project, None, {"leads": None, "suspects": None}, IDS)
    assert set(by_id(project)) == {"fn_c", "fn_l"}
    assert next(rules.each_problem(project), None) is None


def test_what_is_said_of_the_counts_is_said_of_new_ones_too() -> None:
    project = set_origin(small_project(), None, date="2026-11-01", source="CRM")
    project = set_counts(project, None, {"customers": 4}, IDS)
    assert {(one.date, one.source) for one in project.funnel} == {("2026-11-01", "CRM")}
    assert set_origin(project, None) == project


def test_counts_taken_together_have_an_origin_of_their_own_and_others_stay_only_where_wished() -> None:
    before = set_origin(small_project(), None, date="2025-01-01", source="old")
    project = take_counts(before, None, {"customers": 4}, IDS, date="2026-11-01", source="CRM", keep=True)
    said = {one.stage: (one.count, one.date, one.source) for one in project.funnel}
    assert said == {"leads": (120, "2025-01-01", "old"), "customers": (4, "2026-11-01", "CRM")}
    project = take_counts(before, None, {"customers": 4}, IDS, date="", source="", keep=False)
    assert [(one.stage, one.date, one.source) for one in project.funnel] == [("customers", "", "")]
    assert next(rules.each_problem(project), None) is None


def test_wrong_counts_and_unknown_maps_are_refused() -> None:
    for counts, map_id, code in (
        ({"leads": -1}, None, "field-refused"),
        ({"leads": 1}, "map_none", "unknown-id"),
        ({"suspects": 10**12}, None, "field-refused"),
    ):
        with pytest.raises(EditRefused) as caught:
            set_counts(small_project(), map_id, counts, IDS)  # type: ignore[arg-type]  # wrong on purpose
        assert caught.value.problem.code == code
    with pytest.raises(EditRefused):
        set_origin(small_project(), None, date="yesterday")
    with pytest.raises(EditRefused):
        set_counts(small_project(), None, {"suspects": 1}, {"suspects": "fn_a"})
