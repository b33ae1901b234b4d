"""The mark that says how many open comments there are on something; and the line of marks at the foot of a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from cjeditor.analysis.acting import Acting
from cjeditor.layout.arrangement import Look
from cjeditor.layout.draw_actions import action_sign
from cjeditor.layout.draw_card import REMARKS
from cjeditor.layout.icons import icon, icon_character
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import META_LINE, META_SIZE, baseline
from cjeditor.layout.primitives import Primitive, Rect, Text
from cjeditor.texts import Texts

_ICON = 13.0
_GAP = 3.0
_LEFT = 10.0
_BETWEEN = 8.0
_BELOW = 3.0
_REACH = 3.0
"""How far around the mark it is still meant."""


class Area(NamedTuple):
    """Where a mark lies, with what is around it and still counts."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


def mark_width(count: int, words: Texts) -> float:
    """How wide the mark is; 0 where there is none."""
    return _ICON + _GAP + text_width(words.number(count), "bold", META_SIZE) if count else 0.0


def mark(count: int, x: float, y: float, words: Texts) -> tuple[Primitive, ...]:
    """The mark with its line of `META_LINE` beginning at (`x`, `y`); nothing for a count of 0."""
    if not count:
        return ()
    shown = words.number(count)
    width = text_width(shown, "bold", META_SIZE)
    return (
        icon(REMARKS, x, y + (META_LINE - _ICON) / 2, _ICON, "primary"),
        Text(x + _ICON + _GAP, baseline(y, META_LINE, META_SIZE), shown, "bold", META_SIZE, "primary", width),
    )


def with_marks(look: Look, count: int, acting: Acting, words: Texts) -> Look:
    """A note with a line more at its foot for the marks of its comments and actions; the same one without any."""
    if not count and not acting.total:
        return look
    more = META_LINE + _BELOW
    shapes = [
        replace(shape, height=shape.height + more)
        if isinstance(shape, Rect) and shape.height >= look.height - 1
        else shape
        for shape in look.primitives
    ]
    top = look.height - _BELOW
    shapes += mark(count, _LEFT, top, words)
    if acting.total:
        left = _LEFT + (mark_width(count, words) + _BETWEEN if count else 0.0)
        sign, said, colour = action_sign(acting, words)
        shapes.append(icon(sign, left, top + (META_LINE - _ICON) / 2, _ICON, colour))
        width = text_width(said, "bold", META_SIZE)
        base = baseline(top, META_LINE, META_SIZE)
        shapes.append(Text(left + _ICON + _GAP, base, said, "bold", META_SIZE, colour, width))
    return Look(look.width, look.height + more, tuple(shapes), acting)


def mark_in(shapes: Iterable[Primitive]) -> Area | None:
    """Where the mark lies among some shapes, or None."""
    character = icon_character(REMARKS)
    wide = 2 * _REACH + _ICON + _GAP
    for shape in shapes:
        # At the foot of a touchpoint's card; a channel may have the same icon, above in another colour.
        if isinstance(shape, Text) and shape.text == character and shape.face == "icon" and shape.colour == "primary":
            return Area(shape.x - _REACH, shape.y - _ICON - _REACH, wide + 2 * _ICON, _ICON + 2 * _REACH)
    return None
