"""What all dialogues for a PDF ask: which file, which paper, and which way round."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from cjeditor.export.options import Paper
from cjeditor.texts import Texts
from cjeditor.window.file_form import FileForm

_PAPERS: tuple[Paper, ...] = ("A4", "A3", "Letter", "Tabloid")


class PdfDialog(FileForm):
    """A form with rows for file, paper and orientation. Subclasses add rows, look at them, and say what is wanted.

    A subclass calls `add_page_rows`, adds its own rows to `form`, and ends with `furnish`.
    """

    def __init__(self, title: str, path: Path, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(title, path, ".pdf", words.t("Create PDF"), words, parent)
        self.paper = QComboBox(self)
        self.paper.setObjectName("paper")
        self.landscape = QRadioButton(words.t("Landscape"), self)
        self.landscape.setObjectName("landscape")
        self.portrait = QRadioButton(words.t("Portrait"), self)
        self.portrait.setObjectName("portrait")
        self.landscape.setChecked(True)

    def chosen_paper(self) -> Paper:
        """Return the paper."""
        return cast(Paper, self.paper.currentData())

    def add_page_rows(self, paper: Paper, papers: Sequence[Paper] = _PAPERS) -> None:
        """Add the rows that every PDF has; `paper` is chosen at first, also where it is none of `papers`."""
        t = self._words.t
        for one in dict.fromkeys((*papers, paper)):
            self.paper.addItem(one, one)
        self.paper.setCurrentIndex(self.paper.findData(paper))
        self.add_file_row()
        self.form.addRow(t("Paper"), self.paper)
        sides = _beside((self.landscape, self.portrait))
        sides.addStretch(1)
        self.form.addRow(t("Orientation"), sides)


def _beside(widgets: Sequence[QWidget]) -> QHBoxLayout:
    """Return widgets in a row; text fields take what the others leave."""
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
    return row
