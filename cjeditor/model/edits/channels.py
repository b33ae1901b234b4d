"""Edits of the project's list of channels beyond adding, changing and deleting one: making one out of two."""

from __future__ import annotations

from typing import Any

from cjeditor.model import table
from cjeditor.model.edits.maps import delete_channel
from cjeditor.model.lookup import known
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import replace


def merge_channels(project: Project, *, gone: str, kept: str) -> Project:
    """`project` without the channel `gone`; whatever named it names `kept`, which stays as it is.

    Raises EditRefused: `unknown-id`, `merge-with-itself`.
    """
    known(project.channels, gone)
    known(project.channels, kept)
    if gone == kept:
        raise refused("merge-with-itself", gone)
    maps = [replace(each, touchpoints=_renamed(each.touchpoints, gone, kept)) for each in project.maps]
    personas = [
        replace(each, preferred_channels=_named_anew(each.preferred_channels, gone, kept)) for each in project.personas
    ]
    views = [replace(each, channels=_named_anew(each.channels, gone, kept)) for each in project.views]
    parked = [
        replace(each, touchpoint=replace(each.touchpoint, channel=kept))
        for each in project.parked
        if each.touchpoint is not None and each.touchpoint.channel == gone
    ]
    project = replace(
        project,
        maps=tuple(maps),
        personas=tuple(personas),
        views=tuple(views),
        parked=table.put(project.parked, parked),
    )
    return delete_channel(project, gone)


def _renamed(touchpoints: tuple[Any, ...], gone: str, kept: str) -> tuple[Any, ...]:
    return table.put(touchpoints, [replace(each, channel=kept) for each in touchpoints if each.channel == gone])


def _named_anew(ids: tuple[Any, ...], gone: str, kept: str) -> tuple[Any, ...]:
    """The ids with `kept` in the place of `gone`, each once."""
    return tuple(dict.fromkeys(kept if each == gone else each for each in ids))
