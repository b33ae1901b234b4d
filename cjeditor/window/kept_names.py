"""A short list of names that the program remembers between starts, the latest first."""

from __future__ import annotations

from PySide6.QtCore import QSettings


class KeptNames:
    """The list. What somebody damaged by hand counts as not there."""

    def __init__(self, settings: QSettings, key: str, most: int) -> None:
        """Keep names in a settings file.

        Args:
            settings: the file.
            key: where in it.
            most: how many are kept.
        """
        self._settings = settings
        self._key = key
        self._most = most

    def all(self) -> list[str]:
        """Return the names, the latest first."""
        kept = self._settings.value(self._key, [])
        # A list of one comes back from an INI file as a plain string.
        found = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return [name for name in found if isinstance(name, str) and name][: self._most]

    def put_first(self, name: str) -> None:
        """Keep `name` as the latest."""
        self._settings.setValue(self._key, [name, *(other for other in self.all() if other != name)][: self._most])
