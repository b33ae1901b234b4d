"""Two people's changes as one: whatever both did, the result holds all rules and nothing new is lost."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjeditor.model import rules, table
from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.cards import add_touchpoint, delete_cards, set_touchpoint
from cjeditor.model.edits.links import add_link
from cjeditor.model.edits.maps import delete_map, set_map, set_project
from cjeditor.model.edits.phases import delete_phases, merge_phases, set_phase
from cjeditor.model.edits.steps import delete_steps
from cjeditor.model.edits.voting import add_ballot, close_round, open_round, reopen_round, set_round
from cjeditor.model.ids import MAP_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.lookup import map_of
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.model.three_way import Side, merged
from tests.builders import MAP, small_project
from tests.model.drawing import DRAW, Drawing
from tests.strategies import projects

BASE = small_project()


def records(project: Project) -> dict[str, Any]:
    """All records by id; of maps only the id counts."""
    found: dict[str, Any] = {}
    for name in PROJECT_PREFIXES:
        found.update({one.id: None if name == "maps" else one for one in getattr(project, name)})
    for each in project.maps:
        for name in MAP_PREFIXES:
            found.update({one.id: one for one in getattr(each, name)})
    return found


def title_of(project: Project, card_id: str) -> str:
    card = table.find(map_of(project, MAP).touchpoints, card_id)
    assert isinstance(card, Touchpoint)
    return card.title


def test_what_only_one_side_changed_is_taken() -> None:
    mine = set_touchpoint(BASE, MAP, ["tp_a"], title="Mine")
    theirs = set_phase(set_touchpoint(BASE, MAP, ["tp_b"], emotion=2), MAP, "ph_a", name="Theirs")
    both = merged(BASE, mine, theirs)
    assert both.clashes == ()
    assert both.repairs == ()
    assert both.project == set_phase(set_touchpoint(mine, MAP, ["tp_b"], emotion=2), MAP, "ph_a", name="Theirs")


def test_two_fields_of_one_card_are_no_clash() -> None:
    both = merged(
        BASE, set_touchpoint(BASE, MAP, ["tp_a"], title="Mine"), set_touchpoint(BASE, MAP, ["tp_a"], emotion=-2)
    )
    assert both.clashes == ()
    assert both.project == set_touchpoint(BASE, MAP, ["tp_a"], title="Mine", emotion=-2)


@pytest.mark.parametrize(("side", "title"), [(None, "Mine"), ("mine", "Mine"), ("theirs", "Theirs")])
def test_the_same_field_is_a_clash_that_people_decide(side: Side | None, title: str) -> None:
    mine, theirs = (
        set_touchpoint(BASE, MAP, ["tp_a"], title="Mine"),
        set_touchpoint(BASE, MAP, ["tp_a"], title="Theirs"),
    )
    place = (MAP, "touchpoints", "tp_a", "title")
    both = merged(BASE, mine, theirs, {} if side is None else {place: side})
    (clash,) = both.clashes
    assert (clash.place, clash.mine, clash.theirs, clash.taken) == (place, "Mine", "Theirs", side or "mine")
    assert title_of(both.project, "tp_a") == title


@pytest.mark.parametrize("other_way", [False, True])
def test_what_one_deleted_and_the_other_changed_stays_unless_chosen(other_way: bool) -> None:
    gone, changed = delete_cards(BASE, MAP, ["tp_a"]), set_touchpoint(BASE, MAP, ["tp_a"], title="Still wanted")
    mine, theirs = (changed, gone) if other_way else (gone, changed)
    both = merged(BASE, mine, theirs)
    (clash,) = both.clashes
    assert title_of(both.project, "tp_a") == "Still wanted"
    deleting: Side = "theirs" if other_way else "mine"
    without = merged(BASE, mine, theirs, {clash.place: deleting}).project
    assert table.find(map_of(without, MAP).touchpoints, "tp_a") is None
    assert rules.problems(without) == []


def test_a_card_put_into_a_phase_that_the_other_deleted_brings_it_back() -> None:
    mine = delete_phases(BASE, MAP, ["ph_a"])
    theirs = add_touchpoint(BASE, MAP, id="tp_new", step="st_a", lane="ln_a", title="New")
    both = merged(BASE, mine, theirs)
    assert title_of(both.project, "tp_new") == "New"
    assert {repair.record_id for repair in both.repairs} == {"st_a", "ph_a"}


def test_each_deleted_another_step_of_one_phase() -> None:
    both = merged(BASE, delete_steps(BASE, MAP, ["st_b"]), delete_steps(BASE, MAP, ["st_c"]))
    assert rules.problems(both.project) == []
    assert [repair.kind for repair in both.repairs] == ["brought_back"]


@pytest.mark.parametrize("known", [True, False])
def test_a_phase_that_one_made_part_of_another_and_the_other_changed_has_a_step_again(known: bool) -> None:
    mine = merge_phases(BASE, MAP, "ph_a", "ph_b")
    theirs = set_phase(BASE, MAP, "ph_b", name="Still its own")
    both = merged(BASE if known else None, mine, theirs)
    assert {step.phase for step in map_of(both.project, MAP).steps} >= {"ph_a", "ph_b"}
    assert rules.problems(both.project) == []
    assert [repair.kind for repair in both.repairs] == ["brought_back"]


def test_new_cards_with_one_number_keep_different_ones() -> None:
    mine = add_touchpoint(BASE, MAP, id="tp_m", step="st_a", lane="ln_a", title="Mine")
    theirs = add_touchpoint(BASE, MAP, id="tp_t", step="st_b", lane="ln_a", title="Theirs")
    both = merged(BASE, mine, theirs)
    numbers = [card.number for card in map_of(both.project, MAP).touchpoints]
    assert len(set(numbers)) == len(numbers)
    assert [repair.kind for repair in both.repairs] == ["renumbered"]


def test_the_same_link_drawn_twice_is_one() -> None:
    both = merged(
        BASE,
        add_link(BASE, MAP, link_id="lk_m", source="tp_b", target="tp_d"),
        add_link(BASE, MAP, link_id="lk_t", source="tp_b", target="tp_d"),
    )
    links = map_of(both.project, MAP).links
    assert [link.id for link in links if (link.source, link.target) == ("tp_b", "tp_d")] == ["lk_m"]


def test_fields_of_the_project_and_of_the_map() -> None:
    both = merged(BASE, set_project(BASE, title="Mine"), set_project(BASE, client="Theirs"))
    assert (both.project.title, both.project.client) == ("Mine", "Theirs")


def test_a_map_that_one_deleted_and_the_other_changed_stays() -> None:
    mine = delete_map(BASE, MAP)
    theirs = set_touchpoint(BASE, MAP, ["tp_a"], title="Theirs")
    both = merged(BASE, mine, theirs)
    assert title_of(both.project, "tp_a") == "Theirs"


def test_two_rounds_of_voting_opened_at_once() -> None:
    def opened(name: str) -> Project:
        project = open_round(BASE, MAP, round_id=name, at="2026-11-27T09:00:00")
        return add_ballot(project, MAP, name, ["tp_a", "tp_a"])

    both = merged(BASE, opened("vr_a"), opened("vr_b"))
    assert [one.is_open for one in map_of(both.project, MAP).rounds] == [True, False]
    assert [repair.kind for repair in both.repairs] == ["closed"]
    assert sum(card.votes for card in map_of(both.project, MAP).touchpoints) == 2


def card_of(project: Project, card_id: str) -> Touchpoint:
    card = table.find(map_of(project, MAP).touchpoints, card_id)
    assert isinstance(card, Touchpoint)
    return card


@pytest.mark.parametrize(("side", "dots", "ballots"), [(None, 1, 0), ("theirs", 3, 1)])
def test_a_round_that_both_changed_is_taken_whole(side: Side | None, dots: int, ballots: int) -> None:
    base = open_round(BASE, MAP, round_id="vr_a", at="2026-11-27T09:00:00", dots=3)
    mine, theirs = set_round(base, MAP, "vr_a", dots=1), add_ballot(base, MAP, "vr_a", ["tp_a", "tp_b"])
    place = (MAP, "rounds", "vr_a", "")
    both = merged(base, mine, theirs, {} if side is None else {place: side})
    assert [clash.place for clash in both.clashes] == [place]
    (one,) = map_of(both.project, MAP).rounds
    assert (one.dots, len(one.ballots)) == (dots, ballots)


@pytest.mark.parametrize(("side", "votes"), [("mine", 1 + 1), ("theirs", 1)])
def test_the_cards_votes_agree_with_the_rounds_that_stay(side: Side, votes: int) -> None:
    """Mine closed the round, which added its dots to the cards; theirs took another ballot and typed a vote."""
    base = open_round(BASE, MAP, round_id="vr_a", at="2026-11-27T09:00:00")
    base = add_ballot(base, MAP, "vr_a", ["tp_a"])
    mine = close_round(base, MAP, "vr_a", at="2026-11-27T10:00:00")
    theirs = set_touchpoint(add_ballot(base, MAP, "vr_a", ["tp_b", "tp_b"]), MAP, ["tp_a"], votes=1)
    both = merged(base, mine, theirs, {(MAP, "rounds", "vr_a", ""): side})
    (one,) = map_of(both.project, MAP).rounds
    assert one.is_open == (side == "theirs")
    assert (card_of(both.project, "tp_a").votes, card_of(both.project, "tp_b").votes) == (votes, 0)
    opened = reopen_round(both.project, MAP, "vr_a") if side == "mine" else both.project
    assert card_of(opened, "tp_a").votes == 1


def test_votes_that_both_typed_are_a_clash() -> None:
    mine, theirs = (set_touchpoint(BASE, MAP, ["tp_a"], votes=votes) for votes in (3, 5))
    place = (MAP, "touchpoints", "tp_a", "votes")
    both = merged(BASE, mine, theirs, {place: "theirs"})
    assert [(clash.place, clash.base, clash.mine, clash.theirs) for clash in both.clashes] == [(place, 0, 3, 5)]
    assert card_of(both.project, "tp_a").votes == 5


@pytest.mark.parametrize(("side", "title"), [(None, "Mine"), ("theirs", "Theirs")])
def test_what_both_made_anew_under_one_id_is_a_clash(side: Side | None, title: str) -> None:
    mine, theirs = (
        add_touchpoint(BASE, MAP, id="tp_x", step="st_a", lane="ln_a", title=title) for title in ("Mine", "Theirs")
    )
    place = (MAP, "touchpoints", "tp_x", "title")
    both = merged(BASE, mine, theirs, {} if side is None else {place: side})
    assert [(clash.place, clash.base, clash.mine, clash.theirs) for clash in both.clashes] == [
        (place, None, "Mine", "Theirs")
    ]
    assert title_of(both.project, "tp_x") == title


def test_a_map_that_both_made_anew_under_one_id_is_a_clash_field_by_field() -> None:
    mine = set_touchpoint(BASE, MAP, ["tp_a"], title="Mine")
    mine = add_touchpoint(mine, MAP, id="tp_m", step="st_a", lane="ln_a", title="Only mine")
    theirs = set_map(BASE, MAP, title="Theirs")
    both = merged(Project(), mine, theirs)
    assert [clash.place for clash in both.clashes] == [(MAP, "touchpoints", "tp_a", "title"), (MAP, "", "", "title")]
    assert both.project == mine


def test_without_a_known_beginning_each_difference_is_asked_about() -> None:
    mine = set_touchpoint(BASE, MAP, ["tp_a"], title="Mine")
    mine = add_touchpoint(mine, MAP, id="tp_m", step="st_a", lane="ln_a", title="Only mine")
    theirs = set_project(add_link(BASE, MAP, link_id="lk_t", source="tp_b", target="tp_d"), client="Theirs")
    both = merged(None, mine, theirs)
    places = {clash.place: clash.taken for clash in both.clashes}
    assert places == {
        (MAP, "touchpoints", "tp_a", "title"): "mine",
        (MAP, "touchpoints", "tp_m", ""): "mine",
        (MAP, "links", "lk_t", ""): "theirs",
        ("", "", "", "client"): "mine",
    }
    assert both.project == add_link(mine, MAP, link_id="lk_t", source="tp_b", target="tp_d")
    as_theirs: dict[Any, Side] = dict.fromkeys(places, "theirs")
    # The number of the card that goes is not forgotten: a number never comes again.
    with_it = add_touchpoint(theirs, MAP, id="tp_m", step="st_a", lane="ln_a", title="Only mine")
    assert merged(None, mine, theirs, as_theirs).project == delete_cards(with_it, MAP, ["tp_m"])
    assert merged(None, mine, mine).clashes == ()


def edited(project: Project, data: st.DataObject, numbers: itertools.count[int]) -> Project:
    """The project after some edits of any kind; ids that `numbers` gave are never given again."""
    drawing = Drawing(data, numbers)
    for name in data.draw(st.lists(st.sampled_from(sorted(DRAW)), max_size=4)):
        drawing.look_at(project)
        try:
            project = DRAW[name](drawing)(project)
        except EditRefused:
            continue
    return project


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_whatever_both_did(data: st.DataObject) -> None:
    base = data.draw(st.one_of(st.just(BASE), projects()))
    numbers = itertools.count()
    mine, theirs = edited(base, data, numbers), edited(base, data, numbers)
    assert merged(base, mine, mine).project == mine
    assert merged(base, base, theirs).project == theirs
    assert merged(base, mine, base).project == mine
    both = merged(base, mine, theirs)
    assert rules.problems(both.project) == []
    unknown = merged(None, mine, theirs)
    assert rules.problems(unknown.project) == []
    assert merged(None, mine, mine).clashes == ()
    assert set(records(mine)) | set(records(theirs)) <= {
        *records(unknown.project),
        *(repair.record_id for repair in unknown.repairs if repair.kind == "dropped"),
    }, "without a known beginning nothing goes unasked"
    before, found = records(base), records(both.project)
    dropped = {repair.record_id for repair in both.repairs if repair.kind == "dropped"}
    for side in (mine, theirs):
        new = {key for key in records(side) if key not in before}
        assert new <= {*found, *dropped}, "what somebody made is lost"
