"""Who takes part in the workshop."""

from __future__ import annotations

from cjeditor.export.content import Content
from cjeditor.model.project import Settings


def participants(content: Content, count: int | None = None) -> list[str]:
    """The names that the project keeps, in their order.

    Args:
        content: what is printed.
        count: so many are wanted: of more names the first, and empty ones for those who are not named; None: the names.
    """
    names = named(content.project.settings)
    return names if count is None else [*names, *[""] * count][:count]


def named(settings: Settings) -> list[str]:
    """The names that a project keeps, each on one line."""
    lines = settings.participants.splitlines()
    return [" ".join(line.split()) for line in lines if line.strip()]
