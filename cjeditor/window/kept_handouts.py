"""What a person remembers of handouts: the sets of parts kept under a name, and what was chosen last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings

from cjeditor.window.kept_choices import KeptChoices

_MOST_SETS = 40
_MOST_PARTS = 100


class KeptHandouts(KeptChoices):
    """One person's part of the settings file. What somebody damaged by hand counts as not there."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__(settings, "handouts")

    def sets(self) -> dict[str, tuple[str, ...]]:
        """Return the keys of the parts of each kept set, by name, the oldest first."""
        found: dict[str, tuple[str, ...]] = {}
        for name, parts in self._read("sets").items():
            if name.strip() and isinstance(parts, list) and all(isinstance(key, str) for key in parts):
                found[name] = tuple(parts[:_MOST_PARTS])
        return found

    def keep_set(self, name: str, parts: Sequence[str]) -> None:
        """Keep these parts under a name, in place of those that had it."""
        kept = {**self.sets(), name: tuple(parts)}
        self._write("sets", dict(list(kept.items())[-_MOST_SETS:]))

    def remove_set(self, name: str) -> None:
        """Forget the set of that name."""
        self._write("sets", {one: parts for one, parts in self.sets().items() if one != name})
