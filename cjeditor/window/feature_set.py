"""The features of a room: each wires itself in its own module, and one line here brings it in."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import cast

from cjeditor.window.features.part import Part
from cjeditor.window.site import Site

FEATURES = (
    "map",
    "linking",
    "finding",
    "own_blocks",
    "pasting",
    "pictures",
    "personas",
    "channels",
    "details",
    "comments",
    "check",
    "comparing",
    "grouping",
    "transfer",
    "workshop",
    "voting",
    "tracing",
    "figures",
    "surveys",
    "publishing",
    "composing",
    "printing",
    "view",
    "undo",
    "help",
    "settings",
    "palette",
)
"""The modules of the folder `features`. They come with the room, so they are light: what they open is imported when
it is opened."""


class FeatureSet:
    """All features of one room."""

    def __init__(self) -> None:
        self._parts: dict[str, Part] = {}
        self.targets: dict[str, object] = {}

    def move_in(self, site: Site) -> None:
        """Let all features move in, in the order of the table: one may ask `site` for the target of an earlier one."""
        for name in FEATURES:
            part = cast(Part, import_module(f"{__package__}.features.{name}").move_in(site))
            self._parts[name] = part
            self.targets.update(part.targets)

    def begin_anew(self) -> None:
        """Forget what was shown of one project: another is in the window."""
        for part in self._parts.values():
            part.begin_anew()

    def kept(self) -> dict[str, object]:
        """Return what those of the next room go on with, by their names."""
        return {name: part.kept() for name, part in self._parts.items()}

    def go_on(self, kept: Mapping[str, object]) -> None:
        """Go on with what those of the room before have kept."""
        for name, part in self._parts.items():
            part.go_on(kept.get(name))

    def close(self) -> None:
        """End what is open, for the window closes."""
        for part in self._parts.values():
            part.close()
