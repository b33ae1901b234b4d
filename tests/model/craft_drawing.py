"""Draws the arguments of the edits of channels and of single drop-off points."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cjeditor.model.edits import channels, drop_offs, maps
from cjeditor.model.project import Project
from tests import strategies

if TYPE_CHECKING:
    from tests.model.drawing import Drawing

Edit = Callable[[Project], Project]

_FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "likelihood": st.sampled_from([None, 1, 5, 6]),
        "impact": st.sampled_from([None, 1, 5, 0]),
        "counter_measure": st.sampled_from(["", "Say it first"]),
    },
)


def _set_drop_off(d: Drawing) -> Edit:
    points = [point.id for one in (*d.map.touchpoints, *d.map.phases) for point in one.drop_off_points]
    point, found, map_id = d.value(st.sampled_from([*points, "do_none"])), d.value(_FIELDS), d.map.id
    return lambda p: drop_offs.set_drop_off(p, map_id, point, **found)


def _merge_channels(d: Drawing) -> Edit:
    gone, kept = d.one("channels"), d.one("channels")
    return lambda p: channels.merge_channels(p, gone=gone, kept=kept)


def _fields(d: Drawing) -> dict[str, str]:
    return {"name": d.value(strategies.texts()), "mode": d.value(st.sampled_from(["online", "mobile", "air"]))}


def _add_channel(d: Drawing) -> Edit:
    new, found = d.new("ch"), _fields(d)
    return lambda p: maps.add_channel(p, channel_id=new, **found)


def _set_channel(d: Drawing) -> Edit:
    channel, found = d.one("channels"), _fields(d)
    return lambda p: maps.set_channel(p, channel, **found)


def _delete_channel(d: Drawing) -> Edit:
    channel = d.one("channels")
    return lambda p: maps.delete_channel(p, channel)


DRAW: dict[str, Callable[[Drawing], Edit]] = {
    "add_channel": _add_channel,
    "set_channel": _set_channel,
    "delete_channel": _delete_channel,
    "merge_channels": _merge_channels,
    "set_drop_off": _set_drop_off,
}
"""For every edit by name, what draws its arguments and gives the edit ready to be applied."""
