"""Which cards stand on which page of the room view, and where: columns that are filled lane by lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cjeditor.layout.arrangement import Look
from cjeditor.layout.metrics import Limits
from cjeditor.layout.primitives import Primitive, scaled
from cjeditor.layout.room.content import RankLine
from cjeditor.model.cards import Card
from cjeditor.model.journey_map import Lane

MOST_CARDS = 8
"""More on one page is a wall that nobody reads."""
CARD_SCALE = 2.8
"""A card of the map, so many times as large: its title is 36.4 high on a page 1080 high."""
IN_ROOM = Limits(title_lines=4, note_lines=4, picture_height=96.0)
COLUMN_GAP = 32.0
_NARROWEST = 505.0
"""Three columns stand on a screen of 16 : 10, two on one of 4 : 3."""
_CARD_GAP = 22.0
_LANE_GAP = 28.0
HEADING_HEIGHT = 44.0


class Box(NamedTuple):
    """An area of the page."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class Heading(NamedTuple):
    """A lane's name above its cards."""

    lane: Lane
    box: Box


@dataclass(frozen=True, slots=True)
class Placed:
    """A card in its place, as large as its box."""

    card: Card
    lane: str
    box: Box
    look: Look

    @property
    def shapes(self) -> tuple[Primitive, ...]:
        """Its shapes, from its own corner; made when they are asked for, as most cards are on other pages."""
        return scaled(self.look.primitives, self.box.height / self.look.height)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page holds besides the head."""

    cards: tuple[Placed, ...]
    headings: tuple[Heading, ...]
    ranking: tuple[RankLine, ...] = ()


class LaneLooks(NamedTuple):
    """A lane with its cards as they look."""

    lane: Lane
    cards: tuple[tuple[Card, Look], ...]


def column_count(width: float) -> int:
    """How many columns stand side by side."""
    return max(1, int((width + COLUMN_GAP) / (_NARROWEST + COLUMN_GAP)))


def column_width(width: float) -> float:
    """How wide each of them is."""
    count = column_count(width)
    return (width - (count - 1) * COLUMN_GAP) / count


def sheets(lanes: Sequence[LaneLooks], body: Box) -> tuple[Sheet, ...]:
    """Spread the cards over as few pages as hold them; there is always one page.

    Of the ways to do so the one is taken that tears the fewest lanes apart, and then the most even one.

    Args:
        lanes: with their cards, at the width of `column_width` divided by `CARD_SCALE`.
        body: where the cards go.
    """
    fullest = _Filling(body, MOST_CARDS).filled(lanes)
    count = sum(len(lane.cards) for lane in lanes)
    ways = [fullest]
    if len(fullest) > 1:
        least = -(-count // len(fullest))
        ways = [_Filling(body, most).filled(lanes) for most in range(max(1, least), MOST_CARDS)] + ways
    return min(ways, key=_cost)


def sheet_of(lanes: Sequence[LaneLooks], body: Box) -> Sheet | None:
    """Put these cards onto one page; None where they do not fit."""
    filled = _Filling(body, MOST_CARDS).filled(lanes)
    return filled[0] if len(filled) == 1 else None


def _cost(pages: tuple[Sheet, ...]) -> tuple[int, int, int]:
    torn = sum(len({placed.lane for placed in page.cards}) for page in pages)
    return len(pages), torn, max(len(page.cards) for page in pages)


class _Filling:
    """Fills columns from top to bottom and from left to right, page after page."""

    def __init__(self, body: Box, most: int) -> None:
        self._body = body
        self._most = most
        self._columns = column_count(body.width)
        self._width = column_width(body.width)
        self._pages: list[Sheet] = []
        self._begin_page()

    def filled(self, lanes: Sequence[LaneLooks]) -> tuple[Sheet, ...]:
        """Put all lanes onto pages."""
        for i, lane in enumerate(lanes):
            if self._y > 0 and self._should_break(lane, len(lanes) - i):
                self._next_column()
            self._put_lane(lane)
        self._end_page()
        return tuple(self._pages)

    def _should_break(self, lane: LaneLooks, waiting: int) -> bool:
        """Whether a lane begins a column of its own: there are enough for all, or it would be torn apart here."""
        free = self._columns - 1 - self._column
        if free == 0:
            return False
        whole = _LANE_GAP + HEADING_HEIGHT + sum(_height(look, self._room) + _CARD_GAP for _, look in lane.cards)
        return free >= waiting or self._y + whole - _CARD_GAP > self._body.height

    def _put_lane(self, lane: LaneLooks) -> None:
        named = False
        for card, look in lane.cards:
            if len(self._cards) == self._most:
                self._end_page()
                self._begin_page()
                named = False
            height = _height(look, self._room)
            lead = self._lead(named)
            if self._y > 0 and self._y + lead + height > self._body.height:
                self._next_column()
                named = False
                lead = self._lead(named)
            self._y += lead
            if not named:
                self._put(lane.lane)
                named = True
            self._put_card(card, look, lane.lane.id, height)

    def _lead(self, named: bool) -> float:
        """What stands between the card before and this one."""
        if named:
            return _CARD_GAP
        return HEADING_HEIGHT + (_LANE_GAP if self._y > 0 else 0.0)

    def _put(self, lane: Lane) -> None:
        """Name a lane where it begins on the page; where it goes on in the next column the place stays free."""
        if any(heading.lane is lane for heading in self._headings):
            return
        top = self._body.y + self._y - HEADING_HEIGHT
        self._headings.append(Heading(lane, Box(self._x, top, self._width, HEADING_HEIGHT)))

    def _put_card(self, card: Card, look: Look, lane: str, height: float) -> None:
        box = Box(self._x, self._body.y + self._y, self._width, height)
        self._cards.append(Placed(card, lane, box, look))
        self._y += height

    @property
    def _x(self) -> float:
        return self._body.x + self._column * (self._width + COLUMN_GAP)

    @property
    def _room(self) -> float:
        """The height that one card may have."""
        return self._body.height - HEADING_HEIGHT

    def _next_column(self) -> None:
        if self._column + 1 == self._columns:
            self._end_page()
            self._begin_page()
        else:
            self._column += 1
            self._y = 0.0

    def _begin_page(self) -> None:
        self._column, self._y = 0, 0.0
        self._cards: list[Placed] = []
        self._headings: list[Heading] = []

    def _end_page(self) -> None:
        self._pages.append(Sheet(tuple(self._cards), tuple(self._headings)))


def _height(look: Look, room: float) -> float:
    """How high a card stands on the page; one that would not fit at all is smaller than the others."""
    return min(look.height * CARD_SCALE, room)
