"""Edits that a pane asks for: one step of the document each, or a refusal that the window says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from cjeditor.document import Document
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project


class PaneEdits(QObject):
    """What people do with one kind of record; kinds of it have a method for each thing that can be done.

    Signals:
        refused(Problem): an edit was refused; nothing happened.
    """

    refused = Signal(object)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document

    def _apply(self, label: str, edit: Callable[[Project], Project], *, merge: str = "") -> bool:
        """Apply an edit, as `Document.apply` does; return whether it was accepted."""
        try:
            self._document.apply(label, edit, merge=merge)
        except EditRefused as refused:
            self.refused.emit(refused.problem)
            return False
        return True
