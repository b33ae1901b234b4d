from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.export.pdf.sheets import Ends, Flow, frame
from cjeditor.export.pdf.table import Group, Table, columns, widest
from cjeditor.export.typeset import META_STRONG, STRONG, Piece, paragraph
from cjeditor.layout.primitives import Text

LINE = 12.0


def flow() -> Flow:
    page = frame("A4", landscape=True, left_head=Ends(""), right_head="", left_foot=Ends(""))
    return Flow(page, texts.of("en"))


def lines(name: str, count: int) -> tuple[Piece, ...]:
    return tuple(Piece(LINE, (Text(0, 9, f"{name}{i}", "regular", 9, "text", 20),)) for i in range(count))


def printed(into: Flow) -> list[list[Text]]:
    return [[shape for shape in sheet.shapes if isinstance(shape, Text)] for sheet in into.sheets]


def table(into: Flow, *groups: Group) -> None:
    Table(into, columns(("Head", "Other"), (1, 1), into.frame.inner_width), "{title} (continued)").add(groups)


@pytest.mark.parametrize("heights", [[1] * 100, [5, 9, 2] * 20, [30] * 7, [200], [1, 300, 1]], ids=str)
def test_no_line_is_lost_and_none_leaves_the_page(heights: list[int]) -> None:
    into = flow()
    rows = [(lines(f"r{i}-", height), lines(f"o{i}-", 1)) for i, height in enumerate(heights)]
    table(into, Group("One", "#3A7CA5", rows))
    found = [text.text for page in printed(into) for text in page]
    wanted = [f"r{i}-{j}" for i, height in enumerate(heights) for j in range(height)]
    assert [text for text in found if text.startswith("r")] == wanted
    for page in printed(into):
        assert all(into.frame.top < text.y < into.frame.bottom for text in page)


def test_head_and_group_are_repeated() -> None:
    into = flow()
    table(into, Group("One", "#3A7CA5", [(lines("a", 1), lines("b", 1)) for _ in range(60)]))
    first, *others = printed(into)
    assert [text.text for text in first][:3] == ["Head", "Other", "One"]
    assert len(others) > 1
    for page in others:
        assert [text.text for text in page][:3] == ["Head", "Other", "One (continued)"]


def test_a_row_that_goes_on_is_named_again() -> None:
    into = flow()
    table(into, Group("One", "#3A7CA5", [(lines("number", 1), lines("b", 90))]))
    pages = printed(into)
    assert len(pages) > 2
    assert all([text.text for text in page].count("number0") == 1 for page in pages)


@pytest.mark.parametrize("count", range(1, 60, 3))
def test_no_group_heading_stands_alone_at_the_foot(count: int) -> None:
    into = flow()
    rows = [(lines("a", 1), lines("b", 1)) for _ in range(count)]
    table(into, Group("One", "#3A7CA5", rows), Group("Two", "#3A7CA5", [(lines("x", 4), lines("y", 1))]))
    for page in printed(into):
        names = [text.text for text in page]
        if "Two" in names:
            assert "x0" in names


@pytest.mark.parametrize("count", [2, 4, 5, 9])
@pytest.mark.parametrize("before", range(1, 40))
def test_a_last_row_does_not_go_on_alone(count: int, before: int) -> None:
    into = flow()
    above = [(lines("a", 1), lines("b", 1)) for _ in range(before)]
    rows = [(lines(f"r{i}-", 2), lines("o", 1)) for i in range(count)]
    table(into, Group("One", "#3A7CA5", above), Group("Two", "#3A7CA5", rows))
    for page in printed(into):
        names = [text.text for text in page]
        assert f"r{count - 1}-0" not in names or f"r{count - 2}-0" in names


def test_a_short_row_moves_whole() -> None:
    into = flow()
    table(into, Group("One", "#3A7CA5", [(lines(f"r{i}-", 5), lines("o", 1)) for i in range(30)]))
    for page in printed(into):
        for i in range(30):
            assert sum(text.text.startswith(f"r{i}-") for text in page) in (0, 5)


@pytest.mark.parametrize("number", [7, 38, 480, 12345])
def test_neither_number_nor_its_head_breaks(number: int) -> None:
    made = columns(("No.", "Note"), (24, 500), 515, first=widest([number, 1], STRONG))
    assert sum(made.widths) == pytest.approx(515)
    assert len(paragraph("No.", META_STRONG, made.room(0), "en")) == 1
    assert len(paragraph(str(number), STRONG, made.room(0), "en")) == 1


@pytest.mark.parametrize("before", range(16, 40, 3))
def test_a_last_group_of_a_row_takes_others_along(before: int) -> None:
    """No page has a row of the table alone, wherever the page ends."""
    into = flow()
    rows = [(lines(f"r{i}-", 1), lines("o", 1)) for i in range(before)]
    table(into, Group("One", "#3A7CA5", rows), Group("Two", "#882255", [(lines("r-last", 1), lines("o", 1))]))
    for page in printed(into):
        assert sum(text.text.startswith("r") for text in page) >= 2


def test_what_a_table_begins_with_is_head_and_rows_together() -> None:
    into = flow()
    rows = [(lines("r", 1), lines("o", 1)) for _ in range(9)]
    made = Table(into, columns(("Head",), (1,), into.frame.inner_width), "")
    bare = Table(into, columns(("Head",), (1,), into.frame.inner_width), "").beginning([Group("", "", rows[:1])])
    assert made.beginning([Group("", "", rows)]) > bare + LINE
    assert made.beginning([]) == 0.0
