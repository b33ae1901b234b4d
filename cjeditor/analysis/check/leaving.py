"""Rules of the journey check about where customers are lost: drop-off points, waiting, breaks between channels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cjeditor.analysis.check.found import Found, Value
from cjeditor.analysis.check.reading import Reading
from cjeditor.analysis.waiting import is_late
from cjeditor.model.cards import DropOffPoint


def open_drop_off(reading: Reading) -> Iterator[Found]:
    """A drop-off point of a touchpoint or phase has no counter-measure."""
    for phase in reading.phases:
        yield from _open(phase.id, phase.drop_off_points)
    for each in reading.touchpoints:
        yield from _open(each.id, each.drop_off_points)


def waiting_gap(reading: Reading) -> Iterator[Found]:
    """A touchpoint takes longer than customers expect."""
    for each in reading.touchpoints:
        expected, actual = each.expected_wait, each.actual_wait
        if expected is not None and actual is not None and is_late(each):
            yield Found(each.id, "", {"expected": expected, "actual": actual})


def broken_hand_off(reading: Reading) -> Iterator[Found]:
    """A link is marked as a broken hand-off; the obstacle is told where it is known."""
    places = {each.id: at for at, each in enumerate(reading.cards)}
    for link in sorted(reading.map.links, key=lambda each: (places[each.source], places[each.target])):
        if link.hand_off == "broken":
            params: dict[str, Value] = {"target": link.target}
            if link.obstacle:
                params["obstacle"] = link.obstacle
            yield Found(link.source, "obstacle" if link.obstacle else "", params, others=(link.target,))


def _open(record_id: str, points: Iterable[DropOffPoint]) -> Iterator[Found]:
    for each in points:
        if not each.counter_measure.strip():
            said = each.title.strip()
            yield Found(record_id, "", {"reason": each.reason or "", "title": said})
