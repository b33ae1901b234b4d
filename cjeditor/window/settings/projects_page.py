"""The page for what new projects begin with: paper and the words for emotions."""

from __future__ import annotations

from typing import cast, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from cjeditor.catalogue import terms
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.defaults import EMOTIONS, WORD_LIMIT, Defaults, PaperChoice
from cjeditor.window.plain import label
from cjeditor.window.settings.general_page import LANGUAGE_NAMES
from cjeditor.window.settings.page import Page


class ProjectsPage(Page):
    """The page.

    Signals:
        words_wanted(): the open project should take the words for emotions, too.
    """

    words_wanted = Signal()

    def __init__(self, defaults: Defaults, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        t = words.t
        self._defaults = defaults
        self._language = words.language
        papers = [(paper, paper) for paper in get_args(PaperChoice)]
        about_paper = t("The paper for handouts of new projects.")
        self.paper = self.choice("paper", t("Paper"), papers, defaults.paper, about_paper)
        self.heading(t("Words for emotions"))
        self.words: dict[int, QLineEdit] = {}
        for value, kept in zip(EMOTIONS, defaults.emotion_words(words.language), strict=True):
            field = self.line(f"emotion_{value}", words.signed(value), kept, WORD_LIMIT)
            field.setPlaceholderText(terms.emotion(value, Project(), words))
            field.setAccessibleName(f"{t('Words for emotions')}: {words.signed(value)}")
            field.textChanged.connect(self._take_words)
            self.words[value] = field
        self.use = QPushButton(t("Use these words in this project too"), self)
        self.use.setObjectName("use_words")
        self.use.setAutoDefault(False)
        self.done = label(t("Done: this project uses these words."), self)
        self.done.setObjectName("words_used")
        self.done.hide()
        language = LANGUAGE_NAMES.get(words.language, LANGUAGE_NAMES["en"])
        whose = t(
            "For new projects in {language}. Where a field is empty, the word shown in it is used.", language=language
        )
        self.below(whose, self.use, self.done)
        self.use.clicked.connect(self.words_wanted)
        self.paper.activated.connect(self._take_paper)

    def show_used(self) -> None:
        """Say that the open project has taken the words."""
        self.done.show()

    def reset(self) -> None:
        """Take A4 and the program's own words."""
        for field in self.words.values():
            field.clear()
        self.paper.setCurrentIndex(self.paper.findData("A4"))
        self._take_paper()

    def _take_paper(self) -> None:
        self._defaults.set_paper(cast(PaperChoice, self.paper.currentData()))

    def _take_words(self) -> None:
        self.done.hide()
        for value, field in self.words.items():
            self._defaults.set_emotion_word(self._language, value, field.text())
