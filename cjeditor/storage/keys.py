"""Keys that stand twice in one JSON object: every parser silently takes the last, and what came before is lost."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, get_args

from cjeditor.model.fields import Record
from cjeditor.model.problem import Problem

_SET = attrgetter("model_fields_set")
_TEXT = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"')


def surely_once(data: bytes, project: Record) -> bool:
    """Whether it is certain that no key stands twice in `data`, the valid JSON from which `project` was made.

    Every key of the file and no other is a field that was set; so there are no more keys than fields set unless one
    stands twice. Counting takes a fraction of the time that looking at each object takes.
    """
    fields = _fields_set((project,))
    return (not _may_have_space_before_colon(data) and data.count(b'":') == fields) or _keys_at_most(data) == fields


def _may_have_space_before_colon(data: bytes) -> bool:
    # Tabs, returns and line feeds stand between, never within, JSON texts.
    return b"\t" in data or b"\r" in data or b" :" in data or b"\n:" in data


def _keys_at_most(data: bytes) -> int:
    """The number of keys in `data`, or a little more."""
    keys = 0
    for line in data.split(b"\n"):
        colons = line.count(b":")
        if colons != line.count(b'":'):
            # A colon within a text, or after a space. JSON texts end on the line where they begin.
            colons = _TEXT.sub(b"", line).count(b":")
        keys += colons
    return keys


def _fields_set(records: Sequence[Record]) -> int:
    """How many fields of `records`, which are of one kind, and of the records within were given a value."""
    if not records:
        return 0
    count = sum(map(len, map(_SET, records)))
    for look_into in _getters_of_records(type(records[0])):
        # Defaults count nothing: an empty tuple, None, a record of which no field was set.
        values = list(filter(None, map(look_into, records)))
        if values:
            count += _fields_set(values if isinstance(values[0], Record) else list(chain.from_iterable(values)))
    return count


@cache
def _getters_of_records(kind: type[Record]) -> tuple[Callable[[Record], Any], ...]:
    return tuple(attrgetter(name) for name, field in kind.model_fields.items() if _mentions_record(field.annotation))


def _mentions_record(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return any(_mentions_record(part) for part in get_args(annotation))


def twice(data: bytes) -> list[Problem]:
    """A problem for each object in the JSON `data` in which a key stands twice; slow. The place is the object's id."""
    found: list[Problem] = []

    def look(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) != len(pairs):
            keys = [key for key, _ in pairs]
            name = result.get("id")
            where = (name,) if isinstance(name, str) else ()
            found.append(Problem("key-twice", where, {"key": _first_twice(keys)}))
        return result

    json.loads(data, object_pairs_hook=look)
    return found


def _first_twice(keys: Iterable[str]) -> str:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            return key
        seen.add(key)
    return ""
