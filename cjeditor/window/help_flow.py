"""The help, the sheet of all keys, what the program is, and where its own records lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from cjeditor.window.house import House

if TYPE_CHECKING:
    # Not before somebody asks for them: the help knows all panes and dialogues.
    from cjeditor.window.help.window import HelpWindow, Place
    from cjeditor.window.shortcut_window import ShortcutWindow


class HelpFlow(QObject):
    """What the help menu does."""

    def __init__(self, house: House, window: QWidget) -> None:
        super().__init__(window)
        self._house = house
        self._window = window
        self._help: HelpWindow | None = None
        self._sheet: ShortcutWindow | None = None

    def open(self) -> None:
        """Show the help where it was read last, or bring it forward."""
        self._show("")

    def open_here(self) -> None:
        """Show the help about the place where the focus is."""
        # Imported here: nobody waits for it at start.
        from cjeditor.window.help.contexts import page_for  # noqa: PLC0415

        self._show(page_for(QApplication.focusWidget()))

    def place(self) -> Place | None:
        """Return where people are in the help; nothing while it is closed."""
        return self._help.place() if self._help is not None else None

    def open_at(self, place: Place) -> None:
        """Show the help where and as another stood before."""
        self._made().take_place(place)

    def shortcuts(self) -> None:
        """Show the sheet of all keys, or bring it forward."""
        # Imported here: nobody waits for it at start.
        from cjeditor.window.shortcut_window import ShortcutWindow  # noqa: PLC0415

        if self._sheet is None:
            self._sheet = ShortcutWindow(self._house.words, self._house.preferences.keys.of, self._window)
            self._sheet.finished.connect(self._forget_sheet)
            self._sheet.show()
        self._sheet.raise_()
        self._sheet.activateWindow()

    def about(self) -> None:
        """Say which program this is, in which version, of which parts, under which licences."""
        # Imported here: nobody waits for it at start.
        from cjeditor.window.about.dialog import AboutDialog  # noqa: PLC0415

        AboutDialog(self._house, self._window).open()

    def show_logs(self) -> None:
        """Open the folder with the program's records in the system's file browser."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._house.log_folder)))

    def _show(self, page: str) -> None:
        if self._help is None:
            self._made().open_at(page)
        elif page:
            self._help.open_at(page)
        if self._help is not None:
            self._help.raise_()
            self._help.activateWindow()

    def _made(self) -> HelpWindow:
        # Imported here: nobody waits for it at start.
        from cjeditor.window.help.window import HelpWindow  # noqa: PLC0415

        self._help = made = HelpWindow(self._house, self._window)
        made.finished.connect(self._forget_help)
        made.show()
        return made

    def _forget_help(self) -> None:
        self._help = None

    def _forget_sheet(self) -> None:
        self._sheet = None
