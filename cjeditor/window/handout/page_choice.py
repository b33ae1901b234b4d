"""How a handout is printed: for whom, on what paper, in which language and brand, with colours or without."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from cjeditor.export.options import AUDIENCES, LONGEST_SIDE, PAPERS, SHORTEST_SIDE, Audience, OwnSize, Paper
from cjeditor.model.fields import Language
from cjeditor.texts import N_, Texts
from cjeditor.window.handout.brand_choice import BrandChoice
from cjeditor.window.handout.choices import Choices, named_paper
from cjeditor.window.handout.longest_label import LongestLabel
from cjeditor.window.new_map.dialog import LANGUAGES

_OWN_SIZE: Final = "own"
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
        self.audience = self._list("audience", t("For"), [(t(_AUDIENCES[one][0]), one) for one in AUDIENCES])
        self.explanation = LongestLabel([t(tip) for _name, tip in _AUDIENCES.values()], self)
        self.explanation.setObjectName("explanation")
        self.explanation.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.paper = self._list("paper", t("Paper"), [*((one, one) for one in PAPERS), (t("Own size"), _OWN_SIZE)])
        self.width_mm, self.height_mm = self._side("width_mm", t("Width")), self._side("height_mm", t("Height"))
        self.landscape = QRadioButton(t("Landscape"), self)
        self.landscape.setObjectName("landscape")
        self.portrait = QRadioButton(t("Portrait"), self)
        self.portrait.setObjectName("portrait")
        self.language = self._list("language", t("Language"), [(name, one) for one, name in LANGUAGES.items()])
        self.branding = BrandChoice(brands, words, self)
        self.grey = QCheckBox(t("Black and white"), self)
        self.grey.setObjectName("grey")
        self._lay_out()
        self.audience.activated.connect(self._audience_chosen)
        for side in (self.width_mm, self.height_mm):
            side.valueChanged.connect(self._tell)
        for button in (self.landscape, self.grey):
            button.toggled.connect(self._tell)
        self.branding.changed.connect(self._tell)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen; `changed` is not told."""
        with QSignalBlocker(self):
            self.audience.setCurrentIndex(self.audience.findData(choices.audience))
            paper = named_paper(choices.paper) or self._own_paper
            own = paper if isinstance(paper, OwnSize) else _FIRST_OWN
            across, upwards = (own.long, own.short) if choices.landscape else (own.short, own.long)
            self.width_mm.setValue(across)
            self.height_mm.setValue(upwards)
            self.paper.setCurrentIndex(self.paper.findData(_OWN_SIZE if isinstance(paper, OwnSize) else paper))
            (self.landscape if choices.landscape else self.portrait).setChecked(True)
            self.language.setCurrentIndex(self.language.findData(choices.language or self._own_language))
            self.grey.setChecked(choices.grey)
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

    def chosen_paper(self) -> Paper | OwnSize:
        """The paper."""
        if self.is_own_size():
            return OwnSize(*sorted((self.width_mm.value(), self.height_mm.value())))
        return cast(Paper, self.paper.currentData())

    def is_landscape(self) -> bool:
        """Whether the page is wider than high."""
        if self.is_own_size():
            return self.width_mm.value() >= self.height_mm.value()
        return self.landscape.isChecked()

    def is_own_size(self) -> bool:
        """Whether the paper has no name."""
        return bool(self.paper.currentData() == _OWN_SIZE)

    def kept_paper(self) -> str:
        """The paper as it is remembered: empty for the project's own."""
        paper = self.chosen_paper()
        if isinstance(paper, OwnSize):
            return f"{paper.short}x{paper.long}"
        return "" if paper == self._own_paper else paper

    def kept_language(self) -> str:
        """The language as it is remembered: empty for the project's own."""
        return "" if self.chosen_language() == self._own_language else self.chosen_language()

    def _list(self, name: str, said: str, entries: Sequence[tuple[str, str]]) -> QComboBox:
        made = QComboBox(self)
        made.setObjectName(name)
        made.setAccessibleName(said)
        for text, data in entries:
            made.addItem(text, data)
        made.currentIndexChanged.connect(self._tell)
        return made

    def _side(self, name: str, said: str) -> QSpinBox:
        made = QSpinBox(self)
        made.setObjectName(name)
        made.setAccessibleName(said)
        made.setRange(SHORTEST_SIDE, LONGEST_SIDE)
        made.setToolTip(self._words.t("From {least} to {most} mm", least=str(SHORTEST_SIDE), most=str(LONGEST_SIDE)))
        made.setSuffix(" mm")
        made.setKeyboardTracking(False)
        return made

    def _lay_out(self) -> None:
        t = self._words.t
        self._sides = _row(self.width_mm, QLabel("×", self), self.height_mm)
        self._turned = _row(self.landscape, self.portrait)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addRow(t("For"), self.audience)
        form.addRow("", self.explanation)
        form.addRow(t("Paper"), self.paper)
        form.addRow(t("Size"), self._sides)
        form.addRow(t("Orientation"), self._turned)
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
        self._form.setRowVisible(self._sides, self.is_own_size())
        self._form.setRowVisible(self._turned, not self.is_own_size())

    def _audience_chosen(self) -> None:
        self._is_audience_chosen = True

    def _tell(self) -> None:
        if not self.signalsBlocked():
            self._look()
            self.changed.emit()


def _row(*widgets: QWidget) -> QWidget:
    """Widgets beside each other; the first one takes what the others leave, unless it is a button."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, 1 if at == 0 and not isinstance(widget, QRadioButton) else 0)
    if isinstance(widgets[0], QRadioButton):
        row.addStretch(1)
    made.setFocusProxy(widgets[0])
    return made
