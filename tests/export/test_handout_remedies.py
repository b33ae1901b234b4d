"""What is promised against letters that are too small is what comes."""

from __future__ import annotations

import pytest

from cjeditor.export.handout import composed
from cjeditor.export.handout_remedies import least, remedies, smallest_of
from cjeditor.export.legibility import IN_HAND, ON_THE_WALL, is_large_enough
from cjeditor.export.options import HandoutOptions, OwnSize, Paper
from cjeditor.export.posters.options import PosterOptions
from cjeditor.export.posters.planning import Planner
from cjeditor.export.posters.remedies import smallest_of as smallest_of_posters
from cjeditor.export.problems import ExportCancelled
from tests.export.samples import mortgage

PROJECT = mortgage(phases=4)
MAP = PROJECT.maps[0].id


@pytest.mark.parametrize(
    ("paper", "points"),
    [("A4", IN_HAND), ("A3", IN_HAND), ("Tabloid", IN_HAND), ("A2", ON_THE_WALL), ("A0", ON_THE_WALL),
     (OwnSize(300, 500), IN_HAND), (OwnSize(500, 700), ON_THE_WALL)],
)  # fmt: skip
def test_a_wall_asks_for_larger_letters_than_a_hand(paper: Paper | OwnSize, points: float) -> None:
    assert least("A4", HandoutOptions(paper=paper)) == points


def test_the_projects_own_paper_counts_where_none_is_chosen() -> None:
    assert least("A1", HandoutOptions()) == ON_THE_WALL


def test_where_letters_are_large_enough_nothing_helps() -> None:
    options = HandoutOptions(paper="A4", parts=("cover", "map"))
    assert list(remedies(PROJECT, MAP, options, smallest_of(composed(PROJECT, MAP, options)))) == []


def test_each_remedy_is_as_it_would_be_printed() -> None:
    options = HandoutOptions(paper="A2", parts=("cover", "map"), audience="client", grey=True)
    smallest = smallest_of(composed(PROJECT, MAP, options))
    found = list(remedies(PROJECT, MAP, options, smallest))
    kinds = [one.kind for one in found]
    assert {"larger", "poster", "hand"} <= set(kinds)
    for one in found:
        assert one.smallest > smallest or one.kind == "hand"
        assert (one.options.audience, one.options.grey) == ("client", True)
        if isinstance(one.options, PosterOptions):
            posters = Planner(PROJECT, MAP, one.options).plan(one.options)
            assert one.smallest == pytest.approx(smallest_of_posters(posters))
            assert one.sheets == sum(poster.sheets for poster in posters)
        else:
            assert one.smallest == pytest.approx(smallest_of(composed(PROJECT, MAP, one.options)))
    hand = next(one for one in found if one.kind == "hand")
    assert is_large_enough(hand.smallest, IN_HAND)


def test_phase_sheets_stand_where_the_whole_map_stood() -> None:
    options = HandoutOptions(paper="A0", parts=("cover", "overview", "map", "legend"))
    found = [one for one in remedies(PROJECT, MAP, options, 1.0) if one.kind == "phases"]
    assert [one.options.parts for one in found if isinstance(one.options, HandoutOptions)] == [
        ("cover", "phases", "legend")
    ]


def test_without_the_map_no_poster_of_it_is_offered() -> None:
    options = HandoutOptions(paper="A0", parts=("cover", "legend"))
    smallest = smallest_of(composed(PROJECT, MAP, options))
    assert [one.kind for one in remedies(PROJECT, MAP, options, smallest)] == ["hand"]


def test_looking_ends_when_asked_to() -> None:
    with pytest.raises(ExportCancelled):
        list(remedies(PROJECT, MAP, HandoutOptions(paper="A2", parts=("map",)), 9.0, lambda: True))
