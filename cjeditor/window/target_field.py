"""The field for the file to write: its path, and a button that leads to the system's dialogue."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from cjeditor.texts import Texts
from cjeditor.window import file_dialogs


class TargetField(QWidget):
    """A path that ends in a suffix.

    Signals:
        changed(): another path is in the field.
    """

    changed = Signal()

    def __init__(self, path: Path, suffix: str, title: str, words: Texts, parent: QWidget) -> None:
        """Show a path.

        Args:
            path: what is proposed.
            suffix: what the file ends in, with its dot.
            title: of the dialogue for choosing.
            words: the language.
            parent: what it stands in.
        """
        super().__init__(parent)
        self._title = title
        self._suffix = suffix
        self.edit = QLineEdit(str(path), self)
        self.edit.setObjectName("file")
        self.edit.setAccessibleName(words.t("File"))
        self.button = QPushButton(words.t("Choose…"), self)
        self.button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self.changed)
        self.button.clicked.connect(self._choose)

    def is_named(self) -> bool:
        """Return whether there is a name."""
        return bool(self.edit.text().strip())

    def path(self) -> Path:
        """Return the file, with the suffix of what it will hold."""
        path = Path(self.edit.text().strip())
        return path if path.suffix.lower() == self._suffix else path.with_name(f"{path.name}{self._suffix}")

    def _choose(self) -> None:
        shown = f"{self._suffix.removeprefix('.').upper()} (*{self._suffix})"
        path = self.path()
        dialog = file_dialogs.to_export(self, path.parent, title=self._title, suggested=path.name, filters=[shown])
        dialog.setDefaultSuffix(self._suffix.removeprefix("."))
        dialog.fileSelected.connect(self.edit.setText)
        dialog.open()
