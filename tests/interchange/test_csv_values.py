"""Numbers and days are read as people write them; what may be two things is none."""

from __future__ import annotations

import pytest

from cjeditor.interchange.csv_values import day, number, whole_number


@pytest.mark.parametrize(
    ("text", "as_number", "as_whole"),
    [
        ("9", 9.0, 9),
        (" 10 ", 10.0, 10),
        ("9,0", 9.0, 9),
        ("9.00", 9.0, 9),
        ("7,5", 7.5, None),
        ("7.5", 7.5, None),
        ("-3", -3.0, -3),
        ("−3", -3.0, -3),
        ("1.234,5", 1234.5, None),
        ("1,234.5", 1234.5, None),
        ("1.234.567", 1234567.0, 1234567),
        ("1.234", None, 1234),
        ("1,234", None, 1234),
        ("0,125", 0.125, None),
        ("12 500", 12500.0, 12500),
        ("12’500", 12500.0, 12500),
        ("12\u202f500,5", 12500.5, None),
        ("1.23.4", None, None),
        ("1,2,3", None, None),
        ("1.2,3.4", None, None),
        ("12,34,567", None, None),
        ("", None, None),
        ("ten", None, None),
        ("9/10", None, None),
        ("9 of 10", None, None),
        ("1e3", None, None),
        ("nan", None, None),
        ("٣", None, None),
        ("9" * 60, None, None),
        (",5", None, None),
    ],
)
def test_numbers(text: str, as_number: float | None, as_whole: int | None) -> None:
    assert number(text) == as_number
    assert whole_number(text) == as_whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-31", "2024-03-31"),
        ("2024-03-31T12:30:00Z", "2024-03-31"),
        ("2024-03-31 12:30", "2024-03-31"),
        ("2024-3-1", "2024-03-01"),
        ("2024/03/31", "2024-03-31"),
        ("2024-03", "2024-03-01"),
        ("31.03.2024", "2024-03-31"),
        ("1. 3. 2024", "2024-03-01"),
        ("31.3.2024 09:15", "2024-03-31"),
        ("31/03/2024", "2024-03-31"),
        ("03/31/2024", "2024-03-31"),
        ("03/04/2024", None),
        ("04/04/2024", "2024-04-04"),
        ("2024-02-30", None),
        ("31.13.2024", None),
        ("March", None),
        ("", None),
        ("45382", None),
    ],
)
def test_days(text: str, expected: str | None) -> None:
    assert day(text) == expected
