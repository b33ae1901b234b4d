"""Choosing with the mouse: plain click, Ctrl, Shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjeditor.canvas.selection import Kind, Spot

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.hits import Hit
    from cjeditor.layout.arrangement import Arrangement

_KINDS: dict[str, Kind] = {
    "card": "cards",
    "point": "cards",
    "feeling": "cards",
    "link": "links",
    "phase": "phases",
    "phase-fold": "phases",
    "step": "steps",
    "step-edge": "steps",
    "lane": "lanes",
    "lane-fold": "lanes",
    "lane-edge": "lanes",
}


def choose_by_press(desk: Desk, hit: Hit, modifiers: Qt.KeyboardModifier) -> bool:
    """Choose what was pressed, unless it is part of a selection that may be about to be dragged.

    Returns:
        Whether `choose_by_click` has to decide at the release.
    """
    kind = _KINDS.get(hit.kind)
    if kind is None:
        return True
    adds = Qt.KeyboardModifier.ControlModifier
    if kind == "links":
        adds |= Qt.KeyboardModifier.ShiftModifier  # links have no order to extend along
    elif modifiers & Qt.KeyboardModifier.ShiftModifier:
        extend_to(desk, kind, hit)
        return False
    chosen = hit.id in desk.selection.of(kind)
    if modifiers & adds:
        if not chosen:
            desk.selection.toggle(kind, hit.id, _spot(desk, hit))
        return chosen
    if not chosen:
        desk.selection.choose(kind, [hit.id], _spot(desk, hit))
    return chosen


def choose_by_click(desk: Desk, hit: Hit, modifiers: Qt.KeyboardModifier) -> None:
    """The button went up where it went down: what the press left open is decided."""
    kind = _KINDS.get(hit.kind)
    keeps = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    if hit.kind == "chip":
        _choose_chip(desk, hit, keeps=bool(keeps))
    elif kind is None:
        if not keeps:
            if hit.spot is not None:
                desk.selection.put_focus(hit.spot)
            else:
                desk.selection.clear()
    elif keeps:
        desk.selection.toggle(kind, hit.id, _spot(desk, hit))
    else:
        desk.selection.choose(kind, [hit.id], _spot(desk, hit))


def _choose_chip(desk: Desk, hit: Hit, *, keeps: bool) -> None:
    """Choose the touchpoints behind a chip of a channels lane, or with `keeps` add them to the chosen ones."""
    route = None if hit.spot is None else desk.arrangement.route_of(hit.spot.lane)
    chip = None if route is None or hit.spot is None else route.chip_of(hit.spot.step, hit.id)
    if chip is None:
        return
    behind = frozenset(chip.touchpoints)
    before = desk.selection.of("cards") if keeps else frozenset()
    wanted = before - behind if behind <= before else before | behind
    desk.selection.choose("cards", wanted, desk.spot_of(chip.touchpoints[0]))


def extend_to(desk: Desk, kind: Kind, hit: Hit) -> None:
    """Choose everything between the anchor and the thing that was hit."""
    selection, arrangement = desk.selection, desk.arrangement
    if kind == "cards" and hit.spot is not None:
        anchor = selection.anchor or hit.spot
        selection.choose("cards", cards_between(arrangement, anchor, hit.spot), hit.spot, extend=True)
        return
    order = _order(arrangement, kind)
    places = [order.index(one) for one in selection.of(kind) if one in order] or [order.index(hit.id)]
    first = min(*places, order.index(hit.id)) if len(places) > 1 else min(places[0], order.index(hit.id))
    last = max(*places, order.index(hit.id)) if len(places) > 1 else max(places[0], order.index(hit.id))
    selection.choose(kind, order[first : last + 1], _spot(desk, hit), extend=True)


def cards_between(arrangement: Arrangement, one: Spot, other: Spot) -> list[str]:
    """Return the cards of the block of cells between two places; within one cell, those between two cards."""
    if (one.step, one.lane) == (other.step, other.lane) and one.card and other.card:
        ids = [box.id for box in arrangement.cells.get((one.step, one.lane), ())]
        if one.card in ids and other.card in ids:
            first, last = sorted((ids.index(one.card), ids.index(other.card)))
            return ids[first : last + 1]
    steps = [column.step.id for column in arrangement.columns]
    lanes = [box.lane.id for box in arrangement.lanes]
    left, right = sorted((steps.index(one.step), steps.index(other.step)))
    top, bottom = sorted((lanes.index(one.lane), lanes.index(other.lane)))
    return [
        box.id
        for step in steps[left : right + 1]
        for lane in lanes[top : bottom + 1]
        for box in arrangement.cells.get((step, lane), ())
    ]


def _order(arrangement: Arrangement, kind: Kind) -> list[str]:
    if kind == "phases":
        return [box.phase.id for box in arrangement.phases]
    if kind == "steps":
        return [column.step.id for column in arrangement.columns]
    return [box.lane.id for box in arrangement.lanes]


def _spot(desk: Desk, hit: Hit) -> Spot | None:
    """Return the focus that goes with what was hit: a header takes it into its own column or row."""
    if hit.spot is not None:
        return hit.spot
    focus, arrangement = desk.selection.focus, desk.arrangement
    if focus is None:
        return None
    if hit.kind in ("lane", "lane-fold", "lane-edge"):
        return Spot(focus.step, hit.id)
    if hit.kind in ("step", "step-edge"):
        return Spot(hit.id, focus.lane)
    phase = next((box for box in arrangement.phases if box.phase.id == hit.id), None)
    return focus if phase is None else Spot(arrangement.columns[phase.first_column].step.id, focus.lane)
