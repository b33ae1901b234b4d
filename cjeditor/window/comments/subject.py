"""What a new comment would be about."""

from __future__ import annotations

from cjeditor.canvas.selection import Selection
from cjeditor.model.journey_map import JourneyMap


def chosen_subject(journey: JourneyMap, selection: Selection) -> str:
    """Return the id of what is chosen and can be commented on: the focused card first; else the map's own."""
    focus = selection.focus
    if selection.kind in ("phases", "steps", "lanes"):
        return min(selection.ids)
    if focus is not None and focus.card and (selection.kind == "" or focus.card in selection.ids):
        return focus.card
    cards = selection.of("cards")
    return min(cards) if cards else journey.id
