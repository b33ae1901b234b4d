"""What a dialogue composes: the map that goes on paper, and what the person keeps for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.window.kept_choices import OWN_KIND


@dataclass(frozen=True)
class Subject:
    """What is composed.

    Attributes:
        path: the file that is proposed.
        project: what is printed.
        map_id: which map of it.
        names: by which the person's choices for this project are known, the best first.
        brands: the folder of the person's brands.
    """

    path: Path
    project: Project
    map_id: str
    names: tuple[str, ...]
    brands: Path

    @property
    def kind(self) -> str:
        """What choices are remembered for: the map's framework."""
        return map_of(self.project, self.map_id).framework or OWN_KIND

    @property
    def title(self) -> str:
        """The map's; empty where it has none."""
        return map_of(self.project, self.map_id).title.strip()
