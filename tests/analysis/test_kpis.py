"""The list of KPIs holds those of touchpoints and phases, metrics and surveys, in journey order."""

from __future__ import annotations

import pytest

from cjeditor.analysis.kpis import map_rows, place_name, rows, verdict
from cjeditor.model.cards import Kpi
from cjeditor.model.edits.cards import set_note
from cjeditor.model.edits.kpis import add_kpi
from cjeditor.model.edits.surveys import Answer, set_answers
from cjeditor.model.fields import Direction
from cjeditor.model.project import Project
from tests.builders import MAP, small_project


def _project() -> Project:
    project = add_kpi(
        small_project(), MAP, "ph_b", kpi_id="kp_b", name="Leads", target=50.0, actual=40.0, better="higher"
    )
    project = set_note(project, MAP, ["nt_c"], kind="metric", text="Know us", unit="%", actual=38.0, status="measuring")
    return set_answers(project, "sv_a", [Answer(10, day="2024-02-01"), Answer(9, day="2024-01-01"), Answer(3)])


def test_all_figures_in_journey_order() -> None:
    found = map_rows(_project(), _project().maps[0])
    assert [(row.id, row.kind, row.holder) for row in found] == [
        ("sv_c", "nps", MAP),
        ("sv_a", "nps", "tp_a"),
        ("kp_b", "kpi", "ph_b"),
        ("sv_b", "nps", "ph_b"),
        ("nt_c", "metric", "nt_c"),
        ("kp_a", "kpi", "tp_d"),
    ]
    by_id = {row.id: row for row in found}
    assert (by_id["sv_a"].actual, by_id["sv_a"].answers, by_id["sv_a"].date) == (33.0, 3, "2024-02-01")
    assert (by_id["nt_c"].name, by_id["nt_c"].unit, by_id["nt_c"].status) == ("Know us", "%", "measuring")
    assert by_id["kp_b"].verdict == "missed"
    assert [place_name(row, _project()) for row in found] == [
        ("A first home", 0),
        ("Advert", 1),
        ("Choice", 0),
        ("Choice", 0),
        ("Choice", 6),
        ("Moves in", 7),
    ]
    assert rows(_project()) == found


def test_a_survey_without_answers_is_no_figure() -> None:
    project = set_answers(_project(), "sv_a", [])
    assert "sv_a" not in {row.id for row in rows(project)}
    assert map_rows(project, project.maps[1]) == ()


@pytest.mark.parametrize(
    ("target", "actual", "better", "expected"),
    [
        (50.0, 50.0, "higher", "reached"),
        (50.0, 49.9, "higher", "missed"),
        (5.0, 5.0, "lower", "reached"),
        (5.0, 5.1, "lower", "missed"),
        (0.0, 0.0, "lower", "reached"),
        (5.0, 4.0, "", ""),
        (None, 4.0, "higher", ""),
        (5.0, None, "higher", ""),
    ],
)
def test_verdict(target: float | None, actual: float | None, better: Direction, expected: str) -> None:
    assert verdict(target, actual, better) == expected


def test_kpi_fields_are_all_in_a_row() -> None:
    row = next(each for each in rows(_project()) if each.id == "kp_b")
    for field in Kpi.model_fields:
        assert hasattr(row, field), field
