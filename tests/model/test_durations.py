"""Durations are read as people write them, and added up where all are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor import texts
from cjeditor.model.durations import span_in, total
from cjeditor.model.fields import Span, TimeUnit


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("3 weeks", 3, "weeks"),
        ("3 Wochen", 3, "weeks"),
        ("1,5 Std.", 1.5, "hours"),
        ("1.5 hours", 1.5, "hours"),
        (" 20min ", 20, "minutes"),
        ("2 d", 2, "days"),
        ("2 Mo", 2, "months"),
        ("10", 10, "days"),
        ("1 Jahr", 1, "years"),
    ],
)
def test_it_is_read_in_both_languages(text: str, amount: float, unit: TimeUnit) -> None:
    assert span_in(text) == Span(amount=amount, unit=unit)


@pytest.mark.parametrize("text", ["", "soon", "3–12 months", "3 moons", "-1 day", "1 day 2 hours", "9999999 days"])
def test_what_is_no_length_of_time_is_none(text: str) -> None:
    assert span_in(text) is None


@given(st.integers(0, 900), st.sampled_from(["minutes", "hours", "days", "weeks", "months", "years"]))
def test_what_the_program_writes_it_reads_again(amount: int, unit: TimeUnit) -> None:
    span = Span(amount=amount, unit=unit)
    for language in ("en", "de"):
        assert span_in(texts.of(language).span(span)) == span


def test_a_sum_needs_all_of_them() -> None:
    week, day = Span(amount=1, unit="weeks"), Span(amount=1, unit="days")
    assert total([week, day]) == Span(amount=8, unit="days")
    assert total([week, week]) == Span(amount=2, unit="weeks")
    assert total([week, None]) is None
    assert total([]) is None


def test_a_sum_is_told_in_no_unit_smaller_than_theirs() -> None:
    half, more = Span(amount=0.5, unit="weeks"), Span(amount=1.25, unit="weeks")
    assert total([half]) == half
    assert total([Span(amount=14, unit="days")]) == Span(amount=14, unit="days")
    assert total([half, half]) == Span(amount=1, unit="weeks")
    assert total([half, more]) == Span(amount=1.8, unit="weeks")
    assert total([half, Span(amount=1, unit="days")]) == Span(amount=4.5, unit="days")
