"""A dialogue that composes one PDF: what is chosen at the left, how it will look at the right, the file below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from cjeditor.texts import Texts
from cjeditor.window.file_asking import FileAsking
from cjeditor.window.fitting import scrolling

_HANDLE = 12
"""Pixels between what is chosen and how it will look; they can be dragged."""
_FROM_HANDLE = 10


class FileComposer(FileAsking):
    """The frame of such a dialogue. A subclass makes its widgets, and puts them in with `put_together`."""

    def __init__(self, title: str, path: Path, words: Texts, parent: QWidget | None = None) -> None:
        """Make an empty one.

        Args:
            title: of the dialogue.
            path: the file that is proposed.
            words: the language.
            parent: stands behind it.
        """
        super().__init__(title, words, parent)
        self._proposed = path

    def column(self, left: QWidget, of_map: QWidget) -> QVBoxLayout:
        """Return the layout of `left`, for what is chosen, with the map that it is about at its top."""
        made = QVBoxLayout(left)
        made.setContentsMargins(0, 0, _FROM_HANDLE, 0)
        made.setSpacing(10)
        head = QFormLayout()
        head.addRow(QLabel(self._words.t("Map"), self), of_map)
        made.addLayout(head)
        return made

    def put_together(self, choices: QWidget, looks: QWidget, narrowest: int = 0) -> None:
        """Lay everything out; Tab comes to the file and the buttons last.

        Args:
            choices: what is chosen, scrolled on a low screen.
            looks: how that will look.
            narrowest: pixels that the choices have at least.
        """
        self.ask_for_file(self._proposed, ".pdf", self._words.t("Create PDF"))
        area = scrolling(choices, self)
        area.setMinimumWidth(max(narrowest, area.minimumWidth()))
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.setChildrenCollapsible(False)
        middle.setHandleWidth(_HANDLE)
        middle.addWidget(area)
        middle.addWidget(looks)
        middle.setStretchFactor(1, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(10)
        bottom.addWidget(self.file_name())
        bottom.addWidget(self.target, 1)
        bottom.addWidget(self.buttons())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(middle, 1)
        whole.addWidget(self.message)
        whole.addLayout(bottom)
