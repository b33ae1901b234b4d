"""Rules of the journey check about what can be known: evidence and figures."""

from __future__ import annotations

from collections.abc import Iterator

from cjeditor.analysis.check.found import Found
from cjeditor.analysis.check.reading import Reading
from cjeditor.analysis.evidence import backed_share


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


def _without(record_id: str, name: str) -> Found:
    name = name.strip()
    return Found(record_id, "" if name else "nameless", {"kpi": name})
