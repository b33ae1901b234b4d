"""The part that says what is on which page."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.contents_pages import Entry, contents_pages, entries_of
from cjeditor.export.pdf.sheets import Bookmark, Sheet
from cjeditor.export.typeset import HEADING, paragraph


def add(book: Book) -> None:
    """Add a page for the contents, which is filled once all other parts are there."""
    title = book.content.words.t("Contents")
    sheet = Sheet(bookmarks=[Bookmark(title, 0, listed=False)])
    book.add([sheet])
    book.at_end(_Filling(book, sheet, title).fill)


class _Filling:
    """Fills the page. It is always one, so that no other page changes its number by it."""

    def __init__(self, book: Book, sheet: Sheet, title: str) -> None:
        self._book = book
        self._sheet = sheet
        self._title = title

    def fill(self) -> None:
        """Say what is on which page: parts and what is in them, as far as there is room for that from the first on."""
        entries = list(entries_of(self._book.sheets, 1))
        pages = self._pages(entries)
        while len(pages) > 1 and any(entry.level for entry in entries):
            entries = _without_the_last_details(entries)
            pages = self._pages(entries)
        self._sheet.shapes = pages[0].shapes

    def _pages(self, entries: list[Entry]) -> list[Sheet]:
        frame = self._book.frame
        language = self._book.content.words.language
        heading = paragraph(self._title, HEADING, frame.inner_width, language)
        return contents_pages(entries, frame, self._title, heading, language)


def _without_the_last_details(entries: list[Entry]) -> list[Entry]:
    """The same parts, the last of those that name what is in them without it."""
    last = max(i for i, entry in enumerate(entries) if entry.level)
    start = max((i for i, entry in enumerate(entries[:last]) if not entry.level), default=-1) + 1
    return [*entries[:start], *entries[last + 1 :]]
