"""What splits have in common: a new step that takes some of another's cards."""

from __future__ import annotations

from collections.abc import Collection

from cjeditor.model import table
from cjeditor.model.cards import Card
from cjeditor.model.edits.cards import with_cards
from cjeditor.model.journey_map import JourneyMap, Step
from cjeditor.model.lookup import card
from cjeditor.model.problem import refused
from cjeditor.model.replace import replace


def with_cards_split_off(journey_map: JourneyMap, source: Step, new: Step, moved: Collection[str]) -> JourneyMap:
    """The map with step `new`, to which these cards of `source` go; they keep lane and order.

    Raises EditRefused: `unknown-id`, `not-here` for a card that does not lie in `source`.
    """
    going: list[Card] = []
    for each in moved:
        found = card(journey_map, each)
        if found.step != source.id:
            raise refused("not-here", each, number=found.number)
        going.append(replace(found, step=new.id))
    return with_cards(replace(journey_map, steps=table.put(journey_map.steps, (new,))), going)
