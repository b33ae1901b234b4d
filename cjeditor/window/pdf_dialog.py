"""What all dialogues for a PDF ask: which file, which paper, and which way round; and where they say what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.export.options import Paper
from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.plain import label
from cjeditor.window.target_field import TargetField

_PAPERS: tuple[Paper, ...] = ("A4", "A3", "Letter", "Tabloid")


class PdfDialog(QDialog):
    """A form with rows for file, paper and orientation. Subclasses add rows, look at them, and say what is wanted.

    A subclass calls `add_page_rows`, adds its own rows to `form`, and ends with `furnish`.
    """

    def __init__(self, title: str, path: Path, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        self.form = QFormLayout()
        self.form.setSpacing(10)
        self.target = TargetField(path, ".pdf", title, words, self)
        self.file = self.target.edit
        self.paper = QComboBox(self)
        self.paper.setObjectName("paper")
        self.landscape = QRadioButton(words.t("Landscape"), self)
        self.landscape.setObjectName("landscape")
        self.portrait = QRadioButton(words.t("Portrait"), self)
        self.portrait.setObjectName("portrait")
        self.landscape.setChecked(True)
        self.message = label("", self)
        self.message.setObjectName("message")
        self.message.hide()

    def path(self) -> Path:
        """Return the file, with the suffix of what it will hold."""
        return self.target.path()

    def chosen_paper(self) -> Paper:
        """Return the paper."""
        return cast(Paper, self.paper.currentData())

    def show_problem(self, text: str) -> None:
        """Say why this cannot be written; the dialogue stays open."""
        self.message.setText(text)
        self.message.setVisible(bool(text))
        layout = self.layout()
        if text and layout is not None:
            # The window grows for the new lines: a layout would take their room from the others.
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def add_page_rows(self, paper: Paper, papers: Sequence[Paper] = _PAPERS) -> None:
        """Add the rows that every PDF has; `paper` is chosen at first, also where it is none of `papers`."""
        t = self._words.t
        for one in dict.fromkeys((*papers, paper)):
            self.paper.addItem(one, one)
        self.paper.setCurrentIndex(self.paper.findData(paper))
        name = label(t("File"), self)
        name.setBuddy(self.file)
        self.form.addRow(name, self.target)
        self.form.addRow(t("Paper"), self.paper)
        sides = _beside((self.landscape, self.portrait))
        sides.addStretch(1)
        self.form.addRow(t("Orientation"), sides)

    def furnish(self) -> None:
        """Lay everything out, once all rows are there."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._create = QPushButton(self._words.t("Create PDF"), self)
        self._create.setDefault(True)
        buttons.addButton(self._create, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.confirm)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(self.form)
        layout.addWidget(self.message)
        layout.addWidget(buttons)
        give_access_keys(self)
        self.file.textChanged.connect(self.look)
        self.look()

    def look(self) -> None:
        """Look at what is asked for: there is something to create where a file is named and a subclass has no doubt."""
        self.show_problem("")
        self._create.setEnabled(self.target.is_named() and self.is_something())

    def is_something(self) -> bool:
        """Return whether there is something to write."""
        return True

    def confirm(self) -> None:
        """Say what is wanted."""
        raise NotImplementedError


def _beside(widgets: Sequence[QWidget]) -> QHBoxLayout:
    """Return widgets in a row; text fields take what the others leave."""
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
    return row
