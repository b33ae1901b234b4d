from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.window.properties.numerals import read_number, show_number


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
    ],
)
def test_numbers_are_read_in_either_style(typed: str, number: float | None) -> None:
    assert read_number(typed) == number


@given(st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 6)), st.sampled_from(["en", "de"]))
def test_what_is_shown_can_be_read_again(number: float, language: str) -> None:
    assert read_number(show_number(number, language)) == number


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    read_number(text)
