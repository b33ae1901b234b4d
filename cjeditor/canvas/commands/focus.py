"""Moving the focus with the keyboard, over empty cells too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.selection import Spot
from cjeditor.canvas.spots import chip_under, places_in
from cjeditor.canvas.tools.choosing import cards_between

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.model.journey_map import Lane


class FocusCommands:
    """Up and down through the cards (or chips) of a cell and on to the next lane, left and right by steps."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def move(self, across: int, down: int, *, extend: bool = False) -> None:
        """Move the focus; with `extend` also choose the cards between the anchor and it."""
        focus = self._desk.selection.focus
        if focus is None:
            return
        spot = self._beside(focus, across) if across else self._above_or_below(focus, down)
        if spot is None:
            return
        if extend:
            anchor = self._desk.selection.anchor or focus
            cards = cards_between(self._desk.arrangement, anchor, spot)
            self._desk.selection.choose("cards", cards, spot, extend=True)
            self._desk.focus_wanted.emit()
        else:
            self._desk.focus_on(spot)

    def to_step(self, by: int) -> None:
        """Go to the next (or former) step's cell in the same lane: its free place, ready for a card."""
        focus = self._desk.selection.focus
        if focus is None:
            return
        step = self._next(focus.step, by)
        if step is not None:
            self._desk.focus_on(self._place(step, focus.lane, -1))

    def go_on(self, where: str) -> None:
        """Go where writing ended to: `right` or `left`."""
        self.to_step(1 if where == "right" else -1)

    def to_end(self, last: bool) -> None:
        """Go to the first or last step of the lane."""
        focus, columns = self._desk.selection.focus, self._desk.arrangement.columns
        if focus is not None and columns:
            step = columns[-1 if last else 0].step.id
            self._desk.focus_on(self._place(step, focus.lane, 0))

    def to_corner(self, last: bool) -> None:
        """Go to the first card of the map's first cell, or to the last card of its last one."""
        columns = self._desk.arrangement.columns
        lanes = self._lanes()
        if self._desk.selection.focus is not None and columns and lanes:
            end = -1 if last else 0
            self._desk.focus_on(self._place(columns[end].step.id, lanes[end], end))

    def _next(self, step: str, by: int) -> str | None:
        """Return the step beside one; a collapsed phase is a single place, however many steps it has."""
        columns = self._desk.arrangement.columns
        at = next(i for i, column in enumerate(columns) if column.step.id == step)
        here = columns[at]
        at += by
        while 0 <= at < len(columns) and here.folded and columns[at].phase is here.phase:
            at += by
        return columns[at].step.id if 0 <= at < len(columns) else None

    def _lanes(self) -> list[str]:
        """Return the lanes that hold cards: in a curve or a line keys have nothing to act on."""
        return [box.lane.id for box in self._desk.arrangement.lanes if box.lane.holds]

    def _places(self, step: str, lane: str) -> tuple[Spot, ...]:
        return places_in(self._desk.arrangement, step, lane)

    def _place(self, step: str, lane: str, end: int) -> Spot:
        """Return the first (0) or last (−1) place of a cell, or the empty cell."""
        places = self._places(step, lane)
        return places[end] if places else Spot(step, lane)

    def _top(self, spot: Spot) -> float | None:
        """Return the upper edge of the card or chip at a place."""
        arrangement = self._desk.arrangement
        found = chip_under(arrangement, spot) or arrangement.cards.get(spot.card)
        return None if found is None else found.y

    def _beside(self, focus: Spot, across: int) -> Spot | None:
        """Return the place in the next column at the same height."""
        step = self._next(focus.step, across)
        if step is None:
            return None
        places = self._places(step, focus.lane)
        if not places:
            return Spot(step, focus.lane)
        height = self._top(focus)
        if height is None:
            # From a free place to the last card, from an empty cell to the first one.
            return places[-1 if self._places(focus.step, focus.lane) else 0]
        return min(places, key=lambda place: abs((self._top(place) or 0.0) - height))

    def _above_or_below(self, focus: Spot, down: int) -> Spot | None:
        places = self._places(focus.step, focus.lane)
        at = places.index(focus) + down if focus in places else (len(places) if down > 0 else len(places) - 1)
        if 0 <= at < len(places):
            return places[at]
        rows = [box.lane for box in self._desk.arrangement.lanes]
        at = next(i for i, lane in enumerate(rows) if lane.id == focus.lane)
        ahead = rows[at + 1 :] if down > 0 else rows[:at][::-1]
        lane = next((lane.id for lane in ahead if _takes_keys(lane) or self._places(focus.step, lane.id)), None)
        return None if lane is None else self._place(focus.step, lane, 0 if down > 0 else -1)


def _takes_keys(lane: Lane) -> bool:
    """Whether keys have something to act on in a lane: cards, or a step's duration."""
    return bool(lane.holds) or lane.kind == "time"
