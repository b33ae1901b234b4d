"""Rankings and ballots: ties share a rank, and a ballot is read as people type it."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor.analysis.finding import Finder, Sought
from cjeditor.analysis.voting import Trouble, open_round, ranking, read_ballot, votable, written_ballot
from cjeditor.model.edits.voting import add_ballot, close_round
from cjeditor.model.edits.voting import open_round as opened
from cjeditor.model.lookup import cards
from cjeditor.model.project import Project
from tests.builders import MAP, small_project


def with_round(**fields: Any) -> Project:
    return opened(small_project(), MAP, round_id="vr_a", at="2026-11-27T09:00:00", **fields)


def test_ties_share_a_rank_and_the_next_rank_is_left_out() -> None:
    project = with_round(dots=6)
    project = add_ballot(project, MAP, "vr_a", ["nt_a", "tp_c", "tp_a", "tp_a", "nt_c", "nt_c"])
    journey_map = project.maps[0]
    places = ranking(journey_map, journey_map.rounds[0])
    assert [(place.rank, place.card.number, place.dots) for place in places] == [
        (1, 1, 2),
        (1, 6, 2),
        (3, 3, 1),
        (3, 4, 1),
    ]


def test_tells_what_can_be_voted_for() -> None:
    journey_map = with_round(kind="touchpoint", phase="ph_a").maps[0]
    one = open_round(journey_map)
    assert one is not None
    assert {card.id for card in votable(journey_map, one)} == {"tp_a", "tp_b"}
    in_lane = with_round(lane="ln_b").maps[0]
    assert {card.id for card in votable(in_lane, in_lane.rounds[0])} == {"nt_a", "nt_b"}


@pytest.mark.parametrize(
    ("typed", "dots"),
    [
        ("", ()),
        ("1 1 6", ("tp_a", "tp_a", "nt_c")),
        (" 1,1;6 ", ("tp_a", "tp_a", "nt_c")),
        ("#1x2 + 006", ("tp_a", "tp_a", "nt_c")),
        ("1×2", ("tp_a", "tp_a")),
        ("6. 1.", ("nt_c", "tp_a")),
    ],
)
def test_reads_ballots_as_people_type_them(typed: str, dots: tuple[str, ...]) -> None:
    journey_map = with_round(dots=3).maps[0]
    reading = read_ballot(typed, journey_map, journey_map.rounds[0])
    assert (reading.dots, reading.trouble) == (dots, None)
    again = read_ballot(written_ballot(dots, journey_map), journey_map, journey_map.rounds[0])
    assert again.dots == dots


@pytest.mark.parametrize(
    ("typed", "good", "trouble"),
    [
        ("1 99", 1, Trouble("unknown", "99")),
        ("1 0", 1, Trouble("unknown", "0")),
        ("1 zwei", 1, Trouble("word", "zwei")),
        ("1 <b>", 1, Trouble("word", "<b>")),
        ("1 ١", 1, Trouble("word", "١")),
        ("4", 0, Trouble("wrong", "4")),
        ("1 2 3 1", 3, Trouble("many", "1")),
        ("1x999", 0, Trouble("many", "1x999")),
        ("1 1 1", 2, Trouble("crowded", "1")),
    ],
)
def test_says_what_is_wrong_with_a_ballot(typed: str, good: int, trouble: Trouble) -> None:
    journey_map = with_round(dots=3, most_per_card=2, kind="touchpoint").maps[0]
    reading = read_ballot(typed, journey_map, journey_map.rounds[0])
    assert (len(reading.dots), reading.trouble) == (good, trouble)


def test_a_search_by_votes_finds_no_dot_of_an_open_round() -> None:
    project = add_ballot(with_round(), MAP, "vr_a", ["tp_a", "tp_a"])

    def found(project: Project) -> list[str]:
        return list(Finder().found(cards(project.maps[0]), project, Sought(votes=1)))

    assert found(project) == []
    assert found(close_round(project, MAP, "vr_a", at="2026-11-27T10:00:00")) == ["tp_a"]
