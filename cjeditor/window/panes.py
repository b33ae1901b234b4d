"""What the view menu does with the parts of a window: building blocks, full screen, theme, focus, a card by number."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QInputDialog, QMainWindow, QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.layout.theme import Theme
from cjeditor.window.building_blocks import BuildingBlocks
from cjeditor.window.house import House
from cjeditor.window.properties.dock import PropertiesDock
from cjeditor.window.properties.pane import Properties

_HIGHEST_NUMBER = 10_000_000


class Panes(QObject):
    """The parts of one window.

    Signals:
        hint(str): something to say in the status bar.
        changed(): a part was shown or hidden.
    """

    hint = Signal(str)
    changed = Signal()

    def __init__(
        self,
        window: QMainWindow,
        blocks: BuildingBlocks,
        canvas: MapCanvas,
        dock: PropertiesDock,
        properties: Properties,
        house: House,
    ) -> None:
        super().__init__(window)
        self._dock = dock
        self._properties = properties
        dock.fill(properties.heading, properties)
        dock.closed_by_person.connect(self._keep_properties)
        properties.heading.close_wanted.connect(dock.close)
        properties.left.connect(self._focus_map)
        house.appearance.theme_changed.connect(self._take_theme)
        self._window = window
        self._blocks = blocks
        self._canvas = canvas
        self._house = house
        self._words = house.words
        self._more: list[QWidget] = []
        # X11 knows the Menu key only; where Shift+F10 is known, too, the shortcut comes first.
        menu_key = QShortcut(QKeySequence("Shift+F10"), window)
        menu_key.activated.connect(self._ask_for_menu)

    def show_blocks(self, shown: bool) -> None:
        """Show or hide the building blocks."""
        self._blocks.setVisible(shown)
        self._house.preferences.keep_flag("blocks", shown)

    def blocks_shown(self) -> bool:
        """Whether the building blocks are shown."""
        return not self._blocks.isHidden()

    def show_properties(self, shown: bool) -> None:
        """Show or hide the properties."""
        if not shown and self._properties.has_focus():
            self._focus_map()
        self._dock.setVisible(shown)
        self._keep_properties()

    def properties_shown(self) -> bool:
        """Whether the properties are shown."""
        return not self._dock.isHidden()

    def show_full_screen(self, full: bool) -> None:
        """Fill the screen, or do not."""
        state = self._window.windowState()
        bit = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | bit if full else state & ~bit)

    def full_screen_shown(self) -> bool:
        """Whether the window fills the screen."""
        return self._window.isFullScreen()

    def choose_theme(self, choice: str) -> None:
        """Take a theme for all windows: light, dark or system."""
        self._house.preferences.set_theme("light" if choice == "light" else "dark" if choice == "dark" else "system")

    def theme_is(self, choice: str) -> bool:
        """Whether this theme is chosen."""
        return self._house.preferences.theme == choice

    def add(self, pane: QWidget) -> None:
        """Let the focus go to another part of the window, too, after those that are known."""
        self._more.append(pane)

    def next_pane(self) -> None:
        """Move the focus to the next part of the window that is shown: map, building blocks, properties, docks."""
        parts = (self._canvas, self._blocks, self._properties, *self._more)
        shown = [part for part in parts if part.isVisible()]
        focused = QApplication.focusWidget()
        inside = [i for i, part in enumerate(shown) if part is focused or part.isAncestorOf(focused)] if focused else []
        following = shown[((inside[0] if inside else 0) + 1) % len(shown)]
        if following is self._properties:
            self._properties.take_focus()
        else:
            following.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_card(self) -> None:
        """Ask for a card's number and show that card."""
        dialog = QInputDialog(self._window)
        dialog.setObjectName("go_to")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, _HIGHEST_NUMBER)
        dialog.setWindowTitle(self._words.t("Go to card"))
        dialog.setLabelText(self._words.t("Number of the card"))
        dialog.intValueSelected.connect(self._go_to)
        dialog.open()

    def _focus_map(self) -> None:
        self._canvas.setFocus()

    def _keep_properties(self) -> None:
        self._house.preferences.keep_flag("properties", self.properties_shown())
        self.changed.emit()

    def _take_theme(self, theme: Theme) -> None:
        self._properties.set_theme(theme)

    def _ask_for_menu(self) -> None:
        """Ask whatever has the focus for its context menu."""
        focused = QApplication.focusWidget()
        if focused is not None:
            at = focused.rect().center()
            reason = QContextMenuEvent.Reason.Keyboard
            QApplication.sendEvent(focused, QContextMenuEvent(reason, at, focused.mapToGlobal(at)))

    def _go_to(self, number: int) -> None:
        if not self._canvas.cards.go_to(number):
            self.hint.emit(self._words.t("There is no card {number}.", number=number))
        self._canvas.setFocus()
