"""Fills that differ in black and white, too: lines and dots over a quiet ground, cut to their rectangle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from cjeditor.layout.primitives import Line, Primitive, Rect, circle

Pattern = Literal["solid", "rising", "empty", "dots", "level", "crossed", "upright", "falling"]

PATTERNS: Final[tuple[Pattern, ...]] = (
    "solid", "rising", "empty", "dots", "level", "crossed", "upright", "falling",
)  # fmt: skip
"""In the order in which series of a chart take them: neighbours are told apart easily."""

_PITCH = 5.0
_STROKE = 1.0
_DOT = 1.1


def filled(
    x: float, y: float, width: float, height: float, pattern: Pattern, colour: str, ground: str = "card"
) -> tuple[Primitive, ...]:
    """A rectangle with a pattern in a colour over `ground`, and an edge in the colour; nothing for an empty one."""
    if width <= 0 or height <= 0:
        return ()
    if pattern == "solid":
        return (Rect(x, y, width, height, fill=colour, stroke=colour),)
    inside: Iterator[Primitive]
    match pattern:
        case "dots":
            inside = _dots(x, y, width, height, colour)
        case "level":
            inside = _level(x, y, width, height, colour)
        case "upright":
            inside = _upright(x, y, width, height, colour)
        case "rising":
            inside = _slanted(x, y, width, height, colour, rising=True)
        case "falling":
            inside = _slanted(x, y, width, height, colour, rising=False)
        case "crossed":
            inside = iter(
                (
                    *_slanted(x, y, width, height, colour, rising=True),
                    *_slanted(x, y, width, height, colour, rising=False),
                )
            )
        case _:
            inside = iter(())
    return (Rect(x, y, width, height, fill=ground), *inside, Rect(x, y, width, height, stroke=colour))


def _steps(length: float) -> Iterator[float]:
    """Distances of `_PITCH` from half a step on, as far as they lie within a length."""
    at = _PITCH / 2
    while at < length:
        yield at
        at += _PITCH


def _level(x: float, y: float, width: float, height: float, colour: str) -> Iterator[Primitive]:
    for at in _steps(height):
        yield Line(x, y + at, x + width, y + at, colour, _STROKE)


def _upright(x: float, y: float, width: float, height: float, colour: str) -> Iterator[Primitive]:
    for at in _steps(width):
        yield Line(x + at, y, x + at, y + height, colour, _STROKE)


def _dots(x: float, y: float, width: float, height: float, colour: str) -> Iterator[Primitive]:
    for down in _steps(height - _DOT):
        for across in _steps(width - _DOT):
            yield circle(x + across, y + down, _DOT, fill=colour)


def _slanted(x: float, y: float, width: float, height: float, colour: str, *, rising: bool) -> Iterator[Primitive]:
    """Lines at 45°, each from where it comes into the rectangle to where it leaves it."""
    for at in _steps(width + height):
        # The line on which the distances from the left and from the lower edge add up to `at`.
        low, high = max(0.0, at - height), min(at, width)
        if high - low < _STROKE:
            continue
        first, last = y + height - (at - low), y + height - (at - high)
        if rising:
            yield Line(x + low, 2 * y + height - first, x + high, 2 * y + height - last, colour, _STROKE)
        else:
            yield Line(x + low, first, x + high, last, colour, _STROKE)
