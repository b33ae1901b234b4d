"""A dialogue that composes one PDF: what is chosen and how it will look above, the file and what makes it below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cjeditor.texts import Texts
from cjeditor.window.plain import label
from cjeditor.window.target_field import TargetField


class FileComposer(QDialog):
    """The frame of such a dialogue. A subclass makes its widgets, and puts them in with `put_together`."""

    def __init__(self, title: str, path: Path, words: Texts, parent: QWidget | None = None) -> None:
        """Make an empty one.

        Args:
            title: of the dialogue.
            path: the file that is proposed.
            words: the language.
            parent: stands behind it.
        """
        super().__init__(parent)
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._proposed = path

    def path(self) -> Path:
        """Return the file, with the suffix of what it will hold."""
        return self.target.path()

    def show_problem(self, text: str) -> None:
        """Say why this cannot be written; the dialogue stays open."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def confirm(self) -> None:
        """Say what is wanted."""
        raise NotImplementedError

    def put_together(self, middle: QWidget) -> None:
        """Lay everything out: `middle` above, the file and the buttons below it, where Tab comes to them last."""
        self.target = TargetField(self._proposed, ".pdf", self.windowTitle(), self._words, self)
        self.file = self.target.edit
        self.message = label("", self)
        self.message.setObjectName("message")
        self.message.hide()
        self._create = QPushButton(self._words.t("Create PDF"), self)
        name = label(self._words.t("File"), self)
        name.setBuddy(self.file)
        bottom = QHBoxLayout()
        bottom.setSpacing(10)
        bottom.addWidget(name)
        bottom.addWidget(self.target, 1)
        bottom.addWidget(self._buttons())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(middle, 1)
        whole.addWidget(self.message)
        whole.addLayout(bottom)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._create.setDefault(True)
        buttons.addButton(self._create, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.confirm)
        buttons.rejected.connect(self.reject)
        return buttons
