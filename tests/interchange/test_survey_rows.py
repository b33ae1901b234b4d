"""Answers out of tables and typed texts: the right columns, and all that is left out counted and said."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor import texts
from cjeditor.interchange.csv_rows import text_rows
from cjeditor.interchange.survey_rows import (
    Columns,
    guess,
    is_table,
    read_rows,
    read_typed,
    summary,
    whereabouts,
    written,
)
from cjeditor.model.edits.surveys import Answer

EN, DE = texts.of("en"), texts.of("de")
EXPORT = (
    "Id;Datum;Region;NPS;Kommentar\n"
    "1;31.01.2024;Nord;9;super, danke\n"
    "2;01.02.2024;Süd;11;\n"
    "3;02.02.2024;Nord;keine;weiß nicht\n"
    "4;;Süd;7,0;\n"
    "5;3/4/2024;Nord;0;nie wieder\n"
    "6;05.02.2024;Süd;;\n"
    "7;06.02.2024;Nord;11;\n"
)


def test_an_export() -> None:
    rows = text_rows(EXPORT)
    assert is_table(rows)
    columns = guess(rows)
    assert columns == Columns(answer=3, segment=2, day=1, heading=True)
    found = read_rows(rows, columns)
    assert found.answers == (
        Answer(9, "Nord", "2024-01-31"),
        Answer(7, "Süd"),
        Answer(0, "Nord"),
    )
    assert found.rows == 7
    assert found.left_out == Counter({"11": 2, "keine": 1, "": 1})
    assert found.days_left_out == Counter({"3/4/2024": 1})
    assert summary(found, EN) == (
        "3 answers",
        "4 of 7 were left out: 2 × 11, 1 × keine, 1 × empty",
        "1 answer is kept without its day: 1 × 3/4/2024",
    )
    assert summary(found, DE)[1] == "4 von 7 ausgelassen: 2 × 11, 1 × keine, 1 × leer"


def test_other_columns_may_be_chosen() -> None:
    rows = text_rows(EXPORT)
    found = read_rows(rows, Columns(answer=0, heading=False))
    assert [each.value for each in found.answers] == [1, 2, 3, 4, 5, 6, 7]
    assert found.left_out == Counter({"Id": 1})


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("9;North\n8;South\n7;North\n10;South", Columns(answer=0, segment=1)),
        ("Score,Day\n9,2024-01-31\n8,2024-02-01", Columns(answer=0, day=1, heading=True)),
        ("Order;Score\n4711;9\n4712;10", Columns(answer=1, heading=True)),
        ("a;b\nc;d", Columns(answer=0)),
        ("9;x", Columns(answer=0)),
    ],
)
def test_guesses(text: str, columns: Columns) -> None:
    assert guess(text_rows(text)) == columns


@pytest.mark.parametrize(
    ("text", "values", "left_out"),
    [
        ("9 10 7", [9, 10, 7], {}),
        ("9, 10, 7,", [9, 10, 7], {}),
        ("9,10,7", [9, 10, 7], {}),
        ("9\n10\n\n7\n", [9, 10, 7], {}),
        ("9;10;7", [9, 10, 7], {}),
        ("9,0 8,0", [9, 8], {}),
        ("7,5", [], {"7,5": 1}),
        ("9 eleven 11 11 -1 8.5", [9], {"eleven": 1, "11": 2, "-1": 1, "8.5": 1}),
        ("", [], {}),
        (" , ; ", [], {}),
    ],
)
def test_typed(text: str, values: list[int], left_out: dict[str, int]) -> None:
    found = read_typed(text)
    assert [each.value for each in found.answers] == values
    assert found.left_out == Counter(left_out)
    assert found.rows == len(values) + sum(left_out.values())


def test_many_kinds_of_rubbish_are_told_together() -> None:
    found = read_typed(" ".join(f"x{at}" for at in range(9)) + " " + "y" * 90)
    assert summary(found, EN)[1].endswith("1 × x5, 4 × others")
    assert len(summary(read_typed("y" * 90), EN)[1]) < 80


def test_numbers_only_are_no_table() -> None:
    assert not is_table(text_rows("9;8\n7;6"))
    assert not is_table(text_rows("9\n8"))
    assert not is_table(text_rows("10 9 two 7,0 0"))
    assert not is_table(text_rows("9, 8, two\n7, 6, 5\n1, 2, 3"))
    assert is_table(text_rows("9;North\n8;South"))


def with_days(*days: str, heading: str = "Date") -> str:
    return "\n".join((f"Score;{heading}", *(f"{at % 11};{day}" for at, day in enumerate(days))))


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (("03/04/2026", "27/03/2026"), ["2026-04-03", "2026-03-27"]),
        (("03/04/2026", "03/27/2026"), ["2026-03-04", "2026-03-27"]),
        (("3-4-2026", "27-3-2026"), ["2026-04-03", "2026-03-27"]),
        (("03/04/26 10:15", "27/03/26"), ["2026-04-03", "2026-03-27"]),
    ],
)
def test_one_day_settles_the_order_of_its_column(days: tuple[str, ...], read: list[str]) -> None:
    rows = text_rows(with_days(*days))
    found = read_rows(rows, guess(rows))
    assert [each.day for each in found.answers] == read
    assert not found.days_left_out
    order = "day/month" if found.order == "day-first" else "month/day"
    assert summary(found, EN) == ("2 answers", f"Days such as {days[0]} are read as {order}")


def test_days_of_both_orders_leave_those_that_may_be_two() -> None:
    rows = text_rows(with_days("03/04/2026", "27/03/2026", "03/27/2026"))
    columns = guess(rows)._replace(order="day-first")
    found = read_rows(rows, columns)
    assert [each.day for each in found.answers] == ["", "2026-03-27", "2026-03-27"]
    assert found.days_left_out == Counter({"03/04/2026": 1})
    assert "with the day first and with the month first stand in one column" in summary(found, EN)[2]


def test_an_order_is_only_asked_for_where_nothing_settles_it() -> None:
    rows = text_rows(with_days("03/04/2026", "05/05/2026"))
    columns = guess(rows)
    assert columns.day == 1
    assert read_rows(rows, columns).days.is_open
    assert [each.day for each in read_rows(rows, columns).answers] == ["", "2026-05-05"]
    assert read_rows(rows, columns._replace(order="day-first")).answers[0].day == "2026-04-03"
    assert read_rows(rows, columns._replace(order="month-first")).answers[0].day == "2026-03-04"
    settled = text_rows(with_days("03/04/2026", "27/03/2026"))
    against = read_rows(settled, guess(settled)._replace(order="month-first"))
    assert against.answers[0].day == "2026-04-03"


def test_a_column_with_days_that_are_not_read_is_named() -> None:
    rows = text_rows(with_days("27 mars 2026", "28 mars 2026", heading="Date <b>"))
    found = read_rows(rows, guess(rows))
    assert summary(found, EN) == ("2 answers", "“Date <b>” looks like days and is not read")
    sparse = text_rows(with_days("2026-03-27", "", "", "2026-03-28", ""))
    assert guess(sparse).day is None
    assert read_rows(sparse, guess(sparse)).unread == ("Date",)
    nameless = text_rows("9;27.03.26\n8;\n7;")
    assert summary(read_rows(nameless, Columns(0)), DE)[1].startswith("Spalte 2 ")
    phones = text_rows(with_days("030/12/3456", "0171 12 34", heading="Phone"))
    assert read_rows(phones, guess(phones)).unread == ()


def test_what_is_left_out_can_be_looked_up_in_the_file() -> None:
    rows = text_rows(EXPORT.replace("2;01.02.2024", "\n;;;;\n2;01.02.2024"))
    found = read_rows(rows, guess(rows))
    assert whereabouts(found, EN).split("\n") == [
        "Row 5: 11",
        "Row 6: keine",
        "Row 8: 3/4/2024",
        "Row 9: empty",
        "Row 10: 11",
    ]
    assert whereabouts(found, DE).startswith("Zeile 5: 11\nZeile 6: keine")
    many = read_rows(text_rows("\n".join(["9", *["x"] * 30])), Columns(0))
    assert whereabouts(many, EN).split("\n")[-2:] == ["Row 21: x", "and 10 more"]
    assert whereabouts(read_typed("9 x"), EN) == ""


ANSWERS = st.lists(
    st.builds(
        Answer, st.integers(0, 10), st.sampled_from(["", "North", 'a "b"', '"q']), st.sampled_from(["", "2024-01-31"])
    ),
    min_size=1,
    max_size=8,
)


@given(ANSWERS)
def test_what_is_written_is_read_back(answers: list[Answer]) -> None:
    text = written(answers, DE)
    rows = text_rows(text)
    if any(each.segment or each.day for each in answers):
        assert is_table(rows)
        segment, when = (1 if rows.width > 1 else None), (2 if rows.width > 2 else None)
        assert list(read_rows(rows, Columns(0, segment, when, heading=True)).answers) == answers
    else:
        assert list(read_typed(text).answers) == answers
