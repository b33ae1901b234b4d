"""Cutting a poster into sheets of the paper at hand: how many that takes, where the cuts lie, what each sheet shows.

Lengths are of any unit, as long as all have the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from string import ascii_uppercase
from typing import NamedTuple

_MORE = 3
"""Sheets in a row beyond the fewest that are tried where each way to cut goes through a card."""
_EVEN = 2.0
"""How much sheets of different widths count beside how unwelcome the places of the cuts are."""
_HAIR = 1e-6


class Place(NamedTuple):
    """Where one may cut: how unwelcome that is, and how many cards it would go through."""

    at: float
    cost: float
    crossed: int = 0


class Room(NamedTuple):
    """What sheets in a row have room for.

    Attributes:
        length: of the printable part of a sheet.
        overlap: how far a sheet goes on below the next one, for glue; the last one has no next.
        repeated: what each sheet but the first spends on headers that stand on the first, too.
    """

    length: float
    overlap: float
    repeated: float = 0.0

    def holds(self, count: int) -> float:
        """How long a poster may be for so many sheets."""
        return count * (self.length - self.overlap) + self.overlap - (count - 1) * self.repeated

    def piece(self, *, first: bool, last: bool) -> float:
        """How much of the poster fits on one of the sheets."""
        return self.length - (0 if last else self.overlap) - (0 if first else self.repeated)


def fewest(length: float, room: Room) -> int:
    """How many sheets a poster of this length takes, wherever it may be cut: (length − overlap) ÷ (sheet − overlap).

    Raises:
        ValueError: overlap and headers leave nothing of a sheet.
    """
    step = room.length - room.overlap - room.repeated
    if step <= 0:
        raise ValueError("no room beside overlap and headers")
    return max(1, ceil((length - room.overlap - room.repeated) / step - _HAIR))


def cut(length: float, places: Sequence[Place], room: Room) -> tuple[Place, ...]:
    """The places of the cuts, through as few cards as can be and then on as few sheets as can be.

    Where several ways are as good, the most welcome and even one is taken. Where there are too few places, the sheets
    are as full as they can be: the cuts then lie anywhere.

    Args:
        length: of the poster.
        places: where one may cut, in any order.
        room: what a sheet holds.
    """
    count = fewest(length, room)
    if count == 1:
        return ()
    sorted_places = sorted((place for place in places if 0 < place.at < length), key=_at)
    free = [place for place in sorted_places if not place.crossed]
    for few in (free, sorted_places):
        ways = _ways(length, few, room, count)
        if ways:
            return ways
    return tuple(Place(room.holds(i + 1) - room.overlap, 0.0, 1) for i in range(count - 1))


def _at(place: Place) -> float:
    return place.at


class _Way(NamedTuple):
    """Cuts up to a place: how many cards they go through, how unwelcome they are, and the places before by index."""

    crossed: int
    cost: float
    cuts: tuple[int, ...]


def _ways(length: float, places: Sequence[Place], room: Room, fewest_sheets: int) -> tuple[Place, ...]:
    """The best cuts at these places; none where a stretch without any is longer than a sheet.

    Sheets are added one by one: what is known are the best ways that end at each place with so many cuts.
    """
    even = length / fewest_sheets
    ends = {i: _Way(0, 0.0, ()) for i in (-1,)}
    best: _Way | None = None
    found_with = 0
    for sheets in range(1, len(places) + 2):
        for end, way in ends.items():
            start = places[end].at if end >= 0 else 0.0
            if length - start <= room.piece(first=end < 0, last=True) + _HAIR:
                whole = _Way(way.crossed, way.cost + _unevenness(length - start, even), way.cuts)
                if best is None or whole[:2] < best[:2]:
                    best, found_with = whole, found_with or sheets
        if best is not None and (not best.crossed or sheets >= found_with + _MORE):
            break
        ends = _further(ends, places, room, even)
        if not ends:
            break
    return () if best is None else tuple(places[i] for i in best.cuts)


def _further(ends: dict[int, _Way], places: Sequence[Place], room: Room, even: float) -> dict[int, _Way]:
    """The best ways with one cut more."""
    found: dict[int, _Way] = {}
    for end, way in ends.items():
        start = places[end].at if end >= 0 else 0.0
        longest = room.piece(first=end < 0, last=False) + _HAIR
        for i in range(end + 1, len(places)):
            piece = places[i].at - start
            if piece > longest:
                break
            cost = way.cost + places[i].cost + _unevenness(piece, even)
            one = _Way(way.crossed + places[i].crossed, cost, (*way.cuts, i))
            if i not in found or one[:2] < found[i][:2]:
                found[i] = one
    return found


def _unevenness(piece: float, even: float) -> float:
    return _EVEN * (piece / even - 1) ** 2


class Tile(NamedTuple):
    """What one sheet shows: a box of the poster, and how far it goes on at its right and below, for glue."""

    row: int
    column: int
    x: float
    y: float
    width: float
    height: float
    right: float
    below: float

    @property
    def name(self) -> str:
        """A letter for the row and a number for the column: A1, A2 and so on."""
        return name_of(self.row, self.column)


def name_of(row: int, column: int) -> str:
    """What the sheet in a row and column (counted from 0) is called; after Z comes AA."""
    letters = ""
    row += 1
    while row:
        row, rest = divmod(row - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return f"{letters}{column + 1}"


@dataclass(frozen=True, slots=True)
class Tiling:
    """How a poster is cut into sheets.

    Attributes:
        across: the places of the upright cuts, from left to right, in the poster without repeated headers.
        down: those of the level cuts.
        crossed: how many cards they go through.
        tiles: the sheets, row by row, in the poster as it is when it is put together: with repeated headers.
        width: of the poster put together.
        height: of the poster put together.
    """

    across: tuple[float, ...]
    down: tuple[float, ...]
    crossed: int
    tiles: tuple[Tile, ...]
    width: float
    height: float

    @property
    def columns(self) -> int:
        """How many sheets lie side by side."""
        return len(self.across) + 1

    @property
    def rows(self) -> int:
        """How many lie one below the other."""
        return len(self.down) + 1

    def neighbours(self, tile: Tile) -> tuple[tuple[str, str], ...]:
        """The names of the sheets around one, with arrows to them."""
        beside = (("←", 0, -1), ("→", 0, 1), ("↑", -1, 0), ("↓", 1, 0))
        return tuple(
            (arrow, name_of(tile.row + down, tile.column + right))
            for arrow, down, right in beside
            if 0 <= tile.row + down < self.rows and 0 <= tile.column + right < self.columns
        )


def tiling(
    size: tuple[float, float], places: tuple[Sequence[Place], Sequence[Place]], rooms: tuple[Room, Room]
) -> Tiling:
    """Cut a poster; each pair says first what holds from left to right, then from top to bottom."""
    cuts = [cut(length, some, room) for length, some, room in zip(size, places, rooms, strict=True)]
    across, down = (_stretches(length, some, room) for length, some, room in zip(size, cuts, rooms, strict=True))
    tiles = tuple(
        Tile(row, column, x, y, width, height, right, below)
        for row, (y, height, below) in enumerate(down)
        for column, (x, width, right) in enumerate(across)
    )
    return Tiling(
        tuple(place.at for place in cuts[0]),
        tuple(place.at for place in cuts[1]),
        sum(place.crossed for some in cuts for place in some),
        tiles,
        sum(width for _, width, _ in across),
        sum(height for _, height, _ in down),
    )


def _stretches(length: float, cuts: Sequence[Place], room: Room) -> list[tuple[float, float, float]]:
    """Where each sheet of a row begins, how much it shows, and how far it goes on below the next."""
    found: list[tuple[float, float, float]] = []
    start = 0.0
    for i, (one, other) in enumerate(pairwise([0.0, *(place.at for place in cuts), length])):
        width = other - one + (room.repeated if i else 0.0)
        found.append((start, width, room.overlap if i < len(cuts) else 0.0))
        start += width
    return found
