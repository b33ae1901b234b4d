"""Menus whose entries depend on the map or on the program: notes, phases of the framework, open windows."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from cjeditor.model.journey_map import JourneyMap
from cjeditor.texts import Texts
from cjeditor.window.blocks.offer import Offer
from cjeditor.window.blocks.offers import note_offers, phase_offers
from cjeditor.window.icons import Icons
from cjeditor.window.mnemonics import assign, marked
from cjeditor.window.palette.commands import NAMES
from cjeditor.window.plain import menu_text
from cjeditor.window.window_list import WindowList


class BlockMenu(QObject):
    """Fills a menu with blocks to add at the focus.

    Signals:
        chosen(Block): this block should be added.
    """

    chosen = Signal(object)

    def __init__(
        self, menu: QMenu, kind: Literal["notes", "framework_phases"] | str, words: Texts, icons: Icons
    ) -> None:
        super().__init__(menu)
        self._menu = menu
        self._kind = kind
        self._words = words
        self._icons = icons
        self._offers: tuple[Offer, ...] = ()

    def offer(self, journey_map: JourneyMap) -> None:
        """Offer what fits the map; a menu with nothing to offer is greyed."""
        offers = note_offers(self._words) if self._kind == "notes" else phase_offers(journey_map, self._words)
        if offers == self._offers and offers:
            return
        self._offers = offers
        self._menu.clear()
        letters = assign([[offer.name for offer in offers]], {offer.name: offer.name for offer in offers})
        for offer in offers:
            action = self._menu.addAction(marked(offer.name, letters[offer.name]))
            if offer.icon:
                action.setIcon(self._icons.icon(offer.icon))
            action.setStatusTip(offer.tip)
            action.setData(offer.block)
            action.setProperty(NAMES, list(offer.names))
            action.triggered.connect(self._triggered)
        self._menu.menuAction().setEnabled(bool(offers))

    def _triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.chosen.emit(sender.data())


class WindowMenu(QObject):
    """Fills a menu with the open windows; choosing one brings it forward."""

    def __init__(self, menu: QMenu, windows: WindowList) -> None:
        super().__init__(menu)
        self._menu = menu
        self._windows = windows
        self._shown: tuple[QMainWindow, ...] = ()
        menu.aboutToShow.connect(self.fill)
        # Closed windows are not to be held here.
        windows.changed.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Make the entries anew."""
        self._menu.clear()
        self._shown = self._windows.windows
        for place, window in enumerate(self._shown, start=1):
            star = "*" if window.isWindowModified() else ""
            title = window.windowTitle().replace("[*][*]", "\0").replace("[*]", star).replace("\0", "[*]")
            mark = f"&{place}  " if place < 10 else ""
            action = self._menu.addAction(mark + menu_text(title))
            action.setData(place - 1)
            action.setCheckable(True)
            action.setChecked(window.isActiveWindow())
            action.triggered.connect(self._triggered)

    def _triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction) and sender.data() < len(self._shown):
            self._windows.bring_forward(self._shown[sender.data()])
