"""Undo and redo with the names of their steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cjeditor.document import Document
from cjeditor.texts import Texts
from cjeditor.window.action_set import ActionSet


class UndoFlow(QObject):
    """What the edit menu's first two entries do."""

    def __init__(self, document: Document, words: Texts, finish_editing: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._words = words
        self._finish_editing = finish_editing
        self._actions: ActionSet | None = None

    def follow(self, action_set: ActionSet) -> None:
        """Keep the names of the actions in step with the stack from now on."""
        self._actions = action_set
        self._document.undo_stack.indexChanged.connect(self._name_steps)
        self._name_steps()

    def undo(self) -> None:
        """Take the last step back."""
        if self._finish_editing():
            self._document.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._finish_editing():
            self._document.undo_stack.redo()

    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._document.undo_stack.canUndo()

    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._document.undo_stack.canRedo()

    def _name_steps(self) -> None:
        if self._actions is None:
            return
        stack, t = self._document.undo_stack, self._words.t
        # A step may have been done in another language than people read now.
        undo, redo = map(self._words.again, self._document.step_names())
        self._actions.rename("edit.undo", t("Undo: {step}", step=undo) if undo else t("Undo"))
        self._actions.rename("edit.redo", t("Redo: {step}", step=redo) if redo else t("Redo"))
        self._actions["edit.undo"].setEnabled(stack.canUndo())
        self._actions["edit.redo"].setEnabled(stack.canRedo())
