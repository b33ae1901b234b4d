"""Edits of the saved views: naming, replacing, ordering and deleting them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cjeditor.model import table
from cjeditor.model.edits.parts import check_free, check_reference, check_settable, is_in_place, placed
from cjeditor.model.lookup import known, ordered
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace
from cjeditor.model.rules import sought_of_view
from cjeditor.model.saved_view import SavedView

VIEW_FIXED = ("id", "rank")
"""Fields that `set_view` leaves alone."""

_NEW_RANK = "a0"  # until `placed` gives the right one


def add_view(project: Project, *, view_id: str, index: int | None = None, **fields: Any) -> Project:
    """A saved view more, before the one at `index` (0-based; None: at the end); `fields` name its `map`.

    Raises EditRefused: `id-taken`, `wrong-prefix`, `field-fixed`, `field-refused`, `unknown-reference`,
    `reference-twice`.
    """
    check_free(project, "views", view_id)
    check_settable(view_id, fields, VIEW_FIXED)
    new = make(SavedView, id=view_id, rank=_NEW_RANK, **fields)
    _check_references(project, new)
    return _with_views(project, placed(ordered(project.views), [new], index))


def set_view(project: Project, view_id: str, **fields: Any) -> Project:
    """Other field values for a saved view: another name, or all that is seen.

    Raises EditRefused: `unknown-id`, `field-fixed`, `field-refused`, `unknown-reference`, `reference-twice`.
    """
    check_settable(view_id, fields, VIEW_FIXED)
    new = replace(known(project.views, view_id), **fields)
    _check_references(project, new)
    return _with_views(project, [new])


def move_view(project: Project, view_id: str, index: int) -> Project:
    """The view to the place `index` (0-based) among the others; too far means the end. Raises EditRefused."""
    moved = known(project.views, view_id)
    siblings = ordered(project.views)
    if is_in_place(siblings, [moved], index):
        return project
    return _with_views(project, placed([each for each in siblings if each is not moved], [moved], index))


def delete_views(project: Project, ids: Collection[str]) -> Project:
    """`project` without these saved views. Raises EditRefused (`unknown-id`)."""
    for each in ids:
        known(project.views, each)
    return replace(project, views=table.without(project.views, set(ids)))


def _check_references(project: Project, view: SavedView) -> None:
    check_reference(view.id, "map", view.map, project.maps)
    seen = known(project.maps, view.map)
    check_reference(view.id, "phase", view.phase, seen.phases)
    check_reference(view.id, "lane", view.lane, seen.lanes)
    for problem in sought_of_view(project, view):
        raise EditRefused(problem)


def _with_views(project: Project, some: Collection[SavedView]) -> Project:
    return replace(project, views=table.put(project.views, some))
