"""The lanes a map can have from the start or be given later, with the question that each asks."""

from __future__ import annotations

from functools import cache

from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read
from cjeditor.model.fields import LaneKind, NoteKind


class StandardLane(Entry):
    """A lane as it is offered: `in_new_map` says whether a new map begins with it."""

    key: CatalogueKey
    kind: LaneKind
    note_kind: NoteKind = "thought"
    name: Wordings
    question: Wordings | None = None
    in_new_map: bool


class _File(Entry):
    lanes: tuple[StandardLane, ...]


@cache
def standard_lanes() -> tuple[StandardLane, ...]:
    """Return the standard lanes from top to bottom; raises `CatalogueBroken`."""
    return read("lanes.json", _File).lanes


def standard_lane(key: str) -> StandardLane | None:
    """Return the standard lane with this key, or nothing."""
    return next((lane for lane in standard_lanes() if lane.key == key), None)
