"""Moving the focus with the keyboard, over empty cells too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.selection import Spot
from cjeditor.canvas.tools.choosing import cards_between

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.layout.arrangement import CardBox


class FocusCommands:
    """Up and down through the cards of a cell and on to the next lane, left and right by steps."""

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
        steps = [column.step.id for column in self._desk.arrangement.columns]
        at = steps.index(focus.step) + by
        if 0 <= at < len(steps):
            cell = self._cell(steps[at], focus.lane)
            self._desk.focus_on(Spot(steps[at], focus.lane, cell[-1].id if cell else ""))

    def to_end(self, last: bool) -> None:
        """Go to the first or last step of the lane."""
        focus, columns = self._desk.selection.focus, self._desk.arrangement.columns
        if focus is not None and columns:
            step = columns[-1 if last else 0].step.id
            cell = self._cell(step, focus.lane)
            self._desk.focus_on(Spot(step, focus.lane, cell[0].id if cell else ""))

    def to_corner(self, last: bool) -> None:
        """Go to the first card of the map's first cell, or to the last card of its last one."""
        columns = self._desk.arrangement.columns
        lanes = self._lanes()
        if self._desk.selection.focus is not None and columns and lanes:
            end = -1 if last else 0
            step, lane = columns[end].step.id, lanes[end]
            cell = self._cell(step, lane)
            self._desk.focus_on(Spot(step, lane, cell[end].id if cell else ""))

    def _lanes(self) -> list[str]:
        """Return the lanes that hold cards: in a curve or a line keys have nothing to act on."""
        return [box.lane.id for box in self._desk.arrangement.lanes if box.lane.holds]

    def _cell(self, step: str, lane: str) -> tuple[CardBox, ...]:
        return self._desk.arrangement.cells.get((step, lane), ())

    def _beside(self, focus: Spot, across: int) -> Spot | None:
        """Return the place in the next column at the same height."""
        columns = [column.step.id for column in self._desk.arrangement.columns]
        at = columns.index(focus.step) + across
        if not 0 <= at < len(columns):
            return None
        cell = self._cell(columns[at], focus.lane)
        if not cell:
            return Spot(columns[at], focus.lane)
        box = self._desk.arrangement.cards.get(focus.card)
        height = cell[-1].y if box is None and self._cell(focus.step, focus.lane) else cell[0].y
        if box is not None:
            height = box.y
        nearest = min(cell, key=lambda other: abs(other.y - height))
        return Spot(columns[at], focus.lane, nearest.id)

    def _above_or_below(self, focus: Spot, down: int) -> Spot | None:
        ids = [box.id for box in self._cell(focus.step, focus.lane)]
        at = ids.index(focus.card) + down if focus.card in ids else (-1 if down > 0 else len(ids) - 1)
        if focus.card not in ids and down > 0:
            at = len(ids)
        if 0 <= at < len(ids):
            return Spot(focus.step, focus.lane, ids[at])
        rows = [box.lane for box in self._desk.arrangement.lanes]
        at = next(i for i, lane in enumerate(rows) if lane.id == focus.lane)
        ahead = rows[at + 1 :] if down > 0 else rows[:at][::-1]
        lane = next((lane.id for lane in ahead if lane.holds), None)
        if lane is None:
            return None
        cell = self._cell(focus.step, lane)
        return Spot(focus.step, lane, cell[0 if down > 0 else -1].id if cell else "")
