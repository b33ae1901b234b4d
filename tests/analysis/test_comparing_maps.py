"""Two maps compared by meaning: what was copied, what only looks alike, what moved, what has new neighbours."""

from __future__ import annotations

from itertools import count

import pytest

from cjeditor.analysis.comparing_maps import Comparison, compared, feelings
from cjeditor.analysis.pairing import paired
from cjeditor.comparison_wording import line, rows, summary
from cjeditor.model import table
from cjeditor.model.cards import Kpi
from cjeditor.model.edits.cards import add_touchpoint, delete_cards, set_emotion, set_note, set_touchpoint
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.edits.futures import duplicate_as_future
from cjeditor.model.edits.lanes import move_lane
from cjeditor.model.edits.links import delete_links
from cjeditor.model.edits.maps import add_channel, set_map
from cjeditor.model.edits.moves import move_cards
from cjeditor.model.edits.phases import move_phase, set_phase
from cjeditor.model.fields import Record, Span
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.texts import of
from tests.builders import MAP, big_project, small_project

THEN = "map_then"


def doubled(project: Project | None = None) -> Project:
    """The small project with a copy of its first map, whose ids are the old ones turned into ``tp_2x_…``."""
    numbers = count(1)
    return duplicate_map(
        project or small_project(),
        MAP,
        new_map_id=THEN,
        new_ids=lambda kind: f"{kind}_x{next(numbers):03}",
        title="Then",
    )


def new(project: Project, old_id: str) -> str:
    """The id on the copy of what has this id on the original."""
    copy = map_of(project, THEN)
    some = (*copy.phases, *copy.steps, *copy.lanes, *copy.touchpoints, *copy.notes)
    return next(each.id for each in some if each.origin == old_id)


def comparison(project: Project) -> Comparison:
    return compared(project, map_of(project, MAP), project, map_of(project, THEN))


def said(project: Project) -> list[str]:
    some = comparison(project)
    return [line(each, of("en")) for each in rows(some, of("en")) if each.table]


def test_that_a_future_state_is_not_found_out_yet_is_no_difference() -> None:
    project = set_touchpoint(
        small_project(),
        MAP,
        ["tp_a"],
        evidence="quantitative",
        actual_wait=Span(amount=2, unit="days"),
        kpis=(Kpi(id="kp_old", name="Calls", target=5, actual=3, status="missed"),),
    )
    project = set_map(project, MAP, status="in_review", version="2")
    numbers = count(1)
    project = duplicate_as_future(
        project, MAP, new_map_id=THEN, new_ids=lambda kind: f"{kind}_x{next(numbers):03}", title="Then"
    )
    assert {each.field for each in comparison(project).differences} == {"title", "state"}
    changed = set_touchpoint(
        project, THEN, [new(project, "tp_a")], evidence="qualitative", kpis=(Kpi(id="kp_z", name="Calls", target=9),)
    )
    found = comparison(set_map(changed, THEN, status="approved")).differences
    assert {each.field for each in found} == {"title", "state", "evidence", "kpis", "status"}


def test_a_copy_is_the_same() -> None:
    project = doubled()
    some = comparison(project)
    assert [(each.table, each.field) for each in some.differences] == [("", "title")]
    journey = map_of(project, MAP)
    tables = ("phases", "steps", "lanes", "touchpoints", "notes", "links")
    assert len(some.pairs.newer) == sum(len(getattr(journey, name)) for name in tables)
    assert compared(project, journey, project, journey).differences == ()


def test_emotion_title_and_channel_are_told_in_one_line() -> None:
    project = doubled()
    card = new(project, "tp_c")
    project = set_emotion(project, THEN, [card], 1)
    project = set_touchpoint(project, THEN, [card], title="Looks", channel="ch_a")
    assert said(project) == ["Touchpoint 3 “Looks”: title “Search” → “Looks”; channel Web → Shop; emotion −2 → +1"]
    assert comparison(project).marks == {card: "changed"}


def test_a_phase_renamed_is_the_same_phase() -> None:
    project = doubled()
    project = set_phase(project, THEN, new(project, "ph_b"), name="Decide")
    assert said(project) == ["Phase “Decide”: name “Choice” → “Decide”"]


def test_only_what_moves_has_moved() -> None:
    project = doubled()
    project = move_phase(project, THEN, new(project, "ph_a"), 1)
    assert list(comparison(project).marks.values()) == ["moved"]  # one of the two that changed places
    project = doubled()
    project = add_touchpoint(project, THEN, id="tp_new", step=new(project, "st_a"), lane=new(project, "ln_a"), index=0)
    assert comparison(project).marks == {"tp_new": "added"}
    project = move_cards(
        project, THEN, [new(project, "tp_a")], step=new(project, "st_d"), lane=new(project, "ln_a"), index=0
    )
    assert comparison(project).marks == {"tp_new": "added", new(project, "tp_a"): "moved"}
    assert "Touchpoint 1 “Advert”: moved: Need › Touchpoints → Use › Touchpoints" in said(project)
    project = move_lane(doubled(), THEN, new(doubled(), "ln_f"), 0)
    assert list(comparison(project).marks.values()) == ["moved"]


def test_what_is_gone_is_told_under_its_old_id() -> None:
    project = doubled()
    project = delete_cards(project, THEN, [new(project, "nt_c")])
    some = comparison(project)
    assert dict(some.marks) == {"nt_c": "removed", "lk_b": "removed"}
    assert said(project) == ["Pain point 6 removed", "Link 6 → 7 removed"]
    assert summary(rows(some, of("en")), of("en")) == "− 2 removed · ≠ 1 changed"
    link = map_of(project, THEN).links[0].id
    assert said(delete_links(project, THEN, [link]))[-2:] == ["Link 1 → 3 “then” removed", "Link 6 → 7 removed"]


def test_copies_of_what_lies_inside_are_the_same_until_they_change() -> None:
    project = doubled()
    phase = new(project, "ph_a")
    points = table.find(map_of(project, THEN).phases, phase).drop_off_points  # type: ignore[union-attr]  # it is there
    assert points[0].id != "do_a"
    project = set_phase(project, THEN, phase, drop_off_points=(replace(points[0], likelihood=3),))
    assert said(project) == ["Phase “Need”: drop-off points changed"]


def strangers(journey: JourneyMap) -> JourneyMap:
    """The same map with ids of its own that nobody knows anything about, as from another file."""
    fresh = {one: f"{one.partition('_')[0]}_other{at:03}" for at, one in enumerate(sorted(_ids(journey)), 1)}

    def renamed(record: Record) -> Record:
        known = {name: fresh[value] for name, value in record if isinstance(value, str) and value in fresh}
        return replace(record, **known)

    tables = {
        name: table.in_order(renamed(each) for each in getattr(journey, name))  # type: ignore[type-var]  # have ids
        for name in ("phases", "steps", "lanes", "touchpoints", "notes", "links")
    }
    return replace(journey, id="map_other", origin=None, comments=(), **tables)


def _ids(journey: JourneyMap) -> list[str]:
    tables = ("phases", "steps", "lanes", "touchpoints", "notes", "links")
    return [each.id for name in tables for each in getattr(journey, name)]


def test_maps_of_two_files_are_matched_by_what_they_say() -> None:
    old = small_project()
    journey = strangers(map_of(old, MAP))
    other = add_channel(old, channel_id="ch_z", name="Shop")
    pairs = paired(map_of(old, MAP), journey)
    # Of two steps of one phase both named, and of cards, words decide; the note without text has its number.
    assert len(pairs.older) == len(_ids(journey))
    card = pairs.newer["tp_a"]
    other = replace(other, maps=(replace(journey, rank="a0"),))
    other = set_touchpoint(other, "map_other", [card], channel="ch_z")
    some = compared(old, map_of(old, MAP), other, map_of(other, "map_other"))
    assert some.differences == (), "a channel of the same name is the same"
    other = set_touchpoint(other, "map_other", [card], title="Sees an advert in the paper")
    other = set_note(other, "map_other", [pairs.newer["nt_a"]], text="Retire early")
    some = compared(old, map_of(old, MAP), other, map_of(other, "map_other"))
    assert [(each.what, each.number) for each in some.differences] == [("changed", 1), ("removed", 4), ("added", 4)]


def test_numbers_tell_in_maps_that_are_related() -> None:
    project = doubled()
    copy = map_of(project, THEN)
    notes = [replace(each, origin=None, text=f"Other {each.number}") for each in copy.notes]
    project = replace(project, maps=table.put(project.maps, [replace(copy, notes=table.in_order(notes))]))
    assert {each.what for each in comparison(project).differences if each.table == "notes"} == {"changed"}


def test_feelings_go_along_the_newer_journey_with_what_is_gone_behind_what_it_followed() -> None:
    project = doubled()
    project = delete_cards(project, THEN, [new(project, "tp_c")])
    project = set_emotion(project, THEN, [new(project, "tp_a")], -1)
    project = add_touchpoint(
        project, THEN, id="tp_new", step=new(project, "st_a"), lane=new(project, "ln_a"), index=0, emotion=2
    )
    found = [(each.old, each.before, each.after) for each in feelings(comparison(project))]
    assert found == [("", None, 2), ("tp_a", 1, -1), ("tp_b", None, None), ("tp_c", -2, None), ("tp_d", None, None)]


@pytest.mark.parametrize("language", ["en", "de", "en-XP"])
def test_every_row_is_worded(language: str) -> None:
    project = doubled()
    some = compared(project, map_of(project, MAP), project, map_of(project, "map_2"))
    assert {each.mark for each in rows(some, of(language))} == {"changed", "removed"}
    for each in rows(some, of(language)):
        assert each.subject
        assert "{" not in line(each, of(language))


def test_big_maps_are_compared_at_once() -> None:
    project = big_project(400)
    journey = map_of(project, MAP)
    other = strangers(journey)
    assert len(paired(journey, other).older) == len(_ids(journey))
