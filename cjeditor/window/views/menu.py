"""The saved views in the menu: below what can be done with them stands one entry for each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from cjeditor.document import Document
from cjeditor.model.change import Change
from cjeditor.model.lookup import ordered
from cjeditor.texts import Texts
from cjeditor.window import menu_plan
from cjeditor.window.plain import menu_text, shortened

_MOST = 60
"""Characters of a name in the menu."""


class ViewsMenu(QObject):
    """Keeps the entries of one window's menu in step with the project.

    Signals:
        chosen(str): this view, by its id, should be shown.
    """

    chosen = Signal(str)

    def __init__(self, window: QMainWindow, document: Document, current: Callable[[], str], words: Texts) -> None:
        """Serve the menu of a window.

        Args:
            window: has the menu in its menu bar.
            document: the project.
            current: tells the id of the view that was gone to last.
            words: of the window.
        """
        super().__init__(window)
        self._document = document
        self._current = current
        self._words = words
        self._entries: list[QAction] = []
        menus = window.menuBar().findChildren(QMenu)
        self._menu = next(menu for menu in menus if menu.objectName() == menu_plan.SAVED_VIEWS.id)
        self._menu.aboutToShow.connect(self._mark)
        document.changed.connect(self._take_change)
        self.fill()

    def fill(self) -> None:
        """Make the entries anew."""
        for entry in self._entries:
            self._menu.removeAction(entry)
            entry.deleteLater()
        self._entries = []
        views = ordered(self._document.project.views)
        titles = {each.id: each.title for each in self._document.project.maps}
        shown = len({view.map for view in views}) > 1
        for place, view in enumerate(views, start=1):
            mark = f"&{place}  " if place < 10 else ""  # 1 … 9 choose the first nine from the keyboard
            name = menu_text(shortened(view.name, _MOST)) or self._words.t("Unnamed view")
            where = f"  –  {menu_text(shortened(titles[view.map], _MOST))}" if shown else ""
            entry = QAction(mark + name + where, self._menu)
            entry.setData(view.id)
            entry.setCheckable(True)
            entry.triggered.connect(self._triggered)
            self._entries.append(entry)
        if not views:
            nothing = QAction(self._words.t("No saved views yet"), self._menu)
            nothing.setEnabled(False)
            self._entries.append(nothing)
        self._menu.addActions(self._entries)

    def _take_change(self, change: Change) -> None:
        """Make the entries anew where what they say is other: not at each letter that is written on a map."""
        if change.touched("", "views") or any("title" in change.map_fields(each) for each in change.map_ids):
            self.fill()

    def _mark(self) -> None:
        """Mark the view that was gone to last."""
        for entry in self._entries:
            entry.setChecked(bool(entry.data()) and entry.data() == self._current())

    def _triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.chosen.emit(sender.data())
