"""The part with all touchpoints in full."""

from __future__ import annotations

from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.touchpoint_table import touchpoint_groups


def add(book: Book) -> None:
    """Add the table of touchpoints; nothing where the map has none."""
    book.put_table(book.content.words.t("Touchpoints"), *touchpoint_groups(book.frame, book.content))
