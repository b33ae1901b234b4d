"""Asks for a handout: which file, paper and orientation, and which parts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from cjeditor.export.options import PARTS, HandoutOptions, Paper, Part
from cjeditor.texts import N_, Texts
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.pdf_dialog import PdfDialog

_NAMES: dict[Part, str] = {
    "cover": N_("Cover"),
    "map": N_("Map"),
    "phases": N_("Phase sheets"),
    "figures": N_("Figures"),
    "touchpoints": N_("Touchpoint table"),
    "notes": N_("Notes"),
    "legend": N_("Legend"),
}


class HandoutDialog(PdfDialog):
    """The dialogue for a handout.

    Signals:
        wanted(Path, HandoutOptions): this handout should be written.
    """

    wanted = Signal(object, object)

    def __init__(
        self, path: Path, title: str, paper: Paper, date: str, words: Texts, parent: QWidget | None = None
    ) -> None:
        """Show what is proposed.

        Args:
            path: the file.
            title: of the map that is printed: a project may have several.
            paper: chosen at first.
            date: stands on the cover.
            words: the language of the window.
            parent: stands behind it.
        """
        super().__init__(words.t("Handout"), path, words, parent)
        self._date = date
        self.setObjectName("handout")
        self.map = ElidedLabel(self)
        self.map.setObjectName("map")
        self.map.show_text(title)
        # A label of its own: the form's would lead the keyboard to what only says something.
        self.form.addRow(QLabel(words.t("Map"), self), self.map)
        self.add_page_rows(paper)
        self.parts = {part: QCheckBox(words.t(_NAMES[part]), self) for part in PARTS}
        self._add_parts()
        self.furnish()

    def options(self) -> HandoutOptions:
        """Return what is wished for."""
        return HandoutOptions(
            paper=self.chosen_paper(),
            landscape=self.landscape.isChecked(),
            parts=tuple(part for part in PARTS if self.parts[part].isChecked()),
            date=self._date,
        )

    def is_something(self) -> bool:
        """Return whether at least one part is wanted."""
        return any(box.isChecked() for box in self.parts.values())

    def confirm(self) -> None:
        """Ask for the handout."""
        self.wanted.emit(self.path(), self.options())

    def _add_parts(self) -> None:
        grid = QGridLayout()
        for place, box in enumerate(self.parts.values()):
            grid.addWidget(box, place // 2, place % 2)
            box.setChecked(True)
            box.toggled.connect(self.look)
        name = QLabel(self._words.t("Parts"), self)
        # Beside the first of several lines a form puts labels lower than where they stand beside a single one.
        name.setMaximumHeight(self.parts[PARTS[0]].sizeHint().height())
        self.form.addRow(name, grid)
