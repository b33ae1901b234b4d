"""Draws the arguments of the edits of the workshop: its agenda and what waits outside the maps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from cjeditor.model.edits import workshop
from cjeditor.model.fields import NoteKind, ParkedPlace
from cjeditor.model.project import Project
from tests import strategies

if TYPE_CHECKING:
    from tests.model.drawing import Drawing

Edit = Callable[[Project], Project]


def _agenda_fields(d: Drawing) -> dict[str, Any]:
    """Fields of a step of the agenda, what it opens among them."""
    found = d.fields(strategies.AGENDA_FIELDS)
    if d.value(st.booleans()):
        found["phase"] = d.one("phases") if d.ids_in("phases") else None
        found["lanes"] = tuple(d.several("lanes")) if d.ids_in("lanes") else ()
    return found


def _replace_agenda(d: Drawing) -> Edit:
    plan = [_agenda_fields(d) for _ in range(d.value(st.integers(0, 3)))]
    return lambda p: workshop.replace_agenda(p, plan, new_ids=d.new)


def _park(d: Drawing) -> Edit:
    thoughts = d.value(st.lists(st.sampled_from(["One", "one!", " two ", "", "3"]) | strategies.texts(), max_size=4))
    place, kind = d.value(strategies.choices(ParkedPlace)), d.value(strategies.maybe(strategies.choices(NoteKind)))
    return lambda p: workshop.park(p, thoughts, new_ids=d.new, place=place, kind=kind)


def _park_cards(d: Drawing) -> Edit:
    ids = d.several("touchpoints", "notes")
    return lambda p: workshop.park_cards(p, d.map.id, ids, new_ids=d.new)


def _move_parked(d: Drawing) -> Edit:
    ids, place, index = d.several("parked"), d.value(strategies.choices(ParkedPlace)), d.index()
    return lambda p: workshop.move_parked(p, ids, place, index)


def _place_parked(d: Drawing) -> Edit:
    ids, step, lane, index = d.several("parked"), d.one("steps"), d.one("lanes"), d.index()
    return lambda p: workshop.place_parked(p, d.map.id, ids, new_ids=d.new, step=step, lane=lane, index=index)[0]


def _set_parked(d: Drawing) -> Edit:
    ids, found = d.several("parked"), d.fields(strategies.PARKED_FIELDS)
    return lambda p: workshop.set_parked(p, ids, **found)


def _call(edit: Callable[..., Project], *args: Any, **fields: Any) -> Edit:
    return lambda p: edit(p, *args, **fields)


DRAW: dict[str, Callable[[Drawing], Edit]] = {
    "add_agenda_step": lambda d: _call(
        workshop.add_agenda_step, step_id=d.new("ag"), index=d.index(), **_agenda_fields(d)
    ),
    "set_agenda_step": lambda d: _call(workshop.set_agenda_step, d.one("agenda"), **_agenda_fields(d)),
    "move_agenda_step": lambda d: _call(workshop.move_agenda_step, d.one("agenda"), d.value(st.integers(-1, 4))),
    "delete_agenda_steps": lambda d: _call(workshop.delete_agenda_steps, d.several("agenda")),
    "replace_agenda": _replace_agenda,
    "park": _park,
    "park_cards": _park_cards,
    "set_parked": _set_parked,
    "move_parked": _move_parked,
    "delete_parked": lambda d: _call(workshop.delete_parked, d.several("parked")),
    "place_parked": _place_parked,
}
"""As in `drawing`."""
