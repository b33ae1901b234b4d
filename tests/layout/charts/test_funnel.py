"""The pictures of the funnel and what they say."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.analysis.funnel import STAGES
from cjeditor.layout.charts.chart import Drawn, Subject
from cjeditor.layout.charts.funnel import drawn
from cjeditor.layout.primitives import LineTo, Move, Path
from cjeditor.model.edits.funnel import set_counts, set_origin
from cjeditor.model.fields import FunnelStage
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, small_project
from tests.layout.charts.shapes import check, said


def with_counts(counts: dict[FunnelStage, int | None]) -> Project:
    ids = {stage: f"fn_{stage[0]}" for stage in STAGES}
    return set_counts(replace(small_project(), funnel=()), MAP, counts, ids)


def figure(project: Project, width: float = 700, language: str = "en") -> Drawn:
    return drawn(Subject(project, map_of(project, MAP), texts.of(language)), width)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [360.0, 1100.0])
@pytest.mark.parametrize(
    "counts",
    [
        {"suspects": 1_000_000_000, "leads": 1, "prospects": 0, "customers": 999_999_999, "returning": 3},
        {"leads": 0},
        {"prospects": 5, "returning": 50},
    ],
)
def test_everything_lies_inside_whatever_the_counts(
    counts: dict[FunnelStage, int | None], width: float, language: str
) -> None:
    for chart in figure(with_counts(counts), width, language).charts:
        check(chart)


def test_the_weakest_step_and_the_whole_way_are_named() -> None:
    project = with_counts({"suspects": 1000, "leads": 250, "prospects": 100, "customers": 5, "returning": 4})
    found = figure(set_origin(project, MAP, date="2026-11-01", source="CRM"))
    assert found.sentences == (
        "The weakest step is from Prospects to Customers: 5% go on, 95 are lost.",
        "From Suspects to Returning customers: 0.4%.",
        "Phases without a stage: Need, Use.",
        "Source: 1 Nov 2026, CRM",
    )
    stages, phases = found.charts
    assert "5% go on · 95 lost · weakest step" in said(stages)
    assert stages.table.rows[2] == ("Prospects", "Choice", "100", "5%", "95", "95%")
    assert [row[1:] for row in phases.table.rows] == [
        ("no stage", "not counted"),
        ("Prospects", "100"),
        ("no stage", "not counted"),
    ]
    assert [spot.record for spot in phases.spots] == ["ph_a", "ph_b", "ph_c"]


def test_the_arrow_of_a_step_that_grows_points_up() -> None:
    tips = []
    for leads in (50, 70):
        (stages, _phases) = figure(with_counts({"suspects": 60, "leads": leads})).charts
        first, _second, tip = next(
            [one.y for one in shape.segments if isinstance(one, Move | LineTo)]
            for shape in stages.shapes
            if isinstance(shape, Path) and len(shape.segments) == 4 and shape.fill in ("warning", "secondary")
        )
        tips.append(tip - first)
    assert tips[0] > 0 > tips[1]


def test_growth_zero_and_gaps_are_said() -> None:
    found = figure(with_counts({"suspects": 0, "leads": 50, "customers": 60}))
    said_all = " ".join(found.sentences)
    assert "More Customers (60) than Leads (50): the funnel grows here." in said_all
    assert "Not counted: Prospects, Returning customers." in said_all
    assert "More Leads (50) than Suspects (0)" in said_all
    assert "weakest" not in said_all
    assert "no share: nobody before" in said(found.charts[0])


def test_without_counts_there_is_no_chart() -> None:
    assert figure(with_counts({})).charts == ()
