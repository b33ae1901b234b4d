"""The menu of sample projects: each by what it is about and the language it is in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cjeditor.catalogue.samples import Edition, editions
from cjeditor.texts import N_, Texts
from cjeditor.window.plain import menu_text

_LANGUAGES = {"en": N_("English"), "de": N_("German")}


class SamplesMenu(QObject):
    """Fills a menu with the samples, those in the language of the windows first.

    Signals:
        chosen(Path): this sample should be shown.
    """

    chosen = Signal(object)

    def __init__(self, menu: QMenu, words: Texts) -> None:
        super().__init__(menu)
        self.menu = menu
        for place, edition in enumerate(editions(words.language), start=1):
            menu.addAction(self._entry(place, edition, words))

    def _entry(self, place: int, edition: Edition, words: Texts) -> QAction:
        text = words.t(
            "{title} ({language})",
            title=edition.name.in_language(words.language),
            language=words.t(_LANGUAGES[edition.language]),
        )
        # 1 … 9 and 0 open the first ten from the keyboard, as they open recent files.
        action = QAction(f"&{place % 10}  {menu_text(text)}", self.menu)
        action.setData(str(edition.path))
        action.setStatusTip(words.t("Open a copy of this sample; it is saved where you want it"))
        action.triggered.connect(self._chosen)
        return action

    def _chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.chosen.emit(Path(sender.data()))
