"""The menu of recent files, made anew each time it opens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cjeditor.texts import Texts
from cjeditor.window.plain import menu_text, shown_name
from cjeditor.window.preferences import Preferences


class RecentMenu(QObject):
    """Fills a menu with the files used last; those that are gone are greyed.

    Signals:
        path_chosen(Path): this file should be opened.
    """

    path_chosen = Signal(object)

    def __init__(self, menu: QMenu, preferences: Preferences, words: Texts) -> None:
        super().__init__(menu)
        self.menu = menu
        self._preferences = preferences
        self._words = words
        menu.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Make the entries anew."""
        self.menu.clear()
        paths = self._preferences.recent_files
        for place, path in enumerate(paths, start=1):
            self.menu.addAction(self._entry(place, path))
        if not paths:
            nothing = self.menu.addAction(self._words.t("No files yet"))
            nothing.setEnabled(False)
            return
        self.menu.addSeparator()
        clear = self.menu.addAction(self._words.t("Clear this list"))
        clear.triggered.connect(self._preferences.clear_recent_files)

    def _entry(self, place: int, path: Path) -> QAction:
        # 1 … 9 and 0 open the ten files from the keyboard.
        action = QAction(
            f"&{place % 10}  {menu_text(shown_name(path.name))}  –  {menu_text(shown_name(str(path.parent)))}",
            self.menu,
        )
        action.setData(str(path))
        action.setStatusTip(shown_name(str(path)))
        action.setEnabled(path.is_file())
        action.triggered.connect(self._chosen)
        return action

    def _chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.path_chosen.emit(Path(sender.data()))
