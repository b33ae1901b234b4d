"""The part that shows the current and the future state beside each other."""

from __future__ import annotations

from cjeditor.analysis.comparing_maps import compared, counterpart
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.changes_table import add_comparison


def add(book: Book) -> None:
    """Add the comparison; nothing for a map that was made from no other, and no other from it."""
    content = book.content
    pair = counterpart(content.project, content.journey)
    if pair is not None:
        found = compared(content.project, pair[0], content.project, pair[1])
        add_comparison(book, content.words.t("Current and future state"), found)
