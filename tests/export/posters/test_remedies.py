from __future__ import annotations

import pytest

from cjeditor.export.legibility import reading_distance, smallest_in
from cjeditor.export.options import OwnSize
from cjeditor.export.posters.options import PosterOptions
from cjeditor.export.posters.planning import Planner
from cjeditor.export.posters.remedies import is_legible, least, remedies, smallest_of, too_small
from cjeditor.export.views import Placed, View
from cjeditor.layout.primitives import Primitive, Text
from tests.export.samples import mortgage

PROJECT = mortgage()
MAP = PROJECT.maps[0].id
PLANNER = Planner(PROJECT, MAP, PosterOptions())


@pytest.mark.parametrize(("points", "metres"), [(8, 0.61), (24, 1.83), (100, 7.62)])
def test_letters_are_read_from_300_times_their_height(points: float, metres: float) -> None:
    """Capitals of 24 pt are 24 × 0.3528 mm × 0.72 = 6.1 mm high."""
    assert reading_distance(points) == pytest.approx(metres, abs=0.005)


def test_the_smallest_letters_of_a_page_are_found() -> None:
    def letters(text: str, size: float) -> Primitive:
        return Text(0, 0, text, "icon" if text == "*" else "regular", size, "text", 10)

    shapes = [letters("a", 9.0), letters("*", 2.0), letters(" ", 1.0)]
    assert smallest_in(shapes, [], 2.0) == 18.0
    assert smallest_in(shapes, [View([Placed(0, 0, [letters("b", 8.0)])], scale=1.5)], 2.0) == 12.0
    assert smallest_in([], [], 1.0) == 0.0


@pytest.mark.parametrize(
    ("options", "points"),
    [
        (PosterOptions(paper="A3"), 8),
        (PosterOptions(paper="A2"), 24),
        (PosterOptions(paper=OwnSize(420, 594)), 24),
        (PosterOptions(paper="A3", tile="A4"), 24),
    ],
)
def test_a_wall_asks_for_larger_letters_than_a_hand(options: PosterOptions, points: float) -> None:
    assert least(options) == points


def test_what_is_too_small_has_remedies_that_help() -> None:
    options = PosterOptions(paper="A4")
    posters = PLANNER.plan(options)
    smallest = smallest_of(posters)
    assert smallest < 8
    found = list(remedies(PLANNER, options, posters))
    assert [one.kind for one in found] == ["larger", "tiled", "phases"]
    for one in found:
        again = PLANNER.plan(one.options)
        assert smallest_of(again) == one.smallest > smallest
        assert sum(poster.sheets for poster in again) == one.sheets
        assert one.smallest >= 8 * 0.99
    assert found[1].options.tile == PROJECT.settings.paper
    problem = too_small(PLANNER, options, posters)
    assert problem is not None
    assert problem.code == "export-letters-small-larger"
    assert problem.params["points"] == round(smallest, 1)


def test_what_is_large_enough_has_none() -> None:
    options = PosterOptions(paper=OwnSize(3000, 4800))
    posters = PLANNER.plan(options)
    assert is_legible(posters, options)
    assert list(remedies(PLANNER, options, posters)) == []
    assert too_small(PLANNER, options, posters) is None
