"""Rounds of voting: ballots stay hidden until the round is closed, and follow the cards whatever becomes of them."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor.model import rules
from cjeditor.model.change import Change
from cjeditor.model.edits.cards import delete_cards, set_note
from cjeditor.model.edits.clipping import copy_cards, paste
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.edits.joining import merge_cards, split_card
from cjeditor.model.edits.lanes import delete_lanes, merge_lanes
from cjeditor.model.edits.phases import delete_phases, merge_phases
from cjeditor.model.edits.voting import (
    add_ballot,
    close_round,
    delete_round,
    open_round,
    reopen_round,
    set_ballot,
    set_round,
    take_back_ballot,
)
from cjeditor.model.edits.workshop import park_cards
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import cards
from cjeditor.model.project import Project
from cjeditor.model.voting import VotingRound
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()
NINE, TEN = "2026-11-27T09:00:00", "2026-11-27T10:00:00"


def opened(project: Project = BEFORE, **fields: Any) -> Project:
    return open_round(project, MAP, round_id="vr_a", at=NINE, **fields)


def cast(project: Project, *ballots: str) -> Project:
    for ballot in ballots:
        project = add_ballot(project, MAP, "vr_a", ballot.split())
    return project


def closed(project: Project) -> Project:
    return close_round(project, MAP, "vr_a", at=TEN)


def votes(project: Project) -> dict[str, int]:
    return {card.id: card.votes for card in cards(project.maps[0]) if card.votes}


def the_round(project: Project) -> VotingRound:
    return project.maps[0].rounds[0]


VOTED = cast(opened(), "tp_a tp_a nt_a", "tp_a nt_b", "")


def test_no_card_shows_a_dot_until_the_round_is_closed() -> None:
    assert votes(VOTED) == {}
    assert VOTED.maps[0].touchpoints is BEFORE.maps[0].touchpoints
    after = closed(VOTED)
    assert votes(after) == {"tp_a": 3, "nt_a": 1, "nt_b": 1}
    assert (the_round(after).opened, the_round(after).closed, len(the_round(after).ballots)) == (NINE, TEN, 3)


def test_cards_show_the_dots_of_all_closed_rounds_beside_what_was_typed() -> None:
    project = closed(cast(opened(set_note(BEFORE, MAP, ["nt_a"], votes=4)), "nt_a"))
    project = open_round(project, MAP, round_id="vr_b", at=TEN)
    project = close_round(add_ballot(project, MAP, "vr_b", ["nt_a", "tp_b"]), MAP, "vr_b", at=TEN)
    assert votes(project) == {"nt_a": 6, "tp_b": 1}
    assert votes(delete_round(project, MAP, "vr_a")) == {"nt_a": 5, "tp_b": 1}
    assert votes(reopen_round(project, MAP, "vr_b")) == {"nt_a": 5}


def test_reopening_takes_the_dots_away_and_never_below_nothing() -> None:
    after = reopen_round(closed(VOTED), MAP, "vr_a")
    assert after == VOTED
    less = set_note(closed(VOTED), MAP, ["nt_a"], votes=0)
    assert votes(reopen_round(less, MAP, "vr_a")) == {}


def test_deleting_an_open_round_takes_no_votes_away() -> None:
    typed = set_note(BEFORE, MAP, ["nt_a"], votes=4)
    assert delete_round(cast(opened(typed), "nt_a nt_a"), MAP, "vr_a") == typed


def test_ballots_are_changed_and_taken_back() -> None:
    after = set_ballot(VOTED, MAP, "vr_a", 1, ["tp_c"])
    assert [ballot.dots for ballot in the_round(after).ballots] == [("tp_a", "tp_a", "nt_a"), ("tp_c",), ()]
    after = take_back_ballot(after, MAP, "vr_a", 0)
    assert [ballot.dots for ballot in the_round(after).ballots] == [("tp_c",), ()]


def test_refuses_dots_that_the_round_does_not_allow() -> None:
    project = opened(dots=3, most_per_card=2, kind="pain_point")
    assert refusal(add_ballot, project, MAP, "vr_a", ["nt_c"] * 4).code == "too-many-dots"
    found = refusal(add_ballot, project, MAP, "vr_a", ["nt_c"] * 3)
    assert (found.code, found.params) == ("too-many-on-card", {"number": 6, "most": 2})
    assert refusal(add_ballot, project, MAP, "vr_a", ["nt_a"]).params == {"number": 4}
    assert refusal(add_ballot, project, MAP, "vr_a", ["tp_9"]).code == "unknown-id"
    in_a_phase = opened(phase="ph_b", lane="ln_d")
    assert refusal(add_ballot, in_a_phase, MAP, "vr_a", ["tp_c"]).code == "wrong-card"
    assert cast(in_a_phase, "nt_c nt_c").maps[0].rounds[0].tally() == {"nt_c": 2}


@pytest.mark.parametrize("position", [-1, 3])
def test_refuses_a_ballot_that_is_not_there(position: int) -> None:
    assert refusal(take_back_ballot, VOTED, MAP, "vr_a", position).code == "no-ballot"
    assert refusal(set_ballot, VOTED, MAP, "vr_a", position, []).params == {"number": position + 1}


def test_one_round_is_open_at_a_time() -> None:
    assert refusal(open_round, VOTED, MAP, round_id="vr_b", at=TEN).code == "round-open"
    both = open_round(closed(VOTED), MAP, round_id="vr_b", at=TEN)
    assert refusal(reopen_round, both, MAP, "vr_a").where == ("vr_b",)
    assert refusal(opened, BEFORE, phase="ph_9").code == "unknown-reference"
    assert refusal(opened, BEFORE, ballots=()).code == "field-fixed"


def test_a_closed_round_takes_no_ballots() -> None:
    after = closed(VOTED)
    for edit, *arguments in ((add_ballot, []), (set_ballot, 0, []), (take_back_ballot, 0)):
        assert refusal(edit, after, MAP, "vr_a", *arguments).code == "round-closed"
    assert refusal(close_round, after, MAP, "vr_a", at=TEN).code == "round-closed"
    assert refusal(set_round, after, MAP, "vr_a", dots=9).code == "round-closed"
    assert the_round(set_round(after, MAP, "vr_a", question="Which?", voters=9)).question == "Which?"
    assert refusal(close_round, VOTED, MAP, "vr_a", at="").code == "field-refused"


def test_what_the_round_is_about_can_only_become_what_its_ballots_allow() -> None:
    assert refusal(set_round, VOTED, MAP, "vr_a", dots=2).code == "too-many-dots"
    assert refusal(set_round, VOTED, MAP, "vr_a", kind="goal").code == "wrong-card"
    assert the_round(set_round(VOTED, MAP, "vr_a", dots=5)).dots == 5


def test_merged_cards_have_the_dots_of_both_open_or_closed() -> None:
    still_open = merge_cards(VOTED, MAP, "nt_a", ["nt_b"])
    assert the_round(still_open).tally() == {"tp_a": 3, "nt_a": 2}
    after = merge_cards(closed(VOTED), MAP, "nt_a", ["nt_b"])
    assert votes(after) == {"tp_a": 3, "nt_a": 2}
    assert votes(reopen_round(after, MAP, "vr_a")) == {}


def test_a_split_card_keeps_its_dots() -> None:
    two = set_note(VOTED, MAP, ["nt_a"], text="One\nTwo")
    after, (new,) = split_card(two, MAP, "nt_a", new_ids=new_id)
    assert the_round(after).tally()["nt_a"] == 1
    assert the_round(after).tally()[new] == 0


def test_dots_go_with_cards_that_go_but_the_ballots_were_cast() -> None:
    for after in (
        delete_cards(VOTED, MAP, ["tp_a"]),
        park_cards(VOTED, MAP, ["tp_a"], new_ids=new_id),
        delete_lanes(VOTED, MAP, ["ln_a"]),
    ):
        assert [ballot.dots for ballot in the_round(after).ballots] == [("nt_a",), ("nt_b",), ()]
        assert rules.problems(after) == []


def test_a_round_stays_when_its_place_goes_and_follows_where_it_is_merged() -> None:
    project = opened(phase="ph_b", lane="ln_b")
    assert the_round(delete_phases(project, MAP, ["ph_b"])).phase is None
    assert the_round(delete_lanes(project, MAP, ["ln_b"])).lane is None
    assert the_round(merge_phases(project, MAP, "ph_a", "ph_b")).phase == "ph_a"
    assert the_round(merge_lanes(opened(lane="ln_d"), MAP, "ln_b", "ln_d")).lane == "ln_b"


def test_copies_of_cards_leave_the_dots_of_rounds_to_the_originals_and_keep_votes_set_by_hand() -> None:
    project = closed(set_note(VOTED, MAP, ["nt_a"], votes=4))
    assert votes(project)["nt_a"] == 5
    pasted, new = paste(project, MAP, copy_cards(project, MAP, ["nt_a"]), new_ids=new_id, step="st_b", lane="ln_b")
    assert {card: count for card, count in votes(pasted).items() if card in new} == {new[0]: 4}
    assert the_round(pasted) is the_round(project)
    while_open, new = paste(VOTED, MAP, copy_cards(VOTED, MAP, ["nt_a"]), new_ids=new_id, step="st_b", lane="ln_b")
    assert votes(while_open) == {}


def test_a_copy_of_a_map_shows_the_votes_that_are_seen_and_has_no_ballot() -> None:
    project = closed(VOTED)
    copy = duplicate_map(project, MAP, new_map_id="map_x", new_ids=new_id, title="Copy").maps[-1]
    assert copy.rounds == ()
    assert sum(card.votes for card in cards(copy)) == 5


def test_a_change_tells_which_round_and_which_cards() -> None:
    change = Change.between(VOTED, closed(VOTED))
    assert set(change.touched(MAP, "rounds")) == {"vr_a"}
    assert set(change.touched(MAP, "notes")) == {"nt_a", "nt_b"}
    assert change.inverted().applied_to(closed(VOTED)) == VOTED
