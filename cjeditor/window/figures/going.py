"""From a figure to the map: what a chart's spot stands for is chosen there and brought into view."""

from __future__ import annotations

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.selection import Kind, Spot
from cjeditor.model.edits.drop_offs import carrier_of
from cjeditor.model.lookup import card as card_of
from cjeditor.model.lookup import find_card, steps_of
from cjeditor.model.table import find


def go_to(canvas: MapCanvas, record: str) -> bool:
    """Choose a card, link, phase, step or lane of the map on screen by its id, or the cards that an action is for.

    Of a drop-off point what carries it is chosen. All is brought into view; the focus of the keyboard stays where it
    is.

    Returns:
        False where the map has no such record (any more).
    """
    desk = canvas.desk
    journey = desk.map
    carrier = carrier_of(journey, record)
    if carrier is not None:
        record = carrier.id
    card = find_card(journey, record)
    focus = desk.selection.focus
    canvas.trail.keep()
    if card is not None:
        desk.uncover(card.step, card.lane)
        desk.focus_on(desk.spot_of(record))
        return True
    link = find(journey.links, record)
    if link is not None:
        source = card_of(journey, link.source)
        desk.uncover(source.step, source.lane)
        desk.selection.choose("links", [record], desk.spot_of(source.id))
        desk.choice_wanted.emit()
        return True
    action = find(desk.document.project.actions, record)
    if action is not None:
        here = [one for one in action.cards if one in desk.arrangement.cards]
        desk.choose_cards(here)
        return bool(here)
    tables: tuple[tuple[Kind, bool], ...] = (
        ("phases", find(journey.phases, record) is not None),
        ("steps", find(journey.steps, record) is not None),
        ("lanes", find(journey.lanes, record) is not None),
    )
    kind = next((name for name, there in tables if there), None)
    if kind is None:
        return False
    if focus is not None:
        step = steps_of(journey, record)[0].id if kind == "phases" else record if kind == "steps" else focus.step
        focus = Spot(step, record if kind == "lanes" else focus.lane)
    desk.show(kind, [record], focus)
    return True
