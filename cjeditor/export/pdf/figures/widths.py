"""How wide the columns of a figure's table are: as their texts ask for, but so that words stay whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from math import ceil

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
_UNBROKEN = 48.0
_HEAD_LINES = 2
"""So many may the head of a column take that holds short texts."""
_WORDS = re.compile(r"[^\s/–—-]+[/–—-]?")


def columns_of(table: ChartTable, width: float) -> Columns:
    """Columns that share `width` by their longest texts; none narrower than its words, where the page allows that.

    Short texts have a line of their own, unless long ones would pay for it with more lines.
    """
    weights, least = [_longest(table, at) for at in range(len(table.head))], _least(table, width)
    ways = [_shared(weights, least, width, spared=spared) for spared in (True, False)]
    return Columns(table.head, tuple(min(ways, key=partial(_lines, table))))


def _lines(table: ChartTable, widths: Sequence[float]) -> int:
    """About how many lines the rows of a table take in columns of such widths."""
    rooms = [max(1.0, width - _GAP) for width in widths]
    return sum(
        max(ceil(text_width(cell, BODY.face, BODY.size) / room) for cell, room in zip(row, rooms, strict=True))
        for row in table.rows
    )


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
    said = (
        word for cell in cells for word in ([cell] if at in table.numbers or _is_short(cell) else _WORDS.findall(cell))
    )
    return max((*head, *(text_width(word, BODY.face, BODY.size) for word in said)), default=0.0)


def _is_short(cell: str) -> bool:
    """Whether a text is so short that it is never broken, such as “5 × 4 × 5”."""
    return text_width(cell, BODY.face, BODY.size) <= _UNBROKEN


def _shared(weights: Sequence[float], least: Sequence[float], width: float, *, spared: bool) -> list[float]:
    """Shares by weight, nobody’s less than the least; `spared`: who asks for no more than an even share gets that."""
    pinned: dict[int, float] = {}
    spared = spared and sum(weights) > width
    while True:
        free = [at for at in range(len(weights)) if at not in pinned]
        rest = width - sum(pinned.values())
        total = sum(weights[at] for at in free)
        shares = {at: weights[at] * rest / total for at in free}
        narrow = {at: weights[at] for at in free if spared and shares[at] < weights[at] <= rest / len(free)}
        narrow = narrow or {at: least[at] for at in free if shares[at] < least[at]}
        if not narrow or len(narrow) == len(free):
            return [pinned[at] if at in pinned else shares[at] for at in range(len(weights))]
        pinned |= narrow
