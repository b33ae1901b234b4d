"""The part that begins a handout."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.cover import cover


def add(book: Book) -> None:
    """Add the cover."""
    book.add(cover(book.frame, book.content))
