"""Draws the arguments of the edits of the funnel's counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cjeditor.analysis.funnel import STAGES
from cjeditor.model.edits import funnel
from cjeditor.model.project import Project

if TYPE_CHECKING:
    from tests.model.drawing import Drawing

Edit = Callable[[Project], Project]


def _map(d: Drawing) -> str | None:
    return d.value(st.sampled_from([None, d.map.id, "map_none"]))  # type: ignore[no-any-return]  # a draw may be anything


def _set_counts(d: Drawing) -> Edit:
    map_id = _map(d)
    counts = d.value(st.dictionaries(st.sampled_from(STAGES), st.sampled_from([None, 0, 12, -1]), max_size=3))
    ids = {stage: d.new("fn") for stage in STAGES}
    return lambda p: funnel.set_counts(p, map_id, counts, ids)


def _set_origin(d: Drawing) -> Edit:
    map_id, date = _map(d), d.value(st.sampled_from([None, "", "2026-11-01", "soon"]))
    source = d.value(st.sampled_from([None, "", "CRM"]))
    return lambda p: funnel.set_origin(p, map_id, date=date, source=source)


def _take_counts(d: Drawing) -> Edit:
    map_id, keep = _map(d), d.value(st.booleans())
    counts = d.value(st.dictionaries(st.sampled_from(STAGES), st.sampled_from([0, 12, -1]), max_size=3))
    ids = {stage: d.new("fn") for stage in STAGES}
    date, source = d.value(st.sampled_from(["", "2026-11-01", "soon"])), d.value(st.sampled_from(["", "CRM"]))
    return lambda p: funnel.take_counts(p, map_id, counts, ids, date=date, source=source, keep=keep)


DRAW: dict[str, Callable[[Drawing], Edit]] = {
    "set_counts": _set_counts,
    "set_origin": _set_origin,
    "take_counts": _take_counts,
}
"""As in `drawing`."""
