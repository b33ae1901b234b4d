"""Asks what the version that is kept now should be called."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cjeditor.texts import Texts
from cjeditor.window.deciding import beside_cancel
from cjeditor.window.plain import label


class NameDialog(QDialog):
    """One field.

    Signals:
        chosen(str): the name, not empty.
    """

    chosen = Signal(str)

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("name_version")
        self.setWindowTitle(words.t("Name this version"))
        self.setMinimumWidth(440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        what = words.t("The project is kept as it is now, and can be looked at and brought back under this name.")
        layout.addWidget(label(what, self))
        self.name = QLineEdit(self)
        self.name.setObjectName("new_version_name")
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(words.t("Before the vote"))
        form = QFormLayout()
        form.addRow(words.t("Name"), self.name)
        layout.addLayout(form)
        self.keep = QPushButton(words.t("Keep"), self)
        self.keep.setEnabled(False)
        layout.addWidget(beside_cancel(self, self.keep, self._accept))
        self.name.textChanged.connect(self._look)
        self.name.setFocus()

    def _look(self, text: str) -> None:
        self.keep.setEnabled(bool(text.strip()))

    def _accept(self) -> None:
        name = self.name.text().strip()
        if name:
            self.chosen.emit(name)
            self.accept()
