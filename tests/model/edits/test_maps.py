"""Edits of the project, its maps, personas and channels."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from cjeditor.model import rules
from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits import maps
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import known, ordered
from cjeditor.model.project import Settings
from cjeditor.model.replace import replace
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def test_sets_the_projects_own_fields() -> None:
    words = Settings(emotion_labels=("−−", "−", "0", "+", "++"), paper="A3")
    after = maps.set_project(BEFORE, title="New", language="de", client="Bank", settings=words)
    assert (after.title, after.language, after.client, after.settings) == ("New", "de", "Bank", words)
    assert maps.set_project(after, title="New") is after
    assert rules.problems(after) == []


@pytest.mark.parametrize(
    ("fields", "code", "where"),
    [
        ({"language": "fr"}, "field-refused", ("language",)),
        ({"maps": ()}, "field-fixed", ("maps",)),
        ({"channels": ()}, "field-fixed", ("channels",)),
        ({"settings": Settings(emotion_labels=("a",))}, "emotion-labels", ("settings", "emotion_labels")),
        ({"nonsense": 1}, "field-refused", ("nonsense",)),
    ],
)
def test_refuses_what_a_project_cannot_be(fields: dict[str, Any], code: str, where: tuple[str, ...]) -> None:
    problem = refusal(maps.set_project, BEFORE, **fields)
    assert (problem.code, problem.where) == (code, where)


def test_adds_a_map_that_keeps_the_rules() -> None:
    after = maps.add_map(BEFORE, JourneyMap(id="map_0", rank="a2", lead_persona="ps_a", origin="map_2"))
    assert [each.id for each in after.maps] == ["map_0", MAP, "map_2"]
    assert rules.problems(after) == []


@pytest.mark.parametrize(
    ("index", "order"),
    [
        (None, ["map_1", "map_2", "map_0"]),
        (0, ["map_0", "map_1", "map_2"]),
        (1, ["map_1", "map_0", "map_2"]),
        (9, ["map_1", "map_2", "map_0"]),
    ],
)
def test_a_new_map_comes_where_it_is_wanted(index: int | None, order: list[str]) -> None:
    after = maps.add_map(BEFORE, JourneyMap(id="map_0", rank="a0"), index)
    assert [each.id for each in ordered(after.maps)] == order


@pytest.mark.parametrize(("index", "order"), [(0, "312"), (1, "132"), (2, "123"), (7, "123"), (-3, "312")])
def test_maps_are_moved(index: int, order: str) -> None:
    project = maps.add_map(BEFORE, JourneyMap(id="map_3", rank="a0"))
    after = maps.move_map(project, "map_3", index)
    assert [each.id for each in ordered(after.maps)] == [f"map_{number}" for number in order]
    assert (after is project) == (order == "123")
    assert rules.problems(after) == []
    assert refusal(maps.move_map, project, "map_9", 0).code == "unknown-id"


def test_maps_of_the_same_rank_can_be_told_apart_by_moving_one() -> None:
    same = replace(BEFORE, maps=tuple(replace(each, rank="a0") for each in BEFORE.maps))
    after = maps.move_map(same, "map_2", 0)
    assert [each.id for each in ordered(after.maps)] == ["map_2", "map_1"]


@pytest.mark.parametrize(
    ("journey_map", "code"),
    [
        (JourneyMap(id=MAP, rank="a2"), "id-taken"),
        (JourneyMap(id="mp_0", rank="a2"), "wrong-prefix"),
        (JourneyMap(id="map_0", rank="a2", lead_persona="ps_x"), "unknown-reference"),
        (JourneyMap(id="map_0", rank="a2", phases=(Phase(id="ph_x", rank="a0"),)), "step-needed"),
        (replace(BEFORE.maps[0], id="map_0"), "id-twice"),
        (
            JourneyMap(
                id="map_0",
                rank="a2",
                touchpoints=(Touchpoint(id="tp_x", number=1, step="st_a", lane="ln_a", rank="a0"),),
            ),
            "unknown-reference",
        ),
    ],
)
def test_refuses_a_map_that_would_break_a_rule(journey_map: JourneyMap, code: str) -> None:
    assert refusal(maps.add_map, BEFORE, journey_map).code == code


def test_sets_a_maps_own_fields() -> None:
    after = maps.set_map(BEFORE, MAP, title="x", lead_persona="ps_b", overlaid_personas=("ps_a",), state="future")
    assert after.maps[0].lead_persona == "ps_b"
    assert rules.problems(after) == []
    assert maps.set_map(after, MAP, title="x") is after
    assert maps.set_map(after, MAP, origin="map_2").maps[0].origin == "map_2"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"lead_persona": "ps_x"}, "unknown-reference"),
        ({"overlaid_personas": ("ps_a", "ps_x")}, "unknown-reference"),
        ({"overlaid_personas": ("ps_a", "ps_a")}, "reference-twice"),
        ({"origin": MAP}, "unknown-reference"),
        ({"origin": "map_9"}, "unknown-reference"),
        ({"status": "lost"}, "field-refused"),
        ({"touchpoints": ()}, "field-fixed"),
        ({"retired_number": 3}, "field-fixed"),
        ({"rank": "a0"}, "field-fixed"),
    ],
)
def test_refuses_what_a_map_cannot_be(fields: dict[str, Any], code: str) -> None:
    assert refusal(maps.set_map, BEFORE, MAP, **fields).code == code
    assert refusal(maps.set_map, BEFORE, "map_9", title="").code == "unknown-id"


def test_deletes_a_map_with_all_that_mentions_it() -> None:
    after = maps.delete_map(BEFORE, MAP)
    assert [each.id for each in after.maps] == ["map_2"]
    assert (after.maps[0].origin, after.surveys, after.actions[0].cards) == (None, (), ())
    assert rules.problems(after) == []
    assert refusal(maps.delete_map, after, "map_2").code == "last-map"
    assert refusal(maps.delete_map, BEFORE, "map_9").code == "unknown-id"


def test_personas() -> None:
    after = maps.add_persona(BEFORE, persona_id="ps_0", name="Kim", preferred_channels=("ch_b",), goals="Peace")
    after = maps.set_persona(after, "ps_0", name="Kim K.")
    assert (after.personas[0].name, after.personas[0].goals) == ("Kim K.", "Peace")
    assert rules.problems(after) == []
    assert refusal(maps.add_persona, BEFORE, persona_id="ps_a", name="").code == "id-taken"
    assert refusal(maps.add_persona, BEFORE, persona_id="ps_ä", name="").code == "field-refused"
    assert refusal(maps.add_persona, BEFORE, persona_id="pe_a", name="").code == "wrong-prefix"
    assert refusal(maps.add_persona, BEFORE, persona_id="ps_x", name="", portrait="0" * 64).code == "unknown-reference"
    assert refusal(maps.set_persona, BEFORE, "ps_a", preferred_channels=("ch_x",)).code == "unknown-reference"
    assert refusal(maps.set_persona, BEFORE, "ps_a", preferred_channels=("ch_a", "ch_a")).code == "reference-twice"
    assert refusal(maps.set_persona, BEFORE, "ps_a", id="ps_x").code == "field-fixed"
    assert refusal(maps.set_persona, BEFORE, "ps_x", name="").code == "unknown-id"


def test_nobody_names_a_deleted_persona() -> None:
    after = maps.delete_persona(maps.delete_persona(BEFORE, "ps_b"), "ps_a")
    journey_map = after.maps[0]
    assert (after.personas, journey_map.lead_persona, journey_map.overlaid_personas) == ((), None, ())
    assert (known(journey_map.touchpoints, "tp_d").persona, known(journey_map.notes, "nt_c").persona) == (None, None)
    assert rules.problems(after) == []
    assert after.maps[1] is BEFORE.maps[1]
    assert refusal(maps.delete_persona, after, "ps_a").code == "unknown-id"


def test_channels() -> None:
    after = maps.add_channel(BEFORE, channel_id="ch_0", name="Fair", mode="offline", icon="tent")
    after = maps.set_channel(after, "ch_0", mode="mobile")
    assert (after.channels[0].name, after.channels[0].mode) == ("Fair", "mobile")
    assert rules.problems(after) == []
    assert refusal(maps.add_channel, BEFORE, channel_id="ch_a", name="").code == "id-taken"
    assert refusal(maps.set_channel, BEFORE, "ch_a", mode="air").where == ("ch_a", "mode")
    assert refusal(maps.set_channel, BEFORE, "ch_a", id="ch_x").code == "field-fixed"
    assert refusal(maps.set_channel, BEFORE, "ch_x", name="").code == "unknown-id"


def test_nobody_names_a_deleted_channel() -> None:
    after = maps.delete_channel(BEFORE, "ch_a")
    assert [each.id for each in after.channels] == ["ch_b"]
    assert after.personas[0].preferred_channels == ("ch_b",)
    assert [each.channel for each in after.maps[0].touchpoints] == [None, None, "ch_b", None]
    assert after.maps[0].notes is BEFORE.maps[0].notes
    assert rules.problems(after) == []
    assert refusal(maps.delete_channel, after, "ch_a").code == "unknown-id"


def test_a_picture_is_named_by_its_sum_and_kept_once() -> None:
    after, sha256 = maps.add_asset(BEFORE, asset_id="as_a", media_type="image/png", data="aGFsbG8=")
    assert sha256 == hashlib.sha256(b"hallo").hexdigest()
    assert [(asset.id, asset.sha256, asset.data) for asset in after.assets] == [("as_a", sha256, "aGFsbG8=")]
    assert rules.problems(after) == []
    assert maps.add_asset(after, asset_id="as_b", media_type="image/png", data="aGFsbG8=") == (after, sha256)
    more, other = maps.add_asset(after, asset_id="as_0", media_type="image/jpeg", data="d2VsdA==")
    assert [asset.sha256 for asset in more.assets] == [other, sha256]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"data": ""}, "picture-refused"),
        ({"data": "aGFsbG8"}, "picture-refused"),
        ({"data": "aGFs bG8="}, "picture-refused"),
        ({"data": "ä"}, "picture-refused"),
        ({"media_type": "image/svg+xml"}, "field-refused"),
        ({"asset_id": "as_0"}, "id-taken"),
        ({"asset_id": "nt_x"}, "wrong-prefix"),
    ],
)
def test_refuses_what_is_no_picture(fields: dict[str, str], code: str) -> None:
    before, _sum = maps.add_asset(BEFORE, asset_id="as_0", media_type="image/jpeg", data="d2VsdA==")
    named = {"asset_id": "as_a", "media_type": "image/png", "data": "aGFsbG8=", **fields}
    assert refusal(maps.add_asset, before, **named).code == code
