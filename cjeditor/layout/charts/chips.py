"""Touchpoints in charts: a chip with the card's number and, where there is room, the beginning of its title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjeditor.layout.charts.chart import Spot
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive, Rect
from cjeditor.model.cards import Touchpoint
from cjeditor.texts import Texts

CHIP = 20.0
"""How high a chip is."""
_GAP = 4.0
_PADDING = 6.0
_BETWEEN = 5.0
_WIDEST = 168.0
_FEW = 3
"""Rows: titles are cut where they would take more."""


class Chips(NamedTuple):
    """The shapes and spots of chips, how high their rows are together, and whether each shows its title whole."""

    shapes: tuple[Primitive, ...]
    spots: tuple[Spot, ...]
    height: float
    whole: bool


def named(card: Touchpoint, words: Texts) -> str:
    """A touchpoint in words: number and title."""
    return f"{card.number} {' '.join(card.title.split()) or words.t('Untitled')}"


def chips(cards: Sequence[Touchpoint], left: float, top: float, width: float, words: Texts) -> Chips:
    """Chips of touchpoints, in as many rows of a width as are needed; a few have room for all of their titles."""
    made = _laid(cards, left, top, width, width, words)
    return made if made.height <= _FEW * (CHIP + _GAP) else _laid(cards, left, top, width, _WIDEST, words)


def _laid(cards: Sequence[Touchpoint], left: float, top: float, width: float, widest: float, words: Texts) -> Chips:
    """Chips none of which is wider than `widest`."""
    shapes: list[Primitive] = []
    spots: list[Spot] = []
    x, y = left, top
    whole = True
    for card in cards:
        number, title = str(card.number), " ".join(card.title.split())
        behind = 2 * _PADDING + text_width(number, "bold", SMALL)
        room = min(widest, width) - behind - _BETWEEN
        shown = label(title, 0, 0, room=room) if title and room > 3 * SMALL else None
        whole = whole and shown is not None and shown.text == title
        needed = min(width, behind + (shown.width + _BETWEEN if shown is not None else 0.0))
        if x > left and x + needed > left + width:
            x, y = left, y + CHIP + _GAP
        shapes.append(Rect(x, y, needed, CHIP, fill="card", stroke="card.border", radius=CHIP / 2))
        text_top = y + (CHIP - SMALL_LINE) / 2
        shapes.append(label(number, x + _PADDING, text_top, face="bold"))
        if shown is not None:
            shapes.append(label(shown.text, x + behind - _PADDING + _BETWEEN, text_top))
        spots.append(Spot(x, y, needed, CHIP, named(card, words), card.id))
        x += needed + _GAP
    return Chips(tuple(shapes), tuple(spots), y + CHIP - top if cards else 0.0, whole)
