"""What is chosen of a poster: how large, in which sheets, for whom, with colours or without."""

from __future__ import annotations

from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QWidget

from cjeditor.export.options import OwnSize, Paper
from cjeditor.export.posters.options import LARGEST_OVERLAP, PosterOptions
from cjeditor.model.fields import Language
from cjeditor.texts import Texts
from cjeditor.window.handout.brand_choice import BrandChoice
from cjeditor.window.new_map.dialog import LANGUAGES
from cjeditor.window.paper_fields import PaperFields, listed, millimetres

_POSTERS: Final[tuple[Paper, ...]] = ("A0", "A1", "A2", "A3", "A4", "Tabloid", "Letter")
_SHEETS: Final[tuple[Paper, ...]] = ("A4", "A3", "Letter", "Tabloid", "A2")
_FIRST_OWN: Final = OwnSize(1000, 2000)


class PosterChoice(QWidget):
    """The form.

    Signals:
        changed(): something else is chosen.
    """

    changed = Signal()

    def __init__(self, options: PosterOptions, brands: Path, words: Texts, parent: QWidget) -> None:
        """Show what is proposed, without a brand; its date and author stay as they are.

        Args:
            options: what is proposed.
            brands: the folder of the person's brands.
            words: the language of the window.
            parent: what the form stands in.
        """
        super().__init__(parent)
        self._words = words
        self._options = options
        t = words.t
        self.papers = PaperFields(_POSTERS, _FIRST_OWN, t("Size"), "poster_paper", words, self)
        sheets = [(t("One sheet"), ""), *((t("Sheets of {paper}", paper=one), one) for one in _SHEETS)]
        self.tile = listed(sheets, t("Printed on"), "tile", self)
        self.overlap = millimetres(0, LARGEST_OVERLAP, t("Overlap for glue"), "overlap", self)
        self.repeat = self._tick("repeat", t("Phases and lanes named on every sheet"))
        self.by_phase = self._tick("by_phase", t("A poster for each phase"))
        self.language = listed([(name, one) for one, name in LANGUAGES.items()], t("Language"), "language", self)
        self.branding = BrandChoice(brands, words, self)
        self.client = self._tick("client", t("For clients: nothing from backstage"))
        self.grey = self._tick("grey", t("Black and white"))
        self._lay_out()
        self.show_options(options)
        self.papers.changed.connect(self._tell)
        self.overlap.valueChanged.connect(self._tell)
        for some in (self.tile, self.language):
            some.currentIndexChanged.connect(self._tell)
        for button in (self.repeat, self.by_phase, self.client, self.grey):
            button.toggled.connect(self._tell)
        self.branding.changed.connect(self._tell)

    def show_options(self, options: PosterOptions) -> None:
        """Show what is chosen, but for the brand, and tell that it changed."""
        self._options = options
        with QSignalBlocker(self):
            self.papers.show_paper(options.paper, landscape=options.landscape)
            self.tile.setCurrentIndex(max(0, self.tile.findData(options.tile or "")))
            self.overlap.setValue(round(options.overlap))
            self.repeat.setChecked(options.repeat)
            self.by_phase.setChecked(options.by_phase)
            self.language.setCurrentIndex(max(0, self.language.findData(options.language)))
            self.client.setChecked(options.audience == "client")
            self.grey.setChecked(options.grey)
        self._tell()

    def options(self) -> PosterOptions:
        """Return what is wished for."""
        return PosterOptions(
            language=cast(Language, self.language.currentData()),
            paper=self.papers.chosen(),
            landscape=self.papers.is_landscape(),
            tile=cast(Paper, self.tile.currentData()) or None,
            overlap=self.overlap.value(),
            repeat=self.repeat.isChecked(),
            by_phase=self.by_phase.isChecked(),
            audience="client" if self.client.isChecked() else "team",
            brand=self.branding.chosen(),
            grey=self.grey.isChecked(),
            date=self._options.date,
            author=self._options.author,
        )

    def _tick(self, name: str, text: str) -> QCheckBox:
        made = QCheckBox(text, self)
        made.setObjectName(name)
        return made

    def _lay_out(self) -> None:
        t = self._words.t
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        self.papers.add_rows(form, t("Size"), "", t("Orientation"))
        form.addRow(t("Printed on"), self.tile)
        form.addRow(t("Overlap for glue"), self.overlap)
        form.addRow("", self.repeat)
        form.addRow("", self.by_phase)
        form.addRow(t("Language"), self.language)
        brand = QLabel(t("Brand"), self)
        brand.setBuddy(self.branding.brand)
        form.addRow(brand, self.branding)
        form.addRow("", self.client)
        form.addRow("", self.grey)
        self._form = form

    def _tell(self) -> None:
        """Show the fields that matter now, and say that something changed."""
        self.papers.show_needed(self._form)
        in_sheets = bool(self.tile.currentData())
        self._form.setRowVisible(self.overlap, in_sheets)
        self._form.setRowVisible(self.repeat, in_sheets)
        if not self.signalsBlocked():
            self.changed.emit()
