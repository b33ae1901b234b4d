"""The form for one brand: its name, logo, two colours and the line at the foot of each page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cjeditor.canvas.pictures_in import Source
from cjeditor.export.brand import Brand, readable
from cjeditor.model.project import Asset
from cjeditor.storage import limits
from cjeditor.storage.brands import BrandProfile, make_brand
from cjeditor.texts import Texts
from cjeditor.window.handout.brand_colour import BrandColour, BrandSample
from cjeditor.window.pictures.files import to_choose_pictures
from cjeditor.window.pictures.preview import PicturePreview
from cjeditor.window.pictures.taking import Refusal, Taking
from cjeditor.window.plain import label
from cjeditor.wording import sentence

_LOGO_HEIGHT = 72


class BrandForm(QWidget):
    """Shows a brand and tells what is written in it.

    Signals:
        changed(BrandProfile): the brand is this one now.
        refused(str): what is written is no brand, and why; empty where it is one again.
    """

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: BrandProfile | None = None
        self._logo: Asset | None = None
        t = words.t
        self.name = self._line("brand_name", t("Name"), limits.BRAND_NAME)
        self.footer = self._line("brand_footer", t("Footer"), limits.BRAND_FOOTER)
        self.footer.setPlaceholderText(t("Confidential · © Example Ltd"))
        self.logo = PicturePreview(t("Logo as PNG or JPEG"), round_shape=False)
        self.logo.setObjectName("logo")
        self.logo.setFixedHeight(_LOGO_HEIGHT)
        self._paper = QFrame(self)
        self.choose_logo = QPushButton(t("Choose logo…"), self)
        self.choose_logo.setObjectName("choose_logo")
        self.remove_logo = QPushButton(t("Remove logo"), self)
        self.remove_logo.setObjectName("remove_logo")
        self.primary = BrandColour("brand_primary", t("Colour of headings"), words, self)
        self.accent = BrandColour("brand_accent", t("Colour of rules"), words, self)
        self.sample = BrandSample(t("A heading in this brand"), self)
        self.contrast = label("", self)
        self.contrast.setObjectName("contrast")
        self._taking = Taking(self)
        self._lay_out()
        for edit in (self.name, self.footer):
            edit.editingFinished.connect(self.settle)
        for colour in (self.primary, self.accent):
            colour.changed.connect(self.settle)
            colour.edit.textChanged.connect(self._look)
        self.choose_logo.clicked.connect(self._choose)
        self.remove_logo.clicked.connect(self._take_logo_away)
        self.logo.dropped.connect(self._take_in)
        self._taking.taken.connect(self._taken)

    def show_brand(self, brand: BrandProfile | None) -> None:
        """Show a brand, or nothing."""
        self._shown = brand
        shown = brand or BrandProfile(name="-")
        with QSignalBlocker(self):
            self.name.setText(brand.name if brand is not None else "")
            self.footer.setText(shown.footer)
            self.primary.show_colour(shown.primary)
            self.accent.show_colour(shown.accent)
        self._show_logo(shown.logo)
        self._look()

    def settle(self) -> None:
        """Tell what is written, where it is another brand than before; or why it is none."""
        if self._shown is None:
            return
        problem = self._problem()
        if problem:
            self.refused.emit(problem)
            return
        made = make_brand(
            self.name.text(),
            primary=self.primary.colour(),
            accent=self.accent.colour(),
            footer=self.footer.text(),
            logo=self._logo,
        )
        if made is not None and made != self._shown:
            self._shown = made
            self.changed.emit(made)

    def _problem(self) -> str:
        if not self.name.text().strip():
            return self._words.t("A brand needs a name")
        if not (self.primary.is_sound() and self.accent.is_sound()):
            return self._words.t("A colour is # and six digits from 0 to 9 and a to f, such as #24445F")
        return ""

    def _line(self, name: str, said: str, most: int) -> QLineEdit:
        made = QLineEdit(self)
        made.setObjectName(name)
        made.setAccessibleName(said)
        made.setMaxLength(most)
        return made

    def _lay_out(self) -> None:
        t = self._words.t
        around = QVBoxLayout(self._paper)
        around.setContentsMargins(4, 4, 4, 4)
        self._paper.setFixedHeight(_LOGO_HEIGHT + 8)
        around.addWidget(self.logo)
        buttons = QVBoxLayout()
        for button in (self.choose_logo, self.remove_logo):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        picture = QHBoxLayout()
        picture.setSpacing(8)
        picture.addWidget(self._paper, 1, Qt.AlignmentFlag.AlignTop)
        picture.addLayout(buttons)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(10)
        form.addRow(t("Name"), self.name)
        form.addRow(t("Logo"), picture)
        form.addRow(t("Colour of headings"), self.primary)
        form.addRow(t("Colour of rules"), self.accent)
        form.addRow(t("Footer"), self.footer)
        form.addRow(self.sample)
        form.addRow(self.contrast)

    def _look(self) -> None:
        """Show the colours as they are printed, and say where they are not as they were chosen."""
        sound = self.primary.is_sound() and self.accent.is_sound()
        primary, accent = (self.primary.colour(), self.accent.colour()) if sound else ("", "")
        self.sample.show_brand(Brand(primary=primary, accent=accent))
        printed = readable(primary) if primary else ""
        said = self._words.t("Headings are printed in {colour}, so that they can be read.", colour=printed.upper())
        self.contrast.setText(said if printed != primary else "")
        self.contrast.setVisible(printed != primary)

    def _show_logo(self, logo: Asset | None) -> None:
        self._logo = logo
        self.logo.follow(() if logo is None else (logo,))
        self.logo.show_picture(None if logo is None else logo.sha256)
        self.remove_logo.setEnabled(logo is not None)
        # On paper's white, as it is printed: a dark logo could not be seen on a dark window.
        self._paper.setStyleSheet("" if logo is None else "QFrame { background: white; border-radius: 5px; }")

    def _choose(self) -> None:
        dialog = to_choose_pictures(self, self._words, several=False)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    def _files_chosen(self, names: list[str]) -> None:
        self._take_in([Path(name) for name in names])

    def _take_in(self, sources: list[Source]) -> None:
        if sources:
            self._taking.begin(sources[:1], "logo")

    def _taken(self, _purpose: object, pictures: tuple[Asset, ...], refusals: tuple[Refusal, ...]) -> None:
        if refusals:
            self.refused.emit(sentence(refusals[0].problem, self._words))
        elif pictures:
            self.refused.emit("")
            self._show_logo(pictures[0])
            self.settle()

    def _take_logo_away(self) -> None:
        self._show_logo(None)
        self.settle()
