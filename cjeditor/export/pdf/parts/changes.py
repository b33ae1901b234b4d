"""The part that says what has changed since an earlier version of the project."""

from __future__ import annotations

from cjeditor.analysis.comparing_maps import compared
from cjeditor.export.audience import for_audience
from cjeditor.export.choose import same_map
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.changes_table import add_comparison


def add(book: Book) -> None:
    """Add what has changed; nothing where no earlier version is known, or where it had no such map."""
    if book.options.since is None:
        return
    content = book.content
    old = for_audience(book.options.since, book.options.audience)
    before = same_map(old, content.journey)
    if before is not None:
        found = compared(old, before, content.project, content.journey)
        add_comparison(book, content.words.t("What changed since the last version"), found)
