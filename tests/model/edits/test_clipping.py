"""Copying and pasting, in one project and between two."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable

import pytest

from cjeditor.model import rules
from cjeditor.model.edits import cards, clipping, lanes, maps
from cjeditor.model.edits.clipping import Clipping
from cjeditor.model.journey_map import JourneyMap, Phase, Step
from cjeditor.model.lookup import cards as cards_of
from cjeditor.model.lookup import cell_cards, cells, known
from cjeditor.model.project import Channel, Project
from cjeditor.model.replace import replace
from tests.builders import LANES, MAP, big_project, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def counting(start: int = 1) -> Callable[[str], str]:
    """Ids that count: tp_n1, nt_n2 and so on."""
    numbers = itertools.count(start)
    return lambda prefix: f"{prefix}_n{next(numbers)}"


def other_project() -> Project:
    """A project with the same lanes under other ids, one phase, one channel named like one of the first's."""
    journey_map = JourneyMap(
        id="map_9",
        rank="a0",
        phases=(Phase(id="ph_z", rank="a0"),),
        steps=(Step(id="st_y", phase="ph_z", rank="a0"), Step(id="st_z", phase="ph_z", rank="a1")),
        lanes=tuple(replace(lane, id=f"{lane.id}z") for lane in LANES),
    )
    return Project(channels=(Channel(id="ch_y", name="Shop"),), maps=(journey_map,))


def test_copies_cards_with_what_they_name() -> None:
    found = clipping.copy_cards(BEFORE, MAP, ["tp_d", "nt_c", "tp_a"])
    assert [card.id for card in found.cards] == ["tp_a", "tp_d", "nt_c"]
    assert (found.columns, found.rows) == (("st_a", "st_b", "st_c", "st_d"), ("ln_a", "ln_b", "ln_c", "ln_d"))
    assert [link.id for link in found.links] == ["lk_b"]
    assert [persona.id for persona in found.personas] == ["ps_a", "ps_b"]
    assert [channel.id for channel in found.channels] == ["ch_a", "ch_b"]
    assert refusal(clipping.copy_cards, BEFORE, MAP, ["tp_x"]).code == "unknown-id"
    assert clipping.copy_cards(BEFORE, MAP, []) == Clipping()


def test_goes_over_the_clipboard_and_comes_back() -> None:
    found = clipping.copy_cards(BEFORE, MAP, ["tp_d", "nt_c", "tp_a"])
    assert Clipping.from_json(found.to_json()) == found


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "json_invalid"),
        (b"hello", "json_invalid"),
        (b"[1]", "model_type"),
        (b'{"cards": []}', "extra_forbidden"),
        (b'{"touchpoints": [{"id": "tp_a", "number": 1, "step": "st_a", "lane": "ln_a", "rank": "a0"}]}', "reference"),
        (b"[" * 5_000_000, "json_invalid"),
        (b" " * (clipping.CLIPPING_LIMIT + 1), "too_long"),
    ],
)
def test_refuses_other_peoples_clipboards(data: bytes, reason: str) -> None:
    problem = refusal(Clipping.from_json, data)
    assert (problem.code, problem.params) == ("clipping-refused", {"reason": reason})


@pytest.mark.parametrize("field", ["touchpoints", "links"])
def test_refuses_a_clipping_that_holds_something_twice(field: str) -> None:
    data = json.loads(clipping.copy_cards(BEFORE, MAP, ["tp_a", "tp_c"]).to_json())
    data[field].append({**data[field][0]})
    assert refusal(Clipping.from_json, json.dumps(data).encode()).params == {"reason": "reference"}


def test_pastes_in_the_same_map_with_new_numbers_and_links() -> None:
    found = clipping.copy_cards(BEFORE, MAP, ["tp_a", "tp_c", "nt_a"])
    after, new = clipping.paste(BEFORE, MAP, found, new_ids=counting(), step="st_b", lane="ln_a", index=0)
    journey_map = after.maps[0]
    assert new == ("tp_n1", "nt_n2", "tp_n3")
    assert [card.id for card in cell_cards(journey_map, "st_b", "ln_a")] == ["tp_n1", "tp_c"]
    assert [card.id for card in cell_cards(journey_map, "st_c", "ln_a")] == ["tp_n3"]
    assert [card.id for card in cell_cards(journey_map, "st_b", "ln_b")] == ["nt_n2"]
    assert [card.number for card in (*journey_map.touchpoints, *journey_map.notes) if card.id in new] == [9, 11, 10]
    assert [(link.source, link.target, link.label) for link in journey_map.links if link.id == "lk_n4"] == [
        ("tp_n1", "tp_n3", "then")
    ]
    assert known(journey_map.touchpoints, "tp_n1").channel == "ch_a"
    assert after.channels is BEFORE.channels
    assert rules.problems(after) == []


def test_beyond_the_right_edge_means_the_last_step() -> None:
    found = clipping.copy_cards(BEFORE, MAP, ["tp_a", "tp_c", "tp_d"])
    after, new = clipping.paste(BEFORE, MAP, found, new_ids=counting(), step="st_c", lane="ln_a")
    places = {card.id: card.step for card in after.maps[0].touchpoints if card.id in new}
    assert places == {"tp_n1": "st_c", "tp_n2": "st_d", "tp_n3": "st_d"}
    assert [card.id for card in cell_cards(after.maps[0], "st_d", "ln_a")] == ["tp_d", "tp_n2", "tp_n3"]
    assert rules.problems(after) == []


def test_where_a_lane_does_not_hold_the_card_the_nearest_does() -> None:
    found = clipping.copy_cards(BEFORE, MAP, ["tp_a", "nt_a"])
    after, new = clipping.paste(BEFORE, MAP, found, new_ids=counting(), step="st_b", lane="ln_c")
    lanes_used = {card.id: card.lane for members in cells(after.maps[0]).values() for card in members}
    assert [lanes_used[each] for each in new] == ["ln_a", "ln_d"]
    no_touchpoints = lanes.delete_lanes(BEFORE, MAP, ["ln_a"])
    problem = refusal(clipping.paste, no_touchpoints, MAP, found, new_ids=counting(), step="st_a", lane="ln_b")
    assert (problem.code, problem.params) == ("no-lane", {"table": "touchpoints"})


def test_pastes_into_another_project_with_the_channels_and_personas_it_lacks() -> None:
    source = maps.set_persona(BEFORE, "ps_b", preferred_channels=("ch_b", "ch_a"))
    found = Clipping.from_json(clipping.copy_cards(source, MAP, ["tp_a", "tp_d", "nt_c"]).to_json())
    after, new = clipping.paste(other_project(), "map_9", found, new_ids=counting(), step="st_y", lane="ln_az")
    assert rules.problems(after) == []
    assert len(new) == 3
    assert [channel.name for channel in after.channels] == ["Web", "Shop"]
    assert sorted(persona.name for persona in after.personas) == ["Jo", "Mia"]
    touchpoints = {card.title: card for card in after.maps[0].touchpoints}
    assert (touchpoints["Advert"].channel, touchpoints["Advert"].step) == ("ch_y", "st_y")
    assert known(after.personas, touchpoints["Moves in"].persona or "").name == "Jo"
    assert [kpi.id[:3] for kpi in touchpoints["Moves in"].kpis] == ["kp_"]
    again, _new = clipping.paste(after, "map_9", found, new_ids=counting(100), step="st_z", lane="ln_az")
    assert (again.channels, again.personas) == (after.channels, after.personas)
    assert rules.problems(again) == []


def test_inner_ids_are_new_in_the_same_project_too() -> None:
    found = clipping.copy_cards(BEFORE, MAP, ["tp_d"])
    after, _new = clipping.paste(BEFORE, MAP, found, new_ids=counting(), step="st_d", lane="ln_a")
    assert rules.problems(after) == []


def test_refuses_ids_that_are_taken_and_cells_that_are_not_there() -> None:
    found = clipping.copy_cards(BEFORE, MAP, ["tp_d"])
    assert (
        refusal(clipping.paste, BEFORE, MAP, found, new_ids=lambda p: f"{p}_a", step="st_d", lane="ln_a").code
        == "id-taken"
    )
    assert (
        refusal(clipping.paste, BEFORE, MAP, found, new_ids=counting(), step="st_x", lane="ln_a").code == "unknown-id"
    )
    assert (
        refusal(clipping.paste, BEFORE, MAP, found, new_ids=counting(), step="st_a", lane="ln_x").code == "unknown-id"
    )
    assert clipping.paste(BEFORE, MAP, Clipping(), new_ids=counting(), step="st_a", lane="ln_a") == (BEFORE, ())


def test_refuses_to_use_a_new_id_twice() -> None:
    always_the_same = "{}_x".format
    found = clipping.copy_cards(BEFORE, MAP, ["tp_a", "tp_b"])
    cards = refusal(clipping.paste, BEFORE, MAP, found, new_ids=always_the_same, step="st_a", lane="ln_a")
    assert (cards.code, cards.where) == ("id-taken", ("tp_x",))


def test_many_cells_at_once_go_the_same_way_as_few() -> None:
    big = big_project(60)
    found = clipping.copy_cards(big, MAP, [card.id for card in cards_of(big.maps[0])])
    after, new = clipping.paste(big, MAP, found, new_ids=counting(), step="st_000000", lane="ln_a")
    assert len(new) == 60
    assert rules.problems(after) == []
    for members in cells(after.maps[0]).values():
        old = [card for card in members if card.id not in new]
        assert members[: len(old)] == old
        assert len(members) == 2 * len(old)


def with_pictures() -> Project:
    """The sample with a metric, a note with a picture and a persona with a portrait."""
    project, first = maps.add_asset(BEFORE, asset_id="as_a", media_type="image/png", data="aGFsbG8=")
    project, second = maps.add_asset(project, asset_id="as_b", media_type="image/png", data="d2VsdA==")
    project, _unused = maps.add_asset(project, asset_id="as_c", media_type="image/png", data="dW51c2Vk")
    project = cards.set_note(project, MAP, ["nt_a"], kind="image", picture=first)
    project = cards.set_note(project, MAP, ["nt_c"], kind="metric", unit="%", target=50.0, actual=38.5, source="Panel")
    project = cards.set_note(project, MAP, ["nt_b"], question="search.where")
    return maps.set_persona(project, "ps_a", portrait=second)


def test_pictures_and_figures_come_along_into_another_project() -> None:
    found = clipping.copy_cards(with_pictures(), MAP, ["nt_a", "nt_b", "nt_c"])
    assert [asset.id for asset in found.assets] == ["as_a", "as_b"]
    found = Clipping.from_json(found.to_json())
    after, ids = clipping.paste(other_project(), "map_9", found, new_ids=counting(), step="st_y", lane="ln_bz")
    assert rules.problems(after) == []
    first, second, third = (known(after.maps[0].notes, each) for each in ids)
    assert {asset.sha256: asset.data for asset in after.assets} == {
        first.picture: "aGFsbG8=",
        after.personas[0].portrait: "d2VsdA==",
    }
    assert second.question == "search.where"
    assert (third.kind, third.unit, third.target, third.actual, third.source) == ("metric", "%", 50.0, 38.5, "Panel")


def test_a_picture_is_not_pasted_twice_and_a_lost_one_leaves_the_note() -> None:
    project = with_pictures()
    found = clipping.copy_cards(project, MAP, ["nt_a"])
    same, ids = clipping.paste(project, MAP, found, new_ids=counting(), step="st_b", lane="ln_b")
    assert same.assets == project.assets
    assert known(same.maps[0].notes, ids[0]).picture == found.notes[0].picture
    lost = replace(found, assets=())
    after, ids = clipping.paste(other_project(), "map_9", lost, new_ids=counting(), step="st_y", lane="ln_bz")
    assert known(after.maps[0].notes, ids[0]).picture is None
    assert rules.problems(after) == []


def test_pictures_that_would_make_the_clipping_too_long_stay_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipping, "_PICTURES_LIMIT", 12)
    assert [asset.id for asset in clipping.copy_cards(with_pictures(), MAP, ["nt_a", "nt_c"]).assets] == ["as_a"]
