"""Asks for a handout: which file, paper and orientation, and which parts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from cjeditor.export.options import HandoutOptions, Paper
from cjeditor.export.parts import PARTS
from cjeditor.texts import Texts
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.pdf_dialog import PdfDialog


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
        self.parts = {spec.key: QCheckBox(words.t(spec.title), self) for spec in PARTS if not spec.worksheet}
        self._add_parts()
        self.furnish()

    def options(self) -> HandoutOptions:
        """Return what is wished for."""
        return HandoutOptions(
            paper=self.chosen_paper(),
            landscape=self.landscape.isChecked(),
            parts=tuple(key for key, box in self.parts.items() if box.isChecked()),
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
            grid.addWidget(box, place // 3, place % 3)
            box.setChecked(True)
            box.toggled.connect(self.look)
        name = QLabel(self._words.t("Parts"), self)
        # Beside the first of several lines a form puts labels lower than where they stand beside a single one.
        name.setMaximumHeight(self.parts[PARTS[0].key].sizeHint().height())
        self.form.addRow(name, grid)
