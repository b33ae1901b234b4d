"""What is chosen on a map and where the keys act. Not part of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from cjeditor.layout.arrangement import Arrangement

Kind = Literal["cards", "phases", "steps", "lanes", "links", ""]


class Spot(NamedTuple):
    """Where the keys act: a cell, and in it a card or (with an empty `card`) the free place below its cards.

    In a lane of channels there are no cards but chips, each named by its `channel`.
    """

    step: str
    lane: str
    card: str = ""
    channel: str = ""


class Chosen(NamedTuple):
    """All that a selection knows, to be put back later."""

    kind: Kind
    ids: frozenset[str]
    focus: Spot | None
    anchor: Spot | None


NOTHING = Chosen("", frozenset(), None, None)


class Selection(QObject):
    """The chosen things, all of one kind, and the focus.

    Signals:
        changed(): the chosen things or the focus are other ones.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind = ""
        self._ids: frozenset[str] = frozenset()
        self._focus: Spot | None = None
        self._anchor: Spot | None = None

    @property
    def kind(self) -> Kind:
        """Of what kind the chosen things are; empty when nothing is chosen."""
        return self._kind

    @property
    def ids(self) -> frozenset[str]:
        """The chosen things."""
        return self._ids

    @property
    def focus(self) -> Spot | None:
        """Where the keys act; None on an empty map."""
        return self._focus

    @property
    def anchor(self) -> Spot | None:
        """From where Shift extends the selection."""
        return self._anchor

    def of(self, kind: Kind) -> frozenset[str]:
        """Return the chosen things if they are of this kind."""
        return self._ids if self._kind == kind else frozenset()

    def choose(self, kind: Kind, ids: Iterable[str], focus: Spot | None = None, *, extend: bool = False) -> None:
        """Choose exactly these things.

        Args:
            kind: what they are; nothing is chosen when `ids` is empty.
            ids: the things.
            focus: the new focus; None leaves it where it is.
            extend: keep the place from which Shift extends, since this was such a step.
        """
        chosen = frozenset(ids)
        state = (kind if chosen else "", chosen, focus or self._focus)
        if not extend or self._anchor is None:
            self._anchor = state[2]
        if state != (self._kind, self._ids, self._focus):
            self._kind, self._ids, self._focus = state
            self.changed.emit()

    def toggle(self, kind: Kind, one: str, focus: Spot | None = None) -> None:
        """Add a thing to the chosen ones or take it out; things of another kind are dropped."""
        self.choose(kind, self.of(kind) ^ {one}, focus)

    def put_focus(self, focus: Spot) -> None:
        """Choose the card under the focus alone, or nothing in a free place."""
        self.choose("cards", [focus.card] if focus.card else [], focus)

    def kept(self) -> Chosen:
        """Return what `put_back` will choose again."""
        return Chosen(self._kind, self._ids, self._focus, self._anchor)

    def put_back(self, chosen: Chosen, arrangement: Arrangement) -> None:
        """Choose what was chosen when `chosen` was kept, as far as it is still on the map."""
        self._kind, self._ids, self._focus, self._anchor = chosen
        self.fit(arrangement)
        self.changed.emit()

    def clear(self) -> None:
        """Choose nothing; the focus stays."""
        self.choose("", ())

    def fit(self, arrangement: Arrangement) -> None:
        """Drop what the map does not have any more and move the focus to the nearest place that it has."""
        alive: dict[Kind, Collection[str]] = {
            "cards": arrangement.cards,
            "phases": {box.phase.id for box in arrangement.phases},
            "steps": {column.step.id for column in arrangement.columns},
            "lanes": {box.lane.id for box in arrangement.lanes},
            "links": arrangement.links,
        }
        ids = frozenset(one for one in self._ids if one in alive.get(self._kind, ()))
        focus = _fitted(self._focus, arrangement)
        anchor = _fitted(self._anchor, arrangement)
        state = (self._kind if ids else "", ids, focus)
        self._anchor = anchor
        if state != (self._kind, self._ids, self._focus):
            self._kind, self._ids, self._focus = state[0] or "", ids, focus
            self.changed.emit()


def _fitted(spot: Spot | None, arrangement: Arrangement) -> Spot | None:
    if not arrangement.columns or not arrangement.lanes:
        return None
    if spot is not None and spot.card:
        box = arrangement.cards.get(spot.card)
        if box is not None:
            return Spot(box.step, box.lane, box.id)
    steps = [column.step.id for column in arrangement.columns]
    lanes = [box.lane.id for box in arrangement.lanes]
    step = spot.step if spot is not None and spot.step in steps else steps[0]
    lane = spot.lane if spot is not None and spot.lane in lanes else lanes[0]
    if spot is not None and spot.channel and (step, lane) == spot[:2]:
        route = arrangement.route_of(lane)
        if route is not None and route.chip_of(step, spot.channel) is not None:
            return spot
    cell = arrangement.cells.get((step, lane), ())
    return Spot(step, lane, cell[0].id if cell and spot is None else "")
