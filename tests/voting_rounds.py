"""Hypothesis strategies for rounds of voting."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from cjeditor.model.voting import Ballot, VotingRound

ROUND_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "question": st.sampled_from(["", "Which?", "<b>\nWas\u202e \U0001f600"]),
    "dots": st.integers(1, 4),
    "most_per_card": st.integers(0, 2),
    "voters": st.integers(0, 12),
    "kind": st.sampled_from([None, "touchpoint", "pain_point"]),
}

_MOMENT = "2026-11-27T10:00:00"


@st.composite
def rounds(draw: st.DrawFn, key: str, cards: list[str]) -> tuple[VotingRound, ...]:
    """Closed rounds on these cards, and perhaps an open one; their ids end in `key`."""
    found = []
    for number in range(draw(st.integers(0, 2))):
        dots = st.lists(st.sampled_from(cards), max_size=2) if cards else st.just([])
        ballots = tuple(Ballot(dots=tuple(one)) for one in draw(st.lists(dots, max_size=2)))
        fields = {name: draw(of) for name, of in ROUND_FIELDS.items() if draw(st.booleans())}
        some = {"id": f"vr_{number}_{key}", "rank": draw(st.sampled_from(["a0", "a1"])), "dots": 2, "ballots": ballots}
        some["closed"] = _MOMENT if number else draw(st.sampled_from(["", _MOMENT]))
        found.append(VotingRound.model_validate({**fields, **some}))
    return tuple(found)
