"""Lengths of time as people write them: read from words in English or German, added up, told in a unit that fits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from cjeditor.model.fields import Span, TimeUnit

_WORDS: dict[TimeUnit, tuple[str, ...]] = {
    "minutes": ("minutes", "mins", "minuten"),
    "hours": ("hours", "hrs", "stunden", "std"),
    "days": ("days", "tage", "tagen"),
    "weeks": ("weeks", "wochen", "wk"),
    "months": ("months", "monate", "monaten"),
    "years": ("years", "yrs", "jahre", "jahren"),
}
_SHAPE = re.compile(r"\s*(\d{1,6}(?:[.,]\d{1,3})?)\s*([^\W\d_]*)\.?\s*")
_UNITS: tuple[TimeUnit, ...] = get_args(TimeUnit)
_FULL = 2.0
"""A unit tells a sum if there are so many of it at least, or a whole number of them."""
_MOST = 1_000_000.0


def span_in(text: str, unit: TimeUnit = "days") -> Span | None:
    """Read "3 weeks", "1,5 Std." or "10"; a number alone is in `unit`. None for anything else, a range included.

    A unit may be shortened as long as it begins like one; the first in the order from minutes to years is meant.
    """
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    amount, word = float(found[1].replace(",", ".")), found[2].casefold()
    if word:
        unit_of = next((one for one in _UNITS if any(name.startswith(word) for name in _WORDS[one])), None)
        if unit_of is None:
            return None
        unit = unit_of
    return Span(amount=amount, unit=unit)


def total(spans: Iterable[Span | None]) -> Span | None:
    """The sum of some lengths in the largest unit that tells it well; None where one is missing, or there is none.

    One alone stays as it is, and no unit smaller than theirs is used: what was said in weeks is told in weeks.
    """
    found: list[Span] = []
    for span in spans:
        if span is None:
            return None
        found.append(span)
    if len(found) < 2:
        return found[0] if found else None
    minutes = sum(span.minutes for span in found)
    smallest = min((span.unit for span in found), key=_UNITS.index)
    for unit in reversed(_UNITS):
        amount = minutes / Span(amount=1, unit=unit).minutes
        if unit == smallest or amount >= _FULL or (amount >= 1 and amount == int(amount)):
            return Span(amount=min(_MOST, round(amount, 1)), unit=unit)
    return Span(amount=min(_MOST, round(minutes, 1)), unit="minutes")
