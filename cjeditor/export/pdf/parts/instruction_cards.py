"""The part with the instruction cards for a workshop."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.worksheets.instruction_cards import instruction_cards
from cjeditor.export.pdf.worksheets.surface import Surface


def add(book: Book) -> None:
    """Add the instruction cards."""
    book.add(instruction_cards(Surface.of(book.frame), book.content))
