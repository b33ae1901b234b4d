"""What a person chose last for files of one sort, remembered from one to the next."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QSettings

_LONGEST = 20_000


class KeptChoices:
    """One person's part of the settings file. What somebody damaged by hand counts as not there."""

    def __init__(self, settings: QSettings, group: str) -> None:
        """Read and write there.

        Args:
            settings: the person's.
            group: of the settings file; each sort of file has its own.
        """
        self._settings = settings
        self._group = group

    def last(self, kind: str) -> dict[str, object]:
        """Return what was chosen last for a kind of project, else for any; nothing where nobody chose yet."""
        return self._read(f"last_{kind}") or self._read("last")

    def keep_last(self, kind: str, chosen: Mapping[str, object]) -> None:
        """Keep what was chosen for a kind of project: letters, digits and hyphens."""
        self._write("last", chosen)
        self._write(f"last_{kind}", chosen)

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
