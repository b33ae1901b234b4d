"""The things of a map as a screen reader walks them: phases and steps, lanes, cells with cards, links."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from cjeditor.canvas.spots import places_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cjeditor.canvas.selection import Kind, Spot
    from cjeditor.layout.arrangement import Arrangement, Column

Root = Literal["columns", "lanes", "body"]
"""The widgets under which the things stand: the two headers and the view."""


class Thing(NamedTuple):
    """One thing. A cell is named by its `step` and `lane`, a chip by these and its channel's `id`."""

    kind: Literal["phase", "step", "lane", "cell", "card", "chip", "link"]
    id: str
    step: str = ""
    lane: str = ""


_CHOSEN_AS: Mapping[Kind, Literal["card", "phase", "step", "lane", "link"]] = {
    "cards": "card",
    "phases": "phase",
    "steps": "step",
    "lanes": "lane",
    "links": "link",
}


@dataclass(frozen=True)
class ThingTree:
    """The things of one arrangement. What is collapsed shows no cards and has none."""

    arrangement: Arrangement

    def under(self, root: Root) -> tuple[Thing, ...]:
        """Return the things that stand directly under a widget."""
        return self._roots[root]

    def all_under(self, root: Root) -> object:
        """Return something that equals another tree's as long as both have the same things in the same places."""
        things = self.under(root)
        return things, tuple(self.within(thing) for thing in things)

    def within(self, thing: Thing) -> tuple[Thing, ...]:
        """Return what a thing holds: a phase its named steps, a cell its cards or chips."""
        arrangement = self.arrangement
        if thing.kind == "phase":
            columns = (each for each in arrangement.columns if each.phase.id == thing.id)
            return tuple(Thing("step", each.step.id) for each in columns if each.named and not each.folded)
        if thing.kind == "cell":
            return tuple(thing_at(arrangement, spot) for spot in places_in(arrangement, thing.step, thing.lane))
        return ()

    def over(self, thing: Thing) -> Thing | None:
        """Return what holds a thing; None where that is a widget."""
        if thing.kind == "step":
            column = self.arrangement.column_of(thing.id)
            return None if column is None else Thing("phase", column.phase.id)
        if thing.kind == "card":
            box = self.arrangement.cards.get(thing.id)
            return None if box is None else Thing("cell", "", box.step, box.lane)
        return Thing("cell", "", thing.step, thing.lane) if thing.kind == "chip" else None

    def has(self, thing: Thing) -> bool:
        """Whether the map still has a thing."""
        if thing.kind == "card":
            return thing.id in self.arrangement.cards
        if thing.kind in ("step", "chip"):
            parent = self.over(thing)
            return parent is not None and thing in self.within(parent)
        return thing in self._top

    def folded(self, thing: Thing) -> bool | None:
        """Whether a phase or lane is collapsed; None of what cannot be."""
        arrangement = self.arrangement
        if thing.kind == "phase":
            return next((box.folded for box in arrangement.phases if box.phase.id == thing.id), None)
        if thing.kind == "lane":
            box = arrangement.lane_of(thing.id)
            return None if box is None or box.lane.kind == "separator" else box.folded
        return None

    @cached_property
    def _roots(self) -> Mapping[Root, tuple[Thing, ...]]:
        arrangement = self.arrangement
        lanes = [box.lane for box in arrangement.lanes]
        cells = (
            Thing("cell", "", column.step.id, lane.id)
            for lane in lanes
            if lane.kind != "separator"
            for column in _apart(arrangement)
        )
        return {
            "columns": tuple(Thing("phase", box.phase.id) for box in arrangement.phases),
            "lanes": tuple(Thing("lane", lane.id) for lane in lanes),
            "body": (*cells, *(Thing("link", one) for one in arrangement.links)),
        }

    @cached_property
    def _top(self) -> frozenset[Thing]:
        return frozenset(thing for things in self._roots.values() for thing in things)


def root_of(thing: Thing) -> Root:
    """Return under which widget a thing stands."""
    if thing.kind in ("phase", "step"):
        return "columns"
    return "lanes" if thing.kind == "lane" else "body"


def thing_at(arrangement: Arrangement, spot: Spot) -> Thing:
    """Return the thing that the focus is on: a card, a chip, or the cell; a collapsed phase is one cell in a lane."""
    if spot.card in arrangement.cards:
        return Thing("card", spot.card)
    if spot.channel:
        return Thing("chip", spot.channel, spot.step, spot.lane)
    column = arrangement.column_of(spot.step)
    if column is not None and column.folded:
        column = next(each for each in arrangement.columns if each.phase is column.phase)
    return Thing("cell", "", spot.step if column is None else column.step.id, spot.lane)


def chosen_things(kind: Kind, ids: frozenset[str]) -> frozenset[Thing]:
    """Return the things that a selection of this kind means."""
    return frozenset(Thing(_CHOSEN_AS[kind], one) for one in ids) if kind else frozenset()


def is_among(thing: Thing, kind: Kind, ids: frozenset[str]) -> bool:
    """Whether a selection of this kind means a thing; as quick for one of thousands."""
    return thing.id in ids and _CHOSEN_AS.get(kind) == thing.kind


def _apart(arrangement: Arrangement) -> list[Column]:
    """Return the columns, of a collapsed phase its first only."""
    columns = arrangement.columns
    return [
        column for i, column in enumerate(columns) if not (column.folded and i and columns[i - 1].phase is column.phase)
    ]
