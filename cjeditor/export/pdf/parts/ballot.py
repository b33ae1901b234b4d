"""The part with the ballots for a workshop."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.worksheets.ballot import ballots
from cjeditor.export.pdf.worksheets.surface import Surface


def add(book: Book) -> None:
    """Add the ballots."""
    book.add(ballots(Surface.of(book.frame), book.content, book.options.participants))
