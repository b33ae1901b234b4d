"""The pictures of what a map rests on: pieces as long as their shares, the threshold, open assumptions."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.charts.evidence import by_phase, drawn
from cjeditor.layout.primitives import Rect
from cjeditor.model.edits.cards import set_note, set_touchpoint
from cjeditor.model.edits.maps import set_project
from cjeditor.model.project import Project, Settings
from tests.builders import MAP, big_project, small_project
from tests.layout.charts.shapes import check, said


def subject(project: Project, language: str = "en") -> Subject:
    return Subject(project, project.maps[0], texts.of(language))


def backed() -> Project:
    """Return a project of eight cards, one of them backstage: two rest on research, one of these names its source."""
    project = set_touchpoint(small_project(), MAP, ["tp_a"], evidence="quantitative", evidence_source="Web analytics")
    project = set_touchpoint(project, MAP, ["tp_b"], evidence="qualitative")
    return set_note(project, MAP, ["nt_a"], test_idea="Ask five people")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [360.0, 700.0, 1100.0])
def test_everything_lies_inside(width: float, language: str) -> None:
    for project in (backed(), big_project(100)):
        for chart in drawn(subject(project, language), width).charts:
            check(chart)


def test_says_how_much_is_backed_and_what_is_open() -> None:
    found = drawn(subject(backed()), 700)
    assert found.sentences[0] == "28% of 7 statements are backed by research, qualitative or quantitative."
    assert found.sentences[1] == "The map is a hypothesis: less than 50% is backed."
    bars, assumptions = found.charts
    assert bars.table.rows[0] == ("1 Need", "1", "1", "0", "2", "4", "50%")
    assert bars.table.rows[-1] == ("Whole map", "1", "1", "0", "5", "7", "28%")
    assert len(assumptions.spots) == 5
    assert "Test: Ask five people" in said(assumptions)
    assert "No idea yet how to test it" in said(assumptions)
    assert "1 statement is called backed but names no source." in found.sentences


def test_pieces_of_a_bar_are_as_long_as_their_shares() -> None:
    bars = by_phase(subject(backed()), 700).charts[0]
    row = bars.spots[0]
    inside = [one for one in bars.shapes if isinstance(one, Rect) and row.y < one.y < row.y + row.height and one.stroke]
    quantitative, qualitative, assumption = sorted(inside, key=lambda one: one.x)
    assert quantitative.width == pytest.approx(qualitative.width)
    assert assumption.width == pytest.approx(2 * qualitative.width)


def test_the_threshold_is_drawn_where_there_is_one() -> None:
    project = set_project(backed(), settings=Settings(hypothesis_below=20))
    found = by_phase(subject(project), 700)
    assert "hypothesis below 20%" in said(found.charts[0])
    assert not any("is a hypothesis" in sentence for sentence in found.sentences)
    never = by_phase(subject(set_project(backed(), settings=Settings(hypothesis_below=0))), 700)
    assert not any("hypothesis below" in text for text in said(never.charts[0]))


def test_an_empty_map_claims_nothing() -> None:
    project = small_project()
    assert drawn(Subject(project, project.maps[1], texts.of("en")), 700).charts == ()
