"""The sheets of personas: who they are, their sliders, the strategy for them."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.charts.personas import drawn
from cjeditor.model.edits import maps
from cjeditor.model.project import Project, Slider
from tests.builders import MAP, small_project
from tests.layout.charts.shapes import check, said


def described() -> Project:
    return maps.set_persona(
        small_project(),
        "ps_a",
        type="Purposeful buyer",
        quote="Now or never",
        goals="A home " * 60,
        sliders=(Slider(left="plans ahead", right="decides at once", value=80), Slider(value=0)),
        channel_strategy="The branch first",
        campaigns="Spring",
    )


@pytest.mark.parametrize(("width", "language"), [(360.0, "de"), (1100.0, "en")])
def test_everything_lies_inside(width: float, language: str) -> None:
    project = described()
    for chart in drawn(Subject(project, project.maps[0], texts.of(language)), width).charts:
        check(chart)


def test_lead_and_overlaid_personas_have_a_sheet_with_their_strategy() -> None:
    project = described()
    mia, jo = drawn(Subject(project, project.maps[0], texts.of("en")), 700).charts
    assert (mia.table.title, jo.table.title) == ("Mia", "Jo")
    assert {"plans ahead", "decides at once", "Channel strategy", "The branch first"} <= set(said(mia))
    assert ("Traits", "plans ahead ← 80 → decides at once") in mia.table.rows
    assert ("Preferred channels", "Shop, Web") in mia.table.rows
    assert jo.table.rows == (("Name", "Jo"),)


def test_without_a_persona_the_way_to_one_is_said() -> None:
    project = maps.set_map(small_project(), MAP, lead_persona=None, overlaid_personas=())
    found = drawn(Subject(project, project.maps[0], texts.of("en")), 700)
    assert found.charts == ()
    assert found.sentences[0].startswith("The map has no persona yet")
