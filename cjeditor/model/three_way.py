"""Two people changed the same project: their changes as one, record by record and field by field, and where they clash.

The way of merging three states is that of version control: what only one side changed is taken; what both changed in
the same way is no clash; a clash is decided by `choices`, and where nothing was chosen so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from cjeditor.model.fields import Record
from cjeditor.model.ids import MAP_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.model.reconciling import Repair, reconciled
from cjeditor.model.replace import R, replace
from cjeditor.model.table import in_order

Side = Literal["mine", "theirs"]

Place = tuple[str, str, str, str]
"""Where a clash is: map id (empty: the project's own), table, record id (both empty: the map's or project's own
fields), field (empty: the whole record, which one side deleted)."""


@dataclass(frozen=True)
class Clash:
    """The same thing, changed by both in different ways. None stands for a record that was deleted, or was not yet."""

    place: Place
    base: Any
    mine: Any
    theirs: Any
    taken: Side


@dataclass(frozen=True)
class Merged:
    """What came of it: a project that holds all rules, the clashes, and what had to be put right beyond them."""

    project: Project
    clashes: tuple[Clash, ...]
    repairs: tuple[Repair, ...]


def merged(
    base: Project, mine: Project, theirs: Project, choices: Mapping[Place, Side] = MappingProxyType({})
) -> Merged:
    """Return `mine` with what `theirs` changed since `base`.

    Where nothing was chosen, mine is taken; but a record that one side deleted and the other changed stays, and so does
    everything that a record which stays refers to. Raises EditRefused where no project that holds all rules was found.
    """
    merging = _Merging(choices)
    together = merging.project(base, mine, theirs)
    project, repairs = reconciled(together, (mine, theirs, base))
    return Merged(project, tuple(merging.clashes), repairs)


class _Merging:
    """One merge, with the clashes that it came upon."""

    def __init__(self, choices: Mapping[Place, Side]) -> None:
        self._choices = choices
        self.clashes: list[Clash] = []

    def project(self, base: Project, mine: Project, theirs: Project) -> Project:
        """All three as one."""
        tables = [name for name in PROJECT_PREFIXES if name != "maps"]
        changes = {name: self._table("", name, base, mine, theirs) for name in tables}
        changes["maps"] = in_order(self._maps(base, mine, theirs))
        changes.update(self._fields(("", "", ""), base, mine, theirs, {*PROJECT_PREFIXES}))
        return replace(mine, **changes)

    def _maps(self, base: Project, mine: Project, theirs: Project) -> Iterator[JourneyMap]:
        for map_id, before, own, other in _by_id(base.maps, mine.maps, theirs.maps):
            found = self._record(("", "maps", map_id, ""), before, own, other)
            if found is None:
                continue
            if own is None or other is None or own is other:
                yield found
                continue
            base_map = own if before is None else before
            changes = {name: self._table(map_id, name, base_map, own, other) for name in MAP_PREFIXES}
            changes.update(self._fields((map_id, "", ""), base_map, own, other, {"id", *MAP_PREFIXES}))
            yield replace(own, **changes)

    def _table(self, map_id: str, name: str, base: Record, mine: Record, theirs: Record) -> tuple[Any, ...]:
        tables: tuple[tuple[Any, ...], ...] = tuple(getattr(side, name) for side in (base, mine, theirs))
        if tables[1] is tables[2] or tables[2] == tables[0]:
            return tables[1]
        records: list[Any] = []
        for record_id, before, own, other in _by_id(*tables):
            found = self._record((map_id, name, record_id, ""), before, own, other)
            if found is not None and own is not None and other is not None and own != other:
                where = (map_id, name, record_id)
                found = replace(own, **self._fields(where, own if before is None else before, own, other, {"id"}))
            if found is not None:
                records.append(found)
        return in_order(records)

    def _record(self, place: Place, base: R | None, mine: R | None, theirs: R | None) -> R | None:
        """Return whether the record is there at all: mine or theirs, or None where it goes."""
        if mine is not None and theirs is not None:
            return mine
        there = theirs if mine is None else mine
        if base is None or there is None:
            return there  # new on one side, or gone on both
        if there == base:
            return None
        taken = self._choices.get(place, "theirs" if mine is None else "mine")
        self.clashes.append(Clash(place, base, mine, theirs, taken))
        return mine if taken == "mine" else theirs

    def _fields(
        self, where: tuple[str, str, str], base: Record, mine: Record, theirs: Record, but: set[str]
    ) -> dict[str, Any]:
        """Return the fields of the result that differ from mine."""
        changes = {}
        for name in type(mine).model_fields:
            before, own, other = (getattr(side, name) for side in (base, mine, theirs))
            if name in but or other in (own, before):
                continue
            if own == before:
                changes[name] = other
                continue
            place = (*where, name)
            taken = self._choices.get(place, "mine")
            self.clashes.append(Clash(place, before, own, other, taken))
            if taken == "theirs":
                changes[name] = other
        return changes


def _by_id(
    base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]
) -> Iterator[tuple[str, Any, Any, Any]]:
    """Yield each id with its record on all three sides."""
    sides = [{record.id: record for record in side} for side in (base, mine, theirs)]
    for record_id in sorted({*sides[1], *sides[2]}):
        yield record_id, sides[0].get(record_id), sides[1].get(record_id), sides[2].get(record_id)
