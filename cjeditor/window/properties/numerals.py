"""Numbers as people type them: with comma or point, with a minus of either kind, with separators."""

from __future__ import annotations

import re
from decimal import Decimal

_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_LONGEST = 40
_GROUPS = {"de": "."}
"""What separates thousands; elsewhere a comma does."""


def read_number(text: str, language: str) -> float | None:
    """Return the number in `text`, or nothing where there is none.

    Of commas and points the last is the decimal mark, and the other one separates thousands: in groups of exactly three
    digits. A mark that occurs more than once separates them, too. Where there is a single mark, `language` decides: the
    one with which it separates thousands does so if a group of three digits follows (“1.000” is a thousand in German,
    “1,000” in English); else it is a decimal mark (“1.5” is one and a half in both).
    """
    typed = _SPACES.sub("", text[: 2 * _LONGEST]).replace("−", "-").replace("–", "-")
    if len(typed) > _LONGEST or not typed.isascii():
        return None
    group, decimal = (".", ",") if _GROUPS.get(language) == "." else (",", ".")
    if (typed.rfind(group) > typed.rfind(decimal) and not _is_grouped(typed, group)) or typed.count(decimal) > 1:
        group, decimal = decimal, group
    if group in typed:
        whole, mark, rest = typed.partition(decimal)
        if not _is_grouped(whole, group) or group in rest:
            return None
        typed = whole.replace(group, "") + mark + rest
    typed = typed.replace(decimal, ".")
    return None if _PLAIN.fullmatch(typed) is None else float(typed)


def _is_grouped(whole: str, group: str) -> bool:
    """Return whether `group` separates thousands in a whole number."""
    return re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}({re.escape(group)}\d{{3}})+", whole) is not None


def show_number(value: float, language: str) -> str:
    """Return `value` as it can be typed again: all its digits, no separators, the language's decimal mark."""
    digits = format(Decimal(repr(value)), "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits.replace(".", ",") if language == "de" else digits
