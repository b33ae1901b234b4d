"""Commands that make one card of several, and several of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.merging import merge_into
from cjeditor.model.edits.joining import lines_of, split_card
from cjeditor.model.ids import new_id

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.model.project import Project


class JoinCommands:
    """Merges the chosen cards, and splits the chosen or focused one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def can_merge(self) -> bool:
        """Whether several cards of one kind are chosen."""
        cards = self._desk.arrangement.cards
        meant = self._desk.meant_cards()
        return len(meant) > 1 and len({cards[one].table for one in meant}) == 1

    def merge(self) -> None:
        """Merge the chosen cards into the focused one of them, else into the first."""
        meant, focus = self._desk.meant_cards(), self._desk.selection.focus
        if self.can_merge():
            target = focus.card if focus is not None and focus.card in meant else meant[0]
            merge_into(self._desk, target, meant)

    def can_split(self) -> bool:
        """Whether one card is meant that has several lines."""
        meant = self._desk.meant_cards()
        return len(meant) == 1 and len(lines_of(self._desk.arrangement.cards[meant[0]].record)) > 1

    def split(self) -> None:
        """Make a card of each line of the meant one's text."""
        desk = self._desk
        if not self.can_split():
            return
        (one,) = desk.meant_cards()
        made: list[str] = []

        def edit(project: Project) -> Project:
            project, made[:] = split_card(project, desk.map_id, one, new_ids=new_id)
            return project

        if desk.apply(desk.words.t("Split card"), edit):
            desk.choose_cards([one, *made])
