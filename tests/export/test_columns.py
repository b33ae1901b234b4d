from __future__ import annotations

import pytest

from cjeditor.export.pdf.columns import Block, Column, Grid, Section
from cjeditor.export.pdf.sheets import Ends, frame
from cjeditor.export.typeset import Piece
from cjeditor.layout.primitives import Rect

LINE = 10.0


def lines(count: int, name: str = "line") -> Block:
    return tuple(Piece(LINE, (Rect(0, 0, 50, LINE, fill=f"{name}{i}"),)) for i in range(count))


def column(height: float) -> Column:
    return Column(0, 0, 100, height)


def names(one: Column) -> list[str]:
    return [shape.fill for shape in one.shapes if isinstance(shape, Rect)]


def poured(section: Section, height: float) -> list[list[str]]:
    """What stands in the columns that a section takes."""
    found: list[list[str]] = []
    rest: Section | None = section
    while rest is not None:
        assert len(found) < 100
        here = column(height)
        rest = here.add(rest)
        assert here.y <= height + 0.01
        found.append(names(here))
    return found


def test_what_fits_stands_in_one_column() -> None:
    one = column(100)
    assert one.add(Section(lines(1, "h"), (lines(2, "a"), lines(2, "b")), gap=8)) is None
    assert names(one) == ["h0", "a0", "a1", "b0", "b1"]
    assert one.y == 58


def test_a_heading_does_not_stand_alone_at_the_end() -> None:
    one = column(100)
    one.put(lines(8))
    section = Section(lines(1, "h"), (lines(3, "a"),), before=0)
    assert one.add(section) is section
    assert names(one) == [f"line{i}" for i in range(8)]


def test_a_section_goes_on_below_what_stands_there_again() -> None:
    section = Section(lines(1, "h"), tuple(lines(2, f"{name}-") for name in "abcdef"), again=lines(1, "again"), gap=0)
    first, second, third = poured(section, 50)
    assert first == ["h0", "a-0", "a-1", "b-0", "b-1"]
    assert second == ["again0", "c-0", "c-1", "d-0", "d-1"]
    assert third == ["again0", "e-0", "e-1", "f-0", "f-1"]


def test_a_small_block_stays_whole() -> None:
    section = Section((), (lines(8, "a"), lines(4, "b")), gap=0)
    assert poured(section, 100) == [[f"a{i}" for i in range(8)], [f"b{i}" for i in range(4)]]


def test_a_large_block_is_broken_without_a_single_line_on_either_side() -> None:
    assert [len(some) for some in poured(Section((), (lines(11, "a"),)), 100)] == [9, 2]
    one = column(100)
    one.put(lines(9))
    section = Section((), (lines(20, "a"),), before=0)
    assert one.add(section) is section


@pytest.mark.parametrize("height", [5.0, 10.0, 15.0, 100.0])
def test_every_column_takes_something(height: float) -> None:
    """Even where a piece is higher than the column: it is printed rather than turned forever."""
    rest: Section | None = Section(lines(1, "h"), (lines(30, "a"),), again=lines(1, "h"))
    found: list[str] = []
    while rest is not None:
        here = column(height)
        rest = here.add(rest)
        found += [name for name in names(here) if name != "h0"]
    assert found == [f"a{i}" for i in range(30)]


def test_a_grid_shares_the_width_of_the_page() -> None:
    page = frame("A4", landscape=True, left_head=Ends(""), right_head="", left_foot=Ends(""))
    first, second, third = Grid((1, 2, 1)).columns(page, 100)
    assert (first.left, first.top, first.bottom) == (page.left, 100, page.bottom)
    assert second.left - (first.left + first.width) == pytest.approx(24)
    assert second.width == pytest.approx(2 * first.width)
    assert third.left + third.width == pytest.approx(page.right)
