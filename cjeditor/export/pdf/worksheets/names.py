"""Who takes part in the workshop."""

from __future__ import annotations

from cjeditor.export.content import Content


def participants(content: Content) -> list[str]:
    """The names that the project keeps, each on one line, in their order."""
    lines = content.project.settings.participants.splitlines()
    return [" ".join(line.split()) for line in lines if line.strip()]
