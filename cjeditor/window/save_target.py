"""Asks where to save, and gives the file its suffix whatever was typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from cjeditor.storage.paths import same_file
from cjeditor.window import file_dialogs
from cjeditor.window.house import House
from cjeditor.window.plain import message_box, shown_name


class SaveTarget(QObject):
    """One question after a project file, with the follow-up where the answer names a file that is there.

    Signals:
        chosen(Path): write there; whatever is there may be replaced.
    """

    chosen = Signal(object)

    def __init__(self, name: str, title: str, house: House, window: QWidget) -> None:
        """Prepare.

        Args:
            name: the dialogue's name for tests.
            title: the dialogue's title.
            house: what the windows share.
            window: the one that asks.
        """
        super().__init__(window)
        self._name = name
        self._title = title
        self._house = house
        self._words = house.words
        self._window = window
        self._path = Path()

    def ask(self, suggested: Path | str) -> None:
        """Show the dialogue.

        Args:
            suggested: the file as it is now, or what a new one might be called.
        """
        dialog = file_dialogs.to_save(
            self._window, self._house.preferences, self._words, title=self._title, suggested=suggested
        )
        dialog.setObjectName(self._name)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, name: str) -> None:
        self._path = file_dialogs.with_suffix(Path(name))
        if self._open_elsewhere():
            box = message_box(
                self._window,
                icon=QMessageBox.Icon.Warning,
                text=self._words.t("“{name}” is open in another window.", name=shown_name(self._path.name)),
                details=self._words.t("Choose another name, or close that window first."),
            )
            box.setObjectName("open_elsewhere")
            box.open()
            return
        if self._path == Path(name) or not self._path.exists():
            self.chosen.emit(self._path)  # what was typed in full the dialogue has asked about
            return
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.Question,
            text=self._words.t("“{name}” already exists. Replace it?", name=shown_name(self._path.name)),
        )
        box.setObjectName("replace")
        replace = QPushButton(self._words.t("Replace"), box)
        box.addButton(replace, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        replace.clicked.connect(self._replace)
        box.open()

    def _open_elsewhere(self) -> bool:
        """Whether another window shows that file: it would go on with what is no longer there."""
        others = (each.windowFilePath() for each in self._house.windows.windows if each is not self._window)
        return any(other and same_file(Path(other), self._path) for other in others)

    def _replace(self) -> None:
        self.chosen.emit(self._path)
