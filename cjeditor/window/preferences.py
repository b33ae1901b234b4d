"""What the program remembers between starts for one person: language, theme, recent files, window places."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast, get_args

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, Signal

from cjeditor import texts
from cjeditor.storage.paths import tidy
from cjeditor.window.chosen_keys import ChosenKeys
from cjeditor.window.defaults import Defaults
from cjeditor.window.kept_choices import KeptChoices
from cjeditor.window.kept_handouts import KeptHandouts
from cjeditor.window.kept_names import KeptNames

ThemeChoice = Literal["light", "dark", "system"]
LanguageChoice = Literal["system", "de", "en"]
TextSize = Literal["small", "normal", "large", "very_large"]
RECENT_LIMIT = 10
RECENT_COMMANDS = 6
_MOST_DIGITS = 9


class Preferences(QObject):
    """The settings file of one person, read and written by name.

    A value that somebody damaged by hand counts as not set.

    Attributes:
        defaults: what new projects begin with.
        handouts: sets of parts, and what was chosen last.
        published: what was chosen last for slides and web pages.
        posters: what was chosen last for posters.
        worksheets: what was chosen last for worksheets.
        keys: those that lead to actions.
        recent_commands: ids of the rows of the actions table that were chosen by name last.

    Signals:
        theme_changed(str): light, dark or system was chosen.
        text_size_changed(str): texts are to have another size.
        recent_changed(): the list of recent files is another.
    """

    theme_changed = Signal(str)
    text_size_changed = Signal(str)
    recent_changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings(str(file), QSettings.Format.IniFormat, self)
        self.defaults = Defaults(self._settings)
        self.defaults.give_old_words(self.language)
        self.handouts = KeptHandouts(self._settings)
        self.posters = KeptChoices(self._settings, "posters")
        self.worksheets = KeptChoices(self._settings, "worksheets")
        self.published = KeptChoices(self._settings, "published")
        self.keys = ChosenKeys(self._settings, self)
        self.recent_commands = KeptNames(self._settings, "recent_commands", RECENT_COMMANDS)

    @property
    def language(self) -> str:
        """The language of the windows: the chosen one, else the system's when we speak it, else English."""
        chosen = self._settings.value("language", "")
        return str(chosen) if chosen in texts.LANGUAGES else texts.best(QLocale.system().uiLanguages())

    @property
    def language_choice(self) -> LanguageChoice:
        """The language that was chosen, or that the windows follow the system."""
        chosen = self._settings.value("language", "")
        return chosen if chosen in texts.LANGUAGES else "system"

    def set_language(self, language: str) -> None:
        """Keep the language of the windows: ``en``, ``de``, or ``system`` to follow the system."""
        self._settings.setValue("language", language)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the system has it."""
        chosen = self._settings.value("theme", "system")
        return cast(ThemeChoice, chosen) if chosen in get_args(ThemeChoice) else "system"

    def set_theme(self, theme: ThemeChoice) -> None:
        """Keep the theme and tell the windows."""
        if theme != self.theme:
            self._settings.setValue("theme", theme)
            self.theme_changed.emit(theme)

    @property
    def text_size(self) -> TextSize:
        """How large texts are in windows; the map has a zoom of its own."""
        chosen = self._settings.value("text_size", "normal")
        return cast(TextSize, chosen) if chosen in get_args(TextSize) else "normal"

    def set_text_size(self, size: TextSize) -> None:
        """Keep the size of texts and tell who writes them."""
        if size != self.text_size:
            self._settings.setValue("text_size", size)
            self.text_size_changed.emit(size)

    @property
    def recent_files(self) -> list[Path]:
        """The files opened or saved last, newest first; some may be gone by now."""
        kept = self._settings.value("recent", [])
        # A list of one comes back from an INI file as a plain string.
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return [Path(name) for name in names if isinstance(name, str) and name][:RECENT_LIMIT]

    def remember_file(self, path: Path) -> None:
        """Put `path` first in the list of recent files."""
        path = tidy(path)
        kept = [path, *(other for other in self.recent_files if other != path)]
        self._keep_recent(kept[:RECENT_LIMIT])

    def clear_recent_files(self) -> None:
        """Forget the recent files."""
        self._keep_recent([])

    @property
    def last_folder(self) -> Path | None:
        """Where a file was opened or saved last, if that folder still exists."""
        kept = str(self._settings.value("last_folder", ""))
        return Path(kept) if kept and Path(kept).is_dir() else None

    def remember_folder(self, folder: Path) -> None:
        """Keep where a file was opened or saved last."""
        self._settings.setValue("last_folder", str(folder))

    @property
    def export_folder(self) -> Path | None:
        """Where something was exported to last, if that folder still exists."""
        kept = str(self._settings.value("export_folder", ""))
        return Path(kept) if kept and Path(kept).is_dir() else None

    def remember_export_folder(self, folder: Path) -> None:
        """Keep where something was exported to last."""
        self._settings.setValue("export_folder", str(folder))

    def bytes_of(self, name: str) -> QByteArray:
        """Return what `keep_bytes` kept under `name`, or nothing."""
        kept = self._settings.value(f"window/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_bytes(self, name: str, value: QByteArray) -> None:
        """Keep a window's geometry or state."""
        self._settings.setValue(f"window/{name}", value)

    def flag(self, name: str, default: bool) -> bool:
        """Return the on-or-off setting `name`."""
        kept = str(self._settings.value(f"flags/{name}", "")).lower()
        return kept == "true" if kept in ("true", "false") else default

    def keep_flag(self, name: str, value: bool) -> None:
        """Keep the on-or-off setting `name`."""
        self._settings.setValue(f"flags/{name}", value)

    def number(self, name: str) -> int:
        """Return the number `name`; 0 where none, or none that makes sense, was kept."""
        kept = str(self._settings.value(f"numbers/{name}", ""))
        return int(kept) if kept.isascii() and kept.isdigit() and len(kept) <= _MOST_DIGITS else 0

    def keep_number(self, name: str, value: int) -> None:
        """Keep a number from 0 on."""
        self._settings.setValue(f"numbers/{name}", value)

    def zoom_of(self, file: Path) -> float | None:
        """Return the zoom at which `file` was last seen (1.0 is 100 %), or nothing."""
        kept = self._settings.value(f"zoom/{_key(file)}")
        try:
            zoom = float(str(kept))
        except ValueError:
            return None
        return zoom if 0.01 <= zoom <= 16 else None

    def keep_zoom(self, file: Path, zoom: float) -> None:
        """Keep the zoom of `file`, for the recent files only."""
        self._settings.setValue(f"zoom/{_key(file)}", zoom)
        known = {_key(path) for path in [*self.recent_files, file]}
        self._settings.beginGroup("zoom")
        for key in self._settings.childKeys():
            if key not in known:
                self._settings.remove(key)
        self._settings.endGroup()

    def flush(self) -> None:
        """Write to disk now, before the program may be ended by others."""
        self._settings.sync()

    def _keep_recent(self, paths: list[Path]) -> None:
        self._settings.setValue("recent", [str(path) for path in paths])
        self.recent_changed.emit()


def _key(file: Path) -> str:
    """Return a name for `file` that an INI key can hold."""
    return str(file.absolute()).encode("utf-8", "surrogateescape").hex()[-120:]
