"""The lines of links in the legend: a hand-off is told by the shape of the line, seamless, broken or not rated."""

from __future__ import annotations

from typing import NamedTuple

from cjeditor.catalogue import terms
from cjeditor.export.content import Content
from cjeditor.layout.draw_links import HandOff, draw_sign
from cjeditor.layout.primitives import Primitive

LENGTH = 30.0
"""Of a line in the legend: long enough for the gap of a broken one."""
_HAND_OFFS: tuple[HandOff, ...] = ("", "seamless", "broken")


class LinkSign(NamedTuple):
    """A line as links of this kind have it, and what it means."""

    shapes: tuple[Primitive, ...]
    name: str


def link_signs(content: Content, middle: float) -> list[LinkSign]:
    """The kinds of links that the map has, each with its line at the height `middle`; none without links."""
    used = {link.hand_off for link in content.journey.links}
    return [
        LinkSign(draw_sign(((0.0, middle), (LENGTH, middle)), one), _name(one, content))
        for one in _HAND_OFFS
        if one in used
    ]


def _name(hand_off: HandOff, content: Content) -> str:
    return terms.hand_off(hand_off, content.words)
