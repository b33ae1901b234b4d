"""The choice of a brand: those that a person keeps, and the way to the dialogue where they are made and changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from cjeditor.export.brand import Brand
from cjeditor.storage.brands import BrandProfile, brands_in
from cjeditor.texts import Texts
from cjeditor.window.handout.brands_dialog import BrandsDialog
from cjeditor.window.plain import shortened

_SHOWN = 30


class BrandChoice(QWidget):
    """A list of brands with none at its top, and a button.

    Signals:
        changed(): another brand is chosen, or the chosen one may be another.
    """

    changed = Signal()

    def __init__(self, folder: Path, words: Texts, parent: QWidget) -> None:
        """Offer the brands that are kept in `folder`; none is chosen."""
        super().__init__(parent)
        self._folder = folder
        self._words = words
        self._kept: dict[str, BrandProfile] = {}
        self.brand = QComboBox(self)
        self.brand.setObjectName("brand")
        self.brand.setAccessibleName(words.t("Brand"))
        self.brand.setMinimumContentsLength(12)
        self.brands = QPushButton(words.t("Brands…"), self)
        self.brands.setObjectName("brands")
        self.brands.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.brand, 1)
        row.addWidget(self.brands)
        self.setFocusProxy(self.brand)
        self.show_brand("")
        self.brand.currentIndexChanged.connect(self.changed)
        self.brands.clicked.connect(self._show_brands)

    def show_brand(self, name: str) -> None:
        """Read what is kept anew and choose the brand of that name; none where it is not among them."""
        self._kept = {brand.name: brand for brand in brands_in(self._folder)}
        with QSignalBlocker(self.brand):
            self.brand.clear()
            self.brand.addItem(self._words.t("No brand"), "")
            for one in self._kept:
                self.brand.addItem(shortened(one, _SHOWN), one)
            self.brand.setCurrentIndex(max(0, self.brand.findData(name)))
        self.changed.emit()

    def name(self) -> str:
        """Return the name of the chosen brand; empty for none."""
        return str(self.brand.currentData() or "")

    def chosen(self) -> Brand | None:
        """Return the chosen brand; None for none."""
        kept = self._kept.get(self.name())
        return None if kept is None else Brand(kept.logo, kept.primary, kept.accent, kept.footer)

    def _show_brands(self) -> None:
        dialog = BrandsDialog(self._folder, self.name(), self._words, self)
        # The brand that was looked at last, as it is then.
        dialog.chosen.connect(self.show_brand)
        dialog.open()
