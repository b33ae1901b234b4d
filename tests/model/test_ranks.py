"""Ranks keep an order whatever the file brought."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.model.ranks import LONGEST, place

ANY_RANKS = st.lists(st.text("0aAZz1", min_size=2, max_size=5), max_size=8).map(sorted)
"""Also equal ones, and ones that are no proper keys: files are written by hand and merged by git."""


@given(ANY_RANKS, st.integers(0, 8), st.integers(0, 5))
def test_newcomers_come_to_the_place_and_nobody_else_changes_order(ranks: list[str], index: int, count: int) -> None:
    index = min(index, len(ranks))
    found = place(ranks, index, count)
    after = [found.changed.get(at, rank) for at, rank in enumerate(ranks)]
    around = after[:index] + found.new + after[index:]
    newcomers_and_neighbours = around[max(index - 1, 0) : index + count + 1]
    if count:
        assert newcomers_and_neighbours == sorted(set(newcomers_and_neighbours))
    assert around == sorted(around)
    assert len(found.new) == count


def test_proper_ranks_of_others_stay() -> None:
    assert place(["a0", "a1", "a2"], 1, 3).changed == {}


def test_equal_ranks_behind_are_told_apart() -> None:
    found = place(["a0", "a1", "a1", "a1", "a2"], 2, 1)
    assert sorted(found.changed) == [2, 3]
    assert "a1" < found.new[0] < found.changed[2] < found.changed[3] < "a2"


@pytest.mark.parametrize("at_end", [True, False])
def test_ranks_do_not_grow_without_bound(at_end: bool) -> None:
    ranks = ["a0", "a1"]
    for _ in range(2_000):
        index = len(ranks) if at_end else 1
        found = place(ranks, index, 1)
        ranks = [found.changed.get(at, rank) for at, rank in enumerate(ranks)]
        ranks.insert(index, found.new[0])
        assert len(found.new[0]) <= LONGEST
    assert ranks == sorted(set(ranks))
