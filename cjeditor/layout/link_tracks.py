"""Lanes for links that share a gutter: side by side a few pixels apart, one line where they have a card in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cjeditor.layout.arrangement import LinkEnds, Run
from cjeditor.layout.link_ways import Grid

_STEP = 3.5
"""Between two lines, where there is room for that."""
_ROOMS = {True: 2.5, False: 6.0}
"""How far a line may keep to either side of the middle of an upright and of a level gutter."""
_EDGE_ROOMS = {True: 1.5, False: 2.5}
"""The same in the upright and level gutters along the map's own edges, half as wide as the others."""

Point = tuple[float, float]


class Draft(NamedTuple):
    """A link whose way is known but for the lanes that it takes."""

    link: str
    source: str
    target: str
    ends: LinkEnds
    runs: tuple[Run, ...]


class _Stretch(NamedTuple):
    """What a link needs of a gutter; sorted by where it begins."""

    low: float
    high: float
    source: str
    target: str
    link: str
    run: int


Tracks = dict[tuple[str, int], float]
"""How far a link's run lies beside the middle of its gutter, by the link and the run's number."""

Gutters = Mapping[tuple[bool, float], tuple[list[_Stretch], Tracks]]
"""By whether upright and its middle: what is needed of a gutter, sorted, and the tracks given for it."""


def tracks_of(drafts: Iterable[Draft], grid: Grid, known: Gutters) -> tuple[Tracks, Gutters]:
    """The tracks of all links, and those of each gutter; one that is used as in `known` is not reckoned again."""
    gutters: defaultdict[tuple[bool, float], list[_Stretch]] = defaultdict(list)
    for draft in drafts:
        _need(draft, gutters)
    edges = grid.edges if gutters else frozenset()
    tracks: Tracks = {}
    found: dict[tuple[bool, float], tuple[list[_Stretch], Tracks]] = {}
    for key, stretches in gutters.items():
        stretches.sort()
        was = known.get(key)
        if was is None or was[0] != stretches:
            upright = key[0]
            room = _EDGE_ROOMS[upright] if key in edges else _ROOMS[upright]
            was = (stretches, _spread(stretches, room))
        found[key] = was
        tracks.update(was[1])
    return tracks, found


def _need(draft: Draft, gutters: dict[tuple[bool, float], list[_Stretch]]) -> None:
    """Note what a link needs of each of its gutters."""
    runs, ends = draft.runs, draft.ends
    for i, run in enumerate(runs):
        if run.shared:
            before = runs[i - 1].at if i else (ends.y1 if run.upright else ends.x1)
            after = runs[i + 1].at if i + 1 < len(runs) else (ends.y2 if run.upright else ends.x2)
            low, high = (before, after) if before <= after else (after, before)
            stretch = _Stretch(low, high, draft.source, draft.target, draft.link, i)
            gutters[run.upright, run.at].append(stretch)


def _spread(stretches: Sequence[_Stretch], room: float) -> Tracks:
    """Tracks for the stretches of one gutter, heap by heap: what does not touch another has the middle."""
    found: Tracks = {}
    heap: list[tuple[_Stretch, int]] = []
    tracks: list[list[_Stretch]] = []
    reach = float("-inf")
    for stretch in stretches:
        if stretch.low > reach:
            _settle(heap, len(tracks), room, found)
            heap, tracks = [], []
        reach = max(reach, stretch.high)
        heap.append((stretch, _track_for(stretch, tracks)))
    _settle(heap, len(tracks), room, found)
    return found


def _track_for(stretch: _Stretch, tracks: list[list[_Stretch]]) -> int:
    """The first track without another link there, unless that has a card in common; a new one where there is none."""
    for number, track in enumerate(tracks):
        track[:] = [one for one in track if one.high >= stretch.low]
        if all(one.source == stretch.source or one.target == stretch.target for one in track):
            track.append(stretch)
            return number
    tracks.append([stretch])
    return len(tracks) - 1


def _settle(heap: Sequence[tuple[_Stretch, int]], count: int, room: float, found: Tracks) -> None:
    step = min(_STEP, 2 * room / (count - 1)) if count > 1 else 0.0
    for stretch, number in heap:
        found[stretch.link, stretch.run] = (number - (count - 1) / 2) * step


def points_of(draft: Draft, beside: Sequence[float]) -> tuple[Point, ...]:
    """The corners of a link's line from border to border; its runs lie `beside` the middles of their gutters."""
    ends = draft.ends
    found: list[Point] = [(ends.x1, ends.y1)]
    x, y = ends.x1, ends.y1
    for run, by in zip(draft.runs, beside, strict=True):
        at = run.at + by
        if run.upright:
            x = at
        else:
            y = at
        _add(found, (x, y))
    if draft.runs and draft.runs[-1].upright:
        _add(found, (x, ends.y2))
    _add(found, (ends.x2, ends.y2))
    return tuple(found)


def _add(points: list[Point], point: Point) -> None:
    """Add a corner, or lengthen the last stretch where it goes straight on."""
    if point == points[-1]:
        return
    if len(points) > 1:
        (x0, y0), (x1, y1) = points[-2], points[-1]
        if (x0 == x1 == point[0] and (y1 - y0) * (point[1] - y1) >= 0) or (
            y0 == y1 == point[1] and (x1 - x0) * (point[0] - x1) >= 0
        ):
            points[-1] = point
            return
    points.append(point)
