"""The picture of waiting times: bars in step with their numbers, gaps in words, published figures at hand."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.charts.waiting import drawn
from cjeditor.layout.draw_wait import wait_gap
from cjeditor.layout.primitives import Rect
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.fields import Span
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.layout.charts.shapes import check, said


def subject(project: Project, language: str = "en") -> Subject:
    return Subject(project, project.maps[0], texts.of(language))


def late(**fields: Span) -> Project:
    waits = {"expected_wait": Span(amount=2), "actual_wait": Span(amount=9), **fields}
    project = set_touchpoint(small_project(), MAP, ["tp_c"], **waits)
    return set_touchpoint(project, MAP, ["tp_a"], expected_wait=Span(amount=3), actual_wait=Span(amount=1))


def widths(project: Project, fill: str, stroke: str = "") -> list[float]:
    shapes = drawn(subject(project), 700).charts[0].shapes
    return [one.width for one in shapes if isinstance(one, Rect) and one.fill == fill and one.stroke == stroke][1:]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [360.0, 1100.0])
def test_everything_lies_inside(width: float, language: str) -> None:
    for chart in drawn(subject(late(), language), width).charts:
        check(chart)


def test_gaps_in_words_and_numbers() -> None:
    found = drawn(subject(late()), 700)
    assert found.sentences[:4] == (
        "At 1 of 2 touchpoints customers wait longer than they expect.",
        "The widest gap: 3 Search, 2 → 9 days.",
        "All these waits together: 5 days expected, 10 days actual.",
        "Of 1 touchpoint only one of both times is known.",
    )
    waits, elsewhere = found.charts
    assert [spot.record for spot in waits.spots] == ["tp_a", "tp_c", "tp_d"]
    assert waits.table.rows[1] == ("3 Search", "2 days", "9 days", "7 days")
    assert "2 → 9 days · 4.5×" in said(waits)
    assert "2.5 weeks actual" in said(waits)
    assert elsewhere.table.rows[0][1] == "45 minutes (61% of those asked)"
    assert any("5 to 10 minutes" in sentence for sentence in found.sentences)


def test_bars_are_in_proportion() -> None:
    """17.5 days are the longest: 1, 2 (of 9) and 17.5 of them are filled, and 7 too many are seven times one."""
    one, two, most = widths(late(), "edge.goal", "edge.goal")
    assert two / one == pytest.approx(2)
    assert most / one == pytest.approx(17.5)
    assert widths(late(), "", "warning")[-1] / one == pytest.approx(7)


def test_minutes_beside_months_have_scales_of_their_own() -> None:
    far = late(expected_wait=Span(amount=5, unit="minutes"), actual_wait=Span(amount=10, unit="minutes"))
    chart = drawn(subject(far), 700).charts[0]
    check(chart)
    assert "Each pair of bars has a scale of its own." in said(chart)
    assert "Each pair of bars has a scale of its own." not in said(drawn(subject(late()), 700).charts[0])


def test_without_waits_the_published_figures_are_at_hand() -> None:
    project = set_touchpoint(small_project(), MAP, ["tp_d"], actual_wait=None)
    found = drawn(subject(project), 700)
    assert found.charts == ()
    assert found.sentences[0].startswith("No touchpoint holds")
    assert "61%" in found.sentences[1]


def test_none_expected() -> None:
    nought = Span(amount=0)
    check(drawn(subject(late(expected_wait=nought, actual_wait=nought)), 500).charts[0])
    check(drawn(subject(late(expected_wait=nought)), 500).charts[0])


@pytest.mark.parametrize(
    ("expected", "actual", "within"), [(2.0, 9.0, 20.0), (0.0, 9.0, 3.0), (1.0, 100_000.0, 3.0), (89.99, 90.0, 87.0)]
)
def test_the_gap_on_a_card(expected: float, actual: float, within: float) -> None:
    project = late(expected_wait=Span(amount=expected), actual_wait=Span(amount=actual))
    shapes = wait_gap(project.maps[0].touchpoints[2], 10, 50, 90)
    rects = [one for one in shapes if isinstance(one, Rect)]
    assert [one.width for one in rects] == [pytest.approx(within), pytest.approx(90 - within)]
    assert wait_gap(project.maps[0].touchpoints[0], 10, 50, 90) == ()
