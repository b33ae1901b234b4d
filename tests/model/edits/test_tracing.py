"""The next step of the trace: where a note goes, and the future touchpoint and KPI that come of an action."""

from __future__ import annotations

import itertools

from cjeditor.model import rules
from cjeditor.model.cards import Note
from cjeditor.model.edits import actions, cards, lanes, maps, phases, tracing
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.lookup import known, map_of
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def _ids(prefix: str, counter: itertools.count[int] = itertools.count()) -> str:  # noqa: B008  counts on through all
    return f"{prefix}_n{next(counter)}"


def _note(project: Project, note_id: str) -> Note:
    return known(map_of(project, MAP).notes, note_id)


def _with_future() -> Project:
    return duplicate_map(BEFORE, MAP, new_map_id="map_x", new_ids=_ids, state="future", title="To be")


def test_a_note_leads_into_the_lane_of_its_kind_else_right_below() -> None:
    pain = _note(BEFORE, "nt_c")
    assert tracing.place_of_next(map_of(BEFORE, MAP), pain) == ("how_might_we", "st_c", "ln_d", 1)
    after = lanes.add_lane(BEFORE, MAP, lane_id="ln_x", kind="notes", name="HMW", note_kind="how_might_we")
    assert tracing.place_of_next(map_of(after, MAP), pain) == ("how_might_we", "st_c", "ln_x", 0)
    after = cards.add_note(after, MAP, id="nt_x", step="st_c", lane="ln_x", comes_from="nt_c")
    assert tracing.place_of_next(map_of(after, MAP), _note(after, "nt_x")) == ("opportunity", "st_c", "ln_x", 1)
    goal = _note(BEFORE, "nt_a")
    assert refusal(tracing.place_of_next, map_of(BEFORE, MAP), goal).code == "end-of-trace"


def test_the_future_map_is_the_one_made_of_this() -> None:
    after = _with_future()
    assert tracing.future_of(after, "map_x").id == "map_x"
    assert tracing.future_of(maps.delete_map(after, "map_2"), MAP).id == "map_x"
    alone = maps.set_map(BEFORE, "map_2", origin=None)
    assert tracing.future_of(alone, MAP).id == MAP


def test_a_future_touchpoint_stands_where_the_copy_of_its_card_stands() -> None:
    after = maps.delete_map(_with_future(), "map_2")
    after = actions.set_actions(after, ["ac_a"], cards=("nt_c",))
    after, place, made = tracing.add_future_touchpoint(after, "ac_a", "map_x", new_ids=_ids)
    future = map_of(after, "map_x")
    new = known(future.touchpoints, made)
    assert (place.map, new.title) == ("map_x", "Answer sooner")
    assert known(future.steps, new.step).origin == "st_c"
    assert known(future.lanes, new.lane).origin == "ln_a"
    assert after.actions[0].touchpoints == (made,)
    assert rules.problems(after) == []


def test_without_copies_the_phase_is_found_by_its_name_then_by_its_place() -> None:
    after = actions.set_actions(BEFORE, ["ac_a"], cards=("nt_c",))
    for at, name in enumerate(("One", "CHOICE ", "Three")):
        after = phases.add_phase(after, "map_2", phase_id=f"ph_{at}x", step_id=f"st_{at}x", name=name, index=at)
    after = lanes.add_lane(after, "map_2", lane_id="ln_x", kind="touchpoints", name="T")
    assert tracing.future_place(after, after.actions[0], MAP) == ("map_2", "st_1x", "ln_x")
    renamed = phases.set_phase(after, "map_2", "ph_1x", name="Two")
    assert tracing.future_place(renamed, renamed.actions[0], MAP) == ("map_2", "st_1x", "ln_x")
    fewer = phases.delete_phases(renamed, "map_2", ["ph_1x", "ph_2x"])
    assert tracing.future_place(fewer, fewer.actions[0], MAP) == ("map_2", "st_0x", "ln_x")


def test_without_a_future_map_it_comes_onto_this_one() -> None:
    after = maps.delete_map(BEFORE, "map_2")
    assert tracing.future_place(after, after.actions[0], MAP) == (MAP, "st_c", "ln_a")
    free = actions.set_actions(after, ["ac_a"], cards=())
    assert tracing.future_place(free, free.actions[0], MAP) == (MAP, "st_a", "ln_a")


def test_a_map_without_room_is_refused() -> None:
    assert refusal(tracing.future_place, BEFORE, BEFORE.actions[0], MAP).code == "no-lane"
    after = lanes.add_lane(BEFORE, "map_2", lane_id="ln_x", kind="touchpoints", name="T")
    assert refusal(tracing.future_place, after, after.actions[0], MAP).code == "end-of-trace"
