"""The part that says what has changed since an earlier version of the project."""

from __future__ import annotations

from cjeditor.analysis.comparing_maps import compared
from cjeditor.export.audience import for_audience
from cjeditor.export.content import Content
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.changes_table import add_comparison
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.model.table import find


def add(book: Book) -> None:
    """Add what has changed; nothing where no earlier version is known, or where it had no such map."""
    if book.options.since is None:
        return
    content = book.content
    old = for_audience(book.options.since, book.options.audience)
    before = _same_map(old, content)
    if before is not None:
        found = compared(old, before, content.project, content.journey)
        add_comparison(book, content.words.t("What changed since the last version"), found)


def _same_map(old: Project, content: Content) -> JourneyMap | None:
    """The map as it was: the one with its id, else the only one with its title."""
    found = find(old.maps, content.journey.id)
    if found is not None:
        return found
    same = [each for each in old.maps if each.title.strip() == content.journey.title.strip()]
    return same[0] if len(same) == 1 else None
