"""What the view menu does besides panes and zooming: full screen, minimap, theme, a card by its number."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.window.house import House

_MINIMAP = "minimap"


class ViewFlow(QObject):
    """How one window looks, and where one looks in it.

    Signals:
        hint(str): something to say in the status bar.
    """

    hint = Signal(str)

    def __init__(self, window: QMainWindow, canvas: MapCanvas, house: House) -> None:
        super().__init__(window)
        self._window = window
        self._canvas = canvas
        self._preferences = house.preferences
        self._words = house.words
        canvas.minimap.want(self._preferences.flag(_MINIMAP, default=False))
        # X11 knows the Menu key only; where Shift+F10 is known, too, the shortcut comes first.
        menu_key = QShortcut(QKeySequence("Shift+F10"), window)
        menu_key.activated.connect(self._ask_for_menu)

    def show_full_screen(self, full: bool) -> None:
        """Fill the screen, or do not."""
        state = self._window.windowState()
        bit = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | bit if full else state & ~bit)

    def full_screen_shown(self) -> bool:
        """Whether the window fills the screen."""
        return self._window.isFullScreen()

    def show_minimap(self, shown: bool) -> None:
        """Show the small picture of the whole map in its corner, or do not; remembered."""
        self._preferences.keep_flag(_MINIMAP, shown)
        self._canvas.minimap.want(shown)

    def minimap_shown(self) -> bool:
        """Whether that picture is wanted."""
        return self._canvas.minimap.wanted

    def choose_theme(self, choice: str) -> None:
        """Take a theme for all windows: light, dark or system."""
        self._preferences.set_theme("light" if choice == "light" else "dark" if choice == "dark" else "system")

    def theme_is(self, choice: str) -> bool:
        """Whether this theme is chosen."""
        return self._preferences.theme == choice

    def go_to_card(self) -> None:
        """Ask for a card's number and show that card."""
        # Imported here: nobody waits for it to see the map.
        from cjeditor.window.linking.card_dialog import CardDialog  # noqa: PLC0415

        dialog = CardDialog(self._canvas.desk.map, self._words, self._window)
        dialog.setObjectName("go_to")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self._words.t("Go to card"))
        dialog.chosen.connect(self._go_to)
        dialog.open()

    def _ask_for_menu(self) -> None:
        """Ask whatever has the focus for its context menu."""
        focused = QApplication.focusWidget()
        if focused is not None:
            at = focused.rect().center()
            reason = QContextMenuEvent.Reason.Keyboard
            QApplication.sendEvent(focused, QContextMenuEvent(reason, at, focused.mapToGlobal(at)))

    def _go_to(self, number: int) -> None:
        self._canvas.trail.keep()
        self._canvas.cards.go_to(number)
        self._canvas.setFocus()
