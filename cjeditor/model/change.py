"""The difference between two states of a project, by id: what undo keeps, the canvas follows, and merges compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import is_
from types import MappingProxyType
from typing import Any

from cjeditor.model import table
from cjeditor.model.fields import Record
from cjeditor.model.ids import MAP_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import R, replace

Pair = tuple[Any, Any]
"""Before and after. None stands for a record that is not there."""

_NOTHING: Mapping[str, Pair] = MappingProxyType({})
_MAP_FIELDS = tuple(name for name in JourneyMap.model_fields if name not in MAP_PREFIXES and name != "id")
_PROJECT_FIELDS = tuple(name for name in Project.model_fields if name not in PROJECT_PREFIXES)
_PROJECT_TABLES = tuple(name for name in PROJECT_PREFIXES if name != "maps")


@dataclass(frozen=True)
class Difference:
    """What differs between two states of a project or map: its own fields by name, its records by table and id."""

    fields: Mapping[str, Pair] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, Pair]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.fields or self.tables)

    def inverted(self) -> Difference:
        """The way back."""
        return Difference(_flipped(self.fields), {name: _flipped(pairs) for name, pairs in self.tables.items()})

    def knowing(self, fact: Difference) -> Difference:
        """This difference between two states that both had the values already that `fact` brings to records."""
        tables = {
            name: {
                key: _knowing(pair, fact.tables[name][key]) if key in fact.tables.get(name, _NOTHING) else pair
                for key, pair in pairs.items()
            }
            for name, pairs in self.tables.items()
        }
        return Difference(self.fields, tables)

    def joined(self, later: Difference) -> Difference:
        """This difference, then `later`, as one."""
        tables = {
            name: _chained(self.tables.get(name, _NOTHING), later.tables.get(name, _NOTHING))
            for name in {**self.tables, **later.tables}
        }
        return Difference(_chained(self.fields, later.fields), {name: pairs for name, pairs in tables.items() if pairs})

    def applied_to(self, whole: R) -> R:
        """`whole` in the state after. Raises EditRefused (`change-does-not-fit`) where it was in another before."""
        changes: dict[str, Any] = {}
        for name, (before, after) in self.fields.items():
            _check_fits(name, getattr(whole, name), before)
            changes[name] = after
        for name, pairs in self.tables.items():
            records = getattr(whole, name)
            for record_id, (before, _after) in pairs.items():
                _check_fits(record_id, table.find(records, record_id), before)
            records = table.without(records, [key for key, (_before, after) in pairs.items() if after is None])
            changes[name] = table.put(records, [after for _before, after in pairs.values() if after is not None])
        return replace(whole, **changes)


@dataclass(frozen=True)
class Change:
    """The difference between two projects.

    `project` holds the project's own fields and tables; there, `maps` has only maps that came or went as a whole.
    `maps` holds what changed inside the maps that are on both sides, by map id.
    """

    project: Difference = field(default_factory=Difference)
    maps: Mapping[str, Difference] = field(default_factory=dict)

    @staticmethod
    def between(before: Project, after: Project) -> Change:
        """The change that leads from `before` to `after`. What is the same object is not looked into."""
        if before is after:
            return Change()
        differing = _records(before.maps, after.maps)
        both = {key: pair for key, pair in differing.items() if None not in pair}
        tables = _tables(before, after, _PROJECT_TABLES)
        whole = {key: pair for key, pair in differing.items() if key not in both}
        if whole:
            tables["maps"] = whole
        maps = {key: _map_difference(*pair) for key, pair in both.items()}
        return Change(
            Difference(_fields(before, after, _PROJECT_FIELDS), tables),
            {key: difference for key, difference in maps.items() if difference},
        )

    def __bool__(self) -> bool:
        return bool(self.project or self.maps)

    @property
    def fields(self) -> Mapping[str, Pair]:
        """The project's own fields that changed: name → (before, after)."""
        return self.project.fields

    @property
    def map_ids(self) -> frozenset[str]:
        """The ids of all maps that changed, came or went."""
        return frozenset((*self.maps, *self.project.tables.get("maps", ())))

    def map_fields(self, map_id: str) -> Mapping[str, Pair]:
        """The fields of a map itself (title, lead persona …) that changed: name → (before, after)."""
        found = self.maps.get(map_id)
        if found is not None:
            return found.fields
        before, after = self.touched("", "maps").get(map_id, (None, None))
        return {
            name: (getattr(before, name, None), getattr(after, name, None)) for name in _MAP_FIELDS if before or after
        }

    def touched(self, map_id: str, table_name: str) -> Mapping[str, Pair]:
        """The records of a map's table that changed: id → (before, after), None where there is none.

        An empty `map_id` asks for a table of the project itself (`channels`, `actions` …). Of a map that came or went
        as a whole, all records are touched.
        """
        if not map_id:
            return self.project.tables.get(table_name, _NOTHING)
        found = self.maps.get(map_id)
        if found is not None:
            return found.tables.get(table_name, _NOTHING)
        before, after = self.touched("", "maps").get(map_id, (None, None))
        return _records(getattr(before, table_name, ()), getattr(after, table_name, ()))

    def inverted(self) -> Change:
        """The way back: `change.inverted().applied_to(after)` gives what was before."""
        return Change(self.project.inverted(), {key: each.inverted() for key, each in self.maps.items()})

    @property
    def only_alters_records(self) -> bool:
        """Whether all of it is that records of the project's own tables, there before and after, got other values."""
        pairs = (pair for table_pairs in self.project.tables.values() for pair in table_pairs.values())
        return not self.maps and not self.project.fields and all(None not in pair for pair in pairs)

    def knowing(self, fact: Change) -> Change:
        """This change as it would have been, had the project had the values already that `fact` brings.

        A fact only alters records. What fits before it is known fits afterwards, forwards and backwards.
        """
        return Change(self.project.knowing(fact.project), self.maps)

    def joined(self, later: Change) -> Change:
        """This change, then `later`, as one. What came and went in between is in neither."""
        project, maps = self.project, dict(self.maps)
        added = {key: pair for key, pair in project.tables.get("maps", _NOTHING).items() if key in later.maps}
        if added:  # a map that this change brought whole and the later one went on to change
            whole = {key: (None, later.maps[key].applied_to(after)) for key, (_none, after) in added.items()}
            project = _with_whole_maps(project, {**project.tables["maps"], **whole})
        removed = {key: pair for key, pair in later.touched("", "maps").items() if key in maps}
        later_project = later.project
        if removed:  # a map that this change touched and the later one took away whole
            whole = {
                key: (maps.pop(key).inverted().applied_to(before), None) for key, (before, _none) in removed.items()
            }
            later_project = _with_whole_maps(later_project, {**later.project.tables["maps"], **whole})
        for key, difference in later.maps.items():
            if key not in added:
                maps[key] = maps[key].joined(difference) if key in maps else difference
        joined = project.joined(later_project)
        # Taken away and brought back: both ends exist, so the difference is inside the map.
        back = {key: pair for key, pair in joined.tables.get("maps", _NOTHING).items() if None not in pair}
        if back:
            joined = _with_whole_maps(joined, {k: p for k, p in joined.tables["maps"].items() if k not in back})
            maps.update({key: _map_difference(*pair) for key, pair in back.items()})
        return Change(joined, {key: difference for key, difference in maps.items() if difference})

    def applied_to(self, project: Project) -> Project:
        """`project` in the state after. Raises EditRefused (`change-does-not-fit`) where it was in another before."""
        changed = self.project.applied_to(project)
        maps = []
        for map_id, difference in self.maps.items():
            found = table.find(changed.maps, map_id)
            if found is None:
                raise refused("change-does-not-fit", map_id, id=map_id)
            maps.append(difference.applied_to(found))
        return replace(changed, maps=table.put(changed.maps, maps)) if maps else changed


def _with_whole_maps(difference: Difference, maps: Mapping[str, Pair]) -> Difference:
    tables = {name: pairs for name, pairs in difference.tables.items() if name != "maps"}
    return Difference(difference.fields, {**tables, "maps": maps} if maps else tables)


def _map_difference(before: JourneyMap, after: JourneyMap) -> Difference:
    return Difference(_fields(before, after, _MAP_FIELDS), _tables(before, after, tuple(MAP_PREFIXES)))


def _fields(before: Record, after: Record, names: tuple[str, ...]) -> dict[str, Pair]:
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in names)
    return {name: (old, new) for name, old, new in pairs if not _same(old, new)}


def _tables(before: Record, after: Record, names: tuple[str, ...]) -> dict[str, Mapping[str, Pair]]:
    found = {name: _records(getattr(before, name), getattr(after, name)) for name in names}
    return {name: pairs for name, pairs in found.items() if pairs}


def _records(before: tuple[Any, ...], after: tuple[Any, ...]) -> dict[str, Pair]:
    """Which records differ between two tables. Runs of identical objects at both ends are skipped at C speed."""
    if before is after:
        return {}
    shorter = min(len(before), len(after))
    start = bytes(map(is_, before, after)).find(0)
    start = shorter if start < 0 else start
    end = bytes(map(is_, reversed(before), reversed(after))).find(0)
    end = min(shorter if end < 0 else end, shorter - start)
    old = {record.id: record for record in before[start : len(before) - end]}
    new = {record.id: record for record in after[start : len(after) - end]}
    pairs = {key: (record, new.get(key)) for key, record in old.items() if not _same(record, new.get(key))}
    pairs.update({key: (None, record) for key, record in new.items() if key not in old})
    return pairs


def _same(one: object, other: object) -> bool:
    return one is other or one == other


def _flipped(pairs: Mapping[str, Pair]) -> dict[str, Pair]:
    return {key: (after, before) for key, (before, after) in pairs.items()}


def _knowing(pair: Pair, fact: Pair) -> Pair:
    """Return two states of a record with the values that differ between those of `fact`."""
    old, new = fact
    values = {name: getattr(new, name) for name in type(new).model_fields if getattr(old, name) != getattr(new, name)}
    before, after = (None if each is None else replace(each, **values) for each in pair)
    return before, after


def _chained(first: Mapping[str, Pair], later: Mapping[str, Pair]) -> dict[str, Pair]:
    """From the state before `first` to the state after `later`; there and back leaves nothing."""
    result = {**first, **{key: (first[key][0] if key in first else old, new) for key, (old, new) in later.items()}}
    return {key: pair for key, pair in result.items() if not _same(*pair)}


def _check_fits(what: str, found: object, expected: object) -> None:
    if not _same(found, expected):
        raise refused("change-does-not-fit", what, id=what)
