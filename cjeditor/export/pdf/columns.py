"""Columns of a page that are filled from the top: headings stay with their text, blocks stay whole where they can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from cjeditor.export.pdf.sheets import Frame
from cjeditor.export.tagging import decoration
from cjeditor.export.typeset import Piece, height_of, stacked
from cjeditor.layout.primitives import Primitive

GAP = 24.0
"""Between two columns."""
BEFORE = 20.0
"""Above a section that is not the first in its column."""
KEEP_TOGETHER = 0.4
"""A block higher than this share of its column is broken rather than moved to the next column as a whole."""
_KEEP_WHOLE = 0.5
"""The same for a section that should stay whole."""
_FEWEST = 2
"""So many pieces of a broken block stand together at least, before the break and after it; and so many blocks after."""
_ROUNDING = 0.01

Block = tuple[Piece, ...]
"""Pieces that belong together, such as a paragraph's lines."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it.

    Attributes:
        heading: never the last in a column.
        blocks: one below the other.
        again: stands above what goes on in another column, in the heading's place; it is not read aloud.
        gap: between two blocks.
        before: above the heading, unless it is the first in its column.
        whole: whether it goes to the next column as a whole where it is not too high for that.
    """

    heading: tuple[Piece, ...]
    blocks: tuple[Block, ...]
    again: tuple[Piece, ...] = ()
    gap: float = 8.0
    before: float = BEFORE
    whole: bool = False

    @property
    def height(self) -> float:
        """How high it is in one piece, without what is above its heading."""
        gaps = self.gap * max(0, len(self.blocks) - 1)
        return height_of(self.heading) + sum(map(height_of, self.blocks)) + gaps


class Column:
    """One column; lengths are those of its page."""

    def __init__(self, left: float, top: float, width: float, bottom: float) -> None:
        self.left = left
        self.top = top
        self.width = width
        self.bottom = bottom
        self.y = top
        self.shapes: list[Primitive] = []

    @property
    def room(self) -> float:
        """How much height is left."""
        return self.bottom - self.y

    @property
    def fresh(self) -> bool:
        """Whether nothing stands in it yet."""
        return self.y == self.top

    def fits(self, section: Section) -> bool:
        """Whether a section goes into what is left, as a whole."""
        return self._above(section) + section.height <= self.room + _ROUNDING

    def add(self, section: Section) -> Section | None:
        """Put as much of a section below the others as goes in; return what does not, to go on with elsewhere.

        The same section comes back where nothing of it went in. A fresh column takes at least one piece.
        """
        if not section.blocks and not section.heading:
            return None
        above = self._above(section) + height_of(section.heading)
        if not self.fresh and above + self._least(section) > self.room + _ROUNDING:
            return section
        self.y += self._above(section)
        self.put(section.heading)
        for i, block in enumerate(section.blocks):
            if i >= _FEWEST and len(section.blocks) - i == _FEWEST and not self._fit_together(section, i):
                return replace(section, heading=decoration(section.again), blocks=section.blocks[i:])
            gap = section.gap if i else 0.0
            fitting = self._fitting(block, gap, forced=i == 0)
            if fitting:
                self.y += gap
                self.put(block[:fitting])
            if fitting < len(block):
                rest = (block[fitting:], *section.blocks[i + 1 :])
                return replace(section, heading=decoration(section.again), blocks=rest)
        return None

    def put(self, pieces: Iterable[Piece]) -> None:
        """Put pieces below the others; whoever asks made sure that they fit."""
        together = tuple(pieces)
        self.shapes += stacked(together, self.left, self.y)
        self.y += height_of(together)

    def _above(self, section: Section) -> float:
        return 0.0 if self.fresh else section.before

    def _least(self, section: Section) -> float:
        """How much has to stand below a heading: all, the first block, or its beginning."""
        below = section.height - height_of(section.heading)
        if section.whole and below <= (self.bottom - self.top) * _KEEP_WHOLE:
            return below
        least = 0.0
        for i, block in enumerate(section.blocks[: _FEWEST if section.whole else 1]):
            if not self._is_low(height_of(block)):
                return least + height_of(block[:_FEWEST])
            least += height_of(block) + (section.gap if i else 0.0)
        return least

    def _fit_together(self, section: Section, start: int) -> bool:
        """Whether the blocks from `start` on fit; true for those so high that they may be broken anyway."""
        heights = [height_of(block) for block in section.blocks[start:]]
        return not all(map(self._is_low, heights)) or sum(heights) + section.gap * len(heights) <= self.room + _ROUNDING

    def _is_low(self, height: float) -> bool:
        return height <= (self.bottom - self.top) * KEEP_TOGETHER

    def _fitting(self, block: Block, gap: float, *, forced: bool) -> int:
        """How many pieces of a block go in. `forced`: it stands first below a heading that is there already."""
        room = self.room - gap + _ROUNDING
        if height_of(block) <= room:
            return len(block)
        if self._is_low(height_of(block)) and not forced:
            return 0
        count, used = 0, 0.0
        for piece in block:
            used += piece.height
            if used > room:
                break
            count += 1
        if len(block) - count < _FEWEST <= count - 1:
            count = len(block) - _FEWEST
        if count < _FEWEST and not forced:
            return 0
        return max(count, 1) if forced else count


class Grid(NamedTuple):
    """Columns side by side by their share of the width."""

    weights: tuple[float, ...]

    def columns(self, page: Frame, top: float) -> tuple[Column, ...]:
        """Empty columns from `top` to the bottom of a page."""
        return tuple(Column(left, top, width, page.bottom) for left, width in self._places(page))

    def widths(self, page: Frame) -> tuple[float, ...]:
        """How wide the columns are."""
        return tuple(width for _, width in self._places(page))

    def _places(self, page: Frame) -> Iterator[tuple[float, float]]:
        share = (page.inner_width - GAP * (len(self.weights) - 1)) / sum(self.weights)
        left = page.left
        for weight in self.weights:
            yield left, weight * share
            left += weight * share + GAP
