"""Where pictures are chosen from: the system's file dialogue, and the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from cjeditor.model.pictures import SUFFIXES
from cjeditor.texts import Texts
from cjeditor.window.file_dialogs import documents_folder


def to_choose_pictures(parent: QWidget, words: Texts, *, several: bool, folder: Path | None = None) -> QFileDialog:
    """Return the dialogue for choosing picture files, not yet open; in `folder`, else where people keep pictures."""
    title = words.t("Add pictures") if several else words.t("Choose picture")
    dialog = QFileDialog(parent, title, str(folder or pictures_folder()))
    dialog.setObjectName("choose_picture")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile)
    patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in SUFFIXES)
    dialog.setNameFilters([f"{words.t('Pictures')} ({patterns})", words.t("All files") + " (*)"])
    return dialog


def pictures_folder() -> Path:
    """Return where people keep their pictures; their documents where the system names a folder that is not there."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(named) if named and Path(named).is_dir() else documents_folder()


def on_clipboard() -> QMimeData:
    """Return what the clipboard holds; the offscreen platform has none before somebody puts something there."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if data is None else data
