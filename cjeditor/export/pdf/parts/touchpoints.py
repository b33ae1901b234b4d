"""The part with all touchpoints in full."""

from __future__ import annotations

from cjeditor.export.pdf.book import LEAST_TABLE, Book
from cjeditor.export.pdf.touchpoint_table import touchpoint_table


def add(book: Book) -> None:
    """Add the table of touchpoints; nothing where the map has none."""
    if book.content.journey.touchpoints:
        touchpoint_table(book.begin(book.content.words.t("Touchpoints"), LEAST_TABLE), book.content)
