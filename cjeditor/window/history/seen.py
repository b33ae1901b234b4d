"""A version as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from cjeditor.model.project import Project
from cjeditor.storage.history import Version


@dataclass(frozen=True)
class Seen:
    """A version that was read, and the sentences about what differs; `project` is None where it cannot be read."""

    version: Version
    project: Project | None
    problem: str = ""
    differences: tuple[str, ...] = ()
