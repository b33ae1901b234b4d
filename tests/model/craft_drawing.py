"""Draws the arguments of the edits of single drop-off points and of channels that become one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cjeditor.model.edits import channels, drop_offs
from cjeditor.model.project import Project

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


DRAW: dict[str, Callable[[Drawing], Edit]] = {"set_drop_off": _set_drop_off, "merge_channels": _merge_channels}
"""For every edit by name, what draws its arguments and gives the edit ready to be applied."""
