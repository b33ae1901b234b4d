"""Two people changed the same project: their changes as one, record by record and field by field, and where they clash.

The way of merging three states is that of version control: what only one side changed is taken; what both changed in
the same way is no clash; a clash is decided by `choices`, and where nothing was chosen so that nothing is lost. Where
nobody knows what both sides began with, each difference is a clash: nothing goes or comes without being asked about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from cjeditor.model.fields import Record
from cjeditor.model.ids import MAP_PREFIXES, PROJECT_PREFIXES
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import next_number
from cjeditor.model.merged_votes import CARDS, Sides, Votes
from cjeditor.model.project import Project
from cjeditor.model.reconciling import Repair, reconciled
from cjeditor.model.replace import R, replace
from cjeditor.model.table import in_order, put

Side = Literal["mine", "theirs"]

Place = tuple[str, str, str, str]
"""Where a clash is: map id (empty: the project's own), table, record id (both empty: the map's or project's own
fields), field (empty: the whole record, which one side deleted, or a round of voting, which counts only as a whole)."""


_WHOLE = frozenset({"rounds"})
"""Tables whose records are merged as wholes: two halves of a vote are no vote."""


@dataclass(frozen=True)
class Clash:
    """The same thing, changed by both in different ways.

    None stands for a record that is not there, and as `base` for what was not there yet or is not known.
    """

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
    base: Project | None, mine: Project, theirs: Project, choices: Mapping[Place, Side] = MappingProxyType({})
) -> Merged:
    """Return `mine` with what `theirs` changed since `base`.

    Where nothing was chosen, mine is taken; but a record that one side deleted and the other changed stays, and so does
    everything that a record which stays refers to. Raises EditRefused where no project that holds all rules was found.

    Args:
        base: what both sides began with; None where that is not known: then each difference is a clash.
        mine: one side.
        theirs: the other one.
        choices: the side to be taken at places of clashes.
    """
    merging = _Merging(base, choices)
    together = merging.project(mine, theirs)
    states = (mine, theirs) if base is None else (mine, theirs, base)
    project, repairs = reconciled(together, states)
    project = merging.with_votes(project, mine, theirs)
    if base is None:
        project = _with_numbers_of(project, (mine, theirs))
    return Merged(project, tuple(merging.clashes), repairs)


class _Merging:
    """One merge, with the clashes that it came upon."""

    def __init__(self, base: Project | None, choices: Mapping[Place, Side]) -> None:
        self._base = base
        self._choices = choices
        self.clashes: list[Clash] = []

    def project(self, mine: Project, theirs: Project) -> Project:
        """All three as one, but for the votes on cards."""
        tables = [name for name in PROJECT_PREFIXES if name != "maps"]
        changes = {name: self._table("", name, self._base, mine, theirs) for name in tables}
        changes["maps"] = in_order(self._maps(mine, theirs))
        changes.update(self._fields(("", "", ""), self._base, mine, theirs, {*PROJECT_PREFIXES}))
        return replace(mine, **changes)

    def with_votes(self, project: Project, mine: Project, theirs: Project) -> Project:
        """The merged project with votes on its cards that agree with its rounds of voting."""
        votes = Votes(self._base, mine, theirs)

        def is_mine(place: tuple[str, str, str], shown: Sides) -> bool:
            return self._clash((*place, "votes"), *shown, "mine") == "mine"

        return votes.put_into(project, is_mine)

    def _clash(self, place: Place, base: Any, mine: Any, theirs: Any, usually: Side) -> Side:
        """Take note of a clash, and return the side that is taken."""
        taken = self._choices.get(place, usually)
        self.clashes.append(Clash(place, base, mine, theirs, taken))
        return taken

    def _maps(self, mine: Project, theirs: Project) -> Iterator[JourneyMap]:
        for map_id, before, own, other in _by_id(_of(self._base, "maps"), mine.maps, theirs.maps):
            found = self._record(("", "maps", map_id, ""), before, own, other)
            if found is None:
                continue
            if own is None or other is None or own is other:
                yield found
                continue
            changes = {name: self._table(map_id, name, before, own, other) for name in MAP_PREFIXES}
            changes.update(self._fields((map_id, "", ""), before, own, other, {"id", *MAP_PREFIXES}))
            yield replace(own, **changes)

    def _table(self, map_id: str, name: str, base: Record | None, mine: Record, theirs: Record) -> tuple[Any, ...]:
        before, own, other = _of(base, name), _of(mine, name), _of(theirs, name)
        if own is other or (base is not None and other == before):
            return own
        records: list[Any] = []
        for record_id, *sides in _by_id(before, own, other):
            found = self._record((map_id, name, record_id, ""), *sides)
            if found is not None and sides[1] is not None and sides[2] is not None and sides[1] != sides[2]:
                found = self._both((map_id, name, record_id), *sides)
            if found is not None:
                records.append(found)
        return in_order(records)

    def _record(self, place: Place, base: R | None, mine: R | None, theirs: R | None) -> R | None:
        """Return whether the record is there at all: mine or theirs, or None where it goes."""
        if mine is not None and theirs is not None:
            return mine
        there = theirs if mine is None else mine
        if base is None and self._base is not None:
            return there  # new on one side
        if there == base:
            return None
        taken = self._clash(place, base, mine, theirs, "theirs" if mine is None else "mine")
        return mine if taken == "mine" else theirs

    def _both(self, where: tuple[str, str, str], base: Any, mine: Any, theirs: Any) -> Any:
        """One record out of two that differ."""
        if where[1] not in _WHOLE:
            but = {"id", "votes"} if where[1] in CARDS else {"id"}
            return replace(mine, **self._fields(where, base, mine, theirs, but))
        if base is not None and base in (mine, theirs):
            return theirs if mine == base else mine
        return mine if self._clash((*where, ""), base, mine, theirs, "mine") == "mine" else theirs

    def _fields(
        self, where: tuple[str, str, str], base: Record | None, mine: Record, theirs: Record, but: set[str]
    ) -> dict[str, Any]:
        """Return the fields of the result that differ from mine."""
        changes = {}
        for name in type(mine).model_fields:
            own, other = getattr(mine, name), getattr(theirs, name)
            before = None if base is None else getattr(base, name)
            if name in but or other == own or (base is not None and other == before):
                continue
            if base is not None and own == before:
                changes[name] = other
            elif name == "retired_number":
                changes[name] = max(own, other)  # nothing that people could choose: a number never comes again
            elif self._clash((*where, name), before, own, other, "mine") == "theirs":
                changes[name] = other
        return changes


def _with_numbers_of(project: Project, sides: tuple[Project, Project]) -> Project:
    """The project in which no number comes again that a card had which one side has and the result has not."""
    highest: dict[str, int] = {}
    for side in sides:
        for each in side.maps:
            highest[each.id] = max(highest.get(each.id, 0), next_number(each) - 1)
    changed = [
        replace(each, retired_number=highest[each.id])
        for each in project.maps
        if next_number(each) - 1 < highest.get(each.id, 0)
    ]
    return replace(project, maps=put(project.maps, changed)) if changed else project


def _of(side: Record | None, table: str) -> tuple[Any, ...]:
    """A table of one side; empty where there is no such side."""
    found: tuple[Any, ...] = () if side is None else getattr(side, table)
    return found


def _by_id(
    base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]
) -> Iterator[tuple[str, Any, Any, Any]]:
    """Yield each id with its record on all three sides."""
    sides = [{record.id: record for record in side} for side in (base, mine, theirs)]
    for record_id in sorted({*sides[1], *sides[2]}):
        yield record_id, sides[0].get(record_id), sides[1].get(record_id), sides[2].get(record_id)
