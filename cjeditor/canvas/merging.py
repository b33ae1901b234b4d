"""Cards merged into another one, by a drop or by a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.model.edits.joining import merge_cards

if TYPE_CHECKING:
    from collections.abc import Collection

    from cjeditor.canvas.desk import Desk
    from cjeditor.model.project import Project


def merge_into(desk: Desk, target: str, others: Collection[str]) -> None:
    """Merge these cards into the one of the id `target` and choose it; where that is refused, say so."""

    def edit(project: Project) -> Project:
        return merge_cards(project, desk.map_id, target, others)

    count = len({*others, target})
    if desk.apply(desk.words.tn("Merge card", "Merge {n} cards", count), edit):
        desk.choose_cards([target])
