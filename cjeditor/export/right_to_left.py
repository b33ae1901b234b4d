"""Lines that are written from right to left, as a page shows them; loads the two packages that know how."""

from __future__ import annotations

import arabic_reshaper
from bidi.algorithm import get_display


def in_drawn_order(text: str, *, to_the_left: bool) -> str:
    """A line from left to right as it is drawn, each letter in the form that its neighbours ask for.

    `to_the_left` says which way its paragraph is read.
    """
    return str(get_display(arabic_reshaper.reshape(text), base_dir="R" if to_the_left else "L"))


def alone(letter: str) -> str:
    """A letter in the form it has without neighbours."""
    return str(arabic_reshaper.reshape(letter) or letter)
