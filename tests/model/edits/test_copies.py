from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.model import rules, table
from cjeditor.model.edits import copies, maps
from cjeditor.model.fields import Record
from cjeditor.model.ids import MAP_PREFIXES
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cells, map_of, ordered, ordered_steps
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, small_project
from tests.model.refusing import refusal
from tests.strategies import projects

BEFORE = small_project()


def fresh(backwards: bool = False) -> Callable[[str], str]:
    """Ids that were never used; sorted the other way round than they are given out, if wanted."""
    numbers = itertools.count(9_999, -1) if backwards else itertools.count(1)
    return lambda prefix: f"{prefix}_N{next(numbers):04d}"


def copied(project: Project = BEFORE, map_id: str = MAP, **fields: Any) -> Project:
    named = {"new_map_id": "map_0", "new_ids": fresh(), "title": "Copy", **fields}
    return copies.duplicate_map(project, map_id, **named)


def as_seen(journey_map: JourneyMap) -> list[Any]:
    """What people see of a map, without ids: everything in the order in which it is shown."""
    phases, steps, lanes = ordered(journey_map.phases), ordered_steps(journey_map), ordered(journey_map.lanes)
    place = {each.id: at for some in (phases, steps, lanes) for at, each in enumerate(some)}
    cards = {
        card.id: (place[step], place[lane], at)
        for (step, lane), members in cells(journey_map).items()
        for at, card in enumerate(members)
    }
    place |= {journey_map.id: -1}
    named = {**place, **cards}
    by_place = sorted((*journey_map.touchpoints, *journey_map.notes), key=lambda card: cards[card.id])
    return [
        [bare(each) for each in phases],
        [(bare(each), place[each.phase]) for each in steps],
        [bare(each) for each in lanes],
        [bare(each) for each in by_place],
        sorted((cards[each.source], cards[each.target], each.label, each.hand_off) for each in journey_map.links),
        sorted((str(named[each.about]), each.author, each.text) for each in journey_map.comments),
    ]


def bare(record: Record) -> dict[str, Any]:
    """A record's values without ids and without names of other records of its map."""
    values = record.model_dump(exclude={"id", "phase", "step", "lane", "origin", "comes_from"})
    for inner in ("drop_off_points", "kpis"):
        for each in values.get(inner, ()):
            del each["id"]
    return values


def test_everything_on_a_copy_says_what_it_was_copied_from() -> None:
    chain = [replace(each, comes_from="nt_b" if each.id == "nt_a" else "nt_gone") for each in map_of(BEFORE, MAP).notes]
    before = replace(BEFORE, maps=table.put(BEFORE.maps, [replace(map_of(BEFORE, MAP), notes=tuple(chain))]))
    original, copy = map_of(before, MAP), map_of(copied(before), "map_0")
    for name in ("phases", "steps", "lanes", "touchpoints", "notes"):
        assert {each.origin for each in getattr(copy, name)} == {each.id for each in getattr(original, name)}
    by_origin = {each.origin: each for each in copy.notes}
    second = by_origin.get("nt_b")
    assert by_origin["nt_a"].comes_from == (second.id if second else "nt_b")


@pytest.mark.parametrize("backwards", [False, True])
def test_a_copy_looks_like_its_origin(backwards: bool) -> None:
    after = copied(new_ids=fresh(backwards))
    copy = map_of(after, "map_0")
    assert as_seen(copy) == as_seen(map_of(BEFORE, MAP))
    assert (copy.title, copy.origin, copy.lead_persona) == ("Copy", MAP, "ps_a")
    assert [card.number for card in copy.touchpoints] == [1, 2, 3, 7]
    assert [each.title for each in ordered(after.maps)] == ["A first home", "Copy", "Later"]
    assert rules.problems(after) == []


def test_the_original_stays_as_it_is_with_its_actions_and_surveys() -> None:
    after = copied()
    assert map_of(after, MAP) is map_of(BEFORE, MAP)
    assert (after.actions, after.surveys, after.personas) == (BEFORE.actions, BEFORE.surveys, BEFORE.personas)


def test_no_id_is_in_both() -> None:
    after = copied()
    one, other = map_of(after, MAP), map_of(after, "map_0")
    for name in MAP_PREFIXES:
        assert {each.id for each in getattr(one, name)}.isdisjoint(each.id for each in getattr(other, name))


def test_cards_of_the_same_rank_keep_their_order() -> None:
    cards = tuple(replace(each, rank="a0", step="st_a") for each in BEFORE.maps[0].touchpoints)
    project = replace(BEFORE, maps=(replace(BEFORE.maps[0], touchpoints=cards), BEFORE.maps[1]))
    after = copied(project, new_ids=fresh(backwards=True))
    assert as_seen(map_of(after, "map_0")) == as_seen(map_of(project, MAP))


@given(project=projects(), data=st.data())
def test_any_map_can_be_copied(project: Project, data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(project.maps)).id
    after = copies.duplicate_map(
        project, source, new_map_id="map_N", new_ids=fresh(data.draw(st.booleans())), title="", state="future"
    )
    assert rules.problems(after) == []
    assert as_seen(map_of(after, "map_N")) == as_seen(map_of(project, source))
    order = [each.id for each in ordered(after.maps)]
    assert order.index("map_N") == order.index(source) + 1
    assert [one for one in order if one != "map_N"] == [each.id for each in ordered(project.maps)]
    # Copied and deleted again is as if nothing had been, but for ranks that had to make room.
    back = maps.delete_map(after, "map_N")
    assert [each.id for each in ordered(back.maps)] == [each.id for each in ordered(project.maps)]


def test_the_future_is_a_copy_of_the_present() -> None:
    assert map_of(copied(state="future"), "map_0").state == "future"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"map_id": "map_9"}, "unknown-id"),
        ({"new_map_id": "map_2"}, "id-taken"),
        ({"new_map_id": "mp_0"}, "wrong-prefix"),
        ({"new_ids": lambda prefix: f"{prefix}_same"}, "id-twice"),
        ({"title": "a\x00"}, "field-refused"),
        ({"state": "past"}, "field-refused"),
        ({"rank": "a0"}, "field-fixed"),
        ({"origin": None}, "field-fixed"),
        ({"phases": ()}, "field-fixed"),
        ({"lead_persona": "ps_x"}, "unknown-reference"),
    ],
)
def test_refuses_what_cannot_be_copied(fields: dict[str, Any], code: str) -> None:
    assert refusal(copied, BEFORE, **fields).code == code
