"""Pages whose text flows from column to column, as in a magazine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cjeditor.export.pdf.columns import BEFORE, GAP, Column, Grid, Section
from cjeditor.export.pdf.ruling import rule_rest
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet
from cjeditor.export.pdf.writing import RULING
from cjeditor.export.tagging import decoration
from cjeditor.export.typeset import Piece, height_of, stacked

_COLUMN = 240.0
"""A good width: some fifty letters a line."""
_FEWEST_LINES = 3
_AFTER_HEAD = 16.0


def grid_of(frame: Frame) -> Grid:
    """As many even columns as suit a page."""
    return Grid((1.0,) * max(1, round((frame.inner_width + GAP) / (_COLUMN + GAP))))


class Pages:
    """Sheets that are filled column by column.

    Args:
        frame: of all pages.
        chapter: what stands in their heads.
        above: what stands above the columns of the first page.
        again: what stands above those of the others.
    """

    def __init__(self, frame: Frame, chapter: str, above: Iterable[Piece], again: Iterable[Piece] = ()) -> None:
        self._frame = frame
        self._chapter = chapter
        self._again = decoration(again)
        self._sheets: list[Sheet] = []
        self._columns: tuple[Column, ...] = ()
        self._at = 0
        self._begin(tuple(above))

    def add(self, section: Section, bookmark: str = "") -> None:
        """Let a section follow, going on in the next column and on the next page; the outline may lead to it."""
        rest = self._column.add(section)
        if rest is section:
            self._go_on()
            rest = self._column.add(section)
        if bookmark:
            self._sheets[-1].bookmarks.append(Bookmark(bookmark, 1))
        while rest is not None:
            turned = self._go_on()
            # The heading stands on the same page already: the next column goes on below it, as it were.
            rest = self._column.add(rest if turned else replace(rest, heading=()))

    def rule(self, heading: tuple[Piece, ...]) -> None:
        """Rule what is left of the last page, below a heading, where that is enough to write on."""
        first = height_of(heading) + _FEWEST_LINES * RULING
        if not self._column.fresh:
            if self._column.room >= first + BEFORE:
                self._column.y += BEFORE
            elif self._at + 1 < len(self._columns):
                self._at += 1
            else:
                return
        for i, column in enumerate(self._columns[self._at :]):
            rule_rest(column, heading if i == 0 else ())

    def sheets(self) -> list[Sheet]:
        """All pages so far."""
        self._sheets[-1].shapes += [shape for column in self._columns for shape in column.shapes]
        self._columns = ()
        return self._sheets

    @property
    def _column(self) -> Column:
        return self._columns[self._at]

    def _go_on(self) -> bool:
        """Go on in the next column; say whether that is on a new page."""
        if self._at + 1 < len(self._columns):
            self._at += 1
            return False
        self.sheets()
        self._begin(self._again)
        return True

    def _begin(self, above: tuple[Piece, ...]) -> None:
        page = self._frame
        self._sheets.append(Sheet(stacked(above, page.left, page.top), head=self._chapter))
        top = page.top + (height_of(above) + _AFTER_HEAD if above else 0.0)
        self._columns, self._at = grid_of(page).columns(page, top), 0
