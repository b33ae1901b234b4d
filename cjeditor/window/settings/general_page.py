"""The page for the language of the windows and the person's name."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from cjeditor import texts
from cjeditor.texts import Texts
from cjeditor.window.defaults import NAME_LIMIT
from cjeditor.window.preferences import Preferences
from cjeditor.window.settings.page import Page

LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}
"""Each language in itself: who does not understand the windows must find the way out."""


class GeneralPage(Page):
    """The page.

    Signals:
        language_wanted(str): windows should speak this language, or follow the system.
    """

    language_wanted = Signal(str)

    def __init__(self, preferences: Preferences, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        t = words.t
        self._preferences = preferences
        system = LANGUAGE_NAMES[texts.best(QLocale.system().uiLanguages())]
        self.language = self.choice(
            "language",
            t("Language"),
            [("system", t("Same as the system ({language})", language=system)), *LANGUAGE_NAMES.items()],
            preferences.language_choice,
            t("The language of the windows. Each project has a language of its own for its map and handout."),
        )
        self.author = self.line(
            "author",
            t("Your name"),
            preferences.defaults.author,
            NAME_LIMIT,
            t("Owner of the maps that you make, and author of the PDF files."),
        )
        self.language.activated.connect(self._ask)
        self.author.textChanged.connect(preferences.defaults.set_author)

    def reset(self) -> None:
        """Follow the system and forget the name."""
        self.author.clear()
        if self._preferences.language_choice != "system":
            self.language_wanted.emit("system")

    def show_chosen(self) -> None:
        """Show again what holds: what was asked for cannot be."""
        self.language.setCurrentIndex(self.language.findData(self._preferences.language_choice))

    def _ask(self) -> None:
        wanted = str(self.language.currentData())
        if wanted != self._preferences.language_choice:
            self.language_wanted.emit(wanted)
