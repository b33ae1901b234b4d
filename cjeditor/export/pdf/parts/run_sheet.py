"""The part with the facilitator's run sheet."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.worksheets.run_sheet import run_sheets


def add(book: Book) -> None:
    """Add the run sheet."""
    book.add(run_sheets(book.frame, book.content))
