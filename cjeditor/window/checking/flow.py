"""The rules of the journey check from the menu or its pane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cjeditor.document import Document
from cjeditor.texts import Texts


class CheckFlow(QObject):
    """Opens the dialogue of rules.

    Signals:
        refused(Problem): an edit was refused.
    """

    refused = Signal(object)

    def __init__(
        self, document: Document, words: Texts, finish_editing: Callable[[], bool], window: QWidget, parent: QObject
    ) -> None:
        """Make it.

        Args:
            document: the project.
            words: the language.
            finish_editing: keeps what is being written; False where that was refused.
            window: stands behind the dialogue.
            parent: owns it.
        """
        super().__init__(parent)
        self._document = document
        self._words = words
        self._finish_editing = finish_editing
        self._window = window

    def choose_rules(self) -> None:
        """Show the rules."""
        # Imported here: most people never open it.
        from cjeditor.window.checking.check_edits import CheckEdits  # noqa: PLC0415
        from cjeditor.window.checking.rules_dialog import RulesDialog  # noqa: PLC0415

        if self._finish_editing():
            dialog = RulesDialog(self._document.project, self._words, self._window)
            edits = CheckEdits(self._document, self._words, dialog)
            edits.refused.connect(self.refused)
            dialog.chosen.connect(edits.choose)
            dialog.open()
