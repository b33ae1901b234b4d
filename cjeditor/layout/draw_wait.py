"""The gap between expected and actual waiting time, as a bar on a touchpoint's card."""

from __future__ import annotations

from typing import Final

from cjeditor.analysis.waiting import is_late
from cjeditor.layout.primitives import Line, Primitive, Rect
from cjeditor.model.cards import Touchpoint

GAP_HEIGHT: Final = 9.0
"""What the bar takes below the marks of a card."""

_BAR: Final = 6.0
_STRIPES: Final = 4.0
_LEAST: Final = 3.0
"""Pixels of either part, so that both are seen: a wait of a year beside an expected minute, or of 61 beside 60."""


def wait_gap(touchpoint: Touchpoint, x: float, y: float, width: float) -> tuple[Primitive, ...]:
    """The actual wait as a bar: what was expected of it filled, what is too much striped; nothing if nobody is late."""
    expected, actual = touchpoint.expected_wait, touchpoint.actual_wait
    if expected is None or actual is None or not is_late(touchpoint):
        return ()
    return draw_gap(x, y, width, min(max(width * expected.minutes / actual.minutes, _LEAST), width - _LEAST))


def draw_gap(x: float, y: float, width: float, within: float) -> tuple[Primitive, ...]:
    """Such a bar `width` wide, of which so much `within` what was expected."""
    top = y + (GAP_HEIGHT - _BAR) / 2
    middle = top + _BAR / 2
    return (
        Rect(x, top, within, _BAR, fill="secondary"),
        *_stripes(x + within, top, width - within),
        Rect(x + within, top, width - within, _BAR, stroke="warning"),
        Line(x + within, middle - GAP_HEIGHT / 2, x + within, middle + GAP_HEIGHT / 2, "text", 1.5),
    )


def _stripes(x: float, top: float, width: float) -> tuple[Primitive, ...]:
    """Slanted lines inside the bar: in black and white, too, this part is another than the first."""
    count = int((width - _BAR) / _STRIPES) + 1 if width >= _BAR else 0
    return tuple(
        Line(x + at * _STRIPES, top + _BAR, x + at * _STRIPES + _BAR, top, "warning", 1.2) for at in range(count)
    )
