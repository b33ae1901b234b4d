"""Asks for a guide booklet: of which framework, in which language, and which file, paper and orientation."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from cjeditor.catalogue.frameworks import Framework, frameworks
from cjeditor.export.options import BookletOptions
from cjeditor.model.fields import Language
from cjeditor.texts import Texts
from cjeditor.window import file_dialogs
from cjeditor.window.new_map.dialog import LANGUAGES
from cjeditor.window.pdf_dialog import PdfDialog


class BookletDialog(PdfDialog):
    """The dialogue for a guide booklet.

    Signals:
        wanted(Path, Framework, BookletOptions): this booklet should be written.
    """

    wanted = Signal(object, object, object)

    def __init__(
        self, folder: Path, framework: str | None, options: BookletOptions, words: Texts, parent: QWidget | None = None
    ) -> None:
        """Show what is proposed: a folder for the file, the key of a framework (the first for none), and the rest."""
        super().__init__(words.t("Guide booklet"), folder, words, parent)
        self._options = options
        self._proposed = ""
        self.setObjectName("booklet")
        self.framework = QComboBox(self)
        self.framework.setObjectName("framework")
        for one in frameworks():
            self.framework.addItem(one.name.in_language(words.language), one.key)
        self.framework.setCurrentIndex(max(0, self.framework.findData(framework)))
        self.language = QComboBox(self)
        self.language.setObjectName("language")
        for language, name in LANGUAGES.items():
            self.language.addItem(name, language)
        self.language.setCurrentIndex(self.language.findData(options.language))
        self.form.addRow(words.t("Framework"), self.framework)
        self.form.addRow(words.t("Language"), self.language)
        self.add_page_rows(options.paper if isinstance(options.paper, str) else "A4")
        self.furnish()
        page = (self.file, self.target.button, self.paper, self.landscape, self.portrait)
        for before, after in pairwise((self.framework, self.language, *page)):
            self.setTabOrder(before, after)
        self.framework.setFocus()
        self._propose(folder)
        self.framework.currentIndexChanged.connect(self._renamed)
        self.language.currentIndexChanged.connect(self._renamed)

    def chosen_framework(self) -> Framework:
        """Return the framework."""
        return frameworks()[self.framework.currentIndex()]

    def options(self) -> BookletOptions:
        """Return what else is wished for."""
        return replace(
            self._options,
            language=cast(Language, self.language.currentData()),
            paper=self.chosen_paper(),
            landscape=self.landscape.isChecked(),
        )

    def confirm(self) -> None:
        """Ask for the booklet."""
        self.wanted.emit(self.path(), self.chosen_framework(), self.options())

    def _renamed(self) -> None:
        # Whoever named the file keeps that name.
        if self.file.text() == self._proposed:
            self._propose(self.path().parent)

    def _propose(self, folder: Path) -> None:
        """Name the file after the framework, in the booklet's language."""
        name = self.chosen_framework().name.in_language(str(self.language.currentData()))
        self._proposed = str(folder / f"{file_dialogs.file_name(name)}.pdf")
        self.file.setText(self._proposed)
