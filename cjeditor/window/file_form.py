"""What all plain dialogues for one file are: a form that asks for the file first, and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.file_asking import FileAsking


class FileForm(FileAsking):
    """A form with a row for the file. Subclasses add rows, look at them, and say what is wanted.

    A subclass calls `add_file_row`, adds its own rows to `form`, and ends with `furnish`.
    """

    def __init__(
        self, title: str, path: Path, suffix: str, create: str, words: Texts, parent: QWidget | None = None
    ) -> None:
        """Make an empty form.

        Args:
            title: of the dialogue.
            path: the file that is proposed.
            suffix: what it ends in, with its dot.
            create: what the button says that writes it.
            words: the language.
            parent: stands behind it.
        """
        super().__init__(title, words, parent)
        self.ask_for_file(path, suffix, create)
        self.setMinimumWidth(560)
        self.form = QFormLayout()
        self.form.setSpacing(10)

    def show_problem(self, text: str) -> None:
        """Say why this cannot be written; the dialogue stays open."""
        super().show_problem(text)
        layout = self.layout()
        if text and layout is not None:
            # The window grows for the new lines: a layout would take their room from the others.
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def add_file_row(self) -> None:
        """Add the row for the file."""
        self.form.addRow(self.file_name(), self.target)

    def furnish(self) -> None:
        """Lay everything out, once all rows are there."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(self.form)
        layout.addWidget(self.message)
        layout.addWidget(self.buttons())
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
