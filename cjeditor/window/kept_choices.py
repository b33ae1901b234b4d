"""What a person chose last for files of one sort, remembered from one to the next: some of it for one project alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSettings

OWN_KIND: Final = "own"
"""The kind of a map that follows no framework."""

OF_ITS_PROJECT: Final = ("audience", "brand", "language")
"""Choices that belong to those whom a project is for: in another customer's project nobody should find them."""

NEVER_KEPT: Final = ("grey",)
"""Choices for once."""

_LONGEST = 60_000
_MOST_PROJECTS = 30


class KeptChoices:
    """One person's part of the settings file. What somebody damaged by hand counts as not there.

    A project is known by names, the best first: that of its file, and one of its own as long as it has none.
    """

    def __init__(self, settings: QSettings, group: str) -> None:
        """Read and write there.

        Args:
            settings: the person's.
            group: of the settings file; each sort of file has its own.
        """
        self._settings = settings
        self._group = group

    def last(self, kind: str, names: Sequence[str] = ()) -> dict[str, object]:
        """Return what was chosen last; nothing where nobody chose yet.

        Args:
            kind: of project; what was chosen for another kind is better than nothing.
            names: of the project, without which nothing comes that belongs to one alone.
        """
        found = self._read(f"last_{kind}") or self._read("last")
        left_out = (*OF_ITS_PROJECT, *NEVER_KEPT)
        return {name: value for name, value in found.items() if name not in left_out} | self._of_project(names)

    def keep_last(self, kind: str, chosen: Mapping[str, object], names: Sequence[str] = ()) -> None:
        """Keep what was chosen for a kind of project, letters, digits and hyphens; and what belongs to this project."""
        left_out = (*OF_ITS_PROJECT, *NEVER_KEPT)
        general = {name: value for name, value in chosen.items() if name not in left_out}
        self._write("last", general)
        self._write(f"last_{kind}", general)
        if names:
            known = [_key(name) for name in names]
            kept = {key: value for key, value in self._read("projects").items() if key not in known}
            kept[known[0]] = {name: chosen[name] for name in OF_ITS_PROJECT if name in chosen}
            self._write("projects", dict(list(kept.items())[-_MOST_PROJECTS:]))

    def _of_project(self, names: Sequence[str]) -> dict[str, object]:
        """What belongs to the project that is known by the first of these names under which there is something."""
        kept = self._read("projects")
        found = (kept.get(_key(name)) for name in names)
        own: Mapping[str, object] = next((one for one in found if isinstance(one, dict)), {})
        return {name: own[name] for name in OF_ITS_PROJECT if name in own}

    def _read(self, name: str) -> dict[str, object]:
        kept = self._settings.value(f"{self._group}/{name}", "")
        if not isinstance(kept, str) or len(kept) > _LONGEST:
            return {}
        try:
            found = json.loads(kept or "{}")
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, name: str, value: Mapping[str, object]) -> None:
        self._settings.setValue(f"{self._group}/{name}", json.dumps(value))


def _key(name: str) -> str:
    """What stands for a project: nobody reads in the settings where somebody's files lie."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]
