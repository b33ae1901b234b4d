"""What several records hold in common, and edits that go to all that have it.

One rule for drop-off points, KPIs, tags and web links: what all have or only some have is shown once, with the number
of those that have it. An edit or a removal goes to all that have it, an addition to all; what only some have can be
given to the rest. Entries are the same when all their fields are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cjeditor.model.cards import DropOffPoint, Kpi, Link
from cjeditor.model.replace import replace

Nested = DropOffPoint | Kpi | Link
Holders = tuple[tuple[Any, ...], ...]
"""What each of the chosen records holds in one field."""


@dataclass(frozen=True)
class Alike:
    """An entry that some of the records have, each under an id of its own."""

    record: Nested
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Changed:
    """Wanted: another value of a field of the entries with these ids."""

    ids: tuple[str, ...]
    field: str
    value: object


@dataclass(frozen=True)
class Removed:
    """Wanted: without the entries with these ids."""

    ids: tuple[str, ...]


@dataclass(frozen=True)
class Spread:
    """Wanted: such an entry in all records that have none of `had`, under these new ids in turn."""

    record: Nested
    had: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Parts:
    """Wanted: short texts.

    Attributes:
        before: what each record held when the person began; what is typed letter by letter is measured by it.
        wanted: what all shall have of what is common.
        dropped: what none shall have any more.
    """

    before: Holders
    wanted: tuple[str, ...]
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True)
class Flagged:
    """Wanted: one of several given values in all records or in none, the others as they are; `order` is the list's."""

    value: object
    given: bool
    order: tuple[object, ...]


Wanted = Changed | Removed | Spread | Parts | Flagged


def alike(holders: Holders, former: Sequence[tuple[str, ...]] = ()) -> list[Alike]:
    """Return the entries by what they say, each once, as the first record has it.

    `former` are the ids that belonged together before. As long as they can, they still do: an entry that on the way to
    being typed looks like another one is not mixed up with it.
    """
    by_id = {entry.id: entry for holder in holders for entry in holder}
    if {one for ids in former for one in ids} == by_id.keys() and all(
        len({_content(by_id[one]) for one in ids}) == 1 for ids in former
    ):
        return [Alike(by_id[ids[0]], ids) for ids in former]
    found: dict[tuple[Any, ...], list[Nested]] = {}
    for holder in holders:
        counts: dict[tuple[Any, ...], int] = {}
        for entry in holder:
            content = _content(entry)
            counts[content] = counts.get(content, 0) + 1  # two alike in one record are two
            found.setdefault((content, counts[content]), []).append(entry)
    return [Alike(entries[0], tuple(entry.id for entry in entries)) for entries in found.values()]


def common(holders: Holders) -> tuple[str, ...]:
    """Return the texts that all hold, in the order of the first."""
    first = holders[0] if holders else ()
    return tuple(one for one in first if all(one in holder for holder in holders[1:]))


def partly(holders: Holders) -> list[tuple[str, int]]:
    """Return the texts that some hold but not all, each with how many do."""
    shared = {*common(holders)}
    texts = dict.fromkeys(one for holder in holders for one in holder if one not in shared)
    return [(one, sum(one in holder for holder in holders)) for one in texts]


def edited(holders: Holders, wanted: Wanted) -> Iterator[tuple[Any, ...]]:
    """Return what each record shall hold.

    Raises:
        EditRefused: the model does not allow that value.
    """
    match wanted:
        case Changed(ids, field, value):
            for holder in holders:
                yield tuple(replace(one, **{field: value}) if one.id in ids else one for one in holder)
        case Removed(ids):
            for holder in holders:
                yield tuple(one for one in holder if one.id not in ids)
        case Spread(record, had, ids):
            fresh = iter(ids)
            for holder in holders:
                has = any(one.id in had for one in holder)
                yield holder if has else (*holder, replace(record, id=next(fresh)))
        case Parts():
            yield from _parted(wanted)
        case Flagged(value, given, order):
            for holder in holders:
                yield holder if (value in holder) == given else _flagged(holder, value, given, order)


def _parted(parts: Parts) -> Iterator[tuple[str, ...]]:
    if len(parts.before) == 1:
        yield parts.wanted
        return
    given_up = {*common(parts.before), *parts.dropped} - {*parts.wanted}
    for holder in parts.before:
        kept = tuple(one for one in holder if one not in given_up)
        yield (*kept, *(one for one in parts.wanted if one not in kept))


def _flagged(holder: tuple[Any, ...], value: object, given: bool, order: tuple[object, ...]) -> tuple[Any, ...]:
    kept = (*holder, value) if given else tuple(one for one in holder if one != value)
    return (*(one for one in order if one in kept), *(one for one in kept if one not in order))


def _content(entry: Nested) -> tuple[Any, ...]:
    return tuple(value for name, value in entry if name != "id")
