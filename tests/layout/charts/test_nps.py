"""The pictures of the NPS: in step with their numbers, with intervals, published scores and the caveat."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.charts.nps import drawn, drawn_survey, name_of, surveys_of
from cjeditor.layout.primitives import Line, Rect
from cjeditor.model.edits.surveys import Answer, add_survey, delete_surveys, set_answers, set_survey
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.layout.charts.shapes import check, said

_MONTHS = ("2024-01-15", "2024-02-01", "2024-04-30")


def subject(project: Project, language: str = "en") -> Subject:
    return Subject(project, project.maps[0], texts.of(language))


def answered() -> Project:
    """Of 10 answers half are 10; North and South, three of four months; one without a day."""
    answers = [
        Answer(value, ("North", "South")[at % 2], _MONTHS[at % 3] if at else "")
        for at, value in enumerate((10, 10, 9, 9, 9, 8, 7, 6, 3, 0))
    ]
    return set_answers(delete_surveys(small_project(), ["sv_b", "sv_c"]), "sv_a", answers)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [360.0, 700.0, 1100.0])
def test_everything_lies_inside(width: float, language: str) -> None:
    both = add_survey(answered(), survey_id="sv_z", about=MAP, title="x" * 90, answers=(9,) * 40 + (2,) * 7)
    for project in (answered(), both):
        for chart in drawn(subject(project, language), width).charts:
            check(chart)


def test_one_survey() -> None:
    found = drawn(subject(answered()), 700)
    assert found.sentences[0] == "NPS +20 (10 answers, 95% confidence interval −34 to +74)."
    assert found.sentences[1] == "50% promoters, 20% passives, 30% detractors."
    assert "Of fewer than 30 answers the interval is only a hint, and dashed." in found.sentences
    assert "1 answer has no day, or one far from the others, and is not in the course over time." in found.sentences
    assert any(each.startswith("The NPS measures the intention to recommend") for each in found.sentences)
    assert "Apple stood at 89 in 2017 (NPS Benchmarks, 2017)." in found.sentences[-1]
    scores, groups, course = found.charts
    assert scores.table.rows[0] == ("All answers", "+20", "−34 to +74", "10")
    assert [row[0] for row in scores.table.rows] == ["All answers", "North", "South"]
    assert scores.spots[0].record == "tp_a"
    assert groups.table.rows[0] == ("All answers", "5 (50%)", "2 (20%)", "3 (30%)", "10")
    assert [row[0] for row in course.table.rows] == ["1/2024", "2/2024", "3/2024", "4/2024"]
    assert course.table.rows[2] == ("3/2024", "–", "–", "0")
    assert {"Average 5–10", "Amazon +61", "Apple +89"} <= set(said(scores))


def test_bars_are_in_proportion() -> None:
    groups = drawn(subject(answered()), 700).charts[1]
    edges = {
        colour: next(
            one.width for one in groups.shapes if isinstance(one, Rect) and one.stroke == colour and one.width > 20
        )
        for colour in ("edge.pain", "rule.strong", "edge.opportunity")
    }
    assert edges["edge.opportunity"] / edges["edge.pain"] == pytest.approx(5 / 3)
    assert edges["rule.strong"] / edges["edge.pain"] == pytest.approx(2 / 3)


def test_the_whisker_is_as_long_as_the_interval() -> None:
    scores = drawn(subject(answered()), 700).charts[0]
    lines = [one for one in scores.shapes if isinstance(one, Line)]
    whisker = next(one for one in lines if one.stroke == "text" and one.y1 == one.y2)
    ends = [one.x1 for one in lines if one.stroke in ("rule", "rule.strong") and one.x1 == one.x2 and one.y2 > 60]
    per_point = (max(ends) - min(ends)) / 200
    assert (whisker.x2 - whisker.x1) / per_point == pytest.approx(2 * 54.03, abs=0.1)
    assert whisker.dash


def test_several_surveys_stand_in_the_order_of_the_journey() -> None:
    about = subject(small_project())
    assert [each.id for each in surveys_of(about)] == ["sv_c", "sv_b", "sv_a"]
    found = drawn(about, 700)
    assert len(found.charts) == 2
    assert found.sentences[0] == "Map: A first home: NPS 0 (1 answer)."
    assert name_of(set_survey(small_project(), "sv_c", title=" Spring\n").surveys[2], about) == "Spring"


def test_none_and_empty() -> None:
    none = delete_surveys(small_project(), ["sv_a", "sv_b", "sv_c"])
    found = drawn(subject(none), 700)
    assert found.charts == ()
    assert found.sentences[0].startswith("There are no answers yet")
    assert "Average organisations" in found.sentences[-1]
    empty = set_answers(answered(), "sv_a", [])
    assert drawn(subject(empty), 700).charts == ()
    assert drawn_survey(subject(empty), empty.surveys[0], 700).sentences[0] == "This survey has no answers yet."


def test_many_segments() -> None:
    answers = [Answer(at % 11, f"Branch {at % 40}", f"20{at % 24 + 1:02}-01-01") for at in range(400)]
    project = set_answers(answered(), "sv_a", answers)
    found = drawn(subject(project), 360)
    assert "24 more segments are left out." in found.sentences
    for chart in found.charts:
        check(chart)
    assert len(found.charts[0].spots) == 17
