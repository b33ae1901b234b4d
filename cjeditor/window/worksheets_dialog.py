"""Asks for worksheets: which of them, for notes of which size, and which file, paper and orientation."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from cjeditor.export.options import NOTE_SIZES, PAPERS, HandoutOptions, NoteSize, Paper
from cjeditor.export.parts import PARTS
from cjeditor.texts import Texts
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.pdf_dialog import PdfDialog
from cjeditor.window.plain import label


class WorksheetsDialog(PdfDialog):
    """The dialogue for blank sheets made from a map.

    Signals:
        wanted(Path, HandoutOptions): these sheets should be written.
    """

    wanted = Signal(object, object)

    def __init__(
        self, path: Path, title: str, paper: Paper, date: str, words: Texts, parent: QWidget | None = None
    ) -> None:
        """Show what is proposed: all sheets.

        Args:
            path: the file.
            title: of the map that they are made from: a project may have several.
            paper: chosen at first.
            date: stands on the run sheet.
            words: the language of the window.
            parent: stands behind it.
        """
        super().__init__(words.t("Worksheets"), path, words, parent)
        self._date = date
        self.setObjectName("worksheets")
        self.map = ElidedLabel(self)
        self.map.setObjectName("map")
        self.map.show_text(title)
        # A label of its own: the form's would lead the keyboard to what only says something.
        self.form.addRow(label(words.t("Map"), self), self.map)
        self.add_page_rows(paper, tuple(PAPERS))
        self.notes = QComboBox(self)
        self.notes.setObjectName("notes")
        self._fill_notes()
        self.form.addRow(words.t("Sticky notes"), self.notes)
        self.paper_hint = label("", self)
        self.paper_hint.setObjectName("paper_hint")
        self.form.addRow("", self.paper_hint)
        self.sheets = {spec.key: QCheckBox(words.t(spec.title), self) for spec in PARTS if spec.worksheet}
        self._add_sheets()
        self.furnish_pdf()
        self.paper.currentIndexChanged.connect(self.look)
        self.look()

    def options(self) -> HandoutOptions:
        """Return what is wished for."""
        return HandoutOptions(
            paper=self.chosen_paper(),
            landscape=self.landscape.isChecked(),
            parts=tuple(key for key, box in self.sheets.items() if box.isChecked()),
            date=self._date,
            audience="facilitator",
            note_size=cast("NoteSize | None", self.notes.currentData()),
        )

    def look(self) -> None:
        """Say what lies on which paper; notes matter to the grid only."""
        super().look()
        on_wall = min(PAPERS[self.chosen_paper()]) > min(PAPERS["A3"])
        self.paper_hint.setText(
            self._words.t("The grid is as large as the paper; all other sheets come on A4.")
            if on_wall
            else self._words.t(
                "A grid too large for the paper goes on on further sheets; from A2 on it hangs in one piece."
            )
        )
        self.notes.setEnabled(self.sheets["grid"].isChecked())

    def is_something(self) -> bool:
        """Return whether at least one sheet is wanted."""
        return any(box.isChecked() for box in self.sheets.values())

    def confirm(self) -> None:
        """Ask for the sheets."""
        self.wanted.emit(self.path(), self.options())

    def _fill_notes(self) -> None:
        t = self._words.t
        self.notes.addItem(t("as suits the paper"), None)
        for size in NOTE_SIZES:
            self.notes.addItem(t("{mm} × {mm} mm", mm=size), size)

    def _add_sheets(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        tips = {spec.key: self._words.t(spec.tip) for spec in PARTS}
        for place, (key, box) in enumerate(self.sheets.items()):
            box.setObjectName(f"sheet_{key}")
            box.setToolTip(tips[key])
            grid.addWidget(box, place // 2, place % 2)
            box.setChecked(True)
            box.toggled.connect(self.look)
        name = label(self._words.t("Sheets"), self)
        # Beside the first of several lines a form puts labels lower than where they stand beside a single one.
        name.setMaximumHeight(self.sheets["grid"].sizeHint().height())
        self.form.addRow(name, grid)
