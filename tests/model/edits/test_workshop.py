"""Edits of the agenda, the inbox and the parking lot."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.model import rules, table
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits import cards, lanes, maps, phases
from cjeditor.model.edits.workshop import (
    add_agenda_step,
    delete_agenda_steps,
    delete_parked,
    move_agenda_step,
    move_parked,
    park,
    park_cards,
    place_parked,
    replace_agenda,
    set_agenda_step,
    set_parked,
)
from cjeditor.model.lookup import cell_cards, find_card, ordered, waiting
from cjeditor.model.project import Project
from cjeditor.model.thoughts import same_as
from tests.builders import MAP, small_project
from tests.model.refusing import refusal


@pytest.fixture
def ids() -> Callable[[str], str]:
    numbers = iter(range(10_000))
    return lambda prefix: f"{prefix}_N{next(numbers):04d}"


def texts(project: Project, place: str = "inbox") -> list[tuple[str, int]]:
    return [(each.text, each.count) for each in waiting(project, place)]


def opened() -> Project:
    return set_agenda_step(small_project(), "ag_a", phase="ph_b", lanes=("ln_a", "ln_d"))


def test_steps_are_added_set_moved_and_deleted() -> None:
    project = add_agenda_step(small_project(), step_id="ag_b", title="Write", kind="write", phase="ph_a")
    project = add_agenda_step(project, step_id="ag_c", index=0)
    assert [each.id for each in ordered(project.agenda)] == ["ag_c", "ag_a", "ag_b"]
    project = move_agenda_step(project, "ag_c", 9)
    assert [each.id for each in ordered(project.agenda)] == ["ag_a", "ag_b", "ag_c"]
    assert move_agenda_step(project, "ag_b", 1) is project
    project = set_agenda_step(project, "ag_b", minutes=25, started="2026-11-27T09:00:00")
    assert ordered(project.agenda)[1].minutes == 25
    assert [each.id for each in ordered(delete_agenda_steps(project, ["ag_b", "ag_b"]).agenda)] == ["ag_a", "ag_c"]


def test_a_whole_plan_takes_the_place(ids: Callable[[str], str]) -> None:
    project = replace_agenda(small_project(), [{"title": "One"}, {"title": "Two", "lanes": ("ln_a",)}], new_ids=ids)
    assert [each.title for each in ordered(project.agenda)] == ["One", "Two"]
    assert replace_agenda(project, [], new_ids=ids).agenda == ()


def test_what_a_step_opens_must_be_there() -> None:
    assert refusal(set_agenda_step, small_project(), "ag_a", phase="ph_z").code == "unknown-reference"
    assert refusal(add_agenda_step, small_project(), step_id="ag_b", lanes=("ln_z",)).code == "unknown-reference"
    assert refusal(set_agenda_step, small_project(), "ag_a", lanes=("ln_a", "ln_a")).code == "reference-twice"
    assert refusal(set_agenda_step, small_project(), "ag_a", started="nine o'clock").code == "field-refused"


def test_what_goes_off_the_map_goes_out_of_the_agenda() -> None:
    step = phases.delete_phases(opened(), MAP, ["ph_b"]).agenda[0]
    assert (step.phase, step.lanes) == (None, ("ln_a", "ln_d"))
    step = lanes.delete_lanes(opened(), MAP, ["ln_d"]).agenda[0]
    assert (step.phase, step.lanes) == ("ph_b", ("ln_a",))
    step = maps.delete_map(opened(), MAP).agenda[0]
    assert (step.phase, step.lanes) == (None, ())


def test_what_is_merged_is_opened_as_what_it_became() -> None:
    assert phases.merge_phases(opened(), MAP, "ph_a", "ph_b").agenda[0].phase == "ph_a"
    project = set_agenda_step(small_project(), "ag_a", lanes=("ln_b", "ln_d"))
    assert lanes.merge_lanes(project, MAP, "ln_b", "ln_d").agenda[0].lanes == ("ln_b",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Waits too long", "  waits  too long! ", True),
        ("Don’t know", "DON'T KNOW", True),
        ("e-mail", "E Mail", True),
        ("Straße", "STRASSE", True),
        ("z.B. Preis", "z. B. Preis", False),
        ("???", "???", True),
        ("???", "!!!", False),
        ("😀", "😀", True),
        ("C++", "C", False),
        ("Preis", "Preise", False),
    ],
)
def test_what_counts_as_the_same_thought(one: str, other: str, same: bool) -> None:
    assert (same_as(one) == same_as(other)) is same


def test_the_same_thought_counts_up_wherever_it_waits(ids: Callable[[str], str]) -> None:
    project = park(small_project(), ["Price", "", "  ", "Queue", "price!"], new_ids=ids)
    assert texts(project) == [("Price", 2), ("Queue", 1)]
    project = park(project, ["Later"], new_ids=ids, place="parking_lot", kind="question")
    project = park(project, ["QUEUE", "later"], new_ids=ids)
    assert texts(project) == [("Price", 2), ("Queue", 2)]
    assert texts(project, "parking_lot") == [("Later", 2)]
    assert waiting(project, "parking_lot")[0].kind == "question"
    assert refusal(park, project, ["", " \n"], new_ids=ids).code == "no-thought"


def test_five_thousand_lines_are_one_edit(ids: Callable[[str], str]) -> None:
    project = park(small_project(), [f"Thought {number % 4000}" for number in range(5000)], new_ids=ids)
    found = texts(project)
    assert len(found) == 4000
    assert found[:2] == [("Thought 0", 2), ("Thought 1", 2)]
    assert found[-1] == ("Thought 3999", 1)


def test_thoughts_are_changed_moved_and_deleted(ids: Callable[[str], str]) -> None:
    project = park(small_project(), ["One", "Two", "Three"], new_ids=ids)
    one, two, three = (each.id for each in waiting(project, "inbox"))
    project = set_parked(project, [one, two], kind="need")
    assert [each.kind for each in waiting(project, "inbox")] == ["need", "need", None]
    project = move_parked(project, [three, one], "parking_lot")
    assert (texts(project), texts(project, "parking_lot")) == ([("Two", 1)], [("One", 1), ("Three", 1)])
    project = move_parked(project, [three], "parking_lot", 0)
    assert [each.id for each in waiting(project, "parking_lot")] == [three, one]
    assert move_parked(project, [three], "parking_lot", 0) is project
    assert texts(delete_parked(project, [two])) == []
    assert refusal(set_parked, project, [one], place="inbox").code == "field-fixed"
    assert refusal(move_parked, project, ["pk_none"], "inbox").code == "unknown-id"


def test_thoughts_become_the_cards_that_a_lane_holds(ids: Callable[[str], str]) -> None:
    project = park(small_project(), ["One", "Two", "two"], new_ids=ids, kind="need")
    some = [each.id for each in waiting(project, "inbox")]
    placed, made = place_parked(project, MAP, some, new_ids=ids, step="st_a", lane="ln_a", index=1)
    titles = [each.title for each in cell_cards(placed.maps[0], "st_a", "ln_a")]
    assert titles == ["Advert", "One", "Two", "Talk"]
    assert find_card(placed.maps[0], made[1]).tags == ("2×",)
    assert placed.parked == ()
    placed, made = place_parked(project, MAP, some[:1], new_ids=ids, step="st_a", lane="ln_d")
    assert find_card(placed.maps[0], made[0]).kind == "need"
    placed, made = place_parked(project, MAP, some[:1], new_ids=ids, step="st_a", lane="ln_f")
    assert find_card(placed.maps[0], made[0]).kind == "backstage"
    assert refusal(place_parked, project, MAP, some, new_ids=ids, step="st_a", lane="ln_c").code == "wrong-lane"


def test_cards_wait_outside_and_come_back(ids: Callable[[str], str]) -> None:
    project = park(small_project(), ["advert"], new_ids=ids)
    parked = park_cards(project, MAP, ["nt_a", "tp_a"], new_ids=ids)
    assert texts(parked) == [("advert", 2)]
    assert texts(parked, "parking_lot") == [("A home of our own", 1)]
    assert waiting(parked, "parking_lot")[0].kind == "goal"
    assert find_card(parked.maps[0], "tp_a") is None
    (goal,) = waiting(parked, "parking_lot")
    back, made = place_parked(parked, MAP, [goal.id], new_ids=ids, step="st_a", lane="ln_b", index=0)
    card = find_card(back.maps[0], made[0])
    assert (card.text, card.kind, card.tags) == ("A home of our own", "goal", ())
    advert = waiting(parked, "inbox")
    back, made = place_parked(parked, MAP, [advert[0].id], new_ids=ids, step="st_a", lane="ln_a")
    again = park_cards(back, MAP, made, new_ids=ids)
    assert [each.count for each in waiting(again, "parking_lot") if each.text == "advert"] == [2]


def test_what_has_no_text_stays_on_the_map(ids: Callable[[str], str]) -> None:
    assert refusal(park_cards, small_project(), MAP, ["nt_c"], new_ids=ids).code == "not-parkable"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20))
def test_plain_letters_are_compared_as_all_others_are(text: str) -> None:
    assert same_as(f"{text} ü").removesuffix("ü").strip() in ("", same_as(text))


def test_a_parked_card_has_all_its_fields_again_once_it_is_placed(ids: Callable[[str], str]) -> None:
    before = table.find(small_project().maps[0].touchpoints, "tp_d")
    parked = park_cards(small_project(), MAP, ["tp_d"], new_ids=ids)
    (waits,) = parked.parked
    parked = set_parked(parked, [waits.id], text="Gets the keys", tags=("later",))
    placed, (made,) = place_parked(parked, MAP, [waits.id], new_ids=ids, step="st_b", lane="ln_a", index=0)
    after = find_card(placed.maps[0], made)
    assert before is not None
    assert isinstance(after, Touchpoint)
    changed = {"id", "number", "step", "lane", "rank", "title", "tags", "kpis"}
    assert before.model_dump(exclude=changed) == after.model_dump(exclude=changed)
    assert (after.title, after.tags, after.number) == ("Gets the keys", ("home", "keys", "later"), 9)
    assert [(each.name, each.target) for each in after.kpis] == [("Visits", 10.0)]
    assert after.kpis[0].id != "kp_a"
    assert not list(rules.problems(placed))


def test_a_parked_touchpoint_among_notes_keeps_what_notes_have(ids: Callable[[str], str]) -> None:
    parked = park_cards(small_project(), MAP, ["tp_d"], new_ids=ids)
    placed, (made,) = place_parked(parked, MAP, [parked.parked[0].id], new_ids=ids, step="st_b", lane="ln_d")
    note = find_card(placed.maps[0], made)
    assert isinstance(note, Note)
    assert (note.text, note.kind, note.persona, note.tags) == ("Moves in", "pain_point", "ps_b", ("home", "keys"))


def test_a_card_that_was_named_before_brings_its_fields_to_the_thought(ids: Callable[[str], str]) -> None:
    project = park(small_project(), ["Search!"], new_ids=ids)
    project = cards.set_touchpoint(project, MAP, ["tp_a"], title="search", votes=3, description="By phone")
    project = cards.set_touchpoint(project, MAP, ["tp_c"], votes=2)
    project = park_cards(project, MAP, ["tp_a", "tp_c"], new_ids=ids)
    (waits,) = project.parked
    assert (waits.text, waits.count) == ("Search!", 3)
    kept = waits.touchpoint
    assert kept is not None
    assert (kept.votes, kept.emotion, kept.channel, kept.description) == (5, 1, "ch_a", "By phone")


def test_a_deleted_channel_or_persona_is_named_by_no_card_that_waits(ids: Callable[[str], str]) -> None:
    project = cards.set_note(small_project(), MAP, ["nt_a"], persona="ps_b")
    project = park_cards(project, MAP, ["tp_a", "nt_a"], new_ids=ids)
    project = maps.delete_persona(maps.delete_channel(project, "ch_a"), "ps_b")
    assert [(each.touchpoint and each.touchpoint.channel, each.note and each.note.persona)
            for each in waiting(project, "parking_lot")] == [(None, None), (None, None)]  # fmt: skip
    assert not list(rules.problems(project))
