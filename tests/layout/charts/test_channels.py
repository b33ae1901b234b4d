"""The pictures of channels: stairs, heat map and passages; what they say in words."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.charts.channels import drawn
from cjeditor.layout.charts.chart import Subject
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.links import add_link
from cjeditor.model.project import Channel, Project
from cjeditor.model.replace import replace
from tests.builders import MAP, big_project, small_project
from tests.layout.charts.shapes import check, said


def subject(project: Project, language: str = "en") -> Subject:
    return Subject(project, project.maps[0], texts.of(language))


def linked() -> Project:
    """Return a project whose touchpoints 1 to 4 lead through three channels, one hand-off broken."""
    project = small_project()
    shop = Channel(id="ch_shop", name="Ladengeschäft in der Fußgängerzone am Marktplatz", mode="offline")
    web = Channel(id="ch_web", name="Website", mode="online")
    project = replace(project, channels=(shop, web), personas=(), views=(), parked=())
    journey = replace(
        project.maps[0],
        lead_persona=None,
        overlaid_personas=(),
        links=(),
        touchpoints=tuple(replace(one, channel=None, persona=None) for one in project.maps[0].touchpoints),
    )
    project = replace(project, maps=(journey,))
    project = set_touchpoint(project, MAP, ["tp_a", "tp_b", "tp_c"], channel="ch_web")
    project = set_touchpoint(project, MAP, ["tp_d"], channel="ch_shop")
    project = add_link(project, MAP, link_id="lk_1", source="tp_a", target="tp_c")
    fields = {"hand_off": "broken", "obstacle": "technical", "treatment": "inconsistent"}
    return add_link(project, MAP, link_id="lk_2", source="tp_c", target="tp_d", **fields)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [360.0, 700.0, 1100.0])
def test_everything_lies_inside(width: float, language: str) -> None:
    for project in (linked(), big_project(200)):
        for chart in drawn(subject(project, language), width).charts:
            check(chart)


def test_level_reasons_and_passages_are_said_and_shown() -> None:
    found = drawn(subject(linked()), 700)
    stairs, passages, heat_map = found.charts
    assert found.sentences[0].startswith("Level reached: Cross-channel.")
    assert "1 change of channel: 0 seamless, 1 broken, 0 not rated." in found.sentences
    assert "What breaks hand-offs: 1 × Technical." in found.sentences
    assert [row[2] for row in stairs.table.rows] == ["yes", "yes", "yes", "no"]
    assert heat_map.table.rows[0] == ("Website (online)", "2", "1", "0", "3", "9")
    assert [spot.record for spot in passages.spots] == ["lk_2"]
    shown = said(passages)
    assert "3 Website → 7" in shown[0]
    assert shown[1] == "online → offline · Broken hand-off · Technical · Treated differently"


def test_counts_stand_in_their_cells_and_nothing_where_there_is_none() -> None:
    heat_map = drawn(subject(linked()), 1000).charts[2]
    numbers = [text for text in said(heat_map) if text.isdigit()]
    assert numbers == ["2", "1", "3", "1", "1"]
    assert "1 Need" in said(heat_map)


def test_without_a_channel_there_is_no_chart_but_the_way_to_one() -> None:
    project = set_touchpoint(linked(), MAP, ["tp_a", "tp_b", "tp_c", "tp_d"], channel=None)
    found = drawn(subject(project), 700)
    assert found.charts == ()
    assert found.sentences[0].startswith("No touchpoint names a channel yet.")
