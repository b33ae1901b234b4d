"""The findings of the journey check as a figure."""

from __future__ import annotations

import pytest

from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.charts.check import drawn
from cjeditor.model.lookup import map_of
from cjeditor.texts import of
from tests.builders import MAP, small_project
from tests.good_project import MAP as GOOD_MAP
from tests.good_project import good_project
from tests.layout.charts.shapes import check, said


@pytest.mark.parametrize("language", ["en", "de", "en-XP"])
@pytest.mark.parametrize("width", [300.0, 900.0])
def test_it_fits_and_can_be_read(language: str, width: float) -> None:
    project = small_project()
    (chart,) = drawn(Subject(project, map_of(project, MAP), of(language)), width).charts
    check(chart)


def test_each_rule_has_its_bar_and_each_finding_its_row() -> None:
    project = small_project()
    found = drawn(Subject(project, map_of(project, MAP), of("en")), 900)
    assert found.sentences[0] == "4 findings on this map"
    (chart,) = found.charts
    assert "Broken hand-off" in said(chart)
    assert len(chart.table.rows) == 4
    assert ("Drop-off point without counter-measure", "Need", "Phase “Need”", "No counter-measure for “Pause”") in (
        chart.table.rows
    )


def test_nothing_found_is_said() -> None:
    project = good_project()
    found = drawn(Subject(project, map_of(project, GOOD_MAP), of("en")), 900)
    assert (found.sentences, found.charts) == (("The journey check found nothing.",), ())
