"""Finding the map that a name means, and the same one in another project."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from cjeditor.export.problems import ExportRefused
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.model.table import find

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
        titles = Counter(_folded(journey.title) for journey in maps)
        known = _listed([_called(journey, titles) for journey in maps])
        raise ExportRefused(path, Problem("export-map-unknown", params={"name": name, "known": known}))
    if len(found) > 1:
        ids = _listed([journey.id for journey in found])
        problem = Problem("export-map-ambiguous", params={"name": name, "count": len(found), "known": ids})
        raise ExportRefused(path, problem)
    return found[0]


def same_map(project: Project, journey: JourneyMap) -> JourneyMap | None:
    """The map as it is in another project: the one with its id, else the only one with its title; None without any."""
    found = find(project.maps, journey.id)
    if found is not None:
        return found
    same = [each for each in project.maps if each.title.strip() == journey.title.strip()]
    return same[0] if len(same) == 1 else None


def _called(journey: JourneyMap, titles: Counter[str]) -> str:
    """By what a map can be asked for: its title, its id where it has none, both where another has the same."""
    title = journey.title.strip()
    if not title:
        return journey.id
    return title if titles[_folded(title)] == 1 else f"{title} ({journey.id})"


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
