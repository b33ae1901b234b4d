"""What differs between two maps by meaning: a current and a future state, two versions, maps of two files.

`pairing` says what is the same on both. Of that, fields are compared one by one; references count as equal where they
lead to what is the same. Something counts as moved only if its phase, step or lane is another, or its place among those
that are on both maps: new neighbours move nobody. That a future state has none of the findings about the current one is
no difference: nobody could have found them out yet.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Literal

from cjeditor.analysis.comparing import Difference
from cjeditor.analysis.pairing import Pairs, paired
from cjeditor.model.cards import Card
from cjeditor.model.edits.futures import not_found_out
from cjeditor.model.fields import Record
from cjeditor.model.journey_map import JourneyMap, Step
from cjeditor.model.lookup import cards, in_journey_order, ordered, ordered_steps
from cjeditor.model.project import Project
from cjeditor.model.table import find

Mark = Literal["added", "removed", "moved", "changed"]

_MAP_FIELDS: Final = (
    "title",
    "scenario",
    "scope",
    "key_finding",
    "decision",
    "lead_persona",
    "overlaid_personas",
    "state",
    "owner",
    "status",
    "version",
)
_TABLES: Final = ("phases", "steps", "lanes", "touchpoints", "notes", "links")
_PLACE: Final = frozenset({"rank", "step", "lane", "phase"})
_NOT_MEANT: Final = frozenset(
    {
        *("id", "number", "origin", "comes_from", "source", "target"),
        *("collapsed", "min_width", "min_height", "ticked", "votes", "ratings"),
    }
)
"""Fields that say what a record is called by programs, how it is shown, which others it names, or what people counted
in a workshop: no meaning of its own. What ratings mean is the emotion."""
_METRIC_FIELDS: Final = frozenset({"source", "target"})
"""Of a note these are figures; of a link its ends, by which links are told apart."""
_NAMES: Final = ("title", "name", "text", "label")


@dataclass(frozen=True)
class Comparison:
    """Two maps, each in its project, and what differs.

    Attributes:
        old_project: of the older map.
        new_project: of the newer one; may be the same.
        old: the map that was.
        new: the map that is or will be.
        pairs: what is the same on both.
        differences: the map's own fields, then phases, steps, lanes, touchpoints, notes and links, each along the
            journey.
    """

    old_project: Project
    new_project: Project
    old: JourneyMap
    new: JourneyMap
    pairs: Pairs
    differences: tuple[Difference, ...]

    @property
    def marks(self) -> Mapping[str, Mark]:
        """By the id of a phase, step, lane, card or link what became of it; moved and changed is `changed`.

        What was removed stands under its id on the older map, everything else under that on the newer.
        """
        found: dict[str, Mark] = {}
        for each in self.differences:
            if each.table and found.get(each.record_id) != "changed":
                found[each.record_id] = each.what
        return MappingProxyType(found)

    def of(self, what: Mark) -> tuple[Difference, ...]:
        """Return the differences of one kind."""
        return tuple(each for each in self.differences if each.what == what)


def compared(old_project: Project, old: JourneyMap, new_project: Project, new: JourneyMap) -> Comparison:
    """Compare two maps, of one project or of two."""
    pairs = paired(old, new)
    comparing = _Comparing(old_project, old, new_project, new, pairs)
    return Comparison(old_project, new_project, old, new, pairs, tuple(comparing.all()))


def counterpart(project: Project, journey_map: JourneyMap) -> tuple[JourneyMap, JourneyMap] | None:
    """Return the current and the future state that belong together, one of which is this map; None without another.

    They are the map and the one that it was made from, else the first that was made from it, a future state before
    others.
    """
    origin = find(project.maps, journey_map.origin or "")
    if origin is not None:
        return origin, journey_map
    copies = [each for each in ordered(project.maps) if each.origin == journey_map.id]
    copies.sort(key=lambda each: each.state != "future")
    return (journey_map, copies[0]) if copies else None


class _Comparing:
    """Finds what differs between two maps, of which it is known what is the same."""

    def __init__(
        self, old_project: Project, old: JourneyMap, new_project: Project, new: JourneyMap, pairs: Pairs
    ) -> None:
        self._old = old
        self._new = new
        self._pairs = pairs
        self._is_future = old.id != new.id and (old.state, new.state) == ("current", "future")
        self._old_names = {} if old_project is new_project else _shared_names(old_project)
        self._new_names = {} if old_project is new_project else _shared_names(new_project)

    def all(self) -> Iterator[Difference]:
        yield from self._own()
        for table in _TABLES:
            yield from self._table(table)

    def _own(self) -> Iterator[Difference]:
        blank = self._blank(self._old)
        for name in _MAP_FIELDS:
            before, after = getattr(self._old, name), getattr(self._new, name)
            if self._differ(before, after) and self._differ(getattr(blank, name), after):
                yield Difference("changed", self._new.id, "", self._new.id, "", 0, name, before, after)

    def _table(self, table: str) -> Iterator[Difference]:
        olds, news = _in_order(self._old, table), _in_order(self._new, table)
        known = {each.id: each for each in olds}
        moved = self._moved(table, olds, news)
        for each in olds:
            if each.id not in self._pairs.newer:
                yield self._difference("removed", table, each, before=each)
        for each in news:
            before = known.get(self._pairs.older.get(each.id, ""))
            if before is None:
                yield self._difference("added", table, each, after=each)
                continue
            if each.id in moved:
                yield self._difference("moved", table, each, before=before, after=each)
            blank = self._blank(before)
            for name in type(each).model_fields:
                if _is_meant(table, name) and self._differ(getattr(blank, name), getattr(each, name)):
                    yield from self._field(table, name, before, each)

    def _field(self, table: str, name: str, before: Record, after: Record) -> Iterator[Difference]:
        values = getattr(before, name), getattr(after, name)
        if self._differ(*values):
            yield self._difference("changed", table, after, field=name, before=values[0], after=values[1])

    def _blank(self, before: Record) -> Record:
        """Return what a record of the older map begins as on the newer one, where that is its future state."""
        return not_found_out(before) if self._is_future else before

    def _differ(self, before: Any, after: Any) -> bool:
        if before is after or before == after:
            return False
        return bool(self._meant(before, self._old_names) != self._meant(after, self._new_names))

    def _moved(self, table: str, olds: Sequence[Any], news: Sequence[Any]) -> set[str]:
        """Return the ids, on the newer map, of what stands elsewhere: in another place, or in another order there."""
        if table == "links":
            return set()
        older = self._pairs.older
        at = {each.id: (place, each) for place, each in enumerate(olds)}
        both = [each for each in news if older.get(each.id) in at]
        found: set[str] = set()
        staying: dict[tuple[str, ...], list[tuple[int, str]]] = {}
        for each in both:
            place, before = at[older[each.id]]
            home = tuple(older.get(one, one) for one in _home(each))
            if _home(before) != home:
                found.add(each.id)
            else:
                staying.setdefault(home, []).append((place, each.id))
        for siblings in staying.values():
            in_order = _longest_rise([place for place, _id in siblings])
            found.update(one for n, (_place, one) in enumerate(siblings) if n not in in_order)
        return found

    def _meant(self, value: Any, names: Mapping[str, str]) -> Any:
        """Return a value as it is compared: names for what projects share, records without their ids."""
        if isinstance(value, tuple):
            return tuple(self._meant(each, names) for each in value)
        if isinstance(value, Record):
            return tuple(
                (name, self._meant(getattr(value, name), names)) for name in type(value).model_fields if name != "id"
            )
        return names.get(value, value) if isinstance(value, str) else value

    def _difference(
        self, what: Mark, table: str, record: Any, *, field: str = "", before: Any = None, after: Any = None
    ) -> Difference:
        name = next((text for one in _NAMES if isinstance(text := getattr(record, one, ""), str) and text), "")
        number = getattr(record, "number", 0)
        return Difference(what, self._new.id, table, record.id, name, number, field, before, after)


def _is_meant(table: str, field: str) -> bool:
    if field in _METRIC_FIELDS:
        return table == "notes"
    return field not in _PLACE and field not in _NOT_MEANT


def _in_order(journey_map: JourneyMap, table: str) -> list[Any]:
    """Return the records of a table as people see them."""
    if table == "steps":
        return list(ordered_steps(journey_map))
    if table in ("touchpoints", "notes"):
        some: Iterable[Card] = getattr(journey_map, table)
        return list(in_journey_order(journey_map, some))
    if table == "links":
        places = {each.id: at for at, each in enumerate(in_journey_order(journey_map, cards(journey_map)))}
        return sorted(journey_map.links, key=lambda each: (places[each.source], places[each.target]))
    return list(ordered(getattr(journey_map, table)))


def _home(record: Any) -> tuple[str, ...]:
    """Return the ids of what a record lies in."""
    if isinstance(record, Step):
        return (record.phase,)
    return (record.step, record.lane) if hasattr(record, "lane") else ()


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """Return the positions of a longest rising part of some different numbers: what need not move."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for position, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        tails[at:] = [number] if at == len(tails) else [number, *tails[at + 1 :]]
        ends[at:] = [position] if at == len(ends) else [position, *ends[at + 1 :]]
    found: set[int] = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        found.add(position)
        position = before[position]
    return found


def _shared_names(project: Project) -> dict[str, str]:
    """Return what channels and personas are called, by id: two files name the same ones by different ids."""
    found = {each.id: f"\0{each.name}" for each in project.channels}
    return found | {each.id: f"\0{each.name}" for each in project.personas}


@dataclass(frozen=True)
class Feeling:
    """How a touchpoint that is on one or both maps feels, before and after; None where nobody asked, or it is not."""

    old: str
    new: str
    before: int | None
    after: int | None


def feelings(comparison: Comparison) -> tuple[Feeling, ...]:
    """Return the emotions of all touchpoints along the newer journey; those removed stand after what they followed."""
    olds = _in_order(comparison.old, "touchpoints")
    news = _in_order(comparison.new, "touchpoints")
    pairs = comparison.pairs
    known = {each.id: each for each in olds}
    found: list[Feeling] = []
    for each in news:
        before = known.get(pairs.older.get(each.id, ""))
        found.append(Feeling(before.id if before else "", each.id, before.emotion if before else None, each.emotion))
    for at, each in enumerate(olds):
        if each.id not in pairs.newer:
            behind = next((one.id for one in reversed(olds[:at]) if any(f.old == one.id for f in found)), "")
            place = next((n + 1 for n, one in enumerate(found) if one.old == behind), 0) if behind else 0
            found.insert(place, Feeling(each.id, "", each.emotion, None))
    return tuple(found)
