"""Numbers and days as people and spreadsheets write them, in English and German. What may be two things is none."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Final

_BLANKS: Final = str.maketrans("", "", " \u00a0\u202f\u2009'’")
_MINUS: Final = str.maketrans("\u2212\u2013", "--")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+)")
_LONGEST: Final = 40

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:[ ,].*)?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: .*)?")
_YEAR_FIRST = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?: .*)?")


def number(text: str) -> float | None:
    """The number that a text is, with decimal point or comma; None where it is none or may be two.

    “7,5” and “7.5” are seven and a half, “1.234,5” and “1,234.5” more than a thousand, “1.234.567” more than a million.
    “1.234” may be one or a thousand, and is None. Blanks and apostrophes may stand between digits.
    """
    bare = _bare(text)
    marks = [one for one in bare if one in ".,"]
    if not bare or (len(marks) == 1 and _is_grouped(bare)):
        return None
    decimal = marks[-1] if len(set(marks)) == 2 or len(marks) == 1 else ""
    whole, _mark, fraction = bare.rpartition(decimal) if decimal else (bare, "", "")
    if (decimal in whole and decimal) or (len(marks) > 1 and not _is_grouped(whole)):
        return None
    return float(f"{whole.replace('.', '').replace(',', '')}.{fraction or 0}")


@lru_cache(maxsize=1_024)
def whole_number(text: str) -> int | None:
    """The whole number that a text is, None where it is none. “1.234” and “1,234” are a thousand and more here.

    “9,0” is nine, “7,5” is none.
    """
    bare = _bare(text)
    if not bare:
        return None
    if _is_grouped(bare):
        return int(bare.replace(".", "").replace(",", ""))
    found = number(text)
    return int(found) if found is not None and found.is_integer() else None


@lru_cache(maxsize=1_024)
def day(text: str) -> str | None:
    """The day that a text is, as `YYYY-MM-DD`; None where it is none or may be two.

    Read are 2024-03-31 (with or without a time), 31.03.2024, 2024/03/31, and 31/03/2024 where one of the first two
    numbers can only be the day. A month alone (2024-03) is its first day.
    """
    text = text.strip()[:_LONGEST]
    for form in (_ISO, _YEAR_FIRST):
        found = form.fullmatch(text)
        if found:
            return _day(found[1], found[2], found[3])
    found = _MONTH.fullmatch(text)
    if found:
        return _day(found[1], found[2], "1")
    found = _DOTTED.fullmatch(text)
    if found:
        return _day(found[3], found[2], found[1])
    found = _SLASHED.fullmatch(text)
    if found is None:
        return None
    either = {_day(found[3], found[2], found[1]), _day(found[3], found[1], found[2])} - {None}
    return either.pop() if len(either) == 1 else None


def _bare(text: str) -> str:
    """The text without blanks, with plain signs; empty where it is no number."""
    bare = text.strip()[: _LONGEST + 1].translate(_BLANKS).translate(_MINUS)
    return bare if len(bare) <= _LONGEST and bare.isascii() and _NUMBER.fullmatch(bare) else ""


def _is_grouped(bare: str) -> bool:
    """Whether its marks stand before each three digits, as they do between thousands."""
    return _GROUPED.fullmatch(bare) is not None and bare.lstrip("+-")[0] != "0"


def _day(year: str, month: str, day_of_month: str) -> str | None:
    try:
        return datetime.date(int(year), int(month), int(day_of_month)).isoformat()
    except ValueError:
        return None
