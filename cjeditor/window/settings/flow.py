"""Opens the settings of a window and passes on what they ask of windows and of the open project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from cjeditor.document import Document
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.window.house import House
from cjeditor.window.new_projects import with_emotion_words
from cjeditor.wording import sentence

if TYPE_CHECKING:
    # Not before somebody asks for them.
    from cjeditor.window.settings.dialog import Place, SettingsDialog


class SettingsFlow(QObject):
    """The settings in one window. There is one dialogue at a time in the whole program.

    Signals:
        language_wanted(str): all windows should speak this language, or follow the system.
        size_wanted(str): all windows should be written in this size.
    """

    language_wanted = Signal(str)
    size_wanted = Signal(str)

    def __init__(self, document: Document, house: House, window: QMainWindow) -> None:
        super().__init__(window)
        self._document = document
        self._house = house
        self._window = window
        self._dialog: SettingsDialog | None = None

    def open(self) -> None:
        """Show the settings, or bring them forward from another window."""
        # Imported here: nobody waits for it at start.
        from cjeditor.window.settings.dialog import SettingsDialog  # noqa: PLC0415

        for other in QApplication.topLevelWidgets():
            if isinstance(other, SettingsDialog) and other.isVisible():
                other.raise_()
                other.activateWindow()
                return
        self._made().open()

    def open_at(self, place: Place) -> None:
        """Show the settings where and as others stood before."""
        dialog = self._made()
        dialog.take_place(place)
        dialog.open()

    def _made(self) -> SettingsDialog:
        # Imported here: nobody waits for it at start.
        from cjeditor.window.settings.dialog import SettingsDialog  # noqa: PLC0415

        self._dialog = dialog = SettingsDialog(self._house, self._window)
        dialog.language_wanted.connect(self.language_wanted)
        dialog.size_wanted.connect(self.size_wanted)
        dialog.words_wanted.connect(self._use_words)
        dialog.finished.connect(self._forget)
        return dialog

    def _use_words(self) -> None:
        own = self._house.preferences.defaults.emotion_words(self._house.words.language)

        def edit(project: Project) -> Project:
            return with_emotion_words(project, own)

        try:
            self._document.apply(self._house.words.t("Change the words for emotions"), edit)
        except EditRefused as refused:
            if self._dialog is not None:
                self._dialog.show_refused(sentence(refused.problem, self._house.words))
            return
        if self._dialog is not None:
            self._dialog.projects.show_used()

    def _forget(self) -> None:
        if self.sender() is self._dialog:
            self._dialog = None
