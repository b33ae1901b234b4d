"""Ratings of a group: figures that were worked out by hand."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.analysis.ratings import counts, felt, figures, in_words
from cjeditor.model.cards import Touchpoint
from cjeditor.model.replace import replace

CARD = Touchpoint(id="tp_a", number=1, step="st_a", lane="ln_a", rank="a0")


def test_the_figures_are_those_worked_out_by_hand() -> None:
    # −2 −1 0 0 1: the sum is −2, the squares from −0.4 are 2.56 + 0.36 + 0.16 + 0.16 + 1.96 = 5.2.
    found = figures((1, -2, 0, -1, 0))
    assert found is not None
    assert (found.number, found.median, found.low, found.high) == (5, 0, -2, 1)
    assert found.mean == pytest.approx(-0.4)
    assert found.deviation == pytest.approx((5.2 / 5) ** 0.5)


def test_of_an_even_number_the_median_lies_between_the_two_in_the_middle() -> None:
    # −2 −1 0 2: the middle ones are −1 and 0; the sum is −1.
    found = figures((2, -1, 0, -2))
    assert found is not None
    assert (found.median, found.mean) == (-0.5, -0.25)


def test_a_group_torn_in_two_lies_as_far_apart_as_possible() -> None:
    found = figures((-2, 2, -2, 2))
    assert found is not None
    assert (found.mean, found.deviation) == (0, 2)


def test_one_alone_has_no_spread_and_nobody_has_no_figures() -> None:
    alone = figures((1,))
    assert alone is not None
    assert not alone.is_spread
    assert in_words(alone, texts.of("en")) == "One rating: +1"
    assert figures(()) is None


def test_the_curve_goes_through_what_was_set_else_through_the_median() -> None:
    assert felt(CARD) is None
    assert felt(replace(CARD, ratings=(2, 1))) == 1.5
    assert felt(replace(CARD, ratings=(2, 1), emotion=-1)) == -1


def test_the_ratings_are_told_in_words() -> None:
    found = figures((1, -2, 0, -1, 0))
    assert found is not None
    assert in_words(found, texts.of("en")) == "5 ratings: median 0, mean −0.4, from −2 to +1"


def test_hands_are_counted_by_level() -> None:
    assert counts((1, -2, 0, -1, 0)) == (1, 1, 2, 1, 0)
