"""Where the stops of a loop lie: each in the sector of its phase, at the distance of its emotion, none on another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import acos, degrees
from typing import Final, NamedTuple

from cjeditor.analysis.loop import Loop, Stop

OPEN: Final = 16.0
"""Degrees at the top that stay free: for the levels, and for the arrow that closes the loop."""
RING: Final = 24.0
TRACK: Final = 22.0
MARK: Final = 13.0
LARGEST_POINT: Final = 10.0
SMALLEST_WITH_NUMBER: Final = 8.0
_SMALLEST_POINT: Final = 3.0
_SMALLER: Final = 0.5
_BETWEEN: Final = 1.0
"""What stays free between two points."""
_MIDDLE: Final = 0.34
"""Where the worst emotion lies, as a share of the radius: nearer to the middle points would hide each other."""
_NUMBER: Final = 15.0
"""What the number of a phase takes along the ring."""
LEVELS: Final = (2, 0, -2)
_LEVEL: Final = 8.0
"""Half of the width of a level's value."""
_EVEN: Final = (1.0, 0.6, 0.3)
"""The least that a phase has, as a share of what all have on average: names want room, crowded phases more so."""


_ROUND: Final = 360 - OPEN

_Groups = Sequence[tuple[Stop, ...]]
"""The stops of each phase."""


class Reach(NamedTuple):
    """How far from the middle things lie in a ring of a radius."""

    radius: float

    @property
    def track(self) -> float:
        """Of loyalty's marks."""
        return self.radius - RING - TRACK / 2

    def distance(self, emotion: float | None) -> float:
        """Of an emotion; an unknown one lies in the track of loyalty's marks."""
        if emotion is None:
            return self.track
        low, high = _MIDDLE * self.radius, self.radius - RING - TRACK - LARGEST_POINT - 2
        return low + (emotion + 2) / 4 * (high - low)


class Places(NamedTuple):
    """Where everything lies.

    Attributes:
        point: the radius of a point.
        starts: where the sectors of the phases begin, in degrees, and where the last one ends.
        angles: of the stops, in the order of the journey.
    """

    point: float
    starts: tuple[float, ...]
    angles: tuple[tuple[Stop, float], ...]


class _Disc(NamedTuple):
    """A round place that a stop takes: how far from the middle, and how large."""

    distance: float
    radius: float


def places(loop: Loop, radius: float) -> Places:
    """The stops of a loop in a ring of a radius, with points as large as there is room for."""
    reach = Reach(radius)
    groups = [loop.in_phase(phase.id) for phase in loop.phases]
    point = LARGEST_POINT
    while point > _SMALLEST_POINT:
        if sum(map(len, groups)) * _least(reach, point) <= _ROUND:
            found, fits = _tried(groups, reach, point)
            if fits:
                return found
        point -= _SMALLER
    return _tried(groups, reach, point)[0]


def _tried(groups: _Groups, reach: Reach, point: float) -> tuple[Places, bool]:
    """The stops with points of a size as far apart as they can be, and whether none lies on another."""
    steps = _steps([stop for stops in groups for stop in stops], reach, point)
    needs = _needs(groups, steps)
    number = degrees(_NUMBER / (reach.radius - RING / 2))
    widths, scale = needs, 0.0
    for even in _EVEN:
        least = max(even * sum(needs) / len(needs), number)
        widths = [max(least, need) for need in needs]
        scale = _ROUND / sum(widths)
        if scale >= 1:
            break
    starts, angles = _laid(groups, needs, [scale * width for width in widths], steps, scale)
    return Places(point, starts, angles), scale >= 1


def _least(reach: Reach, point: float) -> float:
    """How many degrees lie at least between two stops, however unlike they are: the way should go forward."""
    return degrees(point / reach.distance(0))


def _steps(stops: Sequence[Stop], reach: Reach, point: float) -> list[float]:
    """How many degrees are needed before the first stop, between every two that follow each other, and after the last.

    A stop keeps clear of all before it, not only of its neighbour: two of one emotion may have another between them.
    """
    discs = [_discs(stop, reach, point) for stop in stops]
    largest = _apart(_Disc(reach.distance(-2), point), _Disc(reach.distance(-2), point))
    least = _least(reach, point)
    at: list[float] = []
    for number, mine in enumerate(discs):
        place = at[-1] + least if at else 0.0
        for before in range(number - 1, -1, -1):
            if at[before] + largest <= place:
                break
            place = max(place, at[before] + _gap(discs[before], mine))
        at.append(place)
    first, last = (max([least, *(_beside_levels(each, reach) for each in end)]) for end in (discs[:1], discs[-1:]))
    return [first, *(later - sooner for sooner, later in pairwise(at)), last]


def _beside_levels(discs: Sequence[_Disc], reach: Reach) -> float:
    """The step that keeps the first or last stop off the values of the levels at the top: half of it counts."""
    values = [_Disc(reach.distance(level), _LEVEL) for level in LEVELS]
    return 2 * (_gap(discs, values) - OPEN / 2)


def _discs(stop: Stop, reach: Reach, point: float) -> tuple[_Disc, ...]:
    """The point of a stop, and the mark of its loyalty."""
    dot = _Disc(reach.distance(stop.emotion), point)
    marked = stop.card.loyalty and stop.emotion is not None
    return (dot, _Disc(reach.track, MARK / 2)) if marked else (dot,)


def _gap(one: Sequence[_Disc], other: Sequence[_Disc]) -> float:
    return max(_apart(first, second) for first in one for second in other)


def _apart(one: _Disc, other: _Disc) -> float:
    """How many degrees keep two discs from lying on each other."""
    clear = one.radius + other.radius + _BETWEEN
    if abs(one.distance - other.distance) >= clear:
        return 0.0
    cosine = (one.distance**2 + other.distance**2 - clear**2) / (2 * one.distance * other.distance)
    return degrees(acos(max(-1.0, cosine)))


def _needs(groups: _Groups, steps: Sequence[float]) -> list[float]:
    """How many degrees each phase needs: half of the step before each of its stops, and half of that behind it."""
    needs, number = [], 0
    for stops in groups:
        needs.append(sum((steps[at] + steps[at + 1]) / 2 for at in range(number, number + len(stops))))
        number += len(stops)
    return needs


def _laid(
    groups: _Groups, needs: Sequence[float], widths: Sequence[float], steps: Sequence[float], scale: float
) -> tuple[tuple[float, ...], tuple[tuple[Stop, float], ...]]:
    """Where sectors begin and stops lie: what a phase has over and above its need goes to its stops evenly."""
    starts, angles, number = [OPEN / 2], [], 0
    for stops, need, width in zip(groups, needs, widths, strict=True):
        spare = (width - scale * need) / len(stops) if stops else 0.0
        angle = starts[-1]
        for stop in stops:
            before, behind = scale * steps[number] / 2, scale * steps[number + 1] / 2
            angles.append((stop, angle + before + spare / 2))
            angle += before + behind + spare
            number += 1
        starts.append(starts[-1] + width)
    return tuple(starts), tuple(angles)
