"""The part with the emotion strips for a workshop."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.worksheets.emotion_strips import emotion_strips
from cjeditor.export.pdf.worksheets.surface import Surface


def add(book: Book) -> None:
    """Add the emotion strips."""
    book.add(emotion_strips(Surface.of(book.frame), book.content, book.options.participants))
