"""Differences: what they name, forth and back, joined."""

from __future__ import annotations

import pytest

from cjeditor.model.change import Change
from cjeditor.model.edits import cards, links, maps, moves, phases
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, big_project, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def test_nothing_changed() -> None:
    assert not Change.between(BEFORE, BEFORE)
    assert not Change.between(BEFORE, small_project())
    assert Change().applied_to(BEFORE) is BEFORE


def test_names_what_changed_and_nothing_else() -> None:
    after = cards.set_touchpoint(BEFORE, MAP, ["tp_a"], title="Other")
    after = cards.add_note(after, MAP, id="nt_x", step="st_a", lane="ln_b")
    after = cards.delete_cards(after, MAP, ["tp_d"])
    after = maps.set_map(maps.set_project(after, title="Two"), MAP, scenario="Rent")
    change = Change.between(BEFORE, after)
    assert change.map_ids == {MAP}
    assert change.fields == {"title": ("Sample", "Two")}
    assert change.map_fields(MAP) == {"scenario": ("", "Rent")}
    touched = change.touched(MAP, "touchpoints")
    assert {key: (b and b.title, a and a.title) for key, (b, a) in touched.items()} == {
        "tp_a": ("Advert", "Other"),
        "tp_d": ("Moves in", None),
    }
    assert [(key, b, a.number) for key, (b, a) in change.touched(MAP, "notes").items()] == [("nt_x", None, 9)]
    assert set(change.touched(MAP, "links")) == {"lk_b"}
    assert change.touched(MAP, "phases") == {}
    assert change.touched("map_2", "touchpoints") == {}
    assert change.touched("", "actions") == {}


def test_a_move_touches_one_record() -> None:
    after = moves.move_cards(BEFORE, MAP, ["tp_a"], step="st_d", lane="ln_a", index=0)
    change = Change.between(BEFORE, after)
    assert list(change.maps[MAP].tables) == ["touchpoints"]
    assert list(change.touched(MAP, "touchpoints")) == ["tp_a"]


@pytest.mark.parametrize(
    "after",
    [
        maps.set_project(BEFORE, title="x", language="de"),
        maps.delete_map(BEFORE, MAP),
        maps.add_map(BEFORE, JourneyMap(id="map_0", rank="a2", title="Third")),
        phases.delete_phases(BEFORE, MAP, ["ph_a", "ph_c"]),
        phases.merge_phases(BEFORE, MAP, "ph_a", "ph_b"),
        maps.delete_channel(maps.delete_persona(BEFORE, "ps_b"), "ch_a"),
        cards.renumber(BEFORE, MAP),
        Project(),
        big_project(60),
    ],
)
def test_forth_and_back(after: Project) -> None:
    change = Change.between(BEFORE, after)
    assert change
    assert change.applied_to(BEFORE) == after
    assert change.inverted().applied_to(after) == BEFORE
    assert change.inverted().inverted() == change
    assert not change.joined(change.inverted())


def test_applying_keeps_the_very_records() -> None:
    after = cards.set_touchpoint(BEFORE, MAP, ["tp_a"], title="Other")
    back = Change.between(BEFORE, after).inverted().applied_to(after)
    assert all(one is other for one, other in zip(back.maps[0].touchpoints, BEFORE.maps[0].touchpoints, strict=True))
    assert back.maps[0].notes is BEFORE.maps[0].notes


def test_joined_changes_are_the_change_between_the_ends() -> None:
    one = cards.set_touchpoint(BEFORE, MAP, ["tp_a"], title="Other")
    two = links.delete_links(cards.set_touchpoint(one, MAP, ["tp_a", "tp_b"], votes=3), MAP, ["lk_a"])
    three = cards.set_touchpoint(two, MAP, ["tp_b"], votes=0)
    joined = Change.between(BEFORE, one).joined(Change.between(one, two)).joined(Change.between(two, three))
    assert joined == Change.between(BEFORE, three)
    assert set(joined.touched(MAP, "touchpoints")) == {"tp_a"}


def test_joining_over_maps_that_come_and_go() -> None:
    new = JourneyMap(id="map_9", rank="a7", title="New")
    added = maps.add_map(BEFORE, new)
    edited = maps.set_map(added, "map_9", title="Newer")
    joined = Change.between(BEFORE, added).joined(Change.between(added, edited))
    assert joined == Change.between(BEFORE, edited)
    gone = maps.delete_map(edited, "map_9")
    assert not joined.joined(Change.between(edited, gone))
    shorter = Change.between(added, edited).joined(Change.between(edited, gone))
    assert shorter == Change.between(added, gone)
    again = Change.between(edited, gone).joined(Change.between(gone, added))
    assert again == Change.between(edited, added)
    assert again.map_fields("map_9") == {"title": ("Newer", "New")}


def test_all_of_a_map_that_comes_is_touched() -> None:
    change = Change.between(Project(), BEFORE)
    assert set(change.touched(MAP, "notes")) == {"nt_a", "nt_b", "nt_c", "nt_d"}
    assert change.map_fields(MAP)["title"] == (None, "A first home")
    assert Change.between(BEFORE, Project()).map_fields(MAP)["title"] == ("A first home", None)
    assert change.map_ids == {MAP, "map_2"}


def test_refuses_a_project_in_another_state() -> None:
    change = Change.between(BEFORE, cards.set_touchpoint(BEFORE, MAP, ["tp_a"], title="Other"))
    other = cards.set_touchpoint(BEFORE, MAP, ["tp_a"], title="Third")
    assert refusal(change.applied_to, other).params == {"id": "tp_a"}
    assert refusal(change.applied_to, Project()).params == {"id": MAP}
    renamed = Change.between(BEFORE, replace(BEFORE, title="x"))
    assert refusal(renamed.applied_to, replace(BEFORE, title="y")).code == "change-does-not-fit"
