"""The figures of actions: who has what, effort and value, pain points, the trace."""

from __future__ import annotations

import itertools

import pytest

from cjeditor import texts
from cjeditor.analysis.effort_value import placed
from cjeditor.layout.charts import actions as by_owner
from cjeditor.layout.charts import effort_value, pain, trace
from cjeditor.layout.charts.chart import Drawing, Subject
from cjeditor.layout.primitives import Text
from cjeditor.model.cards import Kpi
from cjeditor.model.edits import actions, cards
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, small_project
from tests.layout.charts.shapes import check, said

TODAY = "2026-03-14"
FIGURES = {"actions": by_owner.drawn, "effort_value": effort_value.drawn, "pain": pain.drawn, "trace": trace.drawn}


def subject(project: Project, language: str = "en") -> Subject:
    return Subject(project, project.maps[0], texts.of(language), TODAY)


def planned(count: int = 12) -> Project:
    """A whole chain, one that breaks off, and a heap of actions of the same effort and value."""
    project = cards.set_note(small_project(), MAP, ["nt_c"], text="Nobody answers", severity=4, frequency=3, votes=5)
    project = cards.add_note(
        project, MAP, id="nt_h", step="st_c", lane="ln_d", kind="how_might_we", comes_from="nt_c", text="How might we…?"
    )
    project = cards.add_note(project, MAP, id="nt_p", step="st_c", lane="ln_d", text="Too slow " * 30, severity=2)
    project = cards.set_touchpoint(project, MAP, ["tp_c"], kpis=(Kpi(id="kp_x", name="Hours"),))
    project = actions.set_actions(
        project, ["ac_a"], cards=("nt_h",), touchpoints=("tp_c",), due="2026-03-01", owner="Ada", effect_on_customer=4
    )
    for at in range(count):
        project = actions.add_action(
            project,
            action_id=f"ac_x{at:02d}",
            title=f"Donaudampfschifffahrtsgesellschaft {at}",
            effort=2 if at < 8 else 5,
            effect_on_business=4 if at < 8 else 5,
            owner="Zoe" if at % 2 else "",
        )
    return project


@pytest.mark.parametrize("drawing", FIGURES.values(), ids=FIGURES)
@pytest.mark.parametrize(("width", "language"), [(360.0, "de"), (700.0, "en"), (1100.0, "de")])
def test_everything_lies_inside(drawing: Drawing, width: float, language: str) -> None:
    (chart,) = drawing(subject(planned(), language), width).charts
    check(chart)


@pytest.mark.parametrize("drawing", FIGURES.values(), ids=FIGURES)
def test_without_data_the_way_to_some_is_said(drawing: Drawing) -> None:
    bare = actions.delete_actions(cards.delete_cards(small_project(), MAP, ["nt_c"]), ["ac_a"])
    found = drawing(subject(bare), 700)
    assert found.charts == ()
    assert len(found.sentences) == 1


def test_dots_and_names_never_lie_on_each_other() -> None:
    project = planned(14)
    plot = effort_value.plot_of(700)
    some = placed(project.actions)
    dots = effort_value._dots(some, plot)
    assert not any(one.meets(other) for one, other in itertools.combinations(dots, 2))
    (chart,) = effort_value.drawn(subject(project), 700).charts
    # Every action has its dot, and its name either beside it or in the key.
    assert len(chart.spots) == 15
    assert sum("Donau" in text for text in said(chart)) == 14


@pytest.mark.parametrize(("width", "count"), [(480.0, 40), (1100.0, 70)])
def test_of_many_actions_with_the_same_grades_no_dot_hides_another_or_changes_its_quarter(
    width: float, count: int
) -> None:
    project = small_project()
    for number in range(count):
        project = actions.add_action(
            project, action_id=f"ac_{number:03}", title="Same", effort=5 if number % 2 else 3, effect_on_customer=5
        )
    found = effort_value.drawn(subject(project), width)
    spots = [spot for spot in found.charts[0].spots if spot.record != "ac_a"]
    assert len(spots) == count
    for one, other in itertools.combinations(spots, 2):
        assert max(abs(one.x - other.x), abs(one.y - other.y)) >= one.width
    plot = effort_value.plot_of(width)
    across, up = plot.at(2.5, 3.25)
    assert all(spot.x + spot.width / 2 > across and spot.y + spot.height / 2 < up for spot in spots)


@pytest.mark.parametrize("width", [360.0, 746.0])
def test_no_name_is_cut(width: float) -> None:
    """Beside its dot in up to three lines, else in the key."""
    project = small_project()
    titles = [f"Answer support mail every weekday before noon, in the words of {at}" for at in range(9)]
    for at, title in enumerate(titles):
        project = actions.add_action(project, action_id=f"ac_{at}", title=title, effort=3, effect_on_customer=4)
    (chart,) = effort_value.drawn(subject(project), width).charts
    check(chart)
    shown = said(chart)
    assert not any("…" in text for text in shown)
    together = " ".join(shown)
    assert all(title in together for title in titles)
    boxes = [shape for shape in chart.shapes if isinstance(shape, Text) and any(shape.text in one for one in titles)]
    for one, other in itertools.combinations(boxes, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or abs(one.y - other.y) >= 11.0, (one, other)


def test_no_line_between_the_quarters_runs_through_a_name() -> None:
    project = actions.add_action(
        small_project(), action_id="ac_z", title="Answer reviews within three days", effort=2, effect_on_customer=3
    )
    chart = effort_value.drawn(subject(project), 900).charts[0]
    name = next(shape for shape in chart.shapes if isinstance(shape, Text) and shape.text.startswith("Answer reviews"))
    across, up = effort_value.plot_of(900).at(2.5, 3.25)
    assert not name.x < across < name.x + name.width
    assert not name.y - name.size < up < name.y


def test_the_plot_gives_back_the_grades_of_its_places() -> None:
    plot = effort_value.plot_of(640)
    for effort in range(1, 6):
        for value in range(2, 11):
            assert plot.grades(*plot.at(effort, value / 2)) == (effort, value / 2)
    assert plot.grades(-100, 5000) == (1, 1.0)
    assert plot.grades(5000, -100) == (5, 5.0)


def test_the_matrix_says_what_is_worth_it_and_what_has_no_place() -> None:
    project = actions.set_actions(planned(1), ["ac_a"], effort=None)
    found = effort_value.drawn(subject(project), 700)
    assert found.sentences[0] == "Much value for little effort: “Donaudampfschifffahrtsgesellschaft 0”."
    assert found.sentences[2] == "1 action has no place, for effort or effects are not given: “Answer sooner”."
    assert found.charts[0].table.rows == (
        ("1", "Donaudampfschifffahrtsgesellschaft 0", "2", "–", "4", "4", "Do at once"),
    )


def test_pain_points_show_how_their_score_comes_about() -> None:
    found = pain.drawn(subject(planned()), 700)
    assert found.sentences[0] == "It hurts most here: 6 Nobody answers."
    assert "60 = 4 × 3 × 5" in said(found.charts[0])
    assert [row[0] for row in found.charts[0].table.rows] == ["1", "2"]
    assert [row[5:] for row in found.charts[0].table.rows] == [("60", "1"), ("0", "0")]
    assert any("severity × frequency × votes" in each for each in found.sentences)


def test_without_a_vote_votes_are_no_part_of_the_score() -> None:
    """Nobody was asked; and a client, who sees no votes, reads nothing of them."""
    project = planned()
    journey = project.maps[0]
    bare = replace(journey, notes=tuple(replace(note, votes=0) for note in journey.notes))
    found = pain.drawn(subject(replace(project, maps=(bare, *project.maps[1:]))), 700)
    assert "12 = 4 × 3" in said(found.charts[0])
    assert "Votes" not in found.charts[0].table.head
    assert not any("votes" in each for each in found.sentences)


def test_the_trace_names_its_gaps() -> None:
    project = actions.delete_actions(planned(1), ["ac_x00"])
    found = trace.drawn(subject(project), 900)
    rows = found.charts[0].table.rows
    assert rows[0] == ("6 Nobody answers", "9 How might we…?", "–", "Answer sooner", "3 Search", "Hours", "Opportunity")
    assert rows[1][-1] == "How might we, Opportunity, Action, Future touchpoint, KPI"
    assert found.sentences[0] == "0 of 2 chains are whole, from pain point to KPI."
    assert said(found.charts[0]).count("missing") == 6


def test_a_trace_without_gaps_has_an_empty_place_for_each() -> None:
    whole = subject(actions.delete_actions(planned(1), ["ac_x00"]))
    (chart,) = trace.grids(trace.of_map(whole), 900, 0, whole.words, with_gaps=False)
    assert "missing" not in said(chart)
    assert "Missing" not in chart.table.head
    assert chart.table.rows[0] == ("6 Nobody answers", "9 How might we…?", "–", "Answer sooner", "3 Search", "Hours")
    assert len(chart.spots) == 6


def test_owners_have_their_load_and_what_is_late() -> None:
    found = by_owner.drawn(subject(planned(3)), 700)
    assert "1 · 1 overdue" in said(found.charts[0])
    assert found.sentences[1] == "Overdue: “Answer sooner”."
    assert [row[2] for row in found.charts[0].table.rows] == ["Ada", "Zoe", "–", "–"]
    assert found.charts[0].table.rows[0][4].endswith("overdue")


def test_the_trace_of_a_copy_begins_with_its_own_cards_and_leads_to_the_actions_of_the_originals() -> None:
    counter = itertools.count()
    project = duplicate_map(
        planned(0),
        MAP,
        new_map_id="map_x",
        new_ids=lambda prefix: f"{prefix}_x{next(counter)}",
        title="To be",
        state="future",
    )
    copy = map_of(project, "map_x")
    moment = next(each for each in copy.touchpoints if each.origin == "tp_c")
    project = actions.set_actions(project, ["ac_a"], touchpoints=(moment.id,))
    found = trace.of_map(Subject(project, copy, texts.of("en"), TODAY))
    assert {each.map for each in found} == {"map_x"}
    assert [each.action.id for each in found if each.action is not None] == ["ac_a"]
