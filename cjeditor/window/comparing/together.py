"""Two views that look at the same place of two maps: what is scrolled or zoomed in one follows in the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPointF

from cjeditor.canvas.frame import MapFrame
from cjeditor.layout.arrangement import Arrangement

Stops = Sequence[tuple[float, float]]
"""Places on one map and the same places on the other, rising."""


class Together(QObject):
    """Lets two frames follow each other: phase by phase across, lane by lane down."""

    def __init__(self, one: MapFrame, other: MapFrame, same: Mapping[str, str], parent: QObject) -> None:
        """Connect them.

        Args:
            one: shows a map.
            other: shows another.
            same: the id on `other` of a phase or lane, by that on `one`.
            parent: owns it.
        """
        super().__init__(parent)
        self._frames = (one, other)
        self._same = same
        self._leads: MapFrame | None = None
        one.view.looked_elsewhere.connect(self._follow_one)
        other.view.looked_elsewhere.connect(self._follow_other)

    def _follow_one(self) -> None:
        self._follow(0)

    def _follow_other(self) -> None:
        self._follow(1)

    def _follow(self, leader: int) -> None:
        if self._leads is not None:
            return
        leading, following = self._frames[leader], self._frames[1 - leader]
        corner = leading.view.scene_point(QPointF(0, 0))
        one, other = (each.desk.arrangement for each in self._frames)
        across = stops(phase_places(one), phase_places(other), self._same)
        down = stops(lane_places(one), lane_places(other), self._same)
        if leader:
            across, down = ([(there, here) for here, there in some] for some in (across, down))
        self._leads = leading
        place = QPointF(place_on_other(corner.x(), across), place_on_other(corner.y(), down))
        following.view.show_from(leading.view.zoom, place)
        self._leads = None


def phase_places(arrangement: Arrangement) -> list[tuple[str, float]]:
    """Return the phases with the places of their left edges, and the end of the map."""
    return [*((box.phase.id, box.x) for box in arrangement.phases), ("", arrangement.width)]


def lane_places(arrangement: Arrangement) -> list[tuple[str, float]]:
    """Return the lanes with the places of their upper edges, and the end of the map."""
    return [*((box.lane.id, box.y) for box in arrangement.lanes), ("", arrangement.height)]


def stops(
    one: Sequence[tuple[str, float]], other: Sequence[tuple[str, float]], same: Mapping[str, str]
) -> list[tuple[float, float]]:
    """Return where the same things begin on both maps; those that stand in another order are left out."""
    there = dict(other)
    found = [(0.0, 0.0)]
    for name, place in one:
        partner = same.get(name, "") if name else ""
        if name and not partner:
            continue
        at = there.get(partner)
        if at is not None and place > found[-1][0] and at > found[-1][1]:
            found.append((place, at))
    return found


def place_on_other(place: float, known: Stops) -> float:
    """Return the place on the other map, as far between the same two stops."""
    at = bisect_right([here for here, _there in known], place) - 1
    if at < 0:
        return place
    here, there = known[at]
    if at + 1 == len(known):
        return there + place - here
    next_here, next_there = known[at + 1]
    return there + (place - here) * (next_there - there) / (next_here - here)
