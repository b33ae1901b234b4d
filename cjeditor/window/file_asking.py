"""What all dialogues are that ask for a file: its field, what is wrong with it, and the button that writes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QWidget

from cjeditor.texts import Texts
from cjeditor.window.plain import label
from cjeditor.window.target_field import TargetField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FileAsking(QDialog):
    """Such a dialogue; a subclass lays it out.

    Enter in a field takes what is typed, and that is all; in the name of the file it writes the file.

    Signals:
        wanted(Path, object): this file should be written as these options say.
    """

    wanted = Signal(object, object)

    def __init__(self, title: str, words: Texts, parent: QWidget | None = None) -> None:
        """Make an empty dialogue: its title, the language, and what stands behind it."""
        super().__init__(parent)
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)

    def ask_for_file(self, path: Path, suffix: str, create: str) -> None:
        """Make the widgets for the file; Tab comes to them behind those that were made before.

        Args:
            path: the file that is proposed.
            suffix: what it ends in, with its dot.
            create: what the button says that writes it.
        """
        self.target = TargetField(path, suffix, self.windowTitle(), self._words, self)
        self.file = self.target.edit
        self.message = label("", self)
        self.message.setObjectName("message")
        self.message.hide()
        self._create = QPushButton(create, self)
        self._create.setObjectName("create")

    def path(self) -> Path:
        """Return the file, with the suffix of what it will hold."""
        return self.target.path()

    def show_problem(self, text: str) -> None:
        """Say why this cannot be written; the dialogue stays open."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def options(self) -> object:
        """Return what is wished for, but for the file."""
        raise NotImplementedError

    def confirm(self) -> None:
        """Ask for the file."""
        self.wanted.emit(self.path(), self.options())

    def file_name(self) -> QLabel:
        """Return the name of the field for the file."""
        made = label(self._words.t("File"), self)
        made.setBuddy(self.file)
        return made

    def buttons(self) -> QDialogButtonBox:
        """Return the buttons, with the one that writes the file as what Enter presses where nothing is typed."""
        made = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._create.setDefault(True)
        made.addButton(self._create, QDialogButtonBox.ButtonRole.AcceptRole)
        made.accepted.connect(self.confirm)
        made.rejected.connect(self.reject)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter in a field from the button, but for the file's name, the last field of all."""
        field = self.focusWidget()
        is_enter = event.key() in _ENTER and field is not self.file
        if is_enter and isinstance(field, (QAbstractSpinBox, QLineEdit)):
            event.accept()
            field.selectAll()
        else:
            super().keyPressEvent(event)
