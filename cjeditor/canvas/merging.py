"""Cards merged into another one, by a drop or by a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.model.edits.joining import left_out, merge_cards
from cjeditor.model.lookup import find_card
from cjeditor.wording import field_name

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection

    from cjeditor.canvas.desk import Desk
    from cjeditor.model.project import Project
    from cjeditor.texts import Texts


def merge_into(desk: Desk, target: str, others: Collection[str]) -> None:
    """Merge these cards into the one of the id `target` and choose it; where that is refused, say so."""

    def edit(project: Project) -> Project:
        return merge_cards(project, desk.map_id, target, others)

    before = desk.map
    parts = [found for one in {*others} - {target} if (found := find_card(before, one)) is not None]
    if desk.apply(desk.words.tn("Merge card", "Merge {n} cards", len(parts) + 1), edit):
        desk.choose_cards([target])
        merged = find_card(desk.map, target)
        if merged is not None:
            desk.hint.emit(_said(merged.number, left_out(merged, parts), len(parts) + 1, desk.words))


def _said(number: int, lost: Counter[str], count: int, words: Texts) -> str:
    """Return what became of the cards, and what the one that stays could not take over."""
    said = words.t("{n} cards are now card {number}; their texts and votes are together.", n=count, number=str(number))
    if not lost:
        return said
    named = ", ".join(f"{field_name(name, words)} ({words.number(times)}×)" for name, times in lost.items())
    return words.t(
        "{what} Left out, since a card has only one: {fields}. Undo brings them back.", what=said, fields=named
    )
