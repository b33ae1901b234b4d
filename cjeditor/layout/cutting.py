"""Which texts the map cuts off, on screen as on paper."""

from __future__ import annotations

from cjeditor.layout.breaking import break_lines
from cjeditor.layout.draw_card import note_room, title_room
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import CARD_GAP, CELL_MARGIN, ON_MAP, SECOND_COLUMN_FROM, TITLE_SIZE
from cjeditor.layout.primitives import Face
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.fields import Language

_SHORT = 400
"""Letters up to which a text is measured as a whole."""
_KEPT = 20_000
"""Cards whose result is kept; then all are forgotten."""


class Cutting:
    """Knows what is cut off in the language that a map is printed in, by whose rules words are hyphenated."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._known: dict[str, tuple[Card, float, bool, int]] = {}

    def lines_left(self, card: Card, step_width: float, alone: bool) -> int:
        """Return how many lines of a card's text the map shows where it does not show all; 0 where it does.

        Args:
            card: a touchpoint, of which the title counts, or a note other than a picture.
            step_width: of the step in which it lies, in layout pixels.
            alone: whether it is the only card of its cell; others stand beside it in a wide step.
        """
        known = self._known.get(card.id)
        if known is not None and known[0] is card and known[1:3] == (step_width, alone):
            return known[3]
        lines = self._lines_left(card, card_width(step_width, 1 if alone else 2))
        if len(self._known) >= _KEPT:
            self._known.clear()
        self._known[card.id] = (card, step_width, alone, lines)
        return lines

    def _lines_left(self, card: Card, width: float) -> int:
        if isinstance(card, Touchpoint):
            text, most, room = card.title, ON_MAP.title_lines, title_room(width)
            face: Face = "medium"
        else:
            text, most, room, face = card.text, ON_MAP.note_lines, note_room(card.number, width), "regular"
        # Two lines that follow each other are wider together than one: such a short text needs no breaking.
        if "\n" not in text and len(text) < _SHORT and text_width(text, face, TITLE_SIZE) <= (most + 1) // 2 * room:
            return 0
        lines = break_lines(text, face, TITLE_SIZE, room, max_lines=most + 1, language=self.language)
        return most if len(lines) > most else 0


def card_width(step_width: float, cards: int) -> float:
    """Return how wide cards are in a step of this width, so many of them in one cell."""
    beside = max(1, int(step_width // SECOND_COLUMN_FROM)) if cards > 1 else 1
    return (step_width - 2 * CELL_MARGIN - (beside - 1) * CARD_GAP) / beside
