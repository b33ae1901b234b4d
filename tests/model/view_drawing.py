"""Draws the arguments of the edits of saved views."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from cjeditor.model.edits import views
from cjeditor.model.project import Project
from tests import strategies

if TYPE_CHECKING:
    from tests.model.drawing import Drawing

Edit = Callable[[Project], Project]


def _fields(d: Drawing) -> dict[str, Any]:
    """Fields of a view, what it refers to among them."""
    found = {**d.fields(strategies.VIEW_FIELDS), "map": d.map.id, "phase": None, "lane": None}
    if d.value(st.booleans()):
        found["phase"] = d.one("phases")
        found["lane"] = d.one("lanes")
        found["channels"] = ("", *dict.fromkeys(d.several("channels")))
        found["personas"] = tuple(d.several("personas"))
    return found


def _add(d: Drawing) -> Edit:
    view_id, index, found = d.new("vw"), d.index(), _fields(d)
    return lambda p: views.add_view(p, view_id=view_id, index=index, **found)


def _set(d: Drawing) -> Edit:
    view_id, found = d.one("views"), _fields(d)
    return lambda p: views.set_view(p, view_id, **found)


def _move(d: Drawing) -> Edit:
    view_id, index = d.one("views"), d.value(st.integers(-1, 4))
    return lambda p: views.move_view(p, view_id, index)


def _delete(d: Drawing) -> Edit:
    ids = d.several("views")
    return lambda p: views.delete_views(p, ids)


DRAW: dict[str, Callable[[Drawing], Edit]] = {
    "add_view": _add,
    "set_view": _set,
    "move_view": _move,
    "delete_views": _delete,
}
"""As in `drawing`."""
