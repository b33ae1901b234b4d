"""Cards that had to be cut show more of their text where their page has room for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from cjeditor.layout.looks import Shared, look_of
from cjeditor.layout.room.sheets import CARD_SCALE, HEADING_HEIGHT, IN_ROOM, Box, LaneLooks, Placed, Sheet, sheet_of
from cjeditor.model.journey_map import Lane
from cjeditor.texts import Texts

_LINES = (40, 24, 18, 14, 12, 10, 9, 8, 7, 6, 5)
"""How many lines of a card are tried, one after the other; pages are arranged with those of `IN_ROOM`."""


def grown(sheet: Sheet, lanes: Mapping[str, Lane], shared: Shared, body: Box, words: Texts) -> Sheet:
    """Return the page with as many lines of each card as it has room for; the letters stay as large as they are.

    Args:
        sheet: a page with cards in the order of their lanes.
        lanes: by id.
        shared: what cards name of the project.
        body: where the cards go.
        words: of the content's language.
    """
    for lines in _LINES:
        limits = IN_ROOM._replace(title_lines=lines, note_lines=lines)
        cards = [
            placed if look.height == placed.look.height else Placed(placed.card, placed.lane, placed.box, look)
            for placed in sheet.cards
            for look in (look_of(placed.card, shared, placed.look.width, words, limits),)
        ]
        longer = [new for new, old in zip(cards, sheet.cards, strict=True) if new is not old]
        if not longer:
            return sheet
        if all(card.look.height * CARD_SCALE <= body.height - HEADING_HEIGHT for card in longer):
            found = sheet_of(tuple(_by_lane(cards, lanes)), body)
            if found is not None:
                return found
    return sheet


def _by_lane(cards: Sequence[Placed], lanes: Mapping[str, Lane]) -> Iterator[LaneLooks]:
    for lane_id, some in groupby(cards, key=attrgetter("lane")):
        yield LaneLooks(lanes[lane_id], tuple((placed.card, placed.look) for placed in some))
