"""A version as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cjeditor.model.project import Project
from cjeditor.storage.history import Version


@dataclass(frozen=True)
class Seen:
    """A version that was read, and the sentences about what differs; `project` is None where it cannot be read."""

    version: Version
    project: Project | None
    problem: str = ""
    differences: tuple[str, ...] = ()


def minute_of(version: Version) -> datetime:
    """Return the minute in which a version was written; two of the same one are shown with their seconds."""
    return version.written.astimezone().replace(second=0, microsecond=0)
