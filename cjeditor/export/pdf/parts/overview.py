"""The part that shows the whole map on one page, reduced to what happens, how it feels, what hurts and what helps."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.overview import overview_sheets


def add(book: Book) -> None:
    """Add the page; nothing for a map without phases."""
    book.add(overview_sheets(book.frame, book.content))
