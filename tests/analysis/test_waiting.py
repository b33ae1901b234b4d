"""Waiting times: gaps worked by hand, what is half known, sums in a unit that tells them."""

from __future__ import annotations

import pytest

from cjeditor.analysis.waiting import excess, is_late, waiting
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.fields import Span
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from tests.builders import MAP, small_project


def _project(**waits: tuple[Span | None, Span | None]) -> Project:
    project = set_touchpoint(small_project(), MAP, ["tp_d"], actual_wait=None)
    for name, (expected, actual) in waits.items():
        project = set_touchpoint(project, MAP, [f"tp_{name}"], expected_wait=expected, actual_wait=actual)
    return project


def _span(text: str) -> Span:
    amount, unit = text.split()
    return Span(amount=float(amount), unit=unit)  # type: ignore[arg-type]  # a test writes it rightly


def test_by_hand() -> None:
    """2 days expected and 9 waited are 7 too many, 4.5 times as long; 30 minutes instead of 1 hour are not late."""
    found = waiting(
        _project(
            c=(_span("2 days"), _span("9 days")),
            a=(_span("1 hours"), _span("30 minutes")),
            b=(_span("1 hours"), _span("2 days")),
            d=(None, _span("3 weeks")),
        ).maps[0]
    )
    assert [each.touchpoint.id for each in found.waits] == ["tp_a", "tp_b", "tp_c", "tp_d"]
    first, second, third, fourth = found.waits
    assert (third.gap, third.times, third.excess) == (7 * 1440, 4.5, Span(amount=7, unit="days"))
    assert (first.gap, first.times, first.is_late, first.excess) == (-30, 0.5, False, None)
    assert (second.gap, second.excess) == (47 * 60, Span(amount=2, unit="days"))
    assert (fourth.gap, fourth.times, fourth.is_late) == (None, None, False)
    assert [each.touchpoint.id for each in found.late] == ["tp_c", "tp_b"]
    assert [each.touchpoint.id for each in found.half_known] == ["tp_d"]
    assert (third.phase, fourth.phase) == ("ph_b", "ph_c")
    # 1 h + 1 h + 2 days are 50 hours; half an hour + 2 days + 9 days are 11 days and half an hour.
    assert found.expected == Span(amount=2.1, unit="days")
    assert found.actual == Span(amount=11, unit="days")


def test_nothing_known() -> None:
    for journey_map in (_project().maps[0], JourneyMap(id="map_9", rank="a0", title="Empty")):
        found = waiting(journey_map)
        assert (found.waits, found.late, found.half_known, found.expected, found.actual) == ((), (), (), None, None)


@pytest.mark.parametrize(
    ("expected", "actual", "late", "over"),
    [
        ("0 minutes", "5 minutes", True, "5 minutes"),
        ("2 days", "2 days", False, ""),
        ("1 weeks", "7 days", False, ""),
        ("45 minutes", "1.5 hours", True, "0.8 hours"),
        ("1 months", "31 days", True, "1 days"),
    ],
)
def test_excess(expected: str, actual: str, late: bool, over: str) -> None:
    card = _project(a=(_span(expected), _span(actual))).maps[0].touchpoints[0]
    assert is_late(card) is late
    assert excess(card) == (_span(over) if over else None)


def test_none_expected_is_not_divided_by() -> None:
    found = waiting(_project(a=(_span("0 minutes"), _span("5 minutes"))).maps[0]).waits[0]
    assert (found.times, found.gap) == (None, 5)
