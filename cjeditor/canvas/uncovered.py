"""What was expanded only to show somebody a card: it is collapsed again, unless that person has come to work there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.model.lookup import cards
from cjeditor.model.table import find

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.model.cards import Card
    from cjeditor.model.journey_map import JourneyMap, Lane, Phase


class Uncovered:
    """The phases and lanes that a search has expanded, with the cards that they had then."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._map_id = ""
        self._phases: dict[str, list[Card]] = {}
        self._lanes: dict[str, list[Card]] = {}
        self._shown = ""

    def show(self, card: Card) -> None:
        """Expand what hides a card."""
        if self._map_id != self._desk.map_id:
            self._forget()
            self._map_id = self._desk.map_id
        phases, lanes = self._desk.uncover(card.step, card.lane)
        journey = self._desk.map
        self._phases |= {one: _of_phase(journey, one) for one in phases}
        self._lanes |= {one: _of_lane(journey, one) for one in lanes}
        self._shown = card.id

    def cover(self) -> None:
        """The search has ended: collapse again where nobody edited, and where no other card is chosen."""
        if self._map_id == self._desk.map_id and (self._phases or self._lanes):
            journey = self._desk.map
            phases = [
                one
                for one, was in self._phases.items()
                if _is_open(find(journey.phases, one)) and self._is_left(was, _of_phase(journey, one))
            ]
            lanes = [
                one
                for one, was in self._lanes.items()
                if _is_open(find(journey.lanes, one)) and self._is_left(was, _of_lane(journey, one))
            ]
            if phases or lanes:
                self._desk.fold(phases, lanes, folded=True)
        self._forget()

    def _forget(self) -> None:
        self._phases, self._lanes, self._shown = {}, {}, ""

    def _is_left(self, before: list[Card], now: list[Card]) -> bool:
        same = len(before) == len(now) and all(one is other for one, other in zip(before, now, strict=True))
        return same and self._desk.selection.of("cards").isdisjoint({card.id for card in now} - {self._shown})


def _is_open(record: Phase | Lane | None) -> bool:
    return record is not None and not record.collapsed


def _of_phase(journey: JourneyMap, phase: str) -> list[Card]:
    steps = {step.id for step in journey.steps if step.phase == phase}
    return [card for card in cards(journey) if card.step in steps]


def _of_lane(journey: JourneyMap, lane: str) -> list[Card]:
    return [card for card in cards(journey) if card.lane == lane]
