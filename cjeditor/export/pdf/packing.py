"""Packing whole parts into the columns of one page: each at home where it can be, all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

_MOST_TRIES: Final = 4_000
"""Places that are tried before a page counts as too small: it may yet hold all, but looking on takes too long."""
_ROUNDING: Final = 0.01


class Wish(NamedTuple):
    """How high a part is in each of the columns, and in which it would stand; one that stays stands nowhere else."""

    heights: tuple[float, ...]
    home: int
    stays: bool = False


def packed(wishes: Sequence[Wish], rooms: Sequence[float], widths: Sequence[float]) -> list[int]:
    """The column of each part, so that none holds more than its room; empty where no way was found.

    Large parts are placed first. `widths` of the columns tell early that what is left cannot fit any more.
    """
    found = _Search(wishes, widths).placed(0, list(rooms))
    return [found[i] for i in range(len(wishes))] if found is not None else []


class _Search:
    """Tries one place after the other, home first."""

    def __init__(self, wishes: Sequence[Wish], widths: Sequence[float]) -> None:
        self._wishes = wishes
        self._widths = widths
        self._order = sorted(range(len(wishes)), key=self._rank)
        areas = [min(height * width for height, width in zip(one.heights, widths, strict=True)) for one in wishes]
        self._left = [sum(areas[i] for i in self._order[at:]) for at in range(len(wishes) + 1)]
        self._tries = 0

    def placed(self, at: int, rooms: list[float]) -> dict[int, int] | None:
        """The columns of the parts from the one that is placed `at` on, by number; None where they do not fit."""
        if at == len(self._order):
            return {}
        free = sum(room * width for room, width in zip(rooms, self._widths, strict=True))
        if self._left[at] > free + _ROUNDING or self._tries >= _MOST_TRIES:
            return None
        index = self._order[at]
        wish = self._wishes[index]
        others = [] if wish.stays else [i for i in range(len(rooms)) if i != wish.home]
        for column in (wish.home, *others):
            self._tries += 1
            if wish.heights[column] <= rooms[column] + _ROUNDING:
                rest = [room - (wish.heights[column] if i == column else 0.0) for i, room in enumerate(rooms)]
                found = self.placed(at + 1, rest)
                if found is not None:
                    return {**found, index: column}
        return None

    def _rank(self, index: int) -> tuple[bool, float]:
        one = self._wishes[index]
        return (not one.stays, -one.heights[one.home])
