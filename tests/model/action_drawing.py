"""Draws the arguments of the edits of actions, and of what people feel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

from cjeditor.model.edits import actions, cards, tracing
from cjeditor.model.fields import Effect, MixModel
from cjeditor.model.mix import PARTS
from cjeditor.model.project import Project
from tests import strategies

if TYPE_CHECKING:
    from tests.model.drawing import Drawing

Edit = Callable[[Project], Project]

_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": strategies.texts() | st.just(" "),
    "owner": strategies.texts(),
    "effort": st.none() | st.integers(0, 6),
    "effects": st.lists(st.sampled_from(get_args(Effect)), max_size=2).map(tuple),
    "mix": st.none() | st.sampled_from([*PARTS["4p"], *PARTS["siva"]]),
    "due": st.sampled_from(["", "2026-12-01", "soon"]),
}


def _fields(d: Drawing) -> dict[str, Any]:
    found = d.fields(_FIELDS)
    if d.value(st.booleans()):
        found["cards"] = tuple(d.several("touchpoints", "notes"))
        found["touchpoints"] = tuple(d.several("touchpoints"))
    return found


def _add(d: Drawing) -> Edit:
    new, fields = d.new("ac"), {"title": "Do", **_fields(d)}
    return lambda p: actions.add_action(p, action_id=new, **fields)


def _add_for(d: Drawing) -> Edit:
    new, ids = d.new("ac"), d.several("touchpoints", "notes")
    return lambda p: actions.add_action_for(p, d.map.id, ids, action_id=new, otherwise="New")


def _set(d: Drawing) -> Edit:
    ids, fields = d.several("actions"), _fields(d)
    return lambda p: actions.set_actions(p, ids, **fields)


def _delete(d: Drawing) -> Edit:
    ids = d.several("actions")
    return lambda p: actions.delete_actions(p, ids)


def _mix(d: Drawing) -> Edit:
    model = d.value(st.sampled_from([*get_args(MixModel), "5p"]))
    return lambda p: actions.set_mix_model(p, model)


def _future(d: Drawing) -> Edit:
    action, new = d.one("actions"), d.new("tp")
    return lambda p: tracing.add_future_touchpoint(p, action, d.map.id, new_ids=lambda _prefix: new)[0]


def _feel(d: Drawing) -> Edit:
    ids, persona, value = d.several("touchpoints"), d.one("personas"), d.value(st.none() | st.integers(-3, 3))
    return lambda p: cards.set_feeling(p, d.map.id, ids, persona, value)


def _emotion(d: Drawing) -> Edit:
    ids, value = d.several("touchpoints", "notes"), d.value(st.none() | st.integers(-3, 3))
    return lambda p: cards.set_emotion(p, d.map.id, ids, value)


DRAW: dict[str, Callable[[Drawing], Edit]] = {
    "add_action": _add,
    "add_action_for": _add_for,
    "set_actions": _set,
    "delete_actions": _delete,
    "set_mix_model": _mix,
    "add_future_touchpoint": _future,
    "set_emotion": _emotion,
    "set_feeling": _feel,
}
"""As in `drawing`."""
