"""The part with the assumption cards for a workshop."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.worksheets.assumption_cards import assumption_cards
from cjeditor.export.pdf.worksheets.surface import Surface


def add(book: Book) -> None:
    """Add the assumption cards."""
    book.add(assumption_cards(Surface.of(book.frame), book.content))
