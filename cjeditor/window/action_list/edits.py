"""Edits of actions, each one step to be undone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QObject

from cjeditor.document import Document
from cjeditor.model.edits.actions import add_action, add_action_for, delete_actions, set_actions, set_mix_model
from cjeditor.model.fields import MixModel
from cjeditor.model.ids import PROJECT_PREFIXES, new_id
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.pane_edits import PaneEdits
from cjeditor.wording import sentence


class ActionEdits(PaneEdits):
    """What people do with actions.

    Attributes:
        reason: why what was written last was not taken; empty when it was.
    """

    def __init__(self, document: Document, words: Texts, parent: QObject) -> None:
        super().__init__(document, parent)
        self._words = words
        self.reason = ""

    def why(self) -> str:
        """Return why what was written last was not taken; nothing when it was."""
        return self.reason

    def add(self, map_id: str, cards: Collection[str], owner: str = "") -> str:
        """Add an action for cards of a map, or for none; return its id, empty where it was refused."""
        made, title = new_id(PROJECT_PREFIXES["actions"]), self._words.t("New action")

        def edit(project: Project) -> Project:
            if not cards:
                return add_action(project, action_id=made, title=title, owner=owner)
            return add_action_for(project, map_id, cards, action_id=made, otherwise=title)

        return made if self._apply(self._words.t("Add action"), edit) else ""

    def write(self, action_id: str, **fields: Any) -> bool:
        """Give an action other values; where they are refused, `reason` says why instead of the window."""

        def edit(project: Project) -> Project:
            return set_actions(project, [action_id], **fields)

        self.reason = ""
        try:
            self._document.apply(self._words.t("Change action"), edit)
        except EditRefused as refused:
            self.reason = sentence(refused.problem, self._words)
            return False
        return True

    def set(self, ids: Collection[str], *, fields: Mapping[str, Any], merge: str = "") -> bool:
        """Give actions other values."""

        def edit(project: Project) -> Project:
            return set_actions(project, ids, **fields)

        return self._apply(self._words.tn("Change action", "Change {n} actions", len(ids)), edit, merge=merge)

    def delete(self, ids: Collection[str]) -> None:
        """Delete actions."""

        def edit(project: Project) -> Project:
            return delete_actions(project, ids)

        self._apply(self._words.tn("Delete action", "Delete {n} actions", len(ids)), edit)

    def set_mix_model(self, model: MixModel) -> None:
        """Use another model of the marketing mix; tags become the parts that answer them there."""

        def edit(project: Project) -> Project:
            return set_mix_model(project, model)

        self._apply(self._words.t("Choose marketing mix"), edit)
