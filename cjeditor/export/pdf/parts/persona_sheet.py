"""The part with the persona sheet for a workshop."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.worksheets.persona_sheet import persona_sheets
from cjeditor.export.pdf.worksheets.surface import Surface


def add(book: Book) -> None:
    """Add the persona sheet."""
    book.add(persona_sheets(Surface.of(book.frame), book.content))
