"""Axes: round numbers to write beside them, and where a value lies."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from cjeditor.layout.charts.lettering import SMALL_LINE, label
from cjeditor.layout.primitives import Line, Primitive
from cjeditor.texts import Texts

_ROUND = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values from `low` to `high` onto places from `start` to `end` (which may lie before it)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value; beyond the ends it is the end, and on a scale without length the start."""
        if self.high == self.low:
            return self.start
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Round numbers that enclose `low` to `high`: steps of 1, 2 or 5 times a power of ten, at most `most` steps."""
    if high <= low:
        high = low + 1
    rough = (high - low) / max(1, most)
    power = 10.0 ** floor(log10(rough))
    step = next((one * power for one in _ROUND if one * power >= rough * (1 - 1e-9)), 10 * power)
    first = floor(low / step + 1e-9)
    last = ceil(high / step - 1e-9)
    return tuple(round(at * step, 10) for at in range(first, last + 1))


def value_lines(
    values: tuple[float, ...], scale: Scale, top: float, bottom: float, words: Texts, unit: str = ""
) -> tuple[Primitive, ...]:
    """Upright lines at values of a scale that runs to the right, with the values written below `bottom`."""
    shapes: list[Primitive] = []
    for value in values:
        x = scale.at(value)
        shapes.append(Line(x, top, x, bottom, "rule.strong" if value == 0 else "rule", 0.8))
        shapes.append(label(words.figure(value, unit), x, bottom + 2, colour="secondary", align="middle"))
    return tuple(shapes)


AXIS_HEIGHT = SMALL_LINE + 4
"""What the values below an axis take."""
