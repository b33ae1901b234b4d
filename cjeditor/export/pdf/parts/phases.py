"""The part with a sheet to work on for each phase."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.phase_sheets import phase_sheets


def add(book: Book) -> None:
    """Add the sheets of all phases. Raises `ExportCancelled`."""
    book.add_long("phases", None, lambda: phase_sheets(book.frame, book.content, book.cancelled))
