"""The picture of the KPIs: bars in per cent of their targets, what is reached, what is not known."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.charts.kpis import drawn
from cjeditor.layout.primitives import Line, Rect
from cjeditor.model.cards import Kpi
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.edits.surveys import delete_surveys
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.layout.charts.shapes import check, said


def subject(project: Project, language: str = "en") -> Subject:
    return Subject(project, project.maps[0], texts.of(language))


def held(*kpis: Kpi) -> Project:
    return set_phase(delete_surveys(small_project(), ["sv_a", "sv_b", "sv_c"]), MAP, "ph_a", kpis=kpis)


KPIS = (
    Kpi(id="kp_b", name="Leads", target=200.0, actual=100.0, better="higher", date="2024-01-31", source="CRM"),
    Kpi(id="kp_c", name="Days to the answer", unit="days", target=2.0, actual=4.0, better="lower"),
    Kpi(id="kp_d", name="Complaints", target=10.0, actual=1000.0, better="lower", status="measuring"),
    Kpi(id="kp_e", name="Regulars", unit="%", target=40.0, actual=40.0, better="higher"),
    Kpi(id="kp_f", name="", actual=-3.0),
)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [360.0, 1100.0])
def test_everything_lies_inside(width: float, language: str) -> None:
    for project in (held(*KPIS), small_project(), held(Kpi(id="kp_b", name="x " * 90, target=0.0, actual=1.0))):
        for chart in drawn(subject(project, language), width).charts:
            check(chart)


def test_in_words_and_numbers() -> None:
    found = drawn(subject(held(*KPIS)), 700)
    assert found.sentences == (
        "1 of 4 targets is reached.",
        "Of 6 KPIs: 1 without target, 1 not measured, 2 not said which way is better.",
    )
    (chart,) = found.charts
    assert chart.table.rows[0] == ("Leads", "Need", "100", "≥\u00a0200", "Missed", "CRM, 31 Jan 2024")
    assert chart.table.rows[2][4] == "Being measured"
    assert chart.table.rows[5][:4] == ("Visits", "7 Moves in", "–", "10")
    assert "4 days of 2 days" in said(chart)
    assert [spot.record for spot in chart.spots] == ["ph_a"] * 5 + ["tp_d"]


def test_bars_are_in_per_cent_of_their_targets() -> None:
    """50 %, 200 %, 10 000 % (cut at 250 %) and 100 %: the last ends at the line of the target."""
    (chart,) = drawn(subject(held(*KPIS)), 700).charts
    bars = [one.width for one in chart.shapes if isinstance(one, Rect) and one.stroke == "edge.goal"][2:]
    assert [bar / bars[3] for bar in bars] == pytest.approx([0.5, 2.0, 2.5, 1.0])
    start, target = (one.x1 for one in chart.shapes if isinstance(one, Line) and one.y2 == chart.height)
    assert target - start == pytest.approx(bars[3])


def test_an_nps_is_a_row_of_its_own() -> None:
    (chart,) = drawn(subject(small_project()), 700).charts
    assert chart.table.rows[0][:3] == ("NPS", "A first home", "0")
    assert "0, n = 1" in said(chart)
    assert chart.spots[0].record == ""


def test_none() -> None:
    project = delete_surveys(small_project(), ["sv_a", "sv_b", "sv_c"])
    found = drawn(Subject(project, project.maps[1], texts.of("en")), 700)
    assert found.charts == ()
    assert found.sentences[0].startswith("There are no KPIs on this map yet")
