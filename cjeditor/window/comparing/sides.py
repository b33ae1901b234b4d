"""What can be compared: maps of this project, of another file, of an earlier version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.storage.history import Version
from cjeditor.texts import Texts
from cjeditor.window.history.seen import minute_of
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


def sides_of_versions(versions: Sequence[Version], map_id: str, words: Texts) -> list[Side]:
    """Return the map of that id as it was in earlier versions; of the same minute each is told apart by its second."""
    minutes = Counter(map(minute_of, versions))
    return [Side(_called(each, words, minutes[minute_of(each)] > 1), map_id, None, each) for each in versions]


def _called(version: Version, words: Texts, exactly: bool) -> str:
    when = version.written.astimezone()
    day, time = words.day(when.date().isoformat()), f"{when:%H:%M:%S}" if exactly else f"{when:%H:%M}"
    if version.name:
        return words.t("Version “{name}” of {day}, {time}", name=shortened(one_line(version.name)), day=day, time=time)
    if version.kind == "found":
        return words.t("Version as it was found, {day}, {time}", day=day, time=time)
    return words.t("Version of {day}, {time}", day=day, time=time)


def map_in(project: Project, map_id: str) -> JourneyMap | None:
    """Return the map of that id; where it is not there, the first one."""
    return find(project.maps, map_id) or next(iter(ordered(project.maps)), None)
