"""Commands on whatever is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjeditor.canvas.commands.cards import CardCommands
    from cjeditor.canvas.commands.lanes import LaneCommands
    from cjeditor.canvas.commands.links import LinkCommands
    from cjeditor.canvas.commands.phases import PhaseCommands
    from cjeditor.canvas.commands.steps import StepCommands
    from cjeditor.canvas.desk import Desk


class PickingCommands:
    """Choosing, and what means cards, phases, steps, lanes or links according to what is chosen."""

    def __init__(
        self,
        desk: Desk,
        cards: CardCommands,
        phases: PhaseCommands,
        steps: StepCommands,
        lanes: LaneCommands,
        links: LinkCommands,
    ) -> None:
        self._desk = desk
        self._cards = cards
        self._links = links
        self._parts: dict[str, PhaseCommands | StepCommands | LaneCommands] = {
            "phases": phases,
            "steps": steps,
            "lanes": lanes,
        }

    def select_all(self) -> None:
        """Choose all cards."""
        self._desk.selection.choose("cards", self._desk.arrangement.cards.keys() - {self._desk.coming})

    def can_deselect(self) -> bool:
        """Whether anything is chosen."""
        return bool(self._desk.selection.ids)

    def deselect(self) -> None:
        """Choose nothing."""
        self._desk.selection.clear()

    def can_delete(self) -> bool:
        """Whether what is chosen can be deleted."""
        return self._meant().can_delete()

    def delete(self) -> None:
        """Delete what is chosen."""
        self._meant().delete()

    def can_rename(self) -> bool:
        """Whether what is chosen has a text to write."""
        if self._desk.selection.kind == "links":
            return self._links.can_rename()
        return self._desk.selection.kind in self._parts or self._cards.can_edit()

    def rename(self) -> None:
        """Write the text or name of what is chosen; in a free place, a new card."""
        kind = self._desk.selection.kind
        if kind in self._parts:
            self._parts[kind].rename()
        elif kind == "links":
            self._links.rename()
        elif self._cards.can_edit():
            self._cards.edit()

    def _meant(self) -> CardCommands | PhaseCommands | StepCommands | LaneCommands | LinkCommands:
        kind = self._desk.selection.kind
        return self._links if kind == "links" else self._parts.get(kind, self._cards)
