"""A matrix of two grades from 1 to 5: a field for each pair with chips of what is graded so, and below the rest.

Names stand on the chips, in as many lines as they need. Where fields are too narrow for that, or names too long, chips
have a short sign only, and a key below the matrix says what each is called.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cjeditor.layout.breaking import break_lines
from cjeditor.layout.charts.chart import Spot
from cjeditor.layout.charts.grid import heat
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label, lines
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive, Rect

GRADES = (1, 2, 3, 4, 5)
_CHIP, _CHIP_GAP = 20.0, 3.0
_CHIP_LINE = 13.0
_MOST_LINES = 4
"""Of a name on a chip."""
_KEY_LINES = 5
"""Of a name in the key; the table has all of it."""
_LEAST_ROOM = 72.0
"""For the words of a chip: in less, words are torn to pieces."""
_GAP, _PADDING = 3.0, 4.0
_LEAST_FIELD = 46.0
_ICON = 12.0
_AXIS = 20.0
_WIDEST_CHIP = 190.0
_LONGEST = 400
"""Characters of a name that are looked at."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is graded.

    Attributes:
        record: id of what can be dragged.
        short: a few characters that tell it from all others.
        name: stands on its chip behind that, or in the key.
        tip: says all of it.
        across: its grade along the lower edge, 1 … 5; None for none.
        up: its grade along the left edge, 1 … 5; None for none.
        icon: before the words; empty for none.
        warns: whether something is still to be done about it.
    """

    record: str
    short: str
    name: str
    tip: str
    across: int | None
    up: int | None
    icon: str = ""
    warns: bool = False


class Matrix(NamedTuple):
    """The shapes, spots and targets of a matrix, and how high it is; the record of a target is `across:up`."""

    shapes: tuple[Primitive, ...]
    spots: tuple[Spot, ...]
    targets: tuple[Spot, ...]
    height: float


def grades_of(target: str) -> tuple[int, int] | None:
    """What dropping on a target means: the grades across and up; None for the place of what is not graded."""
    if not target:
        return None
    across, up = target.split(":")
    return int(across), int(up)


def matrix(
    items: Sequence[Item],
    axes: tuple[str, str],
    ungraded: str,
    share: Callable[[int, int], float],
    width: float,
    language: str,
) -> Matrix:
    """Draw a matrix.

    Args:
        items: in the order in which they stand in their fields.
        axes: what the grades across and up are called.
        ungraded: heads what has no grades.
        share: how dark the ground of a field is, 0 … 1, by its grades across and up.
        width: of all.
        language: by whose rules words are hyphenated.
    """
    left = _AXIS
    across = (width - left) / len(GRADES)
    chips = _Chips(items, across - _GAP - 2 * _PADDING, language)
    shapes: list[Primitive] = [label(f"↑ {axes[1]}", 0, 0, face="semibold", colour="secondary", room=width / 2)]
    spots: list[Spot] = []
    targets: list[Spot] = []
    y = SMALL_LINE + 4
    for up in reversed(GRADES):
        row = [[one for one in items if (one.across, one.up) == (grade, up)] for grade in GRADES]
        height = max(_LEAST_FIELD, SMALL_LINE + max(map(chips.height, row)) + 2 * _PADDING)
        shapes.append(label(str(up), left - 6, y + (height - SMALL_LINE) / 2, face="semibold", align="right"))
        for at, (grade, inside) in enumerate(zip(GRADES, row, strict=True)):
            x = left + at * across
            box = (x + _GAP / 2, y + _GAP / 2, across - _GAP, height - _GAP)
            shapes.append(Rect(*box, fill=heat(share(grade, up)), stroke="rule", radius=4))
            product = str(grade * up)
            shapes.append(label(product, x + across - _GAP - 5, y + 3, colour="text", align="right"))
            top = y + _PADDING + SMALL_LINE
            for item in inside:
                made = chips.draw(item, x + _GAP / 2 + _PADDING, top)
                shapes += made[0]
                spots.append(made[1])
                top += made[1].height + _CHIP_GAP
            targets.append(Spot(*box, f"{axes[0]} {grade}, {axes[1]} {up}", f"{grade}:{up}"))
        y += height
    for at, grade in enumerate(GRADES):
        shapes.append(label(str(grade), left + (at + 0.5) * across, y + 2, face="semibold", align="middle"))
    y += SMALL_LINE + 2
    shapes.append(label(f"{axes[0]} →", width, y, face="semibold", colour="secondary", align="right", room=width / 2))
    y += SMALL_LINE + 8
    if chips.short:
        key, high = _key([one for one in items if one.across and one.up], y, width, language)
        shapes += key
        y += high
    below = _ungraded([one for one in items if one.across is None or one.up is None], ungraded, y, width, language)
    return Matrix((*shapes, *below.shapes), (*spots, *below.spots), (*targets, *below.targets), y + below.height)


class _Chips:
    """The chips of one matrix: all with their names, or all with their signs."""

    def __init__(self, items: Sequence[Item], width: float, language: str) -> None:
        self._width = width
        room = _room(width)
        said = {
            one.record: break_lines(
                _flat(f"{one.short} {one.name}"), "semibold", SMALL, max(room, SMALL), language=language
            )
            for one in items
            if one.across and one.up
        }
        self.short = room < _LEAST_ROOM or any(len(each) > _MOST_LINES for each in said.values())
        self._said = {one.record: (one.short,) for one in items} if self.short else said

    def height(self, inside: Sequence[Item]) -> float:
        """What the chips of a field take, one below the other."""
        return sum(_chip_height(self._said[item.record]) + _CHIP_GAP for item in inside)

    def draw(self, item: Item, x: float, y: float) -> tuple[tuple[Primitive, ...], Spot]:
        """A chip as wide as its field allows."""
        return _chip(item, self._said[item.record], x, y, self._width)


def _room(width: float) -> float:
    """For the words of a chip of this width, beside its icon."""
    return width - 6 - (_ICON + 3) - 5


def _flat(text: str) -> str:
    return " ".join(text[:_LONGEST].split())


def _key(items: Sequence[Item], top: float, width: float, language: str) -> tuple[list[Primitive], float]:
    """What the signs on the chips stand for."""
    shapes: list[Primitive] = []
    indent = max((text_width(item.short, "semibold", SMALL) for item in items), default=0.0) + 8
    y = top
    for item in items:
        colour = "warning" if item.warns else "text"
        shapes.append(label(item.short, 0, y, face="semibold", colour=colour))
        said = lines(_flat(item.name), indent, y, width - indent, language, most=_KEY_LINES, colour=colour)
        shapes += said
        y += max(1, len(said)) * SMALL_LINE + 2
    return shapes, y - top + 6


def _ungraded(items: Sequence[Item], heading: str, top: float, width: float, language: str) -> Matrix:
    """A row of chips, as many lines as are needed."""
    if not items:
        return Matrix((), (), (), 0.0)
    shapes: list[Primitive] = [label(heading, 0, top, face="semibold", colour="secondary", room=width)]
    spots: list[Spot] = []
    x, y, high = 0.0, top + SMALL_LINE + 4, _CHIP
    for item in items:
        name = _flat(f"{item.short} {item.name}")
        needed = min(_WIDEST_CHIP, width, text_width(name, "semibold", SMALL) + 14 + (_ICON + 3 if item.icon else 0))
        said = break_lines(name, "semibold", SMALL, _room(needed) + 0.5, max_lines=_KEY_LINES, language=language)
        if x and x + needed > width:
            x, y, high = 0.0, y + high + _CHIP_GAP, _CHIP
        made = _chip(item, said, x, y, needed)
        shapes += made[0]
        spots.append(made[1])
        x += needed + 5
        high = max(high, made[1].height)
    height = y + high + 4 - top
    target = Spot(0, top, width, height, heading)
    return Matrix(tuple(shapes), tuple(spots), (target,), height)


def _chip_height(said: Sequence[str]) -> float:
    return _CHIP + (len(said) - 1) * _CHIP_LINE


def _chip(item: Item, said: Sequence[str], x: float, y: float, width: float) -> tuple[tuple[Primitive, ...], Spot]:
    """A chip with its icon before the first of its lines."""
    colour = "warning" if item.warns else "text"
    edge = "warning" if item.warns else "card.border"
    height = _chip_height(said)
    shapes: list[Primitive] = [Rect(x, y, width, height, fill="card", stroke=edge, radius=5)]
    inside = x + 6
    if item.icon and width > _ICON + 12:
        shapes.append(icon(item.icon, inside, y + (_CHIP - _ICON) / 2, _ICON, colour))
        inside += _ICON + 3
    for at, line in enumerate(said):
        top = y + (_CHIP - SMALL_LINE) / 2 + at * _CHIP_LINE
        shapes.append(label(line, inside, top, face="semibold", colour=colour, room=x + width - 4 - inside))
    return tuple(shapes), Spot(x, y, width, height, item.tip, item.record)
