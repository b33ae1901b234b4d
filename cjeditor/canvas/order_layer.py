"""The order of touchpoints on the canvas: a number above each card and a dotted line to it from the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from cjeditor.canvas.card_item import FADED, LIFTED_LEVEL
from cjeditor.canvas.drawn_item import DrawnItem
from cjeditor.layout.order import OrderStop, draw_number, draw_way, number_area, order_of, way_area

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QGraphicsScene

    from cjeditor.canvas.ink import Ink
    from cjeditor.layout.arrangement import Arrangement
    from cjeditor.layout.primitives import Primitive
    from cjeditor.model.journey_map import JourneyMap

WAY_LEVEL, NUMBER_LEVEL, CARRIED_LEVEL = 2.4, 3.2, LIFTED_LEVEL + 0.2
"""The line lies beneath the links, the number over the card."""


class OrderLayer:
    """The items of the order, as long as it is wanted."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self.wanted = False
        self._numbers: dict[str, _Number] = {}
        self._ways: dict[str, _Way] = {}
        self._faded: frozenset[str] = frozenset()
        self._carried: frozenset[str] = frozenset()

    def follow(self, scene: QGraphicsScene, journey: JourneyMap, arrangement: Arrangement) -> None:
        """Show the order of this state of the map in `scene`, or nothing where it is not wanted."""
        stops = order_of(journey, arrangement) if self.wanted else {}
        for gone in self._numbers.keys() - stops.keys():
            scene.removeItem(self._numbers.pop(gone))
            scene.removeItem(self._ways.pop(gone))
        for card, stop in stops.items():
            number = self._numbers.get(card)
            if number is None:
                self._numbers[card], self._ways[card] = _Number(stop, self._ink), _Way(stop, self._ink)
                scene.addItem(self._ways[card])
                scene.addItem(self._numbers[card])
            else:
                number.show_stop(stop)
                self._ways[card].show_stop(stop)
        self.fade(self._faded)

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        for item in (*self._numbers.values(), *self._ways.values()):
            item.show_ink(ink)

    def fade(self, cards: frozenset[str]) -> None:
        """Let the numbers of these cards fade, and the lines to and from them."""
        self._faded = cards
        for card, number in self._numbers.items():
            number.setOpacity(FADED if card in cards else 1.0)  # Qt compares
            way = self._ways[card]
            way.setOpacity(1.0 if cards.isdisjoint(way.ends) else FADED)

    def carry(self, cards: Collection[str], dx: float, dy: float) -> None:
        """Let the numbers of carried cards go with them; the lines to and from them are gone for so long."""
        carried = frozenset(cards)
        for card in carried & self._numbers.keys():
            self._numbers[card].carry(dx, dy)
        if carried != self._carried:
            self._carried = carried
            for way in self._ways.values():
                way.setVisible(carried.isdisjoint(way.ends))

    def settle(self) -> None:
        """Show all numbers and lines where they belong."""
        for card in self._carried & self._numbers.keys():
            self._numbers[card].put_back()
        if self._carried:
            self._carried = frozenset()
            for way in self._ways.values():
                way.setVisible(True)

    def number(self, card: str) -> DrawnItem | None:
        """Return the item of a touchpoint's number."""
        return self._numbers.get(card)


class _Stopped(DrawnItem):
    """A part of one stop."""

    def __init__(self, stop: OrderStop, ink: Ink, level: float) -> None:
        super().__init__(ink, level)
        self.stop = stop
        self._measure()

    @property
    def ends(self) -> tuple[str, ...]:
        """The touchpoints between which the line leads."""
        before = self.stop.before
        return (self.stop.box.id,) if before is None else (before.id, self.stop.box.id)

    def show_stop(self, stop: OrderStop) -> None:
        """Take another state; the same costs nothing."""
        if stop != self.stop:
            self.stop = stop
            self._measure()
            self.draw_anew()

    def _measure(self) -> None:
        raise NotImplementedError


class _Number(_Stopped):
    """The number."""

    def __init__(self, stop: OrderStop, ink: Ink) -> None:
        super().__init__(stop, ink, NUMBER_LEVEL)

    def carry(self, dx: float, dy: float) -> None:
        """Lie above the card that is carried, so far from its place."""
        self.setZValue(CARRIED_LEVEL)
        self.setPos(dx, dy)

    def put_back(self) -> None:
        """Lie where it belongs."""
        self.setZValue(NUMBER_LEVEL)
        self.setPos(0, 0)

    def _measure(self) -> None:
        self.setRect(QRectF(*number_area(self.stop)).adjusted(-1, -1, 1, 1))

    def shapes(self) -> tuple[Primitive, ...]:
        """Return the number on its ground."""
        return draw_number(self.stop)


class _Way(_Stopped):
    """The line to the touchpoint from the one before."""

    def __init__(self, stop: OrderStop, ink: Ink) -> None:
        super().__init__(stop, ink, WAY_LEVEL)

    def _measure(self) -> None:
        self.setRect(QRectF(*way_area(self.stop)))

    def shapes(self) -> tuple[Primitive, ...]:
        """Return the line."""
        return draw_way(self.stop)
