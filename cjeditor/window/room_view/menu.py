"""What can be done with the room view, as a menu for fingers and for the right mouse button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cjeditor.layout.room.content import Spotlight
from cjeditor.layout.room.page import Area
from cjeditor.texts import Texts
from cjeditor.window.room_view.leading import Leading
from cjeditor.window.room_view.pages import Pages

_ITEM = "QMenu::item { padding: 16px 32px 16px 32px; font-size: 15px; }"
"""At least 48 pixels high, for fingers."""


class RoomMenu(QMenu):
    """The menu of one place in the room view; it deletes itself when it is closed."""

    def __init__(self, area: Area | None, pages: Pages, leading: Leading, words: Texts, window: QWidget) -> None:
        """Offer what can be done with `area`, the page and the clock."""
        super().__init__(window)
        self.setObjectName("room_menu")
        self.setAccessibleName(words.t("Room view"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(_ITEM)
        self._pages = pages
        self._showing = showing = pages.showing
        self._leading = leading
        shown = showing.shown
        self._light = _light_on(area)
        if self._light is not None or shown.spotlight is not None:
            self._add("light", words.t("Spotlight"), checked=shown.spotlight is not None)
            self.addSeparator()
        self._add("on", words.t("Turn the page"))
        self._add("back", words.t("Turn the page back"))
        self.addSeparator()
        if leading.clock.is_on():
            self._add("clock", words.t("Start or pause the clock"))
            self._add("minute", words.t("One minute more"))
            self._add("next", words.t("Next agenda step"))
            self.addSeparator()
        self._add("freeze", words.t("Freeze"), checked=shown.frozen is not None)
        self._add("black", words.t("Black out"), checked=shown.black)
        self._add("full", words.t("Full screen"), checked=window.isFullScreen())
        self.addSeparator()
        self._add("close", words.t("Close"))
        self.triggered.connect(self._do)

    def _add(self, name: str, text: str, *, checked: bool | None = None) -> None:
        action = self.addAction(text)
        action.setData(name)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)

    def _do(self, action: QAction) -> None:
        checked = action.isChecked()
        match action.data():
            case "light":
                self._showing.light(self._light if checked else None)
            case "on":
                self._pages.turn(1)
            case "back":
                self._pages.turn(-1)
            case "freeze":
                self._showing.freeze(checked)
            case "black":
                self._showing.black_out(checked)
            case "full":
                self._leading.fill_screen(checked)
            case "close":
                self._leading.close()
            case name:
                self._run_clock(name)

    def _run_clock(self, name: str) -> None:
        match name:
            case "clock":
                self._leading.clock.toggle()
            case "minute":
                self._leading.clock.add_minute()
            case "next":
                self._leading.clock.next_step()


def _light_on(area: Area | None) -> Spotlight | None:
    """Return the spotlight that a place of the page can get."""
    if area is None:
        return None
    match area.kind:
        case "phase" | "card" | "lane" as kind:
            return Spotlight(kind, area.id)
        case _:
            return None
