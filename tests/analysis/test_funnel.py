"""The sales funnel, against numbers worked by hand."""

from __future__ import annotations

import pytest

from cjeditor.analysis.funnel import STAGES, Funnel, funnel_of
from cjeditor.model.edits.funnel import set_counts
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.fields import FunnelStage
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, small_project

IDS = {stage: f"fn_{stage[0]}" for stage in STAGES}


def with_counts(counts: dict[FunnelStage, int | None], map_id: str | None = MAP) -> Project:
    return set_counts(replace(small_project(), funnel=()), map_id, counts, IDS)


def funnel(counts: dict[FunnelStage, int | None]) -> Funnel:
    project = with_counts(counts)
    return funnel_of(project, map_of(project, MAP))


def test_conversion_and_drop_off_are_shares_of_those_who_came_before() -> None:
    found = funnel({"suspects": 1000, "leads": 250, "prospects": 100, "customers": 80, "returning": 20})
    assert [one.conversion for one in found.passages] == [25.0, 40.0, 80.0, 25.0]
    assert [one.drop_off for one in found.passages] == [75.0, 60.0, 20.0, 75.0]
    assert [one.lost for one in found.passages] == [750, 150, 20, 60]
    assert found.overall == 2.0
    assert found.weakest is not None
    assert (found.weakest.source, found.weakest.target) == ("suspects", "leads"), "the first of equals"


def test_a_stage_that_nobody_counted_is_passed_over() -> None:
    found = funnel({"suspects": 200, "customers": 10})
    (one,) = found.passages
    assert (one.source, one.target, one.conversion) == ("suspects", "customers", 5.0)


def test_a_growing_funnel_is_no_weak_one_and_zero_has_no_share() -> None:
    found = funnel({"suspects": 0, "leads": 50, "prospects": 60, "customers": 0, "returning": 0})
    first, second, third, last = found.passages
    assert (first.conversion, first.drop_off, first.grows) == (None, None, True)
    assert (second.conversion, second.lost, second.grows) == (120.0, -10, True)
    assert (third.conversion, last.conversion) == (0.0, None)
    assert found.weakest == third
    assert found.overall is None


@pytest.mark.parametrize("counts", [{}, {"leads": 7}])
def test_fewer_than_two_counts_have_no_passage(counts: dict[FunnelStage, int | None]) -> None:
    found = funnel(counts)
    assert (found.passages, found.weakest, found.overall) == ((), None, None)


def test_a_map_has_its_own_counts_or_those_of_the_project() -> None:
    project = with_counts({"leads": 100, "customers": 10}, None)
    assert funnel_of(project, map_of(project, MAP)).owner == "project"
    project = set_counts(project, MAP, {"leads": 8}, {"leads": "fn_own"})
    found = funnel_of(project, map_of(project, MAP))
    assert (found.owner, found.counts) == ("map", {"leads": 8})
    assert funnel_of(project, map_of(project, "map_2")).counts == {"leads": 100, "customers": 10}
    assert funnel({}).owner == ""


def test_phases_stand_in_their_stage_or_in_none() -> None:
    project = set_phase(with_counts({"leads": 1}), MAP, "ph_c", funnel_stage="prospects")
    found = funnel_of(project, map_of(project, MAP))
    assert [one.id for one in found.phases["prospects"]] == ["ph_b", "ph_c"]
    assert [one.id for one in found.unmapped] == ["ph_a"]
