from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjeditor.export.options import PAPERS, Paper
from cjeditor.export.tiling import Place, Room, Tiling, cut, fewest, name_of, tiling

MM = 72 / 25.4


def sheets(poster: Paper, paper: Paper) -> int:
    """How many sheets with edges of 5 mm and 10 mm for glue a poster takes that may be cut anywhere."""
    short, long = (side / MM for side in PAPERS[poster])
    upright, lying = (
        fewest(long, Room(across - 10, 10)) * fewest(short, Room(down - 10, 10))
        for across, down in ([side / MM for side in PAPERS[paper]], [side / MM for side in reversed(PAPERS[paper])])
    )
    return min(upright, lying)


@pytest.mark.parametrize(
    ("poster", "paper", "count"),
    [("A0", "A4", 21), ("A0", "A3", 9), ("A1", "A4", 12), ("A1", "A3", 6), ("A2", "A4", 8), ("A2", "A3", 4)],
)
def test_edges_and_glue_count(poster: Paper, paper: Paper, count: int) -> None:
    """Not the 16 sheets of A4 that lie on an A0."""
    assert sheets(poster, paper) == count


def test_a_poster_that_fits_is_not_cut() -> None:
    assert cut(100, [Place(50, 0)], Room(100, 10)) == ()
    assert fewest(100.1, Room(100, 10)) == 2


def test_glue_that_leaves_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        fewest(100, Room(20, 10, 10))


def test_cuts_lie_in_gutters() -> None:
    """A sheet less would go through a card."""
    places = [Place(at, 0.0) for at in (30, 60, 95)] + [Place(at, 0.0, 1) for at in (90, 91, 180)]
    assert [place.at for place in cut(130, places, Room(100, 10))] == [60]
    assert [place.at for place in cut(185, [*places, Place(170, 0.0, 3)], Room(100, 10))] == [60, 95]


def test_where_it_must_be_through_cards_then_through_few() -> None:
    places = [Place(at, 0.0, crossed) for at, crossed in ((50, 4), (70, 1), (88, 3), (140, 1))]
    assert [place.at for place in cut(150, places, Room(100, 10))] == [70]


def test_the_welcome_place_is_taken() -> None:
    """Between phases rather than between steps, and rather even sheets than one that shows nearly nothing."""
    assert [place.at for place in cut(160, [Place(80, 3.0), Place(85, 0.0)], Room(100, 10))] == [85]
    assert [place.at for place in cut(100.5, [Place(50, 0.1), Place(89, 0.0)], Room(100, 10))] == [50]


def test_without_any_place_sheets_are_full() -> None:
    assert [place.at for place in cut(250, [], Room(100, 10))] == [90, 180]
    assert [place.at for place in cut(240, [], Room(100, 10, 20))] == [90, 160]


def test_sheets_have_names_and_neighbours() -> None:
    places = [Place(at, 0.0) for at in (80, 160)]
    some = tiling((240, 90), (places, ()), (Room(100, 10), Room(100, 10)))
    assert [tile.name for tile in some.tiles] == ["A1", "A2", "A3"]
    assert some.neighbours(some.tiles[1]) == (("←", "A1"), ("→", "A3"))
    assert [name_of(row, 0) for row in (0, 25, 26, 27, 52)] == ["A1", "Z1", "AA1", "AB1", "BA1"]


def test_repeated_headers_make_the_poster_larger() -> None:
    some = tiling(
        (250, 50), ([Place(80, 0.0), Place(140, 0.0), Place(200, 0.0)], ()), (Room(100, 10, 20), Room(60, 5, 0))
    )
    assert some.across == (80, 140, 200)
    assert [(tile.x, tile.width) for tile in some.tiles] == [(0, 80), (80, 80), (160, 80), (240, 70)]
    assert some.width == 310


@st.composite
def _posters(draw: st.DrawFn) -> tuple[float, list[Place], Room]:
    length = draw(st.floats(50, 5_000))
    ats = draw(st.lists(st.floats(1, length - 1), max_size=40))
    crossed = draw(st.lists(st.integers(0, 2), min_size=len(ats), max_size=len(ats)))
    places = [Place(at, at % 3, count) for at, count in zip(ats, crossed, strict=True)]
    sheet = draw(st.floats(60, 400))
    return length, places, Room(sheet, draw(st.sampled_from((0.0, 10.0))), draw(st.sampled_from((0.0, sheet / 4))))


@settings(max_examples=60)
@given(_posters())
def test_all_of_it_is_on_sheets_and_no_sheet_is_too_full(one: tuple[float, list[Place], Room]) -> None:
    length, places, room = one
    some = tiling((length, 10), (places, ()), (room, Room(10, 0)))
    assert_whole(some, length, room)
    free = [place.at for place in places if not place.crossed and 0 < place.at < length]
    if not some.crossed:
        assert set(some.across) <= set(free)
    elif len(some.across):
        assert not is_feasible(free, length, room), "a way without cutting a card was there"


def assert_whole(some: Tiling, length: float, room: Room) -> None:
    edges = [0.0, *some.across, length]
    assert edges == sorted(edges)
    for i, (tile, (left, right)) in enumerate(zip(some.tiles, pairwise(edges), strict=True)):
        assert tile.width == pytest.approx(right - left + (room.repeated if i else 0))
        assert tile.width + tile.right <= room.length + 1e-3
        assert tile.right == (room.overlap if i < len(some.across) else 0)
        assert tile.x == pytest.approx(sum(other.width for other in some.tiles[:i]))


def is_feasible(free: Sequence[float], length: float, room: Room) -> bool:
    """Whether sheets as full as the free places allow come to the end."""
    start, first = 0.0, True
    while length - start > room.piece(first=first, last=True):
        reached = [at for at in free if start < at <= start + room.piece(first=first, last=False)]
        if not reached:
            return False
        start, first = max(reached), False
    return True
