"""Fractional indices: ranks for records that come between others, without touching the others where possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fractional_indexing import FIError, generate_n_keys_between

LONGEST = 60
"""Characters. Longer keys come only from hundreds of insertions at one place; then all siblings get short ones."""


@dataclass(frozen=True)
class Placed:
    """Ranks for newcomers, and new ranks for those siblings (by position) that could not keep theirs."""

    new: list[str]
    changed: dict[int, str] = field(default_factory=dict)


def place(siblings: Sequence[str], index: int, count: int) -> Placed:
    """Ranks for `count` newcomers before the sibling at `index`; `siblings` are the ranks of the others, ascending.

    Two people who add at the same place, or a hand-written file, leave equal or odd ranks. Then the siblings right
    behind the newcomers get new ranks too, or all of them if that does not help.
    """
    below = siblings[index - 1] if index > 0 else None
    behind = index
    while behind < len(siblings) and below is not None and siblings[behind] <= below:
        behind += 1
    above = siblings[behind] if behind < len(siblings) else None
    keys = _keys(below, above, count + behind - index)
    if keys:
        return Placed(keys[:count], dict(enumerate(keys[count:], start=index)))
    keys = _keys(None, None, len(siblings) + count)
    others = keys[:index] + keys[index + count :]
    changed = {at: key for at, key in enumerate(others) if key != siblings[at]}
    return Placed(keys[index : index + count], changed)


def _keys(below: str | None, above: str | None, count: int) -> list[str]:
    """Keys between two others; empty where one of these is no proper key, or the result would be too long."""
    try:
        keys: list[str] = generate_n_keys_between(below, above, count)
    except FIError:
        return []
    return keys if all(len(key) <= LONGEST for key in keys) else []
