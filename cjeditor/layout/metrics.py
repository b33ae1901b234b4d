"""The sizes of the map's parts in layout pixels: multiples of 4 wherever nothing else decides."""

from __future__ import annotations

from typing import NamedTuple

LANE_HEADER_WIDTH = 148.0
CELL_MARGIN = 4.0
"""Between a column's edge and its cards; two columns thus stand 8 apart."""
CELL_PADDING = 8.0
"""Above the first and below the last card of a cell."""
CARD_GAP = 8.0
SECOND_COLUMN_FROM = 168.0
"""A step at least twice as wide as this puts its cards side by side."""

EMPTY_LANE_HEIGHT = 64.0
EMPTY_METRICS_HEIGHT = 96.0
"""A metric with a name of one line and its target fits."""
SEPARATOR_HEIGHT = 28.0
FOLDED_WIDTH = 44.0
"""Of a collapsed phase, however many steps it has."""
FOLDED_HEIGHT = 28.0
"""Of a collapsed lane."""
CHIP_HEIGHT = 20.0
"""Of a channel in the channels lane."""
CURVE_LEVEL = 20.0
"""Between two emotions on the curve."""
CURVE_PADDING = 26.0

TITLE_SIZE = 13.0
TITLE_LINE = 18.0
META_SIZE = 11.0
META_LINE = 16.0
PHASE_SIZE = 15.0
PHASE_LINE = 20.0


class Limits(NamedTuple):
    """How much of a card is shown: lines of a title and of a note, and the height of a picture.

    More lines are cut with an ellipsis; the whole text is there while editing and in the tables on paper. A picture
    that would be higher at the card's width stands narrower on a quiet ground.
    """

    title_lines: int
    note_lines: int
    picture_height: float


ON_MAP = Limits(5, 8, 200.0)
CARD_RADIUS = 7.0

SMALLEST_TEXT = META_SIZE


def baseline(top: float, line: float, size: float) -> float:
    """The baseline that centres capitals of a face `size` high in a line box (Lato's capitals are 0.72 em high)."""
    return top + line / 2 + 0.36 * size
