"""Days in columns are read in the forms in which people and programs write them; the column tells the order."""

from __future__ import annotations

import pytest

from cjeditor.interchange.csv_days import DayColumn, day_column, day_in_column, looks_like_day
from cjeditor.interchange.csv_rows import text_rows
from cjeditor.interchange.survey_rows import guess


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-27", "2026-03-27"),
        ("27.03.2026", "2026-03-27"),
        ("27.03.26", "2026-03-27"),
        ("27.3.26 09:15", "2026-03-27"),
        ("31.12.99", "1999-12-31"),
        ("27/03/26", "2026-03-27"),
        ("03/27/26", "2026-03-27"),
        ("27/03/2026, 10:15", "2026-03-27"),
        ("27-03-2026", "2026-03-27"),
        ("07 Feb 2026", "2026-02-07"),
        ("7. Februar 2026", "2026-02-07"),
        ("7 February 2026", "2026-02-07"),
        ("27. März 2026", "2026-03-27"),
        ("27. Mrz. 26", "2026-03-27"),
        ("1-Okt-26", "2026-10-01"),
        ("31 Dez 2026", "2026-12-31"),
        ("February 7, 2026", "2026-02-07"),
        ("Feb 7th, 2026 10:15 PM", "2026-02-07"),
        ("20260225", "2026-02-25"),
        ("20260225T101500", "2026-02-25"),
        ("20261325", None),
        ("48260225", None),
        ("30 Feb 2026", None),
        ("7 Fab 2026", None),
        ("27-03-26", None),
        ("03/04/2026", None),
        ("04/04/2026", "2026-04-04"),
        ("31/31/2026", None),
        ("", None),
    ],
)
def test_days(text: str, expected: str | None) -> None:
    assert day_in_column(text) == expected
    if expected is not None:
        assert looks_like_day(text)
        rows = text_rows(f"Score\tWhen\n9\t{text}\n8\t{text}")
        assert guess(rows).day == 1


def test_a_day_that_may_be_two_is_read_in_the_order_that_is_given() -> None:
    assert day_in_column("03/04/2026", "day-first") == "2026-04-03"
    assert day_in_column("03/04/2026", "month-first") == "2026-03-04"
    assert day_in_column("27/03/2026", "month-first") == "2026-03-27"
    assert day_in_column("3.4.26", "month-first") == "2026-04-03"


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ([], DayColumn()),
        (["03/04/2026", "04/04/2026", "none", ""], DayColumn(either="03/04/2026")),
        (["27/03/2026", "4-3-2026"], DayColumn(day_first=True, either="4-3-2026")),
        (["03/27/2026", "31/02/2026"], DayColumn(month_first=True)),
        (["03/27/26", "27/03/26"], DayColumn(day_first=True, month_first=True)),
    ],
)
def test_what_a_column_tells(cells: list[str], told: DayColumn) -> None:
    assert day_column(cells) == told


def test_what_is_asked_and_what_is_settled() -> None:
    assert DayColumn(either="3/4/2026").is_open
    assert not DayColumn(day_first=True, either="3/4/2026").is_open
    assert DayColumn(month_first=True).settled == "month-first"
    both = DayColumn(day_first=True, month_first=True, either="3/4/2026")
    assert both.is_mixed
    assert both.settled is None


@pytest.mark.parametrize("text", ["27-03-26", "2026.03.27", "27 mars 2026"])
def test_what_looks_like_a_day_and_is_none_that_can_be_read(text: str) -> None:
    assert looks_like_day(text)
    assert day_in_column(text) is None


@pytest.mark.parametrize("text", ["9", "1,234", "0171 12 34", "030/12/3456", "North", "4711"])
def test_what_does_not_look_like_a_day(text: str) -> None:
    assert not looks_like_day(text)
