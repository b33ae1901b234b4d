from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.window.properties.numerals import read_number, show_number


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", 12.0),
        ("-1", -1.0),
        ("−1", -1.0),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567.0),
        ("-1 234,56", -1234.56),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("1\u00a0000", 1000.0),
        (",5", 0.5),
        ("5,", 5.0),
        ("", None),
        ("x", None),
        ("1e5", None),
        ("nan", None),
        ("١٢", None),
        ("9" * 400, None),
        ("-", None),
        ("1.2.3", None),
        ("1.23,5", None),
        ("1,234.5,6", None),
    ],
)
def test_numbers_are_read_in_either_style(typed: str, number: float | None, language: str) -> None:
    assert read_number(typed, language) == number


@pytest.mark.parametrize(
    ("typed", "german", "english"),
    [
        ("1.000", 1000.0, 1.0),
        ("12.500", 12500.0, 12.5),
        ("-1.000", -1000.0, -1.0),
        ("1,000", 1.0, 1000.0),
        ("12,500", 12.5, 12500.0),
        ("1234.500", 1234.5, 1234.5),
        ("1234,500", 1234.5, 1234.5),
        ("1.0000", 1.0, 1.0),
    ],
)
def test_a_single_group_of_three_is_read_as_the_language_writes_it(typed: str, german: float, english: float) -> None:
    assert read_number(typed, "de") == german
    assert read_number(typed, "en") == english


@given(st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 6)), st.sampled_from(["en", "de"]))
def test_what_is_shown_can_be_read_again(number: float, language: str) -> None:
    assert read_number(show_number(number, language), language) == number


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    read_number(text, "de")
