"""Draws the arguments of the edits of comments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cjeditor.model.edits import comments
from cjeditor.model.project import Project
from tests import strategies

if TYPE_CHECKING:
    from tests.model.drawing import Drawing

Edit = Callable[[Project], Project]

_SAID = st.sampled_from(["Why?", "", "  ", "a\r\nb"]) | strategies.texts()


def _add(d: Drawing) -> Edit:
    about = d.map.id if d.value(st.booleans()) else d.one("phases", "steps", "lanes", "touchpoints", "notes", "links")
    new, text, time = d.new("cm"), d.value(_SAID), d.value(st.sampled_from(["", "14:30", "24:00"]))
    return lambda p: comments.add_comment(p, d.map.id, comment_id=new, about=about, text=text, time=time)


def _set(d: Drawing) -> Edit:
    ids, text, resolved = d.several("comments"), d.value(_SAID), d.value(st.booleans())
    return lambda p: comments.set_comments(p, d.map.id, ids, text=text, resolved=resolved)


def _delete(d: Drawing) -> Edit:
    ids = d.several("comments")
    return lambda p: comments.delete_comments(p, d.map.id, ids)


DRAW: dict[str, Callable[[Drawing], Edit]] = {
    "add_comment": _add,
    "set_comments": _set,
    "delete_comments": _delete,
}
"""As in `drawing`."""
