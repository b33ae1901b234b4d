"""The menu of maps that cards can be moved to, made anew each time it opens."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.model.lookup import ordered
from cjeditor.texts import Texts
from cjeditor.window.plain import menu_text, shortened


class MapMenu(QObject):
    """Fills a menu with the other maps of the project.

    Signals:
        chosen(str): cards should go to the map of this id.
    """

    chosen = Signal(str)

    def __init__(self, menu: QMenu, canvas: MapCanvas, words: Texts) -> None:
        super().__init__(menu)
        self._menu = menu
        self._canvas = canvas
        self._words = words
        menu.aboutToShow.connect(self.fill)
        canvas.desk.map_shown.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Make the entries anew; they are greyed as long as no card is meant."""
        desk, words = self._canvas.desk, self._words
        self._menu.clear()
        meant = bool(desk.meant_cards())
        others = [each for each in ordered(desk.document.project.maps) if each.id != desk.map_id]
        for place, each in enumerate(others, start=1):
            mark = f"&{place}  " if place < 10 else ""
            action = self._menu.addAction(mark + menu_text(shortened(each.title).strip() or words.t("Untitled")))
            action.setData(each.id)
            action.setEnabled(meant)
            action.triggered.connect(self._triggered)
        if not others:
            self._menu.addAction(words.t("No other map")).setEnabled(False)

    def _triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.chosen.emit(sender.data())
