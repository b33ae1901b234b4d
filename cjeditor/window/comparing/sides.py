"""What can be compared: maps of this project, of another file, of an earlier version."""

from __future__ import annotations

from dataclasses import dataclass

from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.storage.history import Version
from cjeditor.texts import Texts
from cjeditor.window.plain import one_line, shortened


@dataclass(frozen=True)
class Side:
    """One of two maps: what it is called in a list, and where it is.

    An earlier version has no project until it is read.
    """

    label: str
    map_id: str
    project: Project | None = None
    version: Version | None = None


def sides_of(project: Project, words: Texts, file: str = "") -> list[Side]:
    """Return the maps of a project; `file` is what it is called, empty for the one on screen."""
    found = []
    for each in ordered(project.maps):
        title = shortened(one_line(each.title)) or words.t("Untitled map")
        label = words.t("{file}: {map}", file=shortened(file), map=title) if file else title
        found.append(Side(label, each.id, project))
    return found


def side_of_version(version: Version, map_id: str, words: Texts) -> Side:
    """Return the map of that id as it was in an earlier version."""
    when = version.written.astimezone()
    day, time = words.day(when.date().isoformat()), f"{when:%H:%M}"
    if version.name:
        label = words.t("Version “{name}” of {day}, {time}", name=shortened(one_line(version.name)), day=day, time=time)
    else:
        label = words.t("Version of {day}, {time}", day=day, time=time)
    return Side(label, map_id, None, version)


def map_in(project: Project, map_id: str) -> JourneyMap | None:
    """Return the map of that id; where it is not there, the first one."""
    return find(project.maps, map_id) or next(iter(ordered(project.maps)), None)
