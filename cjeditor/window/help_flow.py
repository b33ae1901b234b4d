"""The sheet of all keys, what the program is, and where its own records lie."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import QObject, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from cjeditor import __version__
from cjeditor.window.house import House
from cjeditor.window.plain import message_box
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
            self._sheet = ShortcutWindow(self._house.words, self._window)
            self._sheet.finished.connect(self._forget_sheet)
            self._sheet.show()
        self._sheet.raise_()
        self._sheet.activateWindow()

    def about(self) -> None:
        """Say which program this is, in which version, and under which licences."""
        words = self._house.words
        versions = f"Python {platform.python_version()} · Qt {qVersion()} · PySide {PySide6.__version__}"
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.NoIcon,
            text=words.t("cjeditor {version}: make, share and print customer journey maps", version=__version__),
            details="\n\n".join(
                (
                    words.t("Free software under the MIT licence. It uses Qt (LGPL) and the fonts Lato and Phosphor."),
                    versions,
                    words.t("Records of the program: {folder}", folder=str(self._house.log_folder)),
                )
            ),
        )
        box.setWindowTitle(words.t("About cjeditor"))
        box.open()

    def show_logs(self) -> None:
        """Open the folder with the program's records in the system's file browser."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._house.log_folder)))

    def _forget_sheet(self) -> None:
        self._sheet = None
