"""A future state that begins as a copy: what is not known of it yet is not claimed."""

from __future__ import annotations

import itertools

import pytest

from cjeditor.model import rules
from cjeditor.model.cards import Kpi
from cjeditor.model.edits.cards import set_note, set_touchpoint
from cjeditor.model.edits.futures import duplicate_as_future
from cjeditor.model.edits.maps import set_map
from cjeditor.model.edits.persona_maps import make_map_for
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.fields import Span
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from tests.builders import MAP, small_project

BACKED = {"evidence": "quantitative", "evidence_source": "Diary study", "evidence_date": "2026-05-01"}
MEASURED = Kpi(
    id="kp_x",
    name="Calls",
    unit="%",
    target=5,
    actual=9,
    source="CRM",
    date="2026-05-01",
    status="missed",
    better="lower",
)


def found_out() -> Project:
    """The small project, about whose first map all was found out that can be."""
    project = set_map(small_project(), MAP, status="in_review", version="3", lead_persona="ps_a")
    journey = map_of(project, MAP)
    project = set_touchpoint(
        project,
        MAP,
        [each.id for each in journey.touchpoints],
        **BACKED,
        emotion=-2,
        ratings=(-2, -1),
        votes=4,
        expected_wait=Span(amount=1, unit="days"),
        actual_wait=Span(amount=3, unit="days"),
    )
    project = set_touchpoint(project, MAP, ["tp_a"], kpis=(MEASURED,))
    project = set_note(project, MAP, [each.id for each in journey.notes], **BACKED, votes=2, target=7, actual=8.5)
    return set_phase(project, MAP, "ph_a", **BACKED, kpis=(MEASURED.model_copy(update={"id": "kp_y"}),))


@pytest.fixture(params=["duplicated", "made in the grid"])
def after(request: pytest.FixtureRequest) -> Project:
    numbers = itertools.count(1)

    def ids(prefix: str) -> str:
        return f"{prefix}_N{next(numbers):04d}"

    if request.param == "duplicated":
        return duplicate_as_future(found_out(), MAP, new_map_id="map_N", new_ids=ids, title="Then")
    return make_map_for(found_out(), "ps_a", "future", map_id="map_N", new_ids=ids, title="Then")


def test_nothing_of_it_is_backed_counted_or_measured(after: Project) -> None:
    copy = map_of(after, "map_N")
    for each in (*copy.touchpoints, *copy.notes):
        assert (each.evidence, each.evidence_source, each.evidence_date, each.votes) == ("assumption", "", "", 0)
    assert all((each.ratings, each.actual_wait) == ((), None) for each in copy.touchpoints)
    assert all((each.actual, each.date, each.status) == (None, "", "") for each in copy.notes)
    assert all((each.evidence, each.evidence_source) == (None, "") for each in copy.phases)
    kpis = [kpi for each in (*copy.phases, *copy.touchpoints) for kpi in each.kpis if kpi.name == "Calls"]
    assert [(one.actual, one.date, one.status) for one in kpis] == [(None, "", "")] * 2
    assert (copy.status, copy.version) == ("draft", "")
    assert rules.problems(after) == []


def test_what_one_starts_from_stays(after: Project) -> None:
    copy = map_of(after, "map_N")
    assert (copy.state, copy.origin) == ("future", MAP)
    assert all((each.emotion, each.expected_wait) == (-2, Span(amount=1, unit="days")) for each in copy.touchpoints)
    assert all(each.target == 7 for each in copy.notes)
    (kpi,) = next(each for each in copy.touchpoints if each.origin == "tp_a").kpis
    assert (kpi.name, kpi.unit, kpi.target, kpi.source, kpi.better) == ("Calls", "%", 5, "CRM", "lower")


def test_the_current_state_keeps_what_was_found_out(after: Project) -> None:
    assert map_of(after, MAP) == map_of(found_out(), MAP)
