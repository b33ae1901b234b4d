"""Draws the arguments of the edits of rounds of voting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from cjeditor.model.edits import voting
from cjeditor.model.project import Project
from tests.voting_rounds import ROUND_FIELDS

if TYPE_CHECKING:
    from tests.model.drawing import Drawing

Edit = Callable[[Project], Project]

_AT = "2026-11-27T10:00:00"


def _fields(d: Drawing) -> dict[str, Any]:
    """Fields of a round, the place that it is about among them."""
    found = d.fields(ROUND_FIELDS)
    if d.rarely():
        found["phase"] = d.one("phases")
        found["lane"] = d.one("lanes")
    return found


def _call(function: Callable[..., Project], d: Drawing, *arguments: Any, **named: Any) -> Edit:
    return lambda p: function(p, d.map.id, *arguments, **named)


def _place(d: Drawing) -> int:
    return int(d.value(st.integers(-1, 2)))


DRAW: dict[str, Callable[[Drawing], Edit]] = {
    "open_round": lambda d: _call(
        voting.open_round, d, round_id=d.new("vr"), at=d.value(st.sampled_from(["", _AT])), **_fields(d)
    ),
    "set_round": lambda d: _call(voting.set_round, d, d.one("rounds"), **_fields(d)),
    "add_ballot": lambda d: _call(voting.add_ballot, d, d.one("rounds"), d.several("touchpoints", "notes")),
    "set_ballot": lambda d: _call(voting.set_ballot, d, d.one("rounds"), _place(d), d.several("touchpoints", "notes")),
    "take_back_ballot": lambda d: _call(voting.take_back_ballot, d, d.one("rounds"), _place(d)),
    "close_round": lambda d: _call(
        voting.close_round, d, d.one("rounds"), at=d.value(st.sampled_from([_AT, "", "soon"]))
    ),
    "reopen_round": lambda d: _call(voting.reopen_round, d, d.one("rounds")),
    "delete_round": lambda d: _call(voting.delete_round, d, d.one("rounds")),
}
"""As in `drawing`."""
