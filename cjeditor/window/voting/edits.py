"""Edits of rounds of voting, each one step to be undone, with its name in the undo menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from cjeditor.document import Document
from cjeditor.model.edits import voting
from cjeditor.model.ids import new_id
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.pane_edits import PaneEdits
from cjeditor.window.workshop.times import written


class VotingEdits(PaneEdits):
    """What people do with the rounds of the map on screen."""

    def __init__(
        self,
        document: Document,
        map_id: Callable[[], str],
        now: Callable[[], datetime],
        words: Texts,
        parent: QObject,
    ) -> None:
        """Make it.

        Args:
            document: holds the rounds.
            map_id: tells the map on screen.
            now: the date and time on the wall.
            words: the language of the window.
            parent: owner.
        """
        super().__init__(document, parent)
        self._map_id = map_id
        self._now = now
        self._words = words

    def open(self, fields: dict[str, Any]) -> str:
        """Open a round; return its id, empty where that was refused."""
        round_id, at = new_id("vr"), written(self._now())

        def edit(project: Project) -> Project:
            return voting.open_round(project, self._map_id(), round_id=round_id, at=at, **fields)

        return round_id if self._apply(self._words.t("Open round of voting"), edit) else ""

    def set(self, round_id: str, **fields: Any) -> bool:
        """Give a round other values; those of one field that follow each other are one step to be undone."""

        def edit(project: Project) -> Project:
            return voting.set_round(project, self._map_id(), round_id, **fields)

        return self._apply(
            self._words.t("Change round of voting"), edit, merge=f"{round_id}.{'.'.join(sorted(fields))}"
        )

    def end_session(self) -> None:
        """End the typing: what comes next is a step to be undone of its own."""
        self._document.end_merging()

    def cast(self, round_id: str, dots: Sequence[str]) -> bool:
        """Take a ballot in."""

        def edit(project: Project) -> Project:
            return voting.add_ballot(project, self._map_id(), round_id, dots)

        return self._apply(self._words.t("Cast ballot"), edit)

    def change(self, round_id: str, position: int, dots: Sequence[str]) -> bool:
        """Put other dots on a ballot."""

        def edit(project: Project) -> Project:
            return voting.set_ballot(project, self._map_id(), round_id, position, dots)

        return self._apply(self._words.t("Change ballot"), edit)

    def take_back(self, round_id: str, position: int) -> bool:
        """Take a ballot back."""

        def edit(project: Project) -> Project:
            return voting.take_back_ballot(project, self._map_id(), round_id, position)

        return self._apply(self._words.t("Take back ballot"), edit)

    def close(self, round_id: str) -> bool:
        """Close a round: its dots are on the cards from now on."""
        at = written(self._now())

        def edit(project: Project) -> Project:
            return voting.close_round(project, self._map_id(), round_id, at=at)

        return self._apply(self._words.t("Close round of voting"), edit)

    def reopen(self, round_id: str) -> bool:
        """Open a round again: its dots are hidden."""

        def edit(project: Project) -> Project:
            return voting.reopen_round(project, self._map_id(), round_id)

        return self._apply(self._words.t("Reopen round of voting"), edit)

    def delete(self, round_id: str) -> bool:
        """Delete a round with its ballots."""

        def edit(project: Project) -> Project:
            return voting.delete_round(project, self._map_id(), round_id)

        return self._apply(self._words.t("Delete round of voting"), edit)
