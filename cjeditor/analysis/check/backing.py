"""Rules of the journey check about what can be known: evidence and figures."""

from __future__ import annotations

from collections.abc import Iterator

from cjeditor.analysis.check.found import Found
from cjeditor.analysis.check.reading import Reading, first_line
from cjeditor.analysis.evidence import backed_share
from cjeditor.analysis.twice_counted import twice_counted


def unbacked_map(reading: Reading) -> Iterator[Found]:
    """A smaller share of the map's claims rests on research than the project asks for."""
    below, share = reading.project.settings.hypothesis_below, backed_share(reading.map)
    if share is not None and share < below:
        yield Found(reading.map.id, "", {"share": share, "below": below})


def kpi_without_target(reading: Reading) -> Iterator[Found]:
    """A KPI of a phase or touchpoint, or a metric, has no target."""
    for phase in reading.phases:
        yield from (_without(phase.id, each.name) for each in phase.kpis if each.target is None)
    for touchpoint in reading.touchpoints:
        yield from (_without(touchpoint.id, each.name) for each in touchpoint.kpis if each.target is None)
    for note in reading.notes("metric"):
        if note.target is None:
            yield _without(note.id, note.text)


def kpi_twice(reading: Reading) -> Iterator[Found]:
    """A figure is on the map already: under another card, as a metric, or as a question of the catalogue."""
    phases = {phase.id: phase.name for phase in reading.phases}
    for row, same in twice_counted(reading.project, reading.map):
        name = first_line((row.name,))
        if row.holder == same.holder:
            yield Found(row.holder, "here", {"kpi": name})
        elif same.holder in phases:
            yield Found(row.holder, "phase", {"kpi": name, "name": phases[same.holder]})
        else:
            yield Found(row.holder, "", {"kpi": name, "other": same.holder}, others=(same.holder,))


def _without(record_id: str, name: str) -> Found:
    name = name.strip()
    return Found(record_id, "" if name else "nameless", {"kpi": name})
