"""Touchpoints in charts: a chip with the card's number and, where there is room, its title or the beginning of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjeditor.layout.charts.chart import Spot
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label, lines
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive, Rect, moved
from cjeditor.model.cards import Touchpoint
from cjeditor.texts import Texts

CHIP = 20.0
"""How high a chip of one line is."""
_GAP = 4.0
_PADDING = 6.0
_BETWEEN = 5.0
_WIDEST = 168.0
_FEW = 12
"""Rows: titles are cut where they would take more; in fewer they have as many lines as they need."""
_MOST_LINES = 4


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
    made = _laid(cards, left, top, width, width, _MOST_LINES, words)
    return made if made.height <= _FEW * (CHIP + _GAP) else _laid(cards, left, top, width, _WIDEST, 1, words)


def _laid(
    cards: Sequence[Touchpoint], left: float, top: float, width: float, widest: float, most: int, words: Texts
) -> Chips:
    """Chips none of which is wider than `widest`, with at most so many lines of a title."""
    shapes: list[Primitive] = []
    spots: list[Spot] = []
    x, y, high = left, top, CHIP
    whole = True
    for card in cards:
        number, title = str(card.number), " ".join(card.title.split())
        behind = 2 * _PADDING + text_width(number, "bold", SMALL)
        room = min(widest, width) - behind - _BETWEEN
        # Half a pixel more: adding up widths must not push a title that just fits into a second line.
        shown = lines(title, 0, 0, room + 0.5, words.language, most=most) if room > 3 * SMALL else ()
        whole = whole and bool(shown) and not is_cut(shown[-1].text, title)
        needed = min(width, behind + (max(one.width for one in shown) + _BETWEEN if shown else 0.0))
        if x > left and x + needed > left + width:
            x, y, high = left, y + high + _GAP, CHIP
        tall = CHIP + max(0, len(shown) - 1) * SMALL_LINE
        shapes.append(Rect(x, y, needed, tall, fill="card", stroke="card.border", radius=CHIP / 2))
        text_top = y + (CHIP - SMALL_LINE) / 2
        shapes.append(label(number, x + _PADDING, text_top, face="bold"))
        shapes += moved(shown, x + behind - _PADDING + _BETWEEN, text_top)
        spots.append(Spot(x, y, needed, tall, named(card, words), card.id))
        x += needed + _GAP
        high = max(high, tall)
    return Chips(tuple(shapes), tuple(spots), y + high - top if cards else 0.0, whole)


def is_cut(line: str, text: str) -> bool:
    """Whether the last line of a text ends in an ellipsis that the text itself does not end in."""
    return line.endswith("…") and not text.endswith("…")
