"""The picture of the experience realms: four fields, a grid of phases, and what is missing in words."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.charts.realms import drawn
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from tests.builders import MAP, big_project, small_project
from tests.layout.charts.shapes import check, said


def subject(project: Project, language: str = "en") -> Subject:
    return Subject(project, project.maps[0], texts.of(language))


def tagged() -> Project:
    project = set_touchpoint(small_project(), MAP, ["tp_a", "tp_c"], realms=("education",))
    return set_touchpoint(project, MAP, ["tp_b", "tp_d"], realms=("escapist",))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [360.0, 700.0, 1100.0])
def test_everything_lies_inside(width: float, language: str) -> None:
    for chart in drawn(subject(tagged(), language), width).charts:
        check(chart)


def test_each_touchpoint_stands_in_its_field_and_what_is_missing_is_said() -> None:
    found = drawn(subject(tagged()), 700)
    fields, phases = found.charts
    assert [spot.record for spot in fields.spots] == ["tp_a", "tp_c", "tp_b", "tp_d"]
    assert said(fields).count("Nothing here yet") == 2
    assert "Missing on the whole map: Entertainment, Aesthetic." in found.sentences
    assert "In no phase do all four come together, which makes an experience richest." in found.sentences
    assert [row[:3] for row in phases.table.rows] == [("1 Need", "0", "1"), ("2 Choice", "0", "1"), ("3 Use", "0", "0")]


def test_a_phase_with_all_four_is_praised() -> None:
    every = ("entertainment", "education", "esthetic", "escapist")
    project = set_touchpoint(tagged(), MAP, ["tp_c"], realms=every)
    assert "All four come together in: Choice." in drawn(subject(project), 700).sentences


def test_without_a_tag_there_is_no_chart_but_the_way_to_one() -> None:
    bare = set_touchpoint(small_project(), MAP, ["tp_a", "tp_b", "tp_c", "tp_d"], realms=())
    found = drawn(subject(bare), 700)
    assert found.charts == ()
    assert found.sentences[0].startswith("No touchpoint is tagged")


def test_many_touchpoints_make_the_fields_higher() -> None:
    project = big_project(300)
    cards = [one.id for one in map_of(project, project.maps[0].id).touchpoints]
    project = set_touchpoint(project, project.maps[0].id, cards, realms=("esthetic",))
    fields, phases = drawn(subject(project), 500).charts
    check(fields)
    check(phases)
    assert fields.height > 1000
