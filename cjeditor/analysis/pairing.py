"""Which records of one map are which of another: a future state and its origin, two versions, two files.

Records are the same that have the same id, or of which one was copied from the other or both from a third (`origin`).
What is left is matched by meaning, the surest first, each record at most once: phases by their place in the framework,
then by name; steps by name, then by place within their phase; lanes by what they hold and their name; cards by their
words, then by number where their words are alike, each among cards of its kind. Numbers are never given twice: where
one map was made from the other, the same number in the same phase is enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol, TypeVar

from cjeditor.analysis.similar import RELATED, alike
from cjeditor.model.cards import Card, Link, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.lookup import cards, in_journey_order, ordered, ordered_steps, steps_of
from cjeditor.model.thoughts import same_as


class Copied(Protocol):
    """Anything with an id that remembers what it was copied from."""

    @property
    def id(self) -> str:
        """The id, unique in its project."""

    @property
    def origin(self) -> str | None:
        """The id of what it was copied from."""


C = TypeVar("C", bound=Copied)
Key = Callable[[C], Hashable | None]


@dataclass(frozen=True)
class Pairs:
    """Which records of a newer map are which of an older one, by id, for phases, steps, lanes, cards and links."""

    older: Mapping[str, str]
    """The id on the older map, by that on the newer one."""
    newer: Mapping[str, str]
    """The id on the newer map, by that on the older one."""


class _Pairing:
    """Pairs of ids while they are being found."""

    def __init__(self) -> None:
        self.older: dict[str, str] = {}
        self.newer: dict[str, str] = {}

    def add(self, old: str, new: str) -> None:
        self.older[new] = old
        self.newer[old] = new

    def related(self, olds: Iterable[C], news: Iterable[C]) -> None:
        """Pair what is the same, or was copied from the other, or from a third as the other was."""
        olds, news = list(olds), list(news)
        self.by(olds, news, _id, _id)
        self.by(olds, news, _id, _origin)
        self.by(olds, news, _origin, _id)
        self.by(olds, news, _origin, _origin)

    def by(self, olds: Iterable[C], news: Iterable[C], old_key: Key[C], new_key: Key[C] | None = None) -> None:
        """Pair what is left and has the same key; of several with one key the first with the first, and so on."""
        waiting: defaultdict[Hashable, list[str]] = defaultdict(list)
        for old in olds:
            key = None if old.id in self.newer else old_key(old)
            if key is not None:
                waiting[key].append(old.id)
        for new in news:
            key = None if new.id in self.older else (new_key or old_key)(new)
            if key is not None and waiting.get(key):
                self.add(waiting[key].pop(0), new.id)


def paired(old: JourneyMap, new: JourneyMap) -> Pairs:
    """Return which records of `new` are which of `old`."""
    found = _Pairing()
    _pair_phases(found, old, new)
    _pair_steps(found, old, new)
    _pair_lanes(found, ordered(old.lanes), ordered(new.lanes))
    _pair_cards(found, old, new)
    _pair_links(found, old.links, new.links)
    return Pairs(MappingProxyType(found.older), MappingProxyType(found.newer))


def _id(record: Copied) -> str:
    return record.id


def _origin(record: Copied) -> str | None:
    return record.origin


def _pair_phases(found: _Pairing, old: JourneyMap, new: JourneyMap) -> None:
    olds, news = ordered(old.phases), ordered(new.phases)
    found.related(olds, news)
    for key in (_part_and_name, _part, _name):
        found.by(olds, news, key)


def _part(phase: Phase) -> Hashable | None:
    return (phase.framework, phase.framework_phase) if phase.framework_phase else None


def _part_and_name(phase: Phase) -> Hashable | None:
    part = _part(phase)
    return (part, same_as(phase.name)) if part is not None else None


def _name(record: Phase | Lane | Step) -> Hashable | None:
    return same_as(record.name) or None


def _pair_steps(found: _Pairing, old: JourneyMap, new: JourneyMap) -> None:
    olds, news = ordered_steps(old), ordered_steps(new)
    found.related(olds, news)

    def in_phase(step: Step) -> Hashable | None:
        name = _name(step)
        return (found.older.get(step.phase, step.phase), name) if name is not None else None

    found.by(olds, news, in_phase)
    for phase in old.phases:
        other = found.newer.get(phase.id)
        if other is not None:
            _pair_places(found, steps_of(old, phase.id), steps_of(new, other))


def _pair_places(found: _Pairing, olds: list[Step], news: list[Step]) -> None:
    """Pair the steps of one phase that stand at the same place, unless both are called something else."""
    for old, new in zip(olds, news, strict=False):
        nameless = not (old.name.strip() and new.name.strip())
        if nameless and old.id not in found.newer and new.id not in found.older:
            found.add(old.id, new.id)


def _pair_lanes(found: _Pairing, olds: list[Lane], news: list[Lane]) -> None:
    found.related(olds, news)
    for key in (_kind_and_name, _named_kind, _whole_kind):
        found.by(olds, news, key)


def _kind_and_name(lane: Lane) -> Hashable | None:
    return lane.kind, lane.note_kind, same_as(lane.name)


def _named_kind(lane: Lane) -> Hashable | None:
    return (lane.kind, same_as(lane.name)) if lane.name.strip() else None


def _whole_kind(lane: Lane) -> Hashable | None:
    """What a lane is; lanes that may be many, as separators, are told apart by their names alone."""
    return (lane.kind, lane.note_kind) if lane.kind != "separator" else None


def _pair_cards(found: _Pairing, old: JourneyMap, new: JourneyMap) -> None:
    olds, news = (in_journey_order(each, cards(each)) for each in (old, new))
    found.related(olds, news)
    phases = {step.id: step.phase for each in (old, new) for step in each.steps}

    def in_phase(card: Card) -> Hashable | None:
        words = _words(card)
        phase = phases[card.step]
        return (found.older.get(phase, phase), words) if words is not None else None

    found.by(olds, news, in_phase)
    found.by(olds, news, _words)
    related = bool({old.id, old.origin} & {new.id, new.origin} - {None})
    for before, after in _of_one_number(found, olds, news):
        is_there = found.older.get(phases[after.step]) == phases[before.step]
        said = said_by(before), said_by(after)
        if (is_there and (related or not any(said))) or alike(*said) >= RELATED:
            found.add(before.id, after.id)


def _of_one_number(found: _Pairing, olds: list[Card], news: list[Card]) -> Iterator[tuple[Card, Card]]:
    left = {(card_kind(each), each.number): each for each in olds if each.id not in found.newer}
    for each in news:
        before = left.get((card_kind(each), each.number))
        if each.id not in found.older and before is not None:
            yield before, each


def said_by(card: Card) -> str:
    """Return a card's title or text; of a touchpoint without title its description."""
    return (card.title.strip() or card.description) if isinstance(card, Touchpoint) else card.text


def card_kind(card: Card) -> str:
    """Return what kind of card it is: a touchpoint, or its kind of note."""
    return "touchpoint" if isinstance(card, Touchpoint) else card.kind


def _words(card: Card) -> Hashable | None:
    words = same_as(said_by(card))
    return (card_kind(card), words) if words else None


def _pair_links(found: _Pairing, olds: Iterable[Link], news: Iterable[Link]) -> None:
    ends = {(each.source, each.target): each.id for each in olds}
    for each in news:
        source, target = (found.older.get(one) for one in (each.source, each.target))
        same = ends.get((source or "", target or ""))
        if same is not None:
            found.add(same, each.id)
