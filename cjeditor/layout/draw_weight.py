"""The mark of a weight: five bars that grow, as many of them dark as the weight says."""

from __future__ import annotations

from typing import Final

from cjeditor.layout.primitives import Primitive, Rect

USUAL: Final = 3
"""The weight that a phase or touchpoint has as long as nobody says otherwise; it is not marked."""

WEIGHT_WIDTH: Final = 19.0
"""How wide the mark is."""

_BARS = 5
_BAR, _PITCH = 3.0, 4.0
_LOWEST, _STEP = 3.0, 2.0
_HEIGHT = _LOWEST + (_BARS - 1) * _STEP


def weight_mark(weight: int, x: float, middle: float) -> tuple[Primitive, ...]:
    """The mark of a weight from 1 to 5 with its left edge at `x`, around the height `middle`."""
    bottom = middle + _HEIGHT / 2
    shapes = []
    for at in range(_BARS):
        height = _LOWEST + at * _STEP
        style = "secondary" if at < weight else "rule.strong"
        if at < weight:
            shapes.append(Rect(x + at * _PITCH, bottom - height, _BAR, height, fill=style))
        else:
            shapes.append(Rect(x + at * _PITCH + 0.4, bottom - height + 0.4, _BAR - 0.8, height - 0.8, stroke=style))
    return tuple(shapes)
