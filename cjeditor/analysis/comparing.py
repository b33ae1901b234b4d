"""What differs between two states of a project, as people see it: added, removed, moved, reworded, set to other values.

The base is the difference by id; ranks and places become moves, and the record's own fields stand one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cjeditor.model.change import Change, Pair
from cjeditor.model.ids import MAP_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.project import Project
from cjeditor.model.table import find

What = Literal["added", "removed", "moved", "changed"]

_PLACE = ("rank", "step", "lane", "phase")
"""Fields that say where a record stands."""
_MAP_ORDER = ("phases", "steps", "lanes", "touchpoints", "notes", "links", "comments", "rounds")
_SILENT = frozenset({"assets"})
"""Tables that people see through others: a picture comes and goes with what shows it."""
_NAMES = ("title", "name", "text", "label", "question")


@dataclass(frozen=True)
class Difference:
    """One thing that differs.

    `map_id` is empty for what belongs to the project, `table` for the map's (or project's) own fields. `name` and
    `number` are those of the record, as it is now or was last (number 0: it has none). Of a `changed` one `field`,
    `before` and `after` say what; of a moved one `before` and `after` are the records.
    """

    what: What
    map_id: str
    table: str
    record_id: str
    name: str
    number: int = 0
    field: str = ""
    before: Any = None
    after: Any = None


def differences(before: Project, after: Project) -> list[Difference]:
    """All differences that lead from `before` to `after`: the project's own first, then map by map."""
    change = Change.between(before, after)
    found = list(_own("", change.fields))
    for table in (*(name for name in PROJECT_PREFIXES if name != "maps"), "maps"):
        if table not in _SILENT:
            found.extend(_records("", table, change.touched("", table)))
    for map_id in sorted(change.maps, key=lambda one: _rank(after, one)):
        difference = change.maps[map_id]
        found.extend(_own(map_id, difference.fields))
        for table in sorted(difference.tables, key=_order):
            found.extend(_records(map_id, table, difference.tables[table]))
    return found


def _own(map_id: str, fields: Mapping[str, Pair]) -> Iterator[Difference]:
    for name, (before, after) in fields.items():
        if name == "rank":
            yield Difference("moved", map_id, "", map_id, "")
        else:
            yield Difference("changed", map_id, "", map_id, "", 0, name, before, after)


def _records(map_id: str, table: str, pairs: Mapping[str, Pair]) -> Iterator[Difference]:
    for record_id, (before, after) in sorted(pairs.items(), key=_by_number):
        record = before if after is None else after
        name = next((text for one in _NAMES if isinstance(text := getattr(record, one, None), str) and text), "")
        number = getattr(record, "number", 0) if table in ("touchpoints", "notes") else 0
        where = (map_id, table, record_id, name, number)
        if before is None:
            yield Difference("added", *where, "", None, after)
        elif after is None:
            yield Difference("removed", *where, "", before, None)
        else:
            yield from _inside(where, before, after)


def _inside(where: tuple[str, str, str, str, int], before: Any, after: Any) -> Iterator[Difference]:
    fields = [name for name in type(after).model_fields if getattr(before, name) != getattr(after, name)]
    if any(name in _PLACE for name in fields):
        yield Difference("moved", *where, "", before, after)
    for name in fields:
        if name not in _PLACE:
            yield Difference("changed", *where, name, getattr(before, name), getattr(after, name))


def _by_number(pair: tuple[str, Pair]) -> tuple[int, str]:
    record = pair[1][0] if pair[1][1] is None else pair[1][1]
    return getattr(record, "number", 0), pair[0]


def _rank(project: Project, map_id: str) -> tuple[str, str]:
    found = find(project.maps, map_id)
    return (found.rank if found is not None else "", map_id)


def _order(table: str) -> int:
    return _MAP_ORDER.index(table) if table in _MAP_ORDER else len(MAP_PREFIXES)
