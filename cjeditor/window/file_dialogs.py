"""The system's dialogues for choosing a file, prepared and not yet open."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from cjeditor.texts import Texts
from cjeditor.window.preferences import Preferences

SUFFIX = "cjmap"
NAME_LIMIT = 80
"""Characters of a suggested file name."""


def to_open(parent: QWidget, preferences: Preferences, words: Texts) -> QFileDialog:
    """Return the dialogue for choosing a project file."""
    dialog = _made(parent, words.t("Open project"), preferences.last_folder)
    dialog.setObjectName("open")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_project_files(words), words.t("All files") + " (*)"])
    return dialog


def to_save(
    parent: QWidget, preferences: Preferences, words: Texts, *, title: str, suggested: Path | str
) -> QFileDialog:
    """Return the dialogue for naming a project file.

    Args:
        parent: the window that asks.
        preferences: know the folder used last.
        words: the language.
        title: of the dialogue.
        suggested: the file as it is now, or what a new one might be called.
    """
    folder = preferences.last_folder
    if isinstance(suggested, Path) and suggested.parent.is_dir():
        folder = suggested.parent
    dialog = _made(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters([_project_files(words)])
    dialog.setDefaultSuffix(SUFFIX)
    name = suggested if isinstance(suggested, Path) else with_suffix(Path(file_name(suggested)))
    dialog.selectFile(name.name)
    return dialog


def to_export(parent: QWidget, folder: Path | None, *, title: str, suggested: str, filters: list[str]) -> QFileDialog:
    """Return the dialogue for naming a file to export to; the first of `filters` is chosen."""
    dialog = _made(parent, title, folder)
    dialog.setObjectName("export")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(filters)
    dialog.selectFile(suggested)
    return dialog


def file_name(title: str) -> str:
    """Return `title` as a file name without suffix, in characters that every system takes."""
    plain = re.sub(r"[\x00-\x1f\x7f/\\:*?\"<>|]+", " ", title)
    plain = re.sub(r"\s+", " ", plain).strip(" .")[:NAME_LIMIT].strip(" .")
    return plain or "map"


def with_suffix(path: Path) -> Path:
    """Return `path` with the suffix of project files; “Version 1.2” has none although Qt takes it for one."""
    return path if path.suffix.lower() == f".{SUFFIX}" else path.with_name(f"{path.name}.{SUFFIX}")


def documents_folder() -> Path:
    """Return where people keep their documents; their home folder where the system names a folder that is not there."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(named) if named and Path(named).is_dir() else Path.home()


def _project_files(words: Texts) -> str:
    return words.t("Journey maps") + f" (*.{SUFFIX})"


def _made(parent: QWidget, title: str, folder: Path | None) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder or documents_folder()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
