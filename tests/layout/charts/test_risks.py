"""The pictures of drop-off risks: matrix, bars and what they say; numbers as in the analysis."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.charts.matrix import grades_of
from cjeditor.layout.charts.risks import drawn
from cjeditor.model.cards import DropOffPoint
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.layout.charts.shapes import check, said


def subject(project: Project, language: str = "en") -> Subject:
    return Subject(project, project.maps[0], texts.of(language))


def risky() -> Project:
    """Return a project with three drop-off points: a phase's that is not graded, and two of touchpoints."""
    price = DropOffPoint(id="do_price", reason="extra-costs", likelihood=4, impact=5)
    wait = DropOffPoint(id="do_wait", title="Waits & waits", likelihood=2, impact=3, counter_measure="Call\nthem")
    project = set_touchpoint(small_project(), MAP, ["tp_c"], drop_off_points=(price,), weight=5)
    return set_touchpoint(project, MAP, ["tp_d"], drop_off_points=(wait,), weight=1)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [360.0, 700.0, 1100.0])
def test_everything_lies_inside(width: float, language: str) -> None:
    long = DropOffPoint(id="do_long", title="Grundschuldbestellungsurkunde " * 20, likelihood=1, impact=1)
    for project in (risky(), set_phase(risky(), MAP, "ph_c", drop_off_points=(long,))):
        for chart in drawn(subject(project, language), width).charts:
            check(chart)


def test_each_chip_lies_in_the_field_of_its_grades() -> None:
    matrix = drawn(subject(risky()), 700).charts[0]
    fields = {target.record: target for target in matrix.targets}
    assert len(fields) == 26
    spots = {spot.record: spot for spot in matrix.spots}
    for point, field in (("do_price", "4:5"), ("do_wait", "2:3"), ("do_a", "")):
        spot, target = spots[point], fields[field]
        assert target.x <= spot.x < spot.x + spot.width <= target.x + target.width
        assert target.y <= spot.y < spot.y + spot.height <= target.y + target.height
    assert (grades_of("4:5"), grades_of("")) == ((4, 5), None)


@pytest.mark.parametrize("width", [360.0, 560.0, 1100.0])
def test_names_are_whole_on_the_chips_or_in_the_key(width: float) -> None:
    """Two of one touchpoint are told apart by a letter where only their signs stand on the chips."""
    name = "Throws away the card and the app with it"
    points = [DropOffPoint(id=f"do_{at}", title=name if at else "Goes home", likelihood=2, impact=3) for at in range(2)]
    project = set_touchpoint(risky(), MAP, ["tp_c"], drop_off_points=tuple(points))
    matrix = drawn(subject(project), width).charts[0]
    texts_ = said(matrix)
    assert not any("…" in text for text in texts_)
    assert name in " ".join(texts_)
    chips = {spot.record: spot for spot in matrix.spots}
    keyed = "3b" in texts_
    assert keyed == (width < 600)
    assert chips["do_1"].height == 20.0 if keyed else chips["do_1"].height > 20.0
    assert chips["do_0"].y + chips["do_0"].height < chips["do_1"].y or chips["do_1"].y < chips["do_0"].y


def test_says_what_is_open_and_what_is_greatest() -> None:
    found = drawn(subject(risky()), 700)
    assert found.sentences[0] == "3 drop-off points, 2 of them without a counter-measure."
    assert found.sentences[1] == "The greatest open one: Extra costs at 3 Search, 100."
    assert found.sentences[2] == "Most is at stake in phase 2 Choice: 100."
    assert found.sentences[3] == "1 is not graded yet and stands below the matrix."
    matrix, bars = found.charts
    assert matrix.table.rows[0] == ("100", "5 × 4 × 5", "3 Search", "Extra costs", "open")
    assert matrix.table.rows[1][4] == "Call\nthem"
    assert matrix.table.rows[2][:2] == ("–", "3 × – × –")
    assert bars.table.rows == (("1 Need", "0", "1", "1"), ("2 Choice", "100", "1", "1"), ("3 Use", "6", "1", "0"))
    assert [text for text in said(bars) if text.isdigit()] == ["100", "6"]


def test_without_drop_off_points_there_is_no_chart_but_the_way_to_one() -> None:
    project = set_phase(small_project(), MAP, "ph_a", drop_off_points=())
    found = drawn(subject(project), 700)
    assert found.charts == ()
    assert found.sentences[0].startswith("There is no drop-off point yet.")
