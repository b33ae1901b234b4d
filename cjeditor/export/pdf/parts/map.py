"""The part that shows the map."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.map_sheets import map_sheets


def add(book: Book) -> None:
    """Add the pages of the map."""
    page = book.next_page
    book.add_long("map", page, lambda: map_sheets(book.frame, book.content, page))
