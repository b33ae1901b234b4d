"""How writing begins on the canvas: by a letter typed, or by a double click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.hits import Hit
    from cjeditor.canvas.invitation import Invitation
    from cjeditor.canvas.writer import Writer


class Beginning(QObject):
    """Finds out what is to be written and opens the field for it."""

    def __init__(self, desk: Desk, writer: Writer, invitation: Invitation, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._writer = writer
        self._invitation = invitation

    def by_letter(self) -> None:
        """A letter was typed: start a card, on an empty map with the phase and lane that it needs."""
        if self._desk.selection.focus is None:
            self._invitation.begin_map(self._desk)
        self._writer.new_here()

    def by_double_click(self, hit: Hit) -> None:
        """Write what was double-clicked."""
        writer = self._writer
        if hit.kind in ("card", "point", "feeling"):
            writer.card(hit.id)
        elif hit.kind == "cell" and hit.spot is not None:
            writer.new(hit.spot)
        elif hit.kind == "nothing" and self._desk.selection.focus is None:
            self._by_invitation()
        elif hit.kind in ("phase", "step", "lane", "link"):
            {"phase": writer.phase, "step": writer.step, "lane": writer.lane, "link": writer.link}[hit.kind](hit.id)

    def _by_invitation(self) -> None:
        """Where only phases are missing, their first is named, not a card begun."""
        arrangement = self._desk.arrangement
        if arrangement.columns or not arrangement.lanes:
            self.by_letter()
            return
        self._invitation.begin_map(self._desk)
        self._writer.phase(self._desk.arrangement.phases[0].phase.id)
