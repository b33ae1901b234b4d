"""Going from a pane to what something there is about: a card, phase, step or lane of the map on screen."""

from __future__ import annotations

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.selection import Kind
from cjeditor.model.lookup import find_card, map_of

_KINDS: dict[str, Kind] = {"ph": "phases", "st": "steps", "ln": "lanes"}


def go_to(canvas: MapCanvas, about: str) -> bool:
    """Show and choose the thing of that id, unfolding what hides it; whether it is on the map."""
    desk = canvas.desk
    journey_map = map_of(desk.document.project, canvas.map_id)
    card = find_card(journey_map, about)
    if card is not None:
        desk.uncover(card.step, card.lane)
        desk.focus_on(desk.spot_of(about))
        return True
    kind = _KINDS.get(about.partition("_")[0])
    if kind is None or all(each.id != about for each in getattr(journey_map, kind)):
        return False
    desk.show(kind, [about], None)
    return True
