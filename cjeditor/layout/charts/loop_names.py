"""The names of a loop's phases: beside the ring where each has room to be whole, and listed by number where not."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

from cjeditor.layout.charts.boxes import Box, around
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, Align, label, lines
from cjeditor.layout.charts.rings import Centre
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive, Text

_AWAY: Final = 8.0
_NUMBER_HEIGHT: Final = 11.0
_COLUMN: Final = 220.0
"""The widest column of the list."""
_GAP: Final = 18.0
_MOST_LINES: Final = 4

Listed = tuple[int, str]
"""The number of a phase and its name."""


class Names(NamedTuple):
    """The names beside a ring, and those that did not find room there."""

    shapes: tuple[Primitive, ...]
    listed: tuple[Listed, ...]


def beside(names: Sequence[str], angles: Sequence[float], centre: Centre, radius: float, language: str) -> Names:
    """Names beside a ring at their angles: none on another, none cut, in a chart with the ring in its middle.

    Where some have no room, the others have their numbers, too: it would else be hard to see whose they are.
    """
    found = _found(names, names, angles, centre, radius, language)
    if not found.listed:
        return found
    numbered = [f"{number} {name}" for number, name in enumerate(names, start=1)]
    return _found(names, numbered, angles, centre, radius, language)


def _found(
    names: Sequence[str], texts: Sequence[str], angles: Sequence[float], centre: Centre, radius: float, language: str
) -> Names:
    """The texts for names that have room, and the names that have none."""
    shapes: list[Primitive] = []
    listed: list[Listed] = []
    taken: list[Box] = []
    for number, (name, text, angle) in enumerate(zip(names, texts, angles, strict=True), start=1):
        placed = _placed(text, angle, centre, radius, language)
        left, top = min(one.x for one in placed), placed[0].y - SMALL
        box = Box(left - 2, top, max(one.width for one in placed) + 4, len(placed) * SMALL_LINE)
        cut = placed[-1].text.endswith("…") and not name.endswith("…")
        if cut or any(box.meets(other) for other in taken):
            listed.append((number, name))
        else:
            taken.append(box)
            shapes += placed
    return Names(tuple(shapes), tuple(listed))


def _placed(name: str, angle: float, centre: Centre, radius: float, language: str) -> tuple[Text, ...]:
    """A name outside of the ring, to its left or right, in at most two lines."""
    x, y = centre.at(angle, radius + _AWAY)
    right = angle < 180
    room = max(24.0, 2 * centre.x - x if right else x)
    align: Align = "left" if right else "right"
    height = len(lines(name, x, 0, room, language, most=2, face="semibold")) * SMALL_LINE
    # At the sides names are level with their sector, at the top they stand above it, at the bottom below.
    up = (y - centre.y) / radius
    top = y - height / 2 + up * height / 2
    return lines(name, x, top, room, language, most=2, face="semibold", align=align)


def numbers_in(angles: Sequence[float], centre: Centre, radius: float) -> list[Primitive]:
    """The numbers of phases on a circle; where it is too short for all, some are left out, and can be counted."""
    shapes: list[Primitive] = []
    taken: list[Box] = []
    for number, angle in enumerate(angles, start=1):
        x, y = centre.at(angle, radius)
        box = around(x, y, text_width(str(number), "bold", SMALL) + 1, _NUMBER_HEIGHT)
        if not any(box.meets(other) for other in taken):
            taken.append(box)
            shapes.append(label(str(number), x, y - SMALL_LINE / 2, face="bold", align="middle"))
    return shapes


def listing(listed: Sequence[Listed], top: float, width: float, language: str) -> tuple[list[Primitive], float]:
    """Numbers and names in columns, to be read down, and how high they are."""
    if not listed:
        return [], 0.0
    shapes: list[Primitive] = []
    indent = text_width(str(listed[-1][0]), "bold", SMALL) + 6
    widest = max(text_width(name, "regular", SMALL) for _number, name in listed) + 1
    room = min(widest, _COLUMN, width - indent)
    column = indent + room + _GAP
    count = max(1, int((width + _GAP) // column))
    lowest = top
    rows = ceil(len(listed) / count)
    for at in range(count):
        x, y = at * column, top
        for number, name in listed[at * rows : (at + 1) * rows]:
            said = lines(name, x + indent, y, room, language, most=_MOST_LINES)
            shapes += [label(str(number), x, y, face="bold"), *said]
            y += len(said) * SMALL_LINE
        lowest = max(lowest, y)
    return shapes, lowest - top
