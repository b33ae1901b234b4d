"""Lines that are written from right to left, as a page shows them; loads the two packages that know how."""

from __future__ import annotations

import arabic_reshaper
from bidi.algorithm import get_display


def in_drawn_order(text: str) -> str:
    """A line from left to right as it is drawn, each letter in the form that its neighbours ask for."""
    return str(get_display(arabic_reshaper.reshape(text)))


def alone(letter: str) -> str:
    """A letter in the form it has without neighbours."""
    return str(arabic_reshaper.reshape(letter) or letter)
