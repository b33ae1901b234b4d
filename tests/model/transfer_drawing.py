"""Draws the arguments of the edits that bring phases, lanes and cards to another map, or cards together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from cjeditor.model.edits import clipping, grouping, transfer, whole
from cjeditor.model.project import Project
from tests import strategies

if TYPE_CHECKING:
    from tests.model.drawing import Drawing

Edit = Callable[[Project], Project]


def _paste_whole(d: Drawing) -> Edit:
    """Whole phases or lanes, or cards, onto any map; sometimes onto one without phases and lanes."""
    table = d.value(st.sampled_from(["phases", "lanes", "touchpoints"]))
    ids, other = d.several(table), d.value(st.sampled_from(d.project.maps))
    beside = {"phase": d.one("phases")} if other is d.map and d.value(st.booleans()) else {}
    copy = clipping.copy_cards if table == "touchpoints" else clipping.copy_whole

    def edit(p: Project) -> Project:
        found = clipping.Clipping.from_json(copy(p, d.map.id, ids).to_json())
        return whole.paste_whole(p, other.id, found, new_ids=d.new, **beside)[0]

    return edit


def _move_to_map(d: Drawing) -> Edit:
    """To what is the same there, or to what the other map gets for it."""
    ids, other, copies = (
        d.several("touchpoints", "notes"),
        d.value(st.sampled_from(d.project.maps)),
        d.value(st.booleans()),
    )

    def edit(p: Project) -> Project:
        found = transfer.route_to(p, d.map.id, ids, other.id)
        places: dict[str, Any] = {
            "steps": {each: match.id for each, match in found.steps.items()},
            "lanes": {each: match.id for each, match in found.lanes.items()},
        }
        return transfer.move_to_map(p, d.map.id, ids, other.id, new_ids=d.new, copies=copies, **places)[0]

    return edit


def _join_group(d: Drawing) -> Edit:
    ids = d.several("touchpoints", "notes", "parked")
    group, way = grouping.Group(tuple(ids), d.value(strategies.texts())), d.value(strategies.choices(grouping.Way))
    return lambda p: grouping.join_group(p, d.map.id, group, way, new_ids=d.new)[0]


DRAW: dict[str, Callable[[Drawing], Edit]] = {
    "paste_whole": _paste_whole,
    "move_to_map": _move_to_map,
    "join_group": _join_group,
}
"""As in `drawing`."""
