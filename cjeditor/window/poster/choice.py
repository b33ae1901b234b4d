"""What is chosen of a poster: how large, in which sheets, for whom, with colours or without."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QRadioButton, QSpinBox, QWidget

from cjeditor.export.options import LONGEST_SIDE, SHORTEST_SIDE, OwnSize, Paper
from cjeditor.export.posters.options import LARGEST_OVERLAP, PosterOptions
from cjeditor.model.fields import Language
from cjeditor.texts import Texts
from cjeditor.window.handout.brand_choice import BrandChoice
from cjeditor.window.new_map.dialog import LANGUAGES

_OWN: Final = "own"
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
        own = (t("Own size"), _OWN)
        self.paper = self._list("poster_paper", t("Size"), [*((one, one) for one in _POSTERS), own])
        self.width_mm, self.height_mm = (
            self._millimetres("width_mm", t("Width")),
            self._millimetres("height_mm", t("Height")),
        )
        self.landscape, self.portrait = QRadioButton(t("Landscape"), self), QRadioButton(t("Portrait"), self)
        self.landscape.setObjectName("landscape")
        self.portrait.setObjectName("portrait")
        sheets = [(t("One sheet"), ""), *((t("Sheets of {paper}", paper=one), one) for one in _SHEETS)]
        self.tile = self._list("tile", t("Printed on"), sheets)
        self.overlap = self._number("overlap", t("Overlap for glue"), 0, LARGEST_OVERLAP)
        self.repeat = self._tick("repeat", t("Phases and lanes named on every sheet"))
        self.by_phase = self._tick("by_phase", t("A poster for each phase"))
        self.language = self._list("language", t("Language"), [(name, one) for one, name in LANGUAGES.items()])
        self.branding = BrandChoice(brands, words, self)
        self.client = self._tick("client", t("For clients: nothing from backstage"))
        self.grey = self._tick("grey", t("Black and white"))
        self._lay_out()
        self.show_options(options)
        for button in (self.landscape, self.repeat, self.by_phase, self.client, self.grey):
            button.toggled.connect(self._tell)
        self.branding.changed.connect(self._tell)

    def show_options(self, options: PosterOptions) -> None:
        """Show what is chosen, but for the brand, and tell that it changed."""
        self._options = options
        with QSignalBlocker(self):
            paper = options.paper
            own = paper if isinstance(paper, OwnSize) else _FIRST_OWN
            across, upwards = (own.long, own.short) if options.landscape else (own.short, own.long)
            self.width_mm.setValue(across)
            self.height_mm.setValue(upwards)
            self.paper.setCurrentIndex(self.paper.findData(_OWN if isinstance(paper, OwnSize) else paper))
            (self.landscape if options.landscape else self.portrait).setChecked(True)
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
        is_own = self.paper.currentData() == _OWN
        own = OwnSize(*sorted((self.width_mm.value(), self.height_mm.value())))
        is_wide = self.width_mm.value() >= self.height_mm.value() if is_own else self.landscape.isChecked()
        return PosterOptions(
            language=cast(Language, self.language.currentData()),
            paper=own if is_own else cast(Paper, self.paper.currentData()),
            landscape=is_wide,
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

    def _list(self, name: str, said: str, entries: Sequence[tuple[str, str]]) -> QComboBox:
        made = QComboBox(self)
        made.setObjectName(name)
        made.setAccessibleName(said)
        for text, data in entries:
            made.addItem(text, data)
        made.currentIndexChanged.connect(self._tell)
        return made

    def _millimetres(self, name: str, said: str) -> QSpinBox:
        made = self._number(name, said, SHORTEST_SIDE, LONGEST_SIDE)
        made.setToolTip(self._words.t("From {least} to {most} mm", least=str(SHORTEST_SIDE), most=str(LONGEST_SIDE)))
        return made

    def _number(self, name: str, said: str, least: int, most: int) -> QSpinBox:
        made = QSpinBox(self)
        made.setObjectName(name)
        made.setAccessibleName(said)
        made.setRange(least, most)
        made.setSuffix(" mm")
        made.setKeyboardTracking(False)
        made.valueChanged.connect(self._tell)
        return made

    def _tick(self, name: str, text: str) -> QCheckBox:
        made = QCheckBox(text, self)
        made.setObjectName(name)
        return made

    def _lay_out(self) -> None:
        t = self._words.t
        self._sides = _row(self.width_mm, QLabel("×", self), self.height_mm)
        self._turned = _row(self.landscape, self.portrait)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addRow(t("Size"), self.paper)
        form.addRow("", self._sides)
        form.addRow(t("Orientation"), self._turned)
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
        is_own = self.paper.currentData() == _OWN
        self._form.setRowVisible(self._sides, is_own)
        self._form.setRowVisible(self._turned, not is_own)
        in_sheets = bool(self.tile.currentData())
        self._form.setRowVisible(self.overlap, in_sheets)
        self._form.setRowVisible(self.repeat, in_sheets)
        if not self.signalsBlocked():
            self.changed.emit()


def _row(*widgets: QWidget) -> QWidget:
    """Widgets beside each other."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    made.setFocusProxy(widgets[0])
    return made
