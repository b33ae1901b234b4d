"""Edits of surveys keep answers and what is said of them together; edits of single KPIs find them where they lie."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cjeditor.model import rules, table
from cjeditor.model.edits import kpis, surveys
from cjeditor.model.edits.cards import delete_cards, set_note
from cjeditor.model.edits.surveys import Answer, answers_of
from cjeditor.model.project import Project, Survey
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def _survey(project: Project, survey_id: str) -> Survey:
    found = table.find(project.surveys, survey_id)
    assert found is not None
    return found


def test_adds_sets_and_deletes() -> None:
    after = surveys.add_survey(BEFORE, survey_id="sv_x", about="tp_c", title="After the search", answers=(9, 1))
    assert rules.problems(after) == []
    after = surveys.set_survey(after, "sv_x", about=MAP, source="Panel, n = 2")
    assert (_survey(after, "sv_x").about, _survey(after, "sv_x").answers) == (MAP, (9, 1))
    assert surveys.set_survey(after, "sv_x", about=MAP) is after
    assert surveys.delete_surveys(after, ["sv_x"]) == BEFORE
    assert surveys.delete_surveys(after, []) is after


def test_answers_and_what_is_said_of_them_stay_together() -> None:
    after = surveys.add_answers(BEFORE, "sv_a", [Answer(7, "North", "2024-01-31"), Answer(0)])
    found = _survey(after, "sv_a")
    assert found.answers == (9, 10, 3, 7, 0)
    assert found.segments == ("", "", "", "North", "")
    assert found.days == ("", "", "", "2024-01-31", "")
    assert rules.problems(after) == []
    assert answers_of(found)[3] == Answer(7, "North", "2024-01-31")
    back = surveys.set_answers(after, "sv_a", answers_of(found)[:3])
    assert back == BEFORE
    assert surveys.add_answers(after, "sv_a", []) is after


def test_a_survey_goes_with_what_it_is_about() -> None:
    after = delete_cards(BEFORE, MAP, ["tp_a"])
    assert [each.id for each in after.surveys] == ["sv_b", "sv_c"]


@pytest.mark.parametrize(
    ("edit", "arguments", "code"),
    [
        (surveys.add_survey, {"survey_id": "sv_a", "about": MAP}, "id-taken"),
        (surveys.add_survey, {"survey_id": "tp_x", "about": MAP}, "wrong-prefix"),
        (surveys.add_survey, {"survey_id": "sv_x", "about": "nt_a"}, "unknown-reference"),
        (surveys.add_survey, {"survey_id": "sv_x", "about": MAP, "answers": (11,)}, "field-refused"),
        (surveys.add_survey, {"survey_id": "sv_x", "about": MAP, "answers": (1,), "days": ("", "")}, "not-as-many"),
        (surveys.set_survey, {"survey_id": "sv_x"}, "unknown-id"),
        (surveys.set_survey, {"survey_id": "sv_a", "id": "sv_x"}, "field-fixed"),
        (surveys.set_survey, {"survey_id": "sv_a", "about": "tp_x"}, "unknown-reference"),
        (surveys.set_survey, {"survey_id": "sv_a", "segments": ("North",)}, "not-as-many"),
        (surveys.set_answers, {"survey_id": "sv_a", "answers": [Answer(-1)]}, "field-refused"),
        (surveys.set_answers, {"survey_id": "sv_a", "answers": [Answer(1, day="soon")]}, "field-refused"),
        (surveys.add_answers, {"survey_id": "sv_x", "answers": [Answer(1)]}, "unknown-id"),
        (surveys.delete_surveys, {"ids": ["sv_x"]}, "unknown-id"),
    ],
)
def test_refused(edit: Callable[..., Project], arguments: dict[str, Any], code: str) -> None:
    assert refusal(edit, BEFORE, **arguments).code == code


def test_kpis_of_touchpoints_phases_and_metrics() -> None:
    after = kpis.add_kpi(BEFORE, MAP, "ph_a", kpi_id="kp_x", name="Leads", unit="a month")
    after = kpis.set_kpi(after, MAP, "ph_a", "kp_x", target=50.0, better="higher")
    after = kpis.set_kpi(after, MAP, "tp_d", "kp_a", actual=7.0, date="2024-01-31")
    after = set_note(after, MAP, ["nt_c"], kind="metric")
    after = kpis.set_kpi(after, MAP, "nt_c", "nt_c", name="Know us", actual=38.0, status="measuring")
    assert rules.problems(after) == []
    journey_map = after.maps[0]
    assert (journey_map.phases[0].kpis[0].target, journey_map.touchpoints[3].kpis[0].actual) == (50.0, 7.0)
    note = journey_map.notes[2]
    assert (note.text, note.actual, note.status) == ("Know us", 38.0, "measuring")
    after = kpis.delete_kpi(after, MAP, "ph_a", "kp_x")
    after = kpis.delete_kpi(after, MAP, "tp_d", "kp_a")
    assert not any(each.kpis for each in (*after.maps[0].phases, *after.maps[0].touchpoints))


@pytest.mark.parametrize(
    ("edit", "arguments", "named", "code"),
    [
        (kpis.add_kpi, ("nt_a",), {"kpi_id": "kp_x"}, "unknown-id"),
        (kpis.add_kpi, ("ph_a",), {"kpi_id": "kp_a"}, "id-taken"),
        (kpis.add_kpi, ("ph_a",), {"kpi_id": "tp_x"}, "wrong-prefix"),
        (kpis.add_kpi, ("ph_a",), {"kpi_id": "kp_x", "better": "faster"}, "field-refused"),
        (kpis.set_kpi, ("ph_a", "kp_a"), {"name": "x"}, "unknown-id"),
        (kpis.set_kpi, ("tp_d", "kp_a"), {"id": "kp_x"}, "field-fixed"),
        (kpis.delete_kpi, ("ph_a", "kp_a"), {}, "unknown-id"),
        (kpis.delete_kpi, ("tp_x", "kp_a"), {}, "unknown-id"),
    ],
)
def test_kpis_refused(
    edit: Callable[..., Project], arguments: tuple[str, ...], named: dict[str, Any], code: str
) -> None:
    assert refusal(edit, BEFORE, MAP, *arguments, **named).code == code
