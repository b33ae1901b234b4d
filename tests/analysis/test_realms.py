"""Experience realms, counted by hand."""

from __future__ import annotations

from cjeditor.analysis.realms import realms_of
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.lookup import map_of
from tests.builders import MAP, small_project


def test_touchpoints_are_counted_in_each_of_their_realms_and_in_their_phase() -> None:
    project = set_touchpoint(small_project(), MAP, ["tp_c", "tp_a"], realms=("education",))
    project = set_touchpoint(project, MAP, ["tp_b"], realms=("education", "escapist"))
    project = set_touchpoint(project, MAP, ["tp_d"], realms=())
    found = realms_of(map_of(project, MAP))
    assert (found.touchpoints, found.tagged) == (4, 3)
    assert [one.id for one in found.cards["education"]] == ["tp_a", "tp_b", "tp_c"]
    assert found.missing == ("entertainment", "esthetic")
    first, second, third = found.phases
    assert (first.touchpoints, first.counts["education"], first.counts["escapist"]) == (2, 2, 1)
    assert second.missing == ("entertainment", "esthetic", "escapist")
    assert third.counts["education"] == 0
