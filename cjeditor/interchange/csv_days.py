"""Days in a column of a table, in more forms than one alone tells: what 03/04/2026 means, the others may show."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from cjeditor.interchange.csv_values import day

Order = Literal["day-first", "month-first"]
"""What the first of two numbers is, where a day is written with slashes or strokes and the year last."""

_LONGEST: Final = 40
_CENTURY: Final = 100
_OF_LAST_CENTURY: Final = 70
"""Years of two digits from here on are those of the last century: 99 is 1999, 26 is 2026."""
_TIME: Final = r"(?:[T ,].*)?"
_EITHER = re.compile(rf"(\d{{1,2}})(?:/(\d{{1,2}})/(\d{{4}}|\d\d)|-(\d{{1,2}})-(\d{{4}})){_TIME}")
_DOTTED = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d\d){_TIME}")
_DIGITS = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T.*)?")
_NAMED = re.compile(rf"(\d{{1,2}})\.?[ -]?\s?([^\W\d_]{{3,9}})\.?,?[ -]\s?(\d{{4}}|\d\d){_TIME}")
_NAMED_FIRST = re.compile(rf"([^\W\d_]{{3,9}})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s(\d{{4}}){_TIME}")
_LIKE_A_DAY = re.compile(
    r"(?:(?:\d{1,2}|\d{4})([./-])\s?\d{1,2}\1\s?(?:\d\d|\d{4})"
    r"|\d{1,2}\.?[ /-][^\W\d_]{3,12}\.?,?[ /-](?:\d\d|\d{4}))(?:[T ,].*)?"
)
_MONTHS: Final = (
    "january jan januar jänner jän",
    "february feb februar febr feber",
    "march mar märz mär mrz maerz",
    "april apr",
    "may mai",
    "june jun juni",
    "july jul juli",
    "august aug",
    "september sep sept",
    "october oct oktober okt",
    "november nov",
    "december dec dezember dez",
)
"""How the months are called in English and German, long and short."""
_MONTH_OF: Final = {name: at for at, names in enumerate(_MONTHS, 1) for name in names.split()}


@dataclass(frozen=True, slots=True)
class DayColumn:
    """What the days of a column tell of their order.

    Attributes:
        day_first: whether there is one that only is a day with the day first.
        month_first: whether there is one that only is a day with the month first.
        either: the first that may be two days; empty where none is.
    """

    day_first: bool = False
    month_first: bool = False
    either: str = ""

    @property
    def settled(self) -> Order | None:
        """The order of the column; None where none of its days tells, or they tell both."""
        if self.day_first == self.month_first:
            return None
        return "day-first" if self.day_first else "month-first"

    @property
    def is_open(self) -> bool:
        """Whether somebody has to say what the order is."""
        return bool(self.either) and not self.day_first and not self.month_first

    @property
    def is_mixed(self) -> bool:
        """Whether days of both orders stand in it, so that those that may be two stay unclear."""
        return bool(self.either) and self.day_first and self.month_first


def day_column(cells: Iterable[str]) -> DayColumn:
    """What the fields of a column tell of the order of its days."""
    day_first, month_first, either = False, False, ""
    for cell in dict.fromkeys(cells):
        early, late = _both(cell)
        day_first |= bool(early and not late)
        month_first |= bool(late and not early)
        if early and late and early != late:
            either = either or cell.strip()
    return DayColumn(day_first, month_first, either)


@lru_cache(maxsize=1_024)
def day_in_column(text: str, order: Order | None = None) -> str | None:
    """The day that a field is, as `YYYY-MM-DD`; None where it is none, or may be two and no order is given.

    Read is what `csv_values.day` reads, and 27.03.26, 27/03/26, 27-03-2026, 20260327, 27 Mar 2026, March 27, 2026 and
    27. März 2026, each with or without a time.
    """
    found = day(text) or _other_form(text.strip()[:_LONGEST])
    if found:
        return found
    early, late = _both(text)
    if early and late and early != late:
        return {None: None, "day-first": early, "month-first": late}[order]
    return early or late


def looks_like_day(text: str) -> bool:
    """Whether a field is a day, or is written like one, though it cannot be read."""
    return day_in_column(text, "day-first") is not None or bool(_LIKE_A_DAY.fullmatch(text.strip()[:_LONGEST]))


def _both(text: str) -> tuple[str | None, str | None]:
    """The day that a text is with the day first, and with the month first."""
    found = _EITHER.fullmatch(text.strip()[:_LONGEST])
    if found is None:
        return None, None
    one, other, year = found[1], found[2] or found[4], found[3] or found[5]
    return _day(year, other, one), _day(year, one, other)


def _other_form(text: str) -> str | None:
    """The day that a text is in one of the forms that can be but one day."""
    found = _DOTTED.fullmatch(text)
    if found:
        return _day(found[3], found[2], found[1])
    found = _DIGITS.fullmatch(text)
    if found:
        return _day(found[1], found[2], found[3])
    found = _NAMED.fullmatch(text)
    if found:
        return _day(found[3], _month(found[2]), found[1])
    found = _NAMED_FIRST.fullmatch(text)
    return _day(found[3], _month(found[1]), found[2]) if found else None


def _month(name: str) -> int:
    """The month of a name; 0, which no month is, for any other word."""
    return _MONTH_OF.get(name.casefold(), 0)


def _day(year: str, month: str | int, day_of_month: str) -> str | None:
    whole = int(year)
    if len(year) == len("26"):
        whole += 19 * _CENTURY if whole >= _OF_LAST_CENTURY else 20 * _CENTURY
    try:
        return datetime.date(whole, int(month), int(day_of_month)).isoformat()
    except ValueError:
        return None
