"""What is looked for on the map: the matches stay as they are, all other cards fade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cjeditor.analysis.finding import Finder, Sought
from cjeditor.canvas.uncovered import Uncovered
from cjeditor.model.lookup import cards, in_journey_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.scene import MapScene
    from cjeditor.model.cards import Card


class Finding(QObject):
    """Follows the map while somebody looks for something. Not part of the document.

    Signals:
        changed(): something else is looked for, or other cards match now.
    """

    changed = Signal()

    def __init__(self, desk: Desk, scene: MapScene, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scene = scene
        self._finder = Finder()
        self._sought: Sought | None = None
        self._matches: tuple[str, ...] = ()
        self._uncovered = Uncovered(desk)
        desk.arranged.connect(self._find_again)

    @property
    def sought(self) -> Sought | None:
        """What is looked for; None while nobody looks for anything."""
        return self._sought

    @property
    def matches(self) -> tuple[str, ...]:
        """The cards that are it, in journey order."""
        return self._matches

    @property
    def place(self) -> int:
        """Which of the matches has the focus, counted from 1; 0 where none has."""
        focus = self._desk.selection.focus
        card = "" if focus is None else focus.card
        return self._matches.index(card) + 1 if card in self._matches else 0

    def seek(self, sought: Sought | None) -> None:
        """Look for this from now on; for nothing any more where it is None."""
        if sought != self._sought:
            self._sought = sought
            if sought is None:
                self._uncovered.cover()
            self._find()

    def can_step(self) -> bool:
        """Whether there is a match to go to."""
        return bool(self._matches)

    def step(self, by: int) -> None:
        """Go to the next match (1) or the one before (−1), from the focus on and round the ends."""
        matches = self._matches
        if not matches:
            return
        held = {card.id: card for card in self._cards()}
        order = {card: at for at, card in enumerate(held)}
        here = self._place_in(held, order)
        places = [order[one] for one in matches]
        if by > 0:
            found = next((at for at, place in enumerate(places) if place > here), 0)
        else:
            found = next((at for at in reversed(range(len(places))) if places[at] < here), -1)
        match = held[matches[found]]
        self._uncovered.show(match)
        self._desk.focus_on(self._desk.spot_of(match.id))
        self.changed.emit()

    def select(self) -> None:
        """Choose all matches that are not in something collapsed."""
        shown = self._desk.arrangement.cards
        self._desk.choose_cards([one for one in self._matches if one in shown])

    def _cards(self) -> list[Card]:
        """Return all cards in journey order, those in collapsed phases and lanes too."""
        arrangement = self._desk.arrangement
        if arrangement.has_folds:
            journey = self._desk.map
            return in_journey_order(journey, cards(journey))
        return [box.record for box in arrangement.cards.values()]

    def _place_in(self, held: Mapping[str, Card], order: Mapping[str, int]) -> float:
        """Return where the focus stands among the cards, half a place beside them where it is on none."""
        focus = self._desk.selection.focus
        if focus is None:
            return -0.5
        if focus.card in order:
            return order[focus.card]
        arrangement = self._desk.arrangement
        steps = {column.step.id: at for at, column in enumerate(arrangement.columns)}
        lanes = {box.lane.id: at for at, box in enumerate(arrangement.lanes)}
        here = (steps.get(focus.step, -1), lanes.get(focus.lane, -1))
        before = [at for card, at in order.items() if _cell(held[card], steps, lanes) <= here]
        return max(before, default=-1) + 0.5

    def _find_again(self) -> None:
        if self._sought is not None:
            self._find()

    def _find(self) -> None:
        sought, boxes = self._sought, self._desk.arrangement.cards
        held = self._cards() if sought is not None else ()
        if sought is None or sought.is_empty:
            self._matches = ()
            self._scene.show_faded(frozenset())
            if sought is not None:  # the first letter shall not wait for it
                self._finder.read(held, self._desk.document.project)
        else:
            self._matches = self._finder.found(held, self._desk.document.project, sought)
            # What is being written stays clear, whatever it says by now.
            self._scene.show_faded(frozenset(boxes.keys() - set(self._matches) - {self._desk.coming}))
        self.changed.emit()


def _cell(card: Card, steps: dict[str, int], lanes: dict[str, int]) -> tuple[int, int]:
    return steps[card.step], lanes[card.lane]
