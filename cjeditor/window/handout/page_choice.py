"""How a handout is printed: for whom, on what paper, in which language and brand, with colours or without."""

from __future__ import annotations

from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QWidget,
)

from cjeditor.export.options import AUDIENCES, PAPERS, Audience, OwnSize, Paper
from cjeditor.model.fields import Language
from cjeditor.texts import N_, Texts
from cjeditor.window.handout.brand_choice import BrandChoice
from cjeditor.window.handout.choices import Choices, named_paper
from cjeditor.window.handout.longest_label import LongestLabel
from cjeditor.window.new_map.dialog import LANGUAGES
from cjeditor.window.paper_fields import PaperFields, listed

_FIRST_OWN = OwnSize(500, 700)
_AUDIENCES: Final[dict[Audience, tuple[str, str]]] = {
    "team": (N_("Team"), N_("Everything on the map, with owners, votes and room to write")),
    "client": (N_("Client"), N_("Nothing from backstage: no comments, owners, votes or blank lines")),
    "facilitator": (N_("Facilitator"), N_("As for the team, with script and timing")),
}


class PageChoice(QWidget):
    """The choices beside the parts.

    Signals:
        changed(): something else is chosen.
    """

    changed = Signal()

    def __init__(self, paper: Paper, language: Language, brands: Path, words: Texts, parent: QWidget) -> None:
        """Make the choices.

        Args:
            paper: the project's own.
            language: the project's own.
            brands: the folder of the person's brands.
            words: the language of the window.
            parent: what they stand in.
        """
        super().__init__(parent)
        self._words = words
        self._own_paper, self._own_language = paper, language
        self._is_audience_chosen = False
        t = words.t
        self.audience = listed([(t(_AUDIENCES[one][0]), one) for one in AUDIENCES], t("For"), "audience", self)
        self.explanation = LongestLabel([t(tip) for _name, tip in _AUDIENCES.values()], self)
        self.explanation.setObjectName("explanation")
        self.explanation.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.papers = PaperFields(tuple(PAPERS), _FIRST_OWN, t("Paper"), "paper", words, self)
        self.language = listed([(name, one) for one, name in LANGUAGES.items()], t("Language"), "language", self)
        self.branding = BrandChoice(brands, words, self)
        self.grey = QCheckBox(t("Black and white"), self)
        self.grey.setObjectName("grey")
        self._lay_out()
        self.audience.activated.connect(self._audience_chosen)
        self.audience.currentIndexChanged.connect(self._tell)
        self.language.currentIndexChanged.connect(self._tell)
        self.papers.changed.connect(self._tell)
        self.grey.toggled.connect(self._tell)
        self.branding.changed.connect(self._tell)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen; `changed` is not told."""
        with QSignalBlocker(self):
            self.audience.setCurrentIndex(self.audience.findData(choices.audience))
            self.papers.show_paper(named_paper(choices.paper) or self._own_paper, landscape=choices.landscape)
            self.language.setCurrentIndex(self.language.findData(choices.language or self._own_language))
            self.branding.show_brand(choices.brand)
            self._look()

    def propose_audience(self, audience: str) -> None:
        """Choose an audience, unless somebody has chosen one; never take clients' away by a mere proposal."""
        if not self._is_audience_chosen and self.chosen_audience() != "client":
            self.audience.setCurrentIndex(self.audience.findData(audience))

    def chosen_audience(self) -> Audience:
        """For whom the handout is."""
        return cast(Audience, self.audience.currentData())

    def chosen_language(self) -> Language:
        """The language of the labels."""
        return cast(Language, self.language.currentData())

    def kept_paper(self) -> str:
        """The paper as it is remembered: empty for the project's own."""
        return self.papers.kept(self._own_paper)

    def kept_language(self) -> str:
        """The language as it is remembered: empty for the project's own."""
        return "" if self.chosen_language() == self._own_language else self.chosen_language()

    def _lay_out(self) -> None:
        t = self._words.t
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addRow(t("For"), self.audience)
        form.addRow("", self.explanation)
        self.papers.add_rows(form, t("Paper"), t("Size"), t("Orientation"))
        form.addRow(t("Language"), self.language)
        form.addRow(self._name(t("Brand"), self.branding.brand), self.branding)
        form.addRow("", self.grey)
        self._form = form

    def _name(self, text: str, field: QWidget) -> QLabel:
        """The name of a field in a row of several: it leads there, and says what the field is."""
        made = QLabel(text, self)
        made.setBuddy(field)
        return made

    def _look(self) -> None:
        """Explain the audience, and show the fields that this paper needs."""
        said = self._words.t(_AUDIENCES[self.chosen_audience()][1])
        self.explanation.setText(said)
        self.audience.setAccessibleDescription(said)
        self.papers.show_needed(self._form)

    def _audience_chosen(self) -> None:
        self._is_audience_chosen = True

    def _tell(self) -> None:
        if not self.signalsBlocked():
            self._look()
            self.changed.emit()
