"""How wide the columns of a figure's table are: as their texts ask for, but so that words stay whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cjeditor.export.pdf.table import Columns
from cjeditor.export.typeset import BODY, META_STRONG
from cjeditor.layout.charts.chart import ChartTable
from cjeditor.layout.measure import text_width

NARROWEST = 34.0
"""Points for what is in a column at least."""
_WIDEST = 300.0
_GAP = 12.0
"""Between what two columns hold."""
_STEP = 2.0
_HEAD_LINES = 2
"""So many may the head of a column take that holds short texts."""
_WORDS = re.compile(r"[^\s/–—-]+[/–—-]?")


def columns_of(table: ChartTable, width: float) -> Columns:
    """Columns that share `width` by their longest texts; none narrower than its words, where the page allows that."""
    weights = [_longest(table, at) for at in range(len(table.head))]
    return Columns(table.head, tuple(_shared(weights, _least(table, width), width)))


def natural_width(table: ChartTable) -> float:
    """How wide a table would be with each of its texts on one line, but for very long ones."""
    return sum(_longest(table, at) for at in range(len(table.head)))


def _longest(table: ChartTable, at: int) -> float:
    head = text_width(table.head[at], BODY.face, BODY.size) / _HEAD_LINES
    return min(max(NARROWEST, head, *(text_width(row[at], BODY.face, BODY.size) for row in table.rows)), _WIDEST) + _GAP


def _least(table: ChartTable, width: float) -> list[float]:
    """What the columns need; where that is too much, the longest words are hyphenated, no short ones."""
    words = [max(NARROWEST, _widest_word(table, at)) for at in range(len(table.head))]
    most = min(max(words), _WIDEST)
    while most > NARROWEST and sum(min(each, most) + _GAP for each in words) > width:
        most -= _STEP
    return [min(each, most) + _GAP for each in words]


def _widest_word(table: ChartTable, at: int) -> float:
    """How wide the widest word of a column is; a number with its unit is one."""
    head = [text_width(word, META_STRONG.face, META_STRONG.size) for word in _WORDS.findall(table.head[at])]
    cells = (row[at] for row in table.rows)
    said = (word for cell in cells for word in ([cell] if at in table.numbers else _WORDS.findall(cell)))
    return max((*head, *(text_width(word, BODY.face, BODY.size) for word in said)), default=0.0)


def _shared(weights: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """What each asks for, where that is no more than its even share; the others share the rest by weight.

    Short texts then stay on one line, and long ones pay for it. Nobody gets less than the least.
    """
    pinned: dict[int, float] = {}
    crowded = sum(weights) > width
    while True:
        free = [at for at in range(len(weights)) if at not in pinned]
        rest = width - sum(pinned.values())
        total = sum(weights[at] for at in free)
        shares = {at: weights[at] * rest / total for at in free}
        narrow = {at: weights[at] for at in free if crowded and shares[at] < weights[at] <= rest / len(free)}
        narrow = narrow or {at: least[at] for at in free if shares[at] < least[at]}
        if not narrow or len(narrow) == len(free):
            return [pinned[at] if at in pinned else shares[at] for at in range(len(weights))]
        pinned |= narrow
