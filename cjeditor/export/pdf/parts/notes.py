"""The part with all notes in full."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.notes_table import notes_groups


def add(book: Book) -> None:
    """Add the table of notes; nothing where no note says anything in words."""
    book.put_table(book.content.words.t("Notes"), *notes_groups(book.frame, book.content))
