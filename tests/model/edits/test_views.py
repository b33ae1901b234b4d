"""Edits of the saved views, and what happens to them when what they name goes."""

from __future__ import annotations

from cjeditor.model import rules
from cjeditor.model.edits import lanes, maps, phases
from cjeditor.model.edits.views import add_view, delete_views, move_view, set_view
from cjeditor.model.lookup import ordered
from cjeditor.model.project import Project
from cjeditor.model.saved_view import SavedView
from tests.builders import MAP, small_project
from tests.model.refusing import refusal


def saved() -> Project:
    return add_view(
        small_project(),
        view_id="vw_a",
        name="Where it hurts",
        map=MAP,
        phase="ph_b",
        lane="ln_d",
        x=40.0,
        y=-12.0,
        channels=("", "ch_a"),
        personas=("ps_a",),
    )


def view(project: Project) -> SavedView:
    assert rules.problems(project) == []
    return project.views[0]


def test_views_are_added_renamed_moved_and_deleted() -> None:
    project = add_view(saved(), view_id="vw_b", name="End", map="map_2")
    project = add_view(project, view_id="vw_c", name="Start", map=MAP, index=0)
    assert [each.name for each in ordered(project.views)] == ["Start", "Where it hurts", "End"]
    project = move_view(project, "vw_c", 9)
    assert [each.id for each in ordered(project.views)] == ["vw_a", "vw_b", "vw_c"]
    assert move_view(project, "vw_b", 1) is project
    assert set_view(project, "vw_b", name="Later").views[1].name == "Later"
    assert [each.id for each in delete_views(project, ["vw_a", "vw_c"]).views] == ["vw_b"]


def test_what_a_view_names_must_be_there() -> None:
    for fields in (
        {"map": "map_9"},
        {"map": MAP, "phase": "ph_9"},
        {"map": "map_2", "phase": "ph_a"},
        {"map": MAP, "lane": "ln_9"},
        {"map": MAP, "channels": ("ch_9",)},
        {"map": MAP, "personas": ("ps_9",)},
    ):
        assert refusal(add_view, small_project(), view_id="vw_a", **fields).code == "unknown-reference", fields
    assert refusal(add_view, small_project(), view_id="vw_a", map=MAP, tags=("a", "a")).code == "reference-twice"
    assert refusal(set_view, saved(), "vw_a", zoom=0.0).code == "field-refused"
    assert refusal(set_view, saved(), "vw_a", rank="a5").code == "field-fixed"
    assert refusal(delete_views, saved(), ["vw_z"]).code == "unknown-id"


def test_a_view_outlives_its_phase_and_lane_and_begins_at_the_edge() -> None:
    found = view(phases.delete_phases(saved(), MAP, ["ph_b"]))
    assert (found.phase, found.lane, found.x, found.y) == (None, "ln_d", 0.0, -12.0)
    found = view(lanes.delete_lanes(saved(), MAP, ["ln_d"]))
    assert (found.phase, found.lane, found.x, found.y) == ("ph_b", None, 40.0, 0.0)


def test_a_view_looks_no_longer_for_what_is_gone() -> None:
    assert view(maps.delete_channel(saved(), "ch_a")).channels == ("",)
    assert view(maps.delete_persona(saved(), "ps_a")).personas == ()


def test_a_view_goes_with_its_map() -> None:
    project = add_view(saved(), view_id="vw_b", map="map_2")
    assert [each.id for each in maps.delete_map(project, MAP).views] == ["vw_b"]


def test_a_view_follows_its_phase_into_the_one_that_it_was_merged_with() -> None:
    assert view(phases.merge_phases(saved(), MAP, "ph_a", "ph_b")).phase == "ph_a"
    project = set_view(saved(), "vw_a", lane="ln_d")
    assert view(lanes.merge_lanes(project, MAP, "ln_b", "ln_d")).lane == "ln_b"
