"""A flow that fills wide sheets column by column, as a newspaper does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cjeditor.export.pdf.sheets import MARGIN, Flow, Frame, Sheet
from cjeditor.export.typeset import Piece
from cjeditor.layout.primitives import Primitive, moved
from cjeditor.texts import Texts

GAP: Final = 28.0
"""Between two columns."""
WIDE: Final = 900.0
"""Points: pages with so much room across have two columns, each as wide as an upright A4 page."""
MIDDLE: Final = 700.0
"""The same for text and narrow tables: a wide A4 page has as much."""


def column_of(page: Frame, wide: float = WIDE) -> Frame:
    """A page as narrow as one of the columns of a page; the page itself where it is not `wide` enough for two."""
    if page.inner_width < wide:
        return page
    return replace(page, width=(page.inner_width - GAP) / 2 + 2 * MARGIN)


class ColumnFlow(Flow):
    """Fills the left column of a sheet, then the right one, then goes on with the next sheet.

    Pages less than `wide` points across have one column.
    """

    def __init__(self, page: Frame, words: Texts, wide: float = WIDE) -> None:
        super().__init__(column_of(page, wide), words)
        self._count = 1 if self.frame is page else 2
        self.column = self._count - 1
        """That is being filled, counted from 0."""
        self._top = page.top
        """Where the columns of this sheet begin."""
        self._lowest = page.top

    @property
    def fresh(self) -> bool:
        """Whether nothing has been put in the column yet."""
        return not self.sheets or self.y == self._top

    @property
    def lowest(self) -> float:
        """Where the longest column of this sheet ends."""
        return max(self._lowest, self.y)

    def resume(self, sheet: Sheet, y: float) -> None:
        """Go on with columns below what is on a sheet already."""
        super().resume(sheet, y)
        self.column = 0
        self._top = self._lowest = y

    def need(self, height: float) -> None:
        """Go on in the next column, or on the next sheet, unless `height` fits in this one."""
        super().need(height)
        if height > self.room and self._top > self.frame.top:
            self.new_sheet()
            self.need(height)

    def new_sheet(self) -> None:
        """Go on with an empty column, on another sheet where this one has no more."""
        if not self.sheets or self.column + 1 == self._count:
            self.sheets.append(Sheet())
            self.column = 0
            self._top = self._lowest = self.frame.top
        else:
            self._lowest = max(self._lowest, self.y)
            self.column += 1
        self.y = self._top

    def put(self, piece: Piece, x: float = 0.0) -> None:
        """Put a piece below the last of its column."""
        super().put(piece, x + self._left)

    def draw(self, shapes: Sequence[Primitive]) -> None:
        """Draw shapes that lie where they would on a page of one column."""
        super().draw(moved(tuple(shapes), self._left, 0))

    @property
    def _left(self) -> float:
        return self.column * (self.frame.inner_width + GAP)
