"""Numbers as people type them: with comma or point, with a minus of either kind, with separators."""

from __future__ import annotations

import re
from decimal import Decimal

_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_LONGEST = 40


def read_number(text: str) -> float | None:
    """Return the number in `text`, or nothing where there is none.

    The last of commas and points is the decimal mark; one that occurs more often separates thousands.
    """
    typed = _SPACES.sub("", text[: 2 * _LONGEST]).replace("−", "-").replace("–", "-")
    if len(typed) > _LONGEST:
        return None
    last = max(typed.rfind(","), typed.rfind("."))
    if last >= 0:
        mark = typed[last]
        if typed.count(mark) > 1:
            typed = typed.replace(",", "").replace(".", "")
        else:
            typed = re.sub(r"[.,]", "", typed[:last]) + "." + typed[last + 1 :]
    if not typed.isascii() or _PLAIN.fullmatch(typed) is None:
        return None
    return float(typed)


def show_number(value: float, language: str) -> str:
    """Return `value` as it can be typed again: all its digits, no separators, the language's decimal mark."""
    digits = format(Decimal(repr(value)), "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits.replace(".", ",") if language == "de" else digits
