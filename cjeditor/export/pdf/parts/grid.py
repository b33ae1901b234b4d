"""The part with the blank grid for a workshop."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.worksheets.grid import grid_sheets
from cjeditor.export.pdf.worksheets.surface import Surface


def add(book: Book) -> None:
    """Add the grid, with fields for notes of the size that is wished for."""
    book.add(grid_sheets(Surface.of(book.frame), book.content, book.options.note_size))
