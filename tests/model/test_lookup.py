"""Records by id and the order people see."""

from __future__ import annotations

from cjeditor.model import lookup
from cjeditor.model.edits.cards import delete_cards
from cjeditor.model.journey_map import JourneyMap, Phase, Step
from tests.builders import MAP, big_project, small_project
from tests.model.refusing import refusal

PROJECT = small_project()
JOURNEY = PROJECT.maps[0]


def _ids(records: object) -> list[str]:
    return [record.id for record in records]  # type: ignore[attr-defined]  # any records


def test_order_is_by_rank_and_equal_ranks_by_id() -> None:
    journey = JourneyMap(
        id=MAP,
        rank="a0",
        phases=(Phase(id="ph_a", rank="a1"), Phase(id="ph_b", rank="a0"), Phase(id="ph_c", rank="a1")),
        steps=(
            Step(id="st_a", phase="ph_a", rank="a1"),
            Step(id="st_b", phase="ph_c", rank="a0"),
            Step(id="st_c", phase="ph_a", rank="a0"),
            Step(id="st_d", phase="ph_b", rank="a9"),
        ),
    )
    assert _ids(lookup.ordered(journey.phases)) == ["ph_b", "ph_a", "ph_c"]
    assert _ids(lookup.ordered_steps(journey)) == ["st_d", "st_c", "st_a", "st_b"]
    assert _ids(lookup.steps_of(journey, "ph_a")) == ["st_c", "st_a"]


def test_cells() -> None:
    assert _ids(lookup.cell_cards(JOURNEY, "st_a", "ln_a")) == ["tp_a", "tp_b"]
    assert _ids(lookup.cell_cards(JOURNEY, "st_a", "ln_b")) == ["nt_a", "nt_b"]
    assert lookup.cell_cards(JOURNEY, "st_a", "ln_c") == []
    big = big_project(300).maps[0]
    found = lookup.cells(big)
    assert sum(map(len, found.values())) == 300
    assert all(lookup.cell_cards(big, *cell) == members for cell, members in found.items())


def test_every_record_is_found_by_its_id() -> None:
    for name in ("phases", "steps", "lanes", "touchpoints", "notes", "links", "comments"):
        for record in getattr(JOURNEY, name):
            assert lookup.record_of(JOURNEY, record.id) is record
    assert lookup.map_of(PROJECT, "map_2") is PROJECT.maps[1]
    assert lookup.card(JOURNEY, "nt_a") is JOURNEY.notes[0]


def test_what_is_not_there_is_refused_by_name() -> None:
    for call in (
        lambda: lookup.map_of(PROJECT, "map_9"),
        lambda: lookup.card(JOURNEY, "map_9"),
        lambda: lookup.record_of(JOURNEY, "map_9"),
        lambda: lookup.steps_of(JOURNEY, "map_9"),
        lambda: lookup.cell_cards(JOURNEY, "map_9", "ln_a"),
        lambda: lookup.cell_cards(JOURNEY, "st_a", "map_9"),
    ):
        problem = refusal(call)
        assert (problem.code, problem.where, problem.params) == ("unknown-id", ("map_9",), {"id": "map_9"})


def test_journey_order() -> None:
    found = lookup.in_journey_order(JOURNEY, lookup.cards(JOURNEY))
    assert _ids(found) == ["tp_a", "tp_b", "nt_a", "nt_b", "tp_c", "nt_c", "tp_d", "nt_d"]


def test_numbers_of_deleted_cards_are_not_given_again() -> None:
    assert lookup.next_number(JOURNEY) == 9
    fewer = delete_cards(PROJECT, MAP, ["nt_d", "tp_d"]).maps[0]
    assert lookup.next_number(fewer) == 9
    assert lookup.next_number(delete_cards(PROJECT, MAP, ["tp_a"]).maps[0]) == 9
    assert delete_cards(PROJECT, MAP, ["tp_a"]).maps[0].retired_number == 0
    assert lookup.next_number(PROJECT.maps[1]) == 1
