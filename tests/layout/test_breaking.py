"""Lines are never wider than asked, lose nothing, and cost no more than they show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.layout.breaking import break_lines, elide
from cjeditor.layout.measure import text_width

FACE = "medium"
SIZE = 13.0

words = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60)


@given(st.lists(words, max_size=12).map(" ".join), st.floats(min_value=40, max_value=400))
def test_no_line_is_wider_than_asked(text: str, width: float) -> None:
    for line in break_lines(text, FACE, SIZE, width):
        assert text_width(line, FACE, SIZE) <= width + 0.01 or len(line) == 1


@given(st.lists(st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüß", min_size=1, max_size=9), max_size=30))
def test_short_words_come_back_as_they_were(parts: list[str]) -> None:
    lines = break_lines(" ".join(parts), FACE, SIZE, 200)

    assert " ".join(lines).split() == parts


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüß-/.", min_size=1, max_size=300))
def test_a_long_word_loses_no_letter(word: str) -> None:
    lines = break_lines(word, FACE, SIZE, 60)

    assert "".join(lines).replace("-", "") == word.replace("-", "")


def test_german_words_break_at_syllables() -> None:
    assert break_lines("Grundschuldbestellungsurkunde", FACE, SIZE, 150, language="de") == (
        "Grundschuldbestellungs-",
        "urkunde",
    )


def test_an_address_gets_no_hyphen_that_is_not_its_own() -> None:
    lines = break_lines("https://example.org/ratgeber/baufinanzierung/vergleich", FACE, SIZE, 150)

    assert "".join(lines) == "https://example.org/ratgeber/baufinanzierung/vergleich"


def test_line_feeds_break_and_empty_lines_stay() -> None:
    assert break_lines("eins\n\nzwei", FACE, SIZE, 150) == ("eins", "", "zwei")


@pytest.mark.parametrize("text", ["wort " * 4_000, "x" * 20_000, "a-" * 10_000, "zeile\n" * 4_000])
def test_what_does_not_fit_ends_in_an_ellipsis(text: str) -> None:
    lines = break_lines(text, FACE, SIZE, 160, max_lines=5)

    assert len(lines) == 5
    assert lines[-1].endswith("…")
    assert text_width(lines[-1], FACE, SIZE) <= 160


def test_an_empty_text_has_one_empty_line() -> None:
    assert break_lines("", FACE, SIZE, 100) == ("",)


@given(st.text(max_size=80), st.floats(min_value=20, max_value=200))
def test_an_elided_text_fits_on_one_line(text: str, width: float) -> None:
    shown = elide(text, FACE, SIZE, width)

    assert "\n" not in shown
    assert text_width(shown, FACE, SIZE) <= width + 0.01
