"""The sheet of all keys, what the program is, and where its own records lie."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cjeditor.window.about.dialog import AboutDialog
from cjeditor.window.house import House
from cjeditor.window.shortcut_window import ShortcutWindow


class HelpFlow(QObject):
    """What the help menu does."""

    def __init__(self, house: House, window: QWidget) -> None:
        super().__init__(window)
        self._house = house
        self._window = window
        self._sheet: ShortcutWindow | None = None

    def shortcuts(self) -> None:
        """Show the sheet of all keys, or bring it forward."""
        if self._sheet is None:
            self._sheet = ShortcutWindow(self._house.words, self._house.preferences.keys, self._window)
            self._sheet.finished.connect(self._forget_sheet)
            self._sheet.show()
        self._sheet.raise_()
        self._sheet.activateWindow()

    def about(self) -> None:
        """Say which program this is, in which version, of which parts, under which licences."""
        AboutDialog(self._house, self._window).open()

    def show_logs(self) -> None:
        """Open the folder with the program's records in the system's file browser."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._house.log_folder)))

    def _forget_sheet(self) -> None:
        self._sheet = None
