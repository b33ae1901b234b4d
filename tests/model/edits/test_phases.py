"""Edits of phases."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor.model import rules
from cjeditor.model.cards import DropOffPoint, Kpi
from cjeditor.model.edits import phases
from cjeditor.model.lookup import cell_cards, known, ordered, ordered_steps, steps_of
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def order(project: Project) -> list[str]:
    return [each.id for each in ordered(project.maps[0].phases)]


def steps(project: Project) -> list[str]:
    return [each.id for each in ordered_steps(project.maps[0])]


@pytest.mark.parametrize(
    ("index", "expected"),
    [(None, "abcx"), (0, "xabc"), (2, "abxc"), (9, "abcx"), (-1, "xabc")],
)
def test_a_new_phase_has_one_unnamed_step(index: int | None, expected: str) -> None:
    after = phases.add_phase(
        BEFORE,
        MAP,
        phase_id="ph_x",
        step_id="st_x",
        name="New",
        index=index,
        colour="#112233",
        framework="nine-phases",
        framework_phase="use",
        funnel_stage="leads",
        description="d",
    )
    assert order(after) == [f"ph_{each}" for each in expected]
    (step,) = steps_of(after.maps[0], "ph_x")
    assert (step.id, step.name) == ("st_x", "")
    phase = known(after.maps[0].phases, "ph_x")
    assert (phase.name, phase.colour, phase.framework_phase, phase.funnel_stage) == ("New", "#112233", "use", "leads")
    assert rules.problems(after) == []


def test_a_phase_without_a_colour_gets_the_usual_one() -> None:
    after = phases.add_phase(BEFORE, MAP, phase_id="ph_x", step_id="st_x")
    assert known(after.maps[0].phases, "ph_x").colour == BEFORE.maps[0].phases[0].colour
    on_empty_map = phases.add_phase(BEFORE, "map_2", phase_id="ph_x", step_id="st_x", index=4)
    assert rules.problems(on_empty_map) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"phase_id": "ph_a"}, "id-taken"),
        ({"step_id": "st_a"}, "id-taken"),
        ({"phase_id": "st_x"}, "wrong-prefix"),
        ({"step_id": "ph_x"}, "wrong-prefix"),
        ({"colour": "red"}, "field-refused"),
        ({"weight": 6}, "field-refused"),
        ({"funnel_stage": "friends"}, "field-refused"),
        ({"rank": "a0"}, "field-fixed"),
        ({"kpis": (Kpi(id="kp_a"),)}, "id-taken"),
    ],
)
def test_refuses_a_phase_that_would_break_a_rule(fields: dict[str, Any], code: str) -> None:
    assert refusal(phases.add_phase, BEFORE, MAP, **{"phase_id": "ph_x", "step_id": "st_x", **fields}).code == code


def test_sets_fields() -> None:
    after = phases.set_phase(BEFORE, MAP, "ph_a", name="Wish", weight=1, collapsed=True)
    assert after.maps[0].phases[0].name == "Wish"
    assert phases.set_phase(after, MAP, "ph_a", name="Wish") is after
    assert refusal(phases.set_phase, BEFORE, MAP, "ph_x", name="").code == "unknown-id"
    assert refusal(phases.set_phase, BEFORE, MAP, "ph_a", rank="a7").where == ("ph_a", "rank")
    assert refusal(phases.set_phase, BEFORE, MAP, "ph_a", colour="#12").where == ("ph_a", "colour")
    point = DropOffPoint(id="do_a")
    assert refusal(phases.set_phase, BEFORE, MAP, "ph_b", drop_off_points=(point,)).code == "id-taken"


def test_ticks_questions_off_and_opens_them_again() -> None:
    once = phases.tick_question(BEFORE, MAP, "ph_a", "search.where", True)
    twice = phases.tick_question(once, MAP, "ph_a", "need.why", True)
    assert known(twice.maps[0].phases, "ph_a").ticked == ("search.where", "need.why")
    assert phases.tick_question(twice, MAP, "ph_a", "need.why", True) is twice
    assert phases.tick_question(twice, MAP, "ph_a", "need.why", False) == once
    assert phases.tick_question(BEFORE, MAP, "ph_a", "need.why", False) is BEFORE
    assert refusal(phases.tick_question, BEFORE, MAP, "ph_a", "Why?", True).code == "field-refused"
    assert refusal(phases.tick_question, BEFORE, MAP, "ph_x", "need.why", True).code == "unknown-id"


def test_what_is_done_in_a_phase_stays_with_it_when_split_and_comes_together_when_merged() -> None:
    before = phases.set_phase(BEFORE, MAP, "ph_a", ticked=("one", "two"))
    before = phases.set_phase(before, MAP, "ph_b", ticked=("two", "three"))
    split = phases.split_phase(before, MAP, "ph_b", at_step="st_c", new_phase_id="ph_x", new_step_id="st_x")
    assert [phase.ticked for phase in ordered(split.maps[0].phases)] == [("one", "two"), ("two", "three"), (), ()]
    merged = phases.merge_phases(before, MAP, "ph_a", "ph_b")
    assert known(merged.maps[0].phases, "ph_a").ticked == ("one", "two", "three")


@pytest.mark.parametrize(
    ("phase", "index", "expected"), [("a", 2, "bca"), ("c", 0, "cab"), ("b", 0, "bac"), ("a", 7, "bca")]
)
def test_moves_a_phase_with_all_in_it(phase: str, index: int, expected: str) -> None:
    after = phases.move_phase(BEFORE, MAP, f"ph_{phase}", index)
    assert order(after) == [f"ph_{each}" for each in expected]
    assert after.maps[0].steps is BEFORE.maps[0].steps
    assert rules.problems(after) == []


def test_a_phase_moved_to_its_place_stays() -> None:
    assert phases.move_phase(BEFORE, MAP, "ph_b", 1) is BEFORE
    assert refusal(phases.move_phase, BEFORE, MAP, "ph_x", 1).code == "unknown-id"


def test_splits_before_a_step() -> None:
    after = phases.split_phase(
        BEFORE, MAP, "ph_b", at_step="st_c", new_phase_id="ph_x", new_step_id="st_x", name="Deal"
    )
    assert order(after) == ["ph_a", "ph_b", "ph_x", "ph_c"]
    assert steps(after) == steps(BEFORE)
    assert known(after.maps[0].steps, "st_c").phase == "ph_x"
    new = known(after.maps[0].phases, "ph_x")
    assert (new.name, new.funnel_stage, new.weight) == ("Deal", "prospects", 5)
    assert rules.problems(after) == []


def test_a_phase_with_one_step_gives_cards_to_a_new_one() -> None:
    after = phases.split_phase(
        BEFORE, MAP, "ph_a", at_step="st_a", new_phase_id="ph_x", new_step_id="st_x", moved=["tp_b", "nt_a"]
    )
    assert [card.id for card in cell_cards(after.maps[0], "st_x", "ln_a")] == ["tp_b"]
    assert [card.id for card in cell_cards(after.maps[0], "st_x", "ln_b")] == ["nt_a"]
    assert [card.id for card in cell_cards(after.maps[0], "st_a", "ln_a")] == ["tp_a"]
    assert steps(after)[:2] == ["st_a", "st_x"]
    # The drop-off points stay where they were: their ids are used once.
    assert known(after.maps[0].phases, "ph_x").drop_off_points == ()
    assert rules.problems(after) == []


@pytest.mark.parametrize(
    ("phase", "fields", "code"),
    [
        ("ph_b", {"at_step": "st_b"}, "split-at-first"),
        ("ph_b", {"at_step": "st_a"}, "unknown-id"),
        ("ph_x", {"at_step": "st_a"}, "unknown-id"),
        ("ph_a", {"at_step": "st_a", "moved": ["tp_c"]}, "not-here"),
        ("ph_a", {"at_step": "st_a", "moved": ["tp_x"]}, "unknown-id"),
        ("ph_a", {"at_step": "st_a", "new_phase_id": "ph_c"}, "id-taken"),
        ("ph_a", {"at_step": "st_a", "new_step_id": "st_c"}, "id-taken"),
        ("ph_a", {"at_step": "st_a", "name": "\x01"}, "field-refused"),
    ],
)
def test_refuses_splits_that_would_lose_something(phase: str, fields: dict[str, Any], code: str) -> None:
    named = {"new_phase_id": "ph_x", "new_step_id": "st_x", **fields}
    assert refusal(phases.split_phase, BEFORE, MAP, phase, **named).code == code


@pytest.mark.parametrize("ids", [("ph_a", "ph_b"), ("ph_b", "ph_a")])
def test_merges_neighbours_and_loses_nothing(ids: tuple[str, str]) -> None:
    before = phases.set_phase(BEFORE, MAP, "ph_b", description="two", duration="9 days", kpis=(Kpi(id="kp_x"),))
    before = phases.set_phase(before, MAP, "ph_a", description="one", duration="1 day", kpis=(Kpi(id="kp_y"),))
    after = phases.merge_phases(before, MAP, *ids)
    assert order(after) == ["ph_a", "ph_c"]
    merged = known(after.maps[0].phases, "ph_a")
    assert (merged.name, merged.description, merged.duration) == ("Need / Choice", "one\n\ntwo", "1 day + 9 days")
    assert (merged.weight, merged.funnel_stage, [kpi.id for kpi in merged.kpis]) == (5, "prospects", ["kp_y", "kp_x"])
    assert [(step.id, step.name) for step in steps_of(after.maps[0], "ph_a")] == [
        ("st_a", "Need"),
        ("st_b", "Search"),
        ("st_c", "Choice"),
    ]
    assert steps(after) == steps(BEFORE)
    assert known(after.maps[0].comments, "cm_b").about == "ph_a"
    assert known(after.surveys, "sv_b").about == "ph_a"
    assert after.maps[0].touchpoints is before.maps[0].touchpoints
    assert rules.problems(after) == []


def test_merging_an_empty_name_leaves_the_other() -> None:
    before = phases.set_phase(BEFORE, MAP, "ph_a", name="")
    assert phases.merge_phases(before, MAP, "ph_a", "ph_b").maps[0].phases[0].name == "Choice"
    same = phases.set_phase(BEFORE, MAP, "ph_a", name="Choice")
    assert phases.merge_phases(same, MAP, "ph_a", "ph_b").maps[0].phases[0].name == "Choice"


def test_refuses_merges_of_what_is_apart_or_too_long() -> None:
    assert refusal(phases.merge_phases, BEFORE, MAP, "ph_a", "ph_c").code == "not-adjacent"
    assert refusal(phases.merge_phases, BEFORE, MAP, "ph_a", "ph_a").code == "not-adjacent"
    assert refusal(phases.merge_phases, BEFORE, MAP, "ph_a", "ph_x").code == "unknown-id"
    long = phases.set_phase(phases.set_phase(BEFORE, MAP, "ph_a", name="x" * 15_000), MAP, "ph_b", name="y" * 15_000)
    assert refusal(phases.merge_phases, long, MAP, "ph_a", "ph_b").where == ("ph_a", "name")


def test_deletes_phases_with_all_in_them() -> None:
    after = phases.delete_phases(BEFORE, MAP, ["ph_a", "ph_b"])
    journey_map = after.maps[0]
    assert (order(after), steps(after)) == (["ph_c"], ["st_d"])
    assert [card.id for card in (*journey_map.touchpoints, *journey_map.notes)] == ["tp_d", "nt_d"]
    assert journey_map.links == ()
    assert [comment.id for comment in journey_map.comments] == ["cm_d", "cm_e"]
    assert [survey.id for survey in after.surveys] == ["sv_c"]
    assert after.actions[0].cards == ()
    assert rules.problems(after) == []
    assert rules.problems(phases.delete_phases(after, MAP, ["ph_c"])) == []
    assert phases.delete_phases(BEFORE, MAP, []) is BEFORE
    assert refusal(phases.delete_phases, BEFORE, MAP, ["ph_a", "st_a"]).params == {"id": "st_a"}
