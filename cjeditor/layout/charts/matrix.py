"""A matrix of two grades from 1 to 5: a field for each pair with chips of what is graded so, and below the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cjeditor.layout.charts.chart import Spot
from cjeditor.layout.charts.grid import heat
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive, Rect

GRADES = (1, 2, 3, 4, 5)
_CHIP, _CHIP_GAP = 20.0, 3.0
_GAP, _PADDING = 3.0, 4.0
_LEAST_FIELD = 46.0
_ICON = 12.0
_AXIS = 20.0
_WIDEST_CHIP = 190.0


@dataclass(frozen=True, slots=True)
class Item:
    """What is graded.

    Attributes:
        record: id of what can be dragged.
        name: stands on its chip.
        tip: says all of it.
        across: its grade along the lower edge, 1 … 5; None for none.
        up: its grade along the left edge, 1 … 5; None for none.
        icon: before the name; empty for none.
        warns: whether something is still to be done about it.
    """

    record: str
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
) -> Matrix:
    """Draw a matrix.

    Args:
        items: in the order in which they stand in their fields.
        axes: what the grades across and up are called.
        ungraded: heads what has no grades.
        share: how dark the ground of a field is, 0 … 1, by its grades across and up.
        width: of all.
    """
    left = _AXIS
    across = (width - left) / len(GRADES)
    shapes: list[Primitive] = [label(f"↑ {axes[1]}", 0, 0, face="semibold", colour="secondary", room=width / 2)]
    spots: list[Spot] = []
    targets: list[Spot] = []
    y = SMALL_LINE + 4
    for up in reversed(GRADES):
        row = [[one for one in items if (one.across, one.up) == (grade, up)] for grade in GRADES]
        most = max(map(len, row))
        height = max(_LEAST_FIELD, SMALL_LINE + most * (_CHIP + _CHIP_GAP) + 2 * _PADDING)
        shapes.append(label(str(up), left - 6, y + (height - SMALL_LINE) / 2, face="semibold", align="right"))
        for at, (grade, inside) in enumerate(zip(GRADES, row, strict=True)):
            x = left + at * across
            box = (x + _GAP / 2, y + _GAP / 2, across - _GAP, height - _GAP)
            shapes.append(Rect(*box, fill=heat(share(grade, up)), stroke="rule", radius=4))
            product = str(grade * up)
            shapes.append(label(product, x + across - _GAP - 5, y + 3, colour="text", align="right"))
            for down, item in enumerate(inside):
                top = y + _PADDING + SMALL_LINE + down * (_CHIP + _CHIP_GAP)
                made = _chip(item, x + _GAP / 2 + _PADDING, top, across - _GAP - 2 * _PADDING)
                shapes += made[0]
                spots.append(made[1])
            targets.append(Spot(*box, f"{axes[0]} {grade}, {axes[1]} {up}", f"{grade}:{up}"))
        y += height
    for at, grade in enumerate(GRADES):
        shapes.append(label(str(grade), left + (at + 0.5) * across, y + 2, face="semibold", align="middle"))
    y += SMALL_LINE + 2
    shapes.append(label(f"{axes[0]} →", width, y, face="semibold", colour="secondary", align="right", room=width / 2))
    y += SMALL_LINE + 8
    below = _ungraded([one for one in items if one.across is None or one.up is None], ungraded, y, width)
    return Matrix((*shapes, *below.shapes), (*spots, *below.spots), (*targets, *below.targets), y + below.height)


def _ungraded(items: Sequence[Item], heading: str, top: float, width: float) -> Matrix:
    """A row of chips, as many lines as are needed."""
    if not items:
        return Matrix((), (), (), 0.0)
    shapes: list[Primitive] = [label(heading, 0, top, face="semibold", colour="secondary", room=width)]
    spots: list[Spot] = []
    x, y = 0.0, top + SMALL_LINE + 4
    for item in items:
        needed = min(
            _WIDEST_CHIP, width, text_width(item.name, "semibold", SMALL) + 14 + (_ICON + 3 if item.icon else 0)
        )
        if x and x + needed > width:
            x, y = 0.0, y + _CHIP + _CHIP_GAP
        made = _chip(item, x, y, needed)
        shapes += made[0]
        spots.append(made[1])
        x += needed + 5
    height = y + _CHIP + 4 - top
    target = Spot(0, top, width, height, heading)
    return Matrix(tuple(shapes), tuple(spots), (target,), height)


def _chip(item: Item, x: float, y: float, width: float) -> tuple[tuple[Primitive, ...], Spot]:
    colour = "warning" if item.warns else "text"
    edge = "warning" if item.warns else "card.border"
    shapes: list[Primitive] = [Rect(x, y, width, _CHIP, fill="card", stroke=edge, radius=5)]
    inside = x + 6
    if item.icon and width > _ICON + 12:
        shapes.append(icon(item.icon, inside, y + (_CHIP - _ICON) / 2, _ICON, colour))
        inside += _ICON + 3
    room = x + width - 5 - inside
    shapes.append(label(item.name, inside, y + (_CHIP - SMALL_LINE) / 2, face="semibold", colour=colour, room=room))
    return tuple(shapes), Spot(x, y, width, _CHIP, item.tip, item.record)
