"""Rules of the journey check about what is offered: channels and realms of experience. Off unless switched on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from cjeditor.analysis.check.found import Found
from cjeditor.analysis.check.reading import Reading
from cjeditor.model.cards import Touchpoint
from cjeditor.model.fields import Realm


def single_channel_phase(reading: Reading) -> Iterator[Found]:
    """All touchpoints of a phase, at least two, use the same channel; those without contact are left out."""
    for phase in reading.phases:
        met = [each for each in reading.by_phase[phase.id] if isinstance(each, Touchpoint) and each.contact != "none"]
        channels = {each.channel for each in met}
        if len(met) > 1 and len(channels) == 1 and None not in channels:
            yield Found(phase.id, "", {"n": len(met), "channel": channels.pop() or ""})


def realms_missing(reading: Reading) -> Iterator[Found]:
    """No touchpoint is tagged with one or more of the four realms."""
    touchpoints = list(reading.touchpoints)
    offered = {realm for each in touchpoints for realm in each.realms}
    missing = tuple(each for each in get_args(Realm) if each not in offered)
    if touchpoints and missing:
        yield Found(reading.map.id, "", {"realms": missing})
