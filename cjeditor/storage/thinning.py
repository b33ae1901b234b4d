"""Which earlier versions are worth their room: the older they are, the fewer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol, TypeVar

MINUTE = 60.0
HOUR = 60 * MINUTE
DAY = 24 * HOUR

SLOTS = ((HOUR, 0.0), (DAY, 10 * MINUTE), (7 * DAY, HOUR), (90 * DAY, DAY), (float("inf"), 30 * DAY))
"""Up to an age in seconds, one version is kept for each so many seconds (0: all of them)."""


class Aged(Protocol):
    """A version: when it was written, its bytes on the disk, and whether it has a name of its own."""

    @property
    def written(self) -> datetime:
        """When it was written, with its zone."""

    @property
    def size(self) -> int:
        """Bytes on the disk."""

    @property
    def is_named(self) -> bool:
        """Whether a person gave it a name."""


class Sized(Aged, Protocol):
    """A version among those of other files."""

    @property
    def key(self) -> str:
        """The key of its file."""

    @property
    def pictures(self) -> tuple[str, ...]:
        """The sums of the pictures that it shares with others of its file."""


V = TypeVar("V", bound=Aged)
S = TypeVar("S", bound=Sized)

Pictures = Mapping[tuple[str, str], int]
"""Bytes of pictures on the disk, by the key of a file and their sum."""


def too_many(versions: Iterable[V], now: datetime) -> list[V]:
    """The versions of one file that go because of their age; named ones and the latest never do.

    In each slot of time the latest stays. Slots are counted from the beginning of time, not from now: otherwise each
    look would find other versions, and after some days none would be left.
    """
    taken: set[tuple[float, int]] = set()
    going = []
    for number, version in enumerate(sorted(versions, key=_when, reverse=True)):
        slot = _slot(version.written, now)
        if version.is_named or slot is None:
            continue
        if slot in taken and number > 0:
            going.append(version)
        taken.add(slot)
    return going


def over_limit(versions: Iterable[S], pictures: Pictures, limit: int) -> list[S]:
    """The oldest versions of all files that have to go until the others take no more than `limit` bytes.

    A picture counts once for each file as long as one of its versions needs it. Named ones never go by themselves, nor
    does the latest of a file, so that what stays may be more.
    """
    known = sorted(versions, key=_when)
    latest = {version.key: version for version in known}
    needed = Counter((version.key, name) for version in known for name in set(version.pictures))
    size = sum(version.size for version in known) + sum(pictures.get(each, 0) for each in needed)
    going = []
    for version in known:
        if size <= limit:
            break
        if version.is_named or latest[version.key] is version:
            continue
        going.append(version)
        size -= version.size
        for each in {(version.key, name) for name in version.pictures}:
            needed[each] -= 1
            size -= 0 if needed[each] else pictures.get(each, 0)
    return going


def _when(version: Aged) -> datetime:
    return version.written


def _slot(written: datetime, now: datetime) -> tuple[float, int] | None:
    """The slot of time that a version falls into; None where all are kept."""
    age = (now - written).total_seconds()  # less than nothing after the clock was set back: kept
    for limit, length in SLOTS:
        if age < limit:
            return (length, int(written.timestamp() // length)) if length else None
    return None
