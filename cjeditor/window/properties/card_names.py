"""Cards by number and title: how they are called in forms, and which one somebody means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards, in_journey_order
from cjeditor.wording import plain

_LONGEST = 60
_NUMBER = re.compile(r"\s*(\d{1,8})(?!\S)")


def card_name(card: Card) -> str:
    """Return a card's number and the beginning of its text, in one line."""
    text = card.title if isinstance(card, Touchpoint) else card.text
    short = plain(text, _LONGEST)
    return f"{card.number} {short}" if short else str(card.number)


def card_names(journey_map: JourneyMap) -> Sequence[str]:
    """Return the names of all cards along the journey."""
    return [card_name(one) for one in in_journey_order(journey_map, cards(journey_map))]


def meant_card(journey_map: JourneyMap, typed: str) -> Card | None:
    """Return the card that begins with the typed number, else the only one whose text has what was typed in it."""
    number = _NUMBER.match(typed)
    if number is not None:
        return next((one for one in cards(journey_map) if one.number == int(number[1])), None)
    wanted = " ".join(typed.split()).casefold()
    if not wanted:
        return None
    found = [one for one in cards(journey_map) if wanted in card_name(one).casefold()]
    return found[0] if len(found) == 1 else None
