"""Commands of the trace on the map: the note that a pain point or a “how might we” leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.selection import Spot
from cjeditor.model.cards import Note
from cjeditor.model.edits.tracing import NOTE_AFTER, place_of_next
from cjeditor.model.lookup import find_card

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.writer import Writer
    from cjeditor.model.cards import Card


class TraceCommands:
    """Makes the next note of the trace from the one that is meant."""

    def __init__(self, desk: Desk, writer: Writer) -> None:
        self._desk = desk
        self._writer = writer

    def meant(self) -> Card | None:
        """Return the one card that is meant, being written or chosen; None for none or several."""
        some = self._desk.meant_cards()
        return find_card(self._desk.map, some[0]) if len(some) == 1 else None

    def can_go_on(self) -> bool:
        """Whether the card that is meant leads to another note."""
        card = self.meant()
        return isinstance(card, Note) and card.kind in NOTE_AFTER

    def go_on(self) -> None:
        """Write the note that the meant card leads to: it is there with its first letter, and knows what it is from."""
        card = self.meant()
        if not isinstance(card, Note) or card.kind not in NOTE_AFTER:
            return
        place = place_of_next(self._desk.map, card)
        above = card.id if place.lane == card.lane else ""
        self._writer.new(Spot(place.step, place.lane, above), place.kind, comes_from=card.id)
