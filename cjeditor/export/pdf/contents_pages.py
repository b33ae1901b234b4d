"""What is on which page, with links that lead there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from cjeditor.export.pdf.booklet.pages import Pages, grid_of
from cjeditor.export.pdf.columns import Section
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet, page_anchor
from cjeditor.export.typeset import BODY, STRONG, Piece, line_of, right_line_of
from cjeditor.layout.breaking import break_lines
from cjeditor.layout.primitives import Line
from cjeditor.layout.tags import Tag

_MOST_LINES: Final = 3
"""Of a title."""


class Entry(NamedTuple):
    """A line of the contents: a title, the page it leads to, and 0 for a chapter or 1 for a part of one."""

    title: str
    page: int
    level: int


def entries_of(sheets: Iterable[Sheet], first_page: int) -> Iterator[Entry]:
    """Where the listed bookmarks of sheets lead, the first of which is page `first_page`."""
    for number, sheet in enumerate(sheets, start=first_page):
        for bookmark in sheet.bookmarks:
            if bookmark.listed:
                yield Entry(bookmark.title, number, bookmark.level)


def contents_pages(
    entries: Sequence[Entry], frame: Frame, title: str, heading: tuple[Piece, ...], language: str
) -> list[Sheet]:
    """The pages that say what is on which page, below a heading on the first of them."""
    width = grid_of(frame).widths(frame)[0]
    pages = Pages(frame, title, heading)
    chapters: list[list[Entry]] = []
    for entry in entries:
        if entry.level == 0 or not chapters:
            chapters.append([])
        chapters[-1].append(entry)
    for chapter in chapters:
        pages.add(Section((), (tuple(_entry(one, width, language) for one in chapter),), before=12.0))
    sheets = pages.sheets()
    sheets[0].bookmarks.append(Bookmark(title, 0))
    return sheets


def _entry(entry: Entry, width: float, language: str) -> Piece:
    style, indent = (STRONG, 0.0) if entry.level == 0 else (BODY, 12.0)
    link = Tag("Link", Tag("LI"), f"{entry.title} · {entry.page}", f"#{page_anchor(entry.page)}")
    number = right_line_of(str(entry.page), style, width, 4, link)
    room = width - indent - number.width - 12
    shown = break_lines(entry.title, style.face, style.size, room, max_lines=_MOST_LINES, language=language)
    name = (line_of(line, style, indent, 4 + at * style.line, link) for at, line in enumerate(shown))
    height = len(shown) * style.line + 8
    return Piece(height, (*name, number, Line(indent, height, width, height, "rule", 0.5)))
