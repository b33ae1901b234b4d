"""The part with all notes in full."""

from __future__ import annotations

from cjeditor.export.pdf.book import LEAST_TABLE, Book
from cjeditor.export.pdf.notes_table import notes_table, worded_notes


def add(book: Book) -> None:
    """Add the table of notes; nothing where no note says anything in words."""
    if worded_notes(book.content):
        notes_table(book.begin(book.content.words.t("Notes"), LEAST_TABLE), book.content)
