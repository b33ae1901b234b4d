"""The page for colours and the size of texts."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cjeditor.texts import N_, Texts
from cjeditor.window.preferences import Preferences, TextSize, ThemeChoice
from cjeditor.window.settings.page import Page

_THEMES: dict[ThemeChoice, str] = {
    "system": N_("Same as the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
}
_SIZES: dict[TextSize, str] = {
    "small": N_("Small"),
    "normal": N_("Normal"),
    "large": N_("Large"),
    "very_large": N_("Very large"),
}


class AppearancePage(Page):
    """The page.

    Signals:
        size_wanted(str): windows should be written in this size.
    """

    size_wanted = Signal(str)

    def __init__(self, preferences: Preferences, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        t = words.t
        self._preferences = preferences
        themes = [(value, t(text)) for value, text in _THEMES.items()]
        sizes = [(value, t(text)) for value, text in _SIZES.items()]
        self.theme = self.choice("theme", t("Theme"), themes, preferences.theme)
        about_size = t("The size of text in menus, forms and dialogue boxes. The map has a zoom of its own.")
        self.text_size = self.choice("text_size", t("Text size"), sizes, preferences.text_size, about_size)
        self.theme.activated.connect(self._take_theme)
        self.text_size.activated.connect(self._ask)
        # The view menu has themes, too, and so have other windows.
        preferences.theme_changed.connect(self.show_chosen)

    def reset(self) -> None:
        """Take the system's theme and the normal size."""
        self._preferences.set_theme("system")
        if self._preferences.text_size != "normal":
            self.size_wanted.emit("normal")

    def show_chosen(self) -> None:
        """Show again what holds."""
        self.theme.setCurrentIndex(self.theme.findData(self._preferences.theme))
        self.text_size.setCurrentIndex(self.text_size.findData(self._preferences.text_size))

    def _take_theme(self) -> None:
        self._preferences.set_theme(cast(ThemeChoice, self.theme.currentData()))

    def _ask(self) -> None:
        wanted = str(self.text_size.currentData())
        if wanted != self._preferences.text_size:
            self.size_wanted.emit(wanted)
