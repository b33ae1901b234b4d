"""The Net Promoter Score agrees with figures worked by hand and with published ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor import texts
from cjeditor.analysis.nps import Nps, Part, by_segment, counts, in_words, nps_of, period_name, points, trend
from cjeditor.model.project import Survey

EN, DE = texts.of("en"), texts.of("de")


def survey(answers: tuple[int, ...], segments: tuple[str, ...] = (), days: tuple[str, ...] = ()) -> Survey:
    return Survey(id="sv_a", about="map_1", answers=answers, segments=segments, days=days)


def test_groups() -> None:
    assert nps_of(range(11)) == Nps(promoters=2, passives=2, detractors=7)
    assert counts((0, 10, 10, 5)) == (1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2)
    assert nps_of(()) is None


def test_segments_of_one_size_stand_in_the_order_of_their_numbers() -> None:
    named = tuple(f"S{number}" for number in (10, 2, 1, 11))
    assert [each.name for each in by_segment(survey((9, 9, 9, 9), named))] == ["S1", "S2", "S10", "S11"]


def test_by_hand() -> None:
    """Of 10 answers 5 promoters, 2 passives, 3 detractors: 50 % − 30 % = +20; v = 0.8 − 0.04 = 0.76."""
    found = nps_of((10, 10, 9, 9, 9, 8, 7, 6, 3, 0))
    assert found is not None
    assert found.score == pytest.approx(20)
    assert found.margin == pytest.approx(100 * 1.959964 * 0.076**0.5)
    assert found.margin == pytest.approx(54.03, abs=0.01)
    assert found.interval == pytest.approx((-34.03, 74.03), abs=0.01)
    assert found.is_small


def test_published() -> None:
    """Published examples.

    W. Huber (Cross Validated, question 18603): 1/2 promoters, 1/3 passives, 1/6 detractors are +33.3 with a variance of
    5/9, so that the standard error of 324 answers is 4.1 points. A survey of 291, 476 and 395 (talkstats.com, thread
    58500) is −9 with 4.4 to either side.
    """
    huber = Nps(162, 108, 54)
    assert huber.score == pytest.approx(100 / 3)
    assert huber.margin is not None
    assert huber.margin / 1.959964 == pytest.approx(4.14, abs=0.005)
    other = Nps(291, 476, 395)
    assert round(other.score) == -9
    assert other.margin == pytest.approx(4.4, abs=0.05)
    assert not other.is_small


@pytest.mark.parametrize("answers", [(10,), (9, 10, 9), (3, 3), (7, 8, 8, 7)])
def test_nothing_is_claimed_of_answers_that_agree(answers: tuple[int, ...]) -> None:
    found = nps_of(answers)
    assert found is not None
    assert found.margin is None
    assert found.interval is None
    assert "95" not in in_words(found, EN)


def test_the_interval_stays_on_the_scale() -> None:
    assert Nps(9, 0, 1).interval == pytest.approx((80 - 37.18, 100), abs=0.01)
    assert Nps(1, 0, 9).interval == pytest.approx((-100, -80 + 37.18), abs=0.01)


@given(st.lists(st.integers(0, 10), min_size=1, max_size=60))
def test_always(answers: list[int]) -> None:
    found = nps_of(answers)
    assert found is not None
    assert found.n == len(answers) == sum(counts(answers))
    assert -100 <= found.score <= 100
    if found.interval is not None:
        low, high = found.interval
        assert -100 <= low <= found.score <= high <= 100


def test_segments() -> None:
    found = by_segment(survey((10, 10, 0, 9, 8), ("North", " North", "", "South", "North")))
    assert found == (Part("North", Nps(2, 1, 0)), Part("South", Nps(1, 0, 0)), Part("", Nps(0, 0, 1)))
    assert by_segment(survey((9, 8))) == ()
    assert by_segment(survey((9, 8), ("", " "))) == ()


def test_trend_by_month_has_no_gaps() -> None:
    found = trend(survey((10, 0, 9, 8), days=("2023-11-30", "2024-01-01", "2024-01-31", "")))
    assert found is not None
    assert (found.step, found.undated) == ("month", 1)
    assert [(period.key, period.nps) for period in found.periods] == [
        ("2023-11", Nps(1, 0, 0)),
        ("2023-12", None),
        ("2024-01", Nps(1, 0, 1)),
    ]


def test_trend_in_steps_that_can_be_read() -> None:
    days = ("2020-02-01", "2022-03-31")
    by_quarter = trend(survey((10, 0), days=days))
    assert by_quarter is not None
    assert by_quarter.step == "quarter"
    assert [period.key for period in by_quarter.periods][:2] == ["2020-Q1", "2020-Q2"]
    assert len(by_quarter.periods) == 9
    by_year = trend(survey((10, 0), days=("1999-01-01", "2022-03-31")))
    assert by_year is not None
    assert (by_year.step, len(by_year.periods)) == ("year", 24)
    asked = trend(survey((10, 0), days=days), "year")
    assert asked is not None
    assert [period.key for period in asked.periods] == ["2020", "2021", "2022"]


@pytest.mark.parametrize("slip", ["0001-01-01", "9999-12-31"])
def test_a_slip_of_the_year_does_not_press_the_others_together(slip: str) -> None:
    found = trend(survey((10, 0, 9), days=("2024-01-01", slip, "2024-03-01")), "month")
    assert found is not None
    assert ([period.key for period in found.periods], found.undated) == (["2024-01", "2024-02", "2024-03"], 1)


def test_no_trend_without_days() -> None:
    assert trend(survey((10, 0))) is None
    assert trend(survey((10, 0), days=("", "2024-02-30"))) is None


def test_words() -> None:
    assert in_words(Nps(291, 476, 395), EN) == "NPS −9 (1,162 answers, 95% confidence interval −13 to −5)"
    assert in_words(Nps(291, 476, 395), DE) == "NPS −9 (1.162 Antworten, 95\u202f%-Konfidenzintervall −13 bis −5)"
    assert in_words(Nps(1, 0, 0), EN) == "NPS +100 (1 answer)"
    assert points(0.3, EN) == "0"
    assert points(-0.4, EN) == "0"
    assert [period_name(key, DE) for key in ("2024-03", "2024-Q1", "2024")] == ["3/2024", "Q1 2024", "2024"]
