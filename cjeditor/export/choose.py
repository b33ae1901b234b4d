"""Finding the map that a name means."""

from __future__ import annotations

from pathlib import Path

from cjeditor.export.problems import ExportRefused
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project

_SHOWN = 8


def choose_map(project: Project, name: str, path: Path) -> JourneyMap:
    """The map whose id or title is `name`; the first one where `name` is empty.

    Args:
        project: where to look.
        name: an id, or a title as typed; upper and lower case and spaces around it do not matter.
        path: the file that shall be written, for the error.

    Raises:
        ExportRefused: no map, none of that name, or several.
    """
    maps = ordered(project.maps)
    if not maps:
        raise ExportRefused(path, Problem("export-no-map"))
    if not name:
        return maps[0]
    by_id = [journey for journey in maps if journey.id == name]
    wanted = _folded(name)
    found = by_id or [journey for journey in maps if _folded(journey.title) == wanted]
    if not found:
        known = ", ".join(journey.title.strip() or journey.id for journey in maps[:_SHOWN])
        more = " …" if len(maps) > _SHOWN else ""
        raise ExportRefused(path, Problem("export-map-unknown", params={"name": name, "known": known + more}))
    if len(found) > 1:
        raise ExportRefused(path, Problem("export-map-ambiguous", params={"name": name, "count": len(found)}))
    return found[0]


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
