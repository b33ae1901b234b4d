"""What a channel is used by: said beside its fields, and before it is deleted."""

from __future__ import annotations

from cjeditor.model.project import Project
from cjeditor.texts import Texts


def usage_of(project: Project, channel_id: str, words: Texts) -> str:
    """Return where the channel stands, as sentences; empty where nothing names it."""
    on_maps = [sum(1 for one in each.touchpoints if one.channel == channel_id) for each in project.maps]
    touchpoints = sum(on_maps)
    waiting = sum(1 for one in project.parked if one.touchpoint is not None and one.touchpoint.channel == channel_id)
    personas = sum(1 for one in project.personas if channel_id in one.preferred_channels)
    views = sum(1 for one in project.views if channel_id in one.channels)
    said = []
    if touchpoints:
        said.append(words.tn("{n} touchpoint happens in it", "{n} touchpoints happen in it", touchpoints))
        maps = sum(1 for count in on_maps if count)
        if maps > 1:
            said[-1] = words.t("{touchpoints}, on {n} maps", touchpoints=said[-1], n=maps)
        said[-1] += "."
    if waiting:
        said.append(words.tn("{n} waiting card names it.", "{n} waiting cards name it.", waiting))
    if personas:
        said.append(words.tn("{n} persona prefers it.", "{n} personas prefer it.", personas))
    if views:
        said.append(words.tn("{n} saved view looks for it.", "{n} saved views look for it.", views))
    return " ".join(said)
