"""Edits of cards."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor.model import rules
from cjeditor.model.cards import DropOffPoint, Kpi
from cjeditor.model.edits import cards, lanes, maps
from cjeditor.model.lookup import card, cell_cards, known
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def cell(project: Project, step: str, lane: str) -> list[str]:
    return [each.id for each in cell_cards(project.maps[0], step, lane)]


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (None, ["tp_a", "tp_b", "tp_x"]),
        (0, ["tp_x", "tp_a", "tp_b"]),
        (1, ["tp_a", "tp_x", "tp_b"]),
        (2, ["tp_a", "tp_b", "tp_x"]),
        (99, ["tp_a", "tp_b", "tp_x"]),
        (-1, ["tp_x", "tp_a", "tp_b"]),
    ],
)
def test_a_new_touchpoint_comes_to_its_place_with_the_next_number(index: int | None, expected: list[str]) -> None:
    after = cards.add_touchpoint(BEFORE, MAP, id="tp_x", step="st_a", lane="ln_a", index=index, title="New", emotion=2)
    assert cell(after, "st_a", "ln_a") == expected
    new = card(after.maps[0], "tp_x")
    assert (new.number, new.model_dump(include={"title", "emotion"})) == (9, {"title": "New", "emotion": 2})
    assert rules.problems(after) == []
    # Nothing else was touched.
    assert all(each is card(BEFORE.maps[0], each.id) for each in after.maps[0].touchpoints if each.id != "tp_x")
    assert after.maps[0].notes is BEFORE.maps[0].notes


@pytest.mark.parametrize(("lane", "kind"), [("ln_b", "goal"), ("ln_d", "pain_point"), ("ln_f", "backstage")])
def test_a_new_note_is_of_its_lanes_kind(lane: str, kind: str) -> None:
    after = cards.add_note(BEFORE, MAP, id="nt_x", step="st_a", lane=lane, text="x")
    assert after.maps[0].notes[-1].kind == kind
    given = cards.add_note(BEFORE, MAP, id="nt_x", step="st_a", lane=lane, kind="quote")
    assert given.maps[0].notes[-1].kind == "quote"
    assert rules.problems(after) == []


@pytest.mark.parametrize(
    ("kind", "expected"), [("metrics", "metric"), ("images", "image"), ("backstage", "backstage"), ("notes", "goal")]
)
def test_some_lanes_make_notes_of_one_kind_only(kind: str, expected: str) -> None:
    project = lanes.add_lane(BEFORE, MAP, lane_id="ln_x", kind=kind, note_kind="goal")
    after = cards.add_note(project, MAP, id="nt_x", step="st_a", lane="ln_x")
    assert after.maps[0].notes[-1].kind == expected
    assert rules.problems(after) == []


@pytest.mark.parametrize("kind", ["channels", "emotion", "separator"])
def test_lanes_that_show_something_hold_nothing(kind: str) -> None:
    project = lanes.add_lane(BEFORE, MAP, lane_id="ln_x", kind=kind)
    assert refusal(cards.add_note, project, MAP, id="nt_x", step="st_a", lane="ln_x").code == "wrong-lane"
    assert refusal(cards.add_touchpoint, project, MAP, id="tp_x", step="st_a", lane="ln_x").code == "wrong-lane"


def test_a_metric_has_figures() -> None:
    named = {"unit": "%", "target": 50.0, "actual": 38.0, "source": "Survey", "question": "search.where"}
    after = cards.set_note(BEFORE, MAP, ["nt_a"], kind="metric", **named)
    note = known(after.maps[0].notes, "nt_a")
    assert {name: getattr(note, name) for name in named} == named
    assert refusal(cards.set_note, BEFORE, MAP, ["nt_a"], actual=float("nan")).code == "field-refused"
    assert refusal(cards.set_note, BEFORE, MAP, ["nt_a"], question="Who?").code == "field-refused"


def test_a_note_shows_a_picture_of_the_project() -> None:
    assert refusal(cards.set_note, BEFORE, MAP, ["nt_a"], picture="0" * 64).where == ("nt_a", "picture")
    project, sha256 = maps.add_asset(BEFORE, asset_id="as_a", media_type="image/png", data="aGFsbG8=")
    after = cards.add_note(project, MAP, id="nt_x", step="st_a", lane="ln_b", kind="image", picture=sha256)
    assert rules.problems(after) == []


@pytest.mark.parametrize(
    ("fields", "code", "where"),
    [
        ({"id": "tp_a"}, "id-taken", ("tp_a",)),
        ({"id": "nt_x"}, "wrong-prefix", ("nt_x",)),
        ({"lane": "ln_b"}, "wrong-lane", ("tp_x",)),
        ({"lane": "ln_c"}, "wrong-lane", ("tp_x",)),
        ({"lane": "ln_e"}, "wrong-lane", ("tp_x",)),
        ({"lane": "ln_x"}, "unknown-id", ("ln_x",)),
        ({"step": "st_x"}, "unknown-id", ("st_x",)),
        ({"step": "ph_a"}, "unknown-id", ("ph_a",)),
        ({"emotion": 7}, "field-refused", ("tp_x", "emotion")),
        ({"title": "\x00"}, "field-refused", ("tp_x", "title")),
        ({"text": "x"}, "field-refused", ("tp_x", "text")),
        ({"number": 3}, "field-fixed", ("tp_x", "number")),
        ({"rank": "a0"}, "field-fixed", ("tp_x", "rank")),
        ({"channel": "ch_x"}, "unknown-reference", ("tp_x", "channel")),
        ({"persona": "ps_x"}, "unknown-reference", ("tp_x", "persona")),
        ({"kpis": (Kpi(id="kp_a"),)}, "id-taken", ("kp_a",)),
        ({"kpis": (Kpi(id="do_b"),)}, "wrong-prefix", ("do_b",)),
    ],
)
def test_refuses_a_touchpoint_that_would_break_a_rule(
    fields: dict[str, Any], code: str, where: tuple[str, ...]
) -> None:
    named = {"id": "tp_x", "step": "st_a", "lane": "ln_a", **fields}
    problem = refusal(cards.add_touchpoint, BEFORE, MAP, **named)
    assert (problem.code, problem.where) == (code, where)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"lane": "ln_a"}, "wrong-lane"),
        ({"lane": "ln_x"}, "unknown-id"),
        ({"id": "tp_x"}, "wrong-prefix"),
        ({"severity": 6}, "field-refused"),
        ({"persona": "ps_x"}, "unknown-reference"),
        ({"step": "st_x"}, "unknown-id"),
        ({"number": 3}, "field-fixed"),
    ],
)
def test_refuses_a_note_that_would_break_a_rule(fields: dict[str, Any], code: str) -> None:
    named = {"id": "nt_x", "step": "st_a", "lane": "ln_b", **fields}
    assert refusal(cards.add_note, BEFORE, MAP, **named).code == code


def test_refusals_name_card_and_lane_as_people_know_them() -> None:
    problem = refusal(cards.add_touchpoint, BEFORE, MAP, id="tp_x", step="st_a", lane="ln_b")
    assert problem.params == {"number": 9, "lane": "Goals"}


def test_ids_are_free_over_all_maps() -> None:
    problem = refusal(cards.add_touchpoint, BEFORE, "map_2", id="tp_a", step="st_a", lane="ln_a")
    assert problem.code == "id-taken"


def test_sets_fields_of_many() -> None:
    after = cards.set_touchpoint(BEFORE, MAP, ["tp_a", "tp_c"], channel="ch_b", votes=2)
    assert [(each.channel, each.votes) for each in after.maps[0].touchpoints] == [
        ("ch_b", 2), (None, 0), ("ch_b", 2), (None, 0),
    ]  # fmt: skip
    after = cards.set_note(after, MAP, ["nt_a"], kind="need", text="a\r\nb")
    assert (after.maps[0].notes[0].kind, after.maps[0].notes[0].text) == ("need", "a\nb")
    assert rules.problems(after) == []


def test_setting_what_is_already_so_changes_nothing() -> None:
    assert cards.set_touchpoint(BEFORE, MAP, ["tp_a"], title="Advert") is BEFORE
    assert cards.set_note(BEFORE, MAP, []) is BEFORE
    assert cards.set_emotion(BEFORE, MAP, ["tp_a", "nt_a"], 1) is BEFORE


@pytest.mark.parametrize("field", cards.FIXED)
def test_setters_leave_places_and_numbers_alone(field: str) -> None:
    assert refusal(cards.set_touchpoint, BEFORE, MAP, ["tp_a"], **{field: "a1"}).where == ("tp_a", field)
    assert refusal(cards.set_note, BEFORE, MAP, ["nt_a"], **{field: "a1"}).code == "field-fixed"


def test_setters_refuse_what_is_not_there() -> None:
    assert refusal(cards.set_touchpoint, BEFORE, MAP, ["nt_a"], votes=1).params == {"id": "nt_a"}
    assert refusal(cards.set_note, BEFORE, MAP, ["nt_a", "nt_x"], votes=1).params == {"id": "nt_x"}
    assert refusal(cards.set_note, BEFORE, "map_9", ["nt_a"], votes=1).params == {"id": "map_9"}
    assert refusal(cards.set_touchpoint, BEFORE, MAP, ["tp_a"], channel="ps_a").code == "unknown-reference"
    assert refusal(cards.set_note, BEFORE, MAP, ["nt_a"], persona="ch_a").code == "unknown-reference"


def test_inner_records_have_ids_of_their_own() -> None:
    point = DropOffPoint(id="do_b", reason="extra-costs", likelihood=3)
    after = cards.set_touchpoint(BEFORE, MAP, ["tp_a"], drop_off_points=(point,))
    assert after.maps[0].touchpoints[0].drop_off_points == (point,)
    assert cards.set_touchpoint(after, MAP, ["tp_a"], drop_off_points=(point, DropOffPoint(id="do_c"))) != after
    assert refusal(cards.set_touchpoint, after, MAP, ["tp_b"], drop_off_points=(point,)).params == {"id": "do_b"}
    assert refusal(cards.set_touchpoint, BEFORE, MAP, ["tp_a", "tp_b"], drop_off_points=(point,)).code == "id-taken"


def test_emotion_of_a_selection() -> None:
    after = cards.set_emotion(BEFORE, MAP, ["tp_a", "nt_a", "tp_b"], -2)
    assert [each.emotion for each in after.maps[0].touchpoints] == [-2, -2, -2, None]
    assert cards.set_emotion(after, MAP, ["tp_b"], None).maps[0].touchpoints[1].emotion is None
    assert refusal(cards.set_emotion, BEFORE, MAP, ["nt_a"], 1).code == "no-emotion"
    assert refusal(cards.set_emotion, BEFORE, MAP, ["tp_a"], 7).where == ("tp_a", "emotion")
    assert refusal(cards.set_emotion, BEFORE, MAP, ["tp_x"], 1).code == "unknown-id"


def test_deleting_takes_along_what_refers_to_the_card() -> None:
    after = cards.delete_cards(BEFORE, MAP, ["tp_a", "nt_c"])
    journey_map = after.maps[0]
    assert [each.id for each in journey_map.touchpoints] == ["tp_b", "tp_c", "tp_d"]
    assert [each.id for each in journey_map.notes] == ["nt_a", "nt_b", "nt_d"]
    assert journey_map.links == ()
    assert [each.id for each in journey_map.comments] == ["cm_b", "cm_c", "cm_d", "cm_e"]
    assert after.actions[0].cards == ()
    assert [each.id for each in after.surveys] == ["sv_b", "sv_c"]
    assert rules.problems(after) == []


def test_deleting_nothing_or_nobody() -> None:
    assert cards.delete_cards(BEFORE, MAP, []) is BEFORE
    assert refusal(cards.delete_cards, BEFORE, MAP, ["tp_a", "tp_x"]).params == {"id": "tp_x"}
    assert refusal(cards.delete_cards, BEFORE, MAP, ["st_a"]).code == "unknown-id"


def test_renumbering_follows_the_journey() -> None:
    after = cards.renumber(cards.delete_cards(BEFORE, MAP, ["nt_d"]), MAP)
    numbers = {each.id: each.number for each in (*after.maps[0].touchpoints, *after.maps[0].notes)}
    assert numbers == {"tp_a": 1, "tp_b": 2, "nt_a": 3, "nt_b": 4, "tp_c": 5, "nt_c": 6, "tp_d": 7}
    assert after.maps[0].retired_number == 0
    assert cards.renumber(after, MAP) is after
    assert cards.renumber(BEFORE, "map_2") is BEFORE
    assert rules.problems(after) == []
