"""A table is a tuple of records sorted by id: how to find in it, put into it and take out of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from operator import attrgetter
from typing import Protocol, TypeVar


class WithId(Protocol):
    """Anything that has an id."""

    @property
    def id(self) -> str:
        """The id, unique in its project."""


W = TypeVar("W", bound=WithId)

_ID = attrgetter("id")


def find(table: tuple[W, ...], record_id: str) -> W | None:
    """The record of that id, or None."""
    at = bisect_left(table, record_id, key=_ID)
    return table[at] if at < len(table) and table[at].id == record_id else None


def put(table: tuple[W, ...], records: Iterable[W]) -> tuple[W, ...]:
    """`table` with `records` added, each in its place or instead of the one with its id."""
    result = list(table)
    for record in records:
        at = bisect_left(result, record.id, key=_ID)
        if at < len(result) and result[at].id == record.id:
            result[at] = record
        else:
            result.insert(at, record)
    return tuple(result)


def without(table: tuple[W, ...], ids: Collection[str]) -> tuple[W, ...]:
    """`table` less the records with these ids; `table` itself when it holds none of them."""
    gone = [record_id for record_id in ids if find(table, record_id) is not None]
    if not gone:
        return table
    result = list(table)
    for record_id in gone:
        del result[bisect_left(result, record_id, key=_ID)]
    return tuple(result)


def in_order(records: Iterable[W]) -> tuple[W, ...]:
    """`records` as a table."""
    return tuple(sorted(records, key=_ID))
