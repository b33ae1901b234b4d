"""Commands on lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.blocks import Block
from cjeditor.canvas.making import lane_maker
from cjeditor.canvas.selection import Spot
from cjeditor.model.edits.lanes import delete_lanes, merge_lanes, move_lane, split_lane
from cjeditor.model.lookup import known, ordered

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.writer import Writer
    from cjeditor.model.project import Project


class LaneCommands:
    """What can be done with the chosen lane, or the one that the focus is in."""

    def __init__(self, desk: Desk, writer: Writer) -> None:
        self._desk = desk
        self._writer = writer

    def add(self, kind: str, note_kind: str = "", before: bool = False, name: str = "") -> None:
        """Add a lane below the present one (or `before` it, or at the bottom).

        Args:
            kind: one of the model's kinds of lane.
            note_kind: what a new note in it is.
            before: above the present lane instead of below it.
            name: its name; empty for the standard one.
        """
        order, current = self._order(), self._current()
        index = None if current is None else order.index(current) + (0 if before else 1)
        self.put(Block("lane", lane_kind=kind, note_kind=note_kind, title=name), index)

    def put(self, block: Block, index: int | None) -> None:
        """Add the block's lane before the lane at `index` (None: at the bottom)."""
        lane_id, edit = lane_maker(self._desk, block, index)
        if self._desk.apply(self._desk.words.t("Add lane"), edit):
            self._choose(lane_id)
            if not known(self._desk.map.lanes, lane_id).name:
                self._writer.lane(lane_id)

    def can_rename(self) -> bool:
        """Whether there is a lane."""
        return self._current() is not None

    def rename(self) -> None:
        """Write the lane's name."""
        current = self._current()
        if current is not None:
            self._writer.lane(current)

    def can_split(self) -> bool:
        """Whether the lane holds cards."""
        current = self._current()
        return current is not None and bool(known(self._desk.map.lanes, current).holds)

    def split(self) -> None:
        """Split the lane: its chosen cards go into a new lane below it."""
        current, desk = self._current(), self._desk
        if current is None:
            return
        cards = desk.arrangement.cards
        moved = [one for one in cards if one in desk.selection.of("cards") and cards[one].lane == current]
        new_lane = desk.new_id("lanes")

        def edit(project: Project) -> Project:
            return split_lane(project, desk.map_id, current, new_lane_id=new_lane, moved=moved)

        if desk.apply(desk.words.t("Split lane"), edit):
            self._choose(new_lane)
            self._writer.lane(new_lane)

    def can_merge(self) -> bool:
        """Whether the lane directly below is of the same kind and, where two are chosen, the other one of them."""
        return self._pair() is not None

    def merge(self) -> None:
        """Merge the two chosen lanes, or the present one with the next below."""
        pair, desk = self._pair(), self._desk
        if pair is not None:

            def edit(project: Project) -> Project:
                return merge_lanes(project, desk.map_id, *pair)

            if desk.apply(desk.words.t("Merge lanes"), edit):
                self._choose(pair[0])

    def can_delete(self) -> bool:
        """Whether there is a lane."""
        return bool(self._targets())

    def delete(self) -> None:
        """Delete the chosen lanes with the cards that lie in them."""
        ids, desk = self._targets(), self._desk
        if ids:

            def edit(project: Project) -> Project:
                return delete_lanes(project, desk.map_id, ids)

            desk.apply(desk.words.tn("Delete lane", "Delete {n} lanes", len(ids)), edit)

    def can_move(self, by: int) -> bool:
        """Whether the lane can go so many places down (negative: up)."""
        current, order = self._current(), self._order()
        return current is not None and 0 <= order.index(current) + by < len(order)

    def move(self, by: int) -> None:
        """Move the lane so many places down."""
        current, desk = self._current(), self._desk
        if current is not None and self.can_move(by):
            index = self._order().index(current) + by

            def edit(project: Project) -> Project:
                return move_lane(project, desk.map_id, current, index)

            desk.apply(desk.words.t("Move lane"), edit)
            desk.focus_wanted.emit()

    def _order(self) -> list[str]:
        return [lane.id for lane in ordered(self._desk.map.lanes)]

    def _targets(self) -> list[str]:
        chosen = self._desk.selection.of("lanes")
        if chosen:
            return [one for one in self._order() if one in chosen]
        current = self._current()
        return [] if current is None else [current]

    def _current(self) -> str | None:
        """Return the chosen lane (of several the first), else the one that the focus is in."""
        chosen = self._desk.selection.of("lanes")
        if chosen:
            return next(one for one in self._order() if one in chosen)
        focus = self._desk.selection.focus
        return None if focus is None else focus.lane

    def _pair(self) -> tuple[str, str] | None:
        lanes, chosen = ordered(self._desk.map.lanes), self._desk.selection.of("lanes")
        current = self._current()
        if current is None or len(chosen) > 2:
            return None
        at = next(i for i, lane in enumerate(lanes) if lane.id == current)
        below = lanes[at + 1] if at + 1 < len(lanes) else None
        if below is None or below.kind != lanes[at].kind or (len(chosen) == 2 and below.id not in chosen):
            return None
        return current, below.id

    def _choose(self, lane_id: str) -> None:
        focus = self._desk.selection.focus
        self._desk.selection.choose("lanes", [lane_id], None if focus is None else Spot(focus.step, lane_id))
        self._desk.focus_wanted.emit()
