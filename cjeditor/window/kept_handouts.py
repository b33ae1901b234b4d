"""What a person remembers of handouts: the sets of parts kept under a name, and what was chosen last."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSettings

_MOST_SETS = 40
_MOST_PARTS = 100
_LONGEST = 20_000


class KeptHandouts:
    """One person's part of the settings file. What somebody damaged by hand counts as not there."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

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

    def last(self, kind: str) -> dict[str, object]:
        """Return what was chosen last for a kind of project, else for any; nothing where nobody chose yet."""
        return self._read(f"last_{kind}") or self._read("last")

    def keep_last(self, kind: str, chosen: Mapping[str, object]) -> None:
        """Keep what was chosen for a kind of project: letters, digits and hyphens."""
        self._write("last", chosen)
        self._write(f"last_{kind}", chosen)

    def _read(self, name: str) -> dict[str, object]:
        kept = self._settings.value(f"handouts/{name}", "")
        if not isinstance(kept, str) or len(kept) > _LONGEST:
            return {}
        try:
            found = json.loads(kept or "{}")
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, name: str, value: Mapping[str, object]) -> None:
        self._settings.setValue(f"handouts/{name}", json.dumps(value))
