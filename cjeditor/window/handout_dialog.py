"""Asks for a handout: which file, paper and orientation, and which parts."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.export.options import PARTS, HandoutOptions, Paper, Part
from cjeditor.texts import N_, Texts
from cjeditor.window import file_dialogs
from cjeditor.window.plain import label

_PAPERS: tuple[Paper, ...] = ("A4", "A3", "Letter", "Tabloid")
_NAMES: dict[Part, str] = {
    "cover": N_("Cover"),
    "map": N_("Map"),
    "phases": N_("Phase sheets"),
    "touchpoints": N_("Touchpoint table"),
    "notes": N_("Notes"),
    "legend": N_("Legend"),
}


class HandoutDialog(QDialog):
    """The dialogue for a handout.

    Signals:
        wanted(Path, HandoutOptions): this handout should be written.
    """

    wanted = Signal(object, object)

    def __init__(self, path: Path, paper: Paper, date: str, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._date = date
        self.setObjectName("handout")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Handout"))
        self.setMinimumWidth(560)
        self.file = QLineEdit(str(path), self)
        self.file.setAccessibleName(words.t("File"))
        self.paper = QComboBox(self)
        for one in dict.fromkeys((*_PAPERS, paper)):
            self.paper.addItem(one, one)
        self.paper.setCurrentIndex(self.paper.findData(paper))
        self.landscape = QRadioButton(words.t("Landscape"), self)
        self.portrait = QRadioButton(words.t("Portrait"), self)
        self.landscape.setChecked(True)
        self.parts = {part: QCheckBox(words.t(_NAMES[part]), self) for part in PARTS}
        self.message = label("", self)
        self.message.setObjectName("message")
        self.message.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(self._form())
        layout.addWidget(self.message)
        layout.addWidget(self._buttons())
        for box in self.parts.values():
            box.setChecked(True)
            box.toggled.connect(self._look)
        self.file.textChanged.connect(self._look)
        self._look()

    def path(self) -> Path:
        """Return the file, with the suffix of what it will hold."""
        path = Path(self.file.text().strip())
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def options(self) -> HandoutOptions:
        """Return what is wished for."""
        return HandoutOptions(
            paper=cast(Paper, self.paper.currentData()),
            landscape=self.landscape.isChecked(),
            parts=tuple(part for part in PARTS if self.parts[part].isChecked()),
            date=self._date,
        )

    def show_problem(self, text: str) -> None:
        """Say why this cannot be written; the dialogue stays open."""
        self.message.setText(text)
        self.message.setVisible(bool(text))
        layout = self.layout()
        if text and layout is not None:
            # The window grows for the new lines: a layout would take their room from the others.
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _form(self) -> QFormLayout:
        t = self._words.t
        form = QFormLayout()
        form.setSpacing(10)
        choose = QPushButton(t("Choose…"), self)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(choose)
        form.addRow(t("File"), row)
        form.addRow(t("Paper"), self.paper)
        sides = QHBoxLayout()
        sides.addWidget(self.landscape)
        sides.addWidget(self.portrait)
        sides.addStretch(1)
        form.addRow(t("Orientation"), sides)
        grid = QGridLayout()
        for place, box in enumerate(self.parts.values()):
            grid.addWidget(box, place // 2, place % 2)
        name = QLabel(t("Parts"), self)
        # Beside the first of several lines a form puts labels lower than where they stand beside a single one.
        name.setMaximumHeight(self.parts[PARTS[0]].sizeHint().height())
        form.addRow(name, grid)
        return form

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._create = QPushButton(self._words.t("Create PDF"), self)
        self._create.setDefault(True)
        buttons.addButton(self._create, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        return buttons

    def _look(self) -> None:
        self.show_problem("")
        self._create.setEnabled(bool(self.file.text().strip()) and any(box.isChecked() for box in self.parts.values()))

    def _choose(self) -> None:
        dialog = file_dialogs.to_export(
            self,
            self.path().parent,
            title=self._words.t("Handout"),
            suggested=self.path().name,
            filters=["PDF (*.pdf)"],
        )
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.file.setText)
        dialog.open()

    def _confirm(self) -> None:
        self.wanted.emit(self.path(), self.options())
