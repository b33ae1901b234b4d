"""What can be named behind a mark: the project's channels and the catalogue's, its tags, its personas."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cjeditor.analysis.folding import folded
from cjeditor.canvas.capture.marking import CHANNEL, PERSONA, TAG, Vocabulary
from cjeditor.catalogue.channels import channels
from cjeditor.model.cards import Touchpoint
from cjeditor.model.ids import PROJECT_PREFIXES, new_id
from cjeditor.model.lookup import cards
from cjeditor.model.project import Channel, Persona
from cjeditor.model.replace import make

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cjeditor.canvas.capture.marking import MarkKind
    from cjeditor.model.cards import Card
    from cjeditor.model.project import Project


class Offer(NamedTuple):
    """Something to choose.

    Attributes:
        name: what it is called.
        spellings: what else it is called.
        id: of the project's record; empty for a tag and for what there is not yet.
        icon: of the icon font; a channel's.
        mode: a channel's.
    """

    name: str
    spellings: tuple[str, ...] = ()
    id: str = ""
    icon: str = ""
    mode: str = "online"

    def record(self, kind: MarkKind) -> Channel | Persona | None:
        """Return the record that is to be made before it can be chosen; None where nothing is."""
        if self.id or kind not in ("channel", "persona"):
            return None
        if kind == "channel":
            made = new_id(PROJECT_PREFIXES["channels"])
            return make(Channel, id=made, name=self.name, mode=self.mode, icon=self.icon)
        return make(Persona, id=new_id(PROJECT_PREFIXES["personas"]), name=self.name)


_INSIDE = 3
"""Letters that may also stand within a word."""

_SIGNS: dict[MarkKind, str] = {"channel": CHANNEL, "tag": TAG, "persona": PERSONA}


class Offers(NamedTuple):
    """All that can be named on one card."""

    by_kind: Mapping[MarkKind, tuple[Offer, ...]]
    values: bool

    def vocabulary(self) -> Vocabulary:
        """Return the names, for finding marks."""
        names = {
            _SIGNS[kind]: [name for offer in some for name in (offer.name, *offer.spellings)]
            for kind, some in self.by_kind.items()
        }
        return Vocabulary(names, self.values)

    def named(self, kind: MarkKind, name: str) -> Offer:
        """Return what has this name, else a new one."""
        some = self.by_kind.get(kind, ())
        return next((one for one in some if name == one.name or name in one.spellings), Offer(name))

    def matching(self, kind: MarkKind, typed: str) -> list[Offer]:
        """Return what fits the letters typed so far, best first; without a letter all."""
        words = folded(typed).split()
        some = self.by_kind.get(kind, ())
        if not words:
            return list(some)
        ranked = [(_place_of(words, (one.name, *one.spellings)), one) for one in some]
        found = [(place, one) for place, one in ranked if place is not None]
        found.sort(key=_by_place)
        return [one for _, one in found]


def offers_for(card: Card, project: Project) -> Offers:
    """Return what can be named on `card`."""
    return offers_of(project, touchpoint=isinstance(card, Touchpoint))


def offers_of(project: Project, *, touchpoint: bool) -> Offers:
    """Return what can be named on a touchpoint, or on a note, which has neither channel nor emotion."""
    by_kind: dict[MarkKind, tuple[Offer, ...]] = {
        "tag": tuple(Offer(tag) for tag in _tags(project)),
        "persona": tuple(Offer(one.name, id=one.id) for one in sorted(project.personas, key=_by_name)),
    }
    if touchpoint:
        by_kind["channel"] = tuple(_channels(project))
    return Offers(by_kind, touchpoint)


def _channels(project: Project) -> list[Offer]:
    """Return the project's channels by name, then those of the catalogue that it does not have."""
    standard = [(one, (one.name.in_language("en"), one.name.in_language("de"))) for one in channels()]
    also = {folded(name): spellings for _, spellings in standard for name in spellings}
    found = [
        Offer(one.name, also.get(folded(one.name), ()), one.id, one.icon)
        for one in sorted(project.channels, key=_by_name)
    ]
    there = {folded(one.name) for one in project.channels}
    for one, spellings in standard:
        if not there & {folded(name) for name in spellings}:
            found.append(Offer(one.name.in_language(project.language), spellings, icon=one.icon, mode=one.mode))
    return found


def _tags(project: Project) -> list[str]:
    """Return the tags of all cards, each in one spelling."""
    found: dict[str, str] = {}
    for journey in project.maps:
        for card in cards(journey):
            for tag in card.tags:
                found.setdefault(folded(tag), tag)
    return sorted(found.values(), key=str.casefold)


def _place_of(words: Sequence[str], names: Sequence[str]) -> int | None:
    """Return how well names fit the words typed, 0 for best; None where a word is in none of them."""
    plain = [" ".join(folded(name).split()) for name in names]
    whole = " ".join(words)
    if any(name.startswith(whole) for name in plain):
        return 0
    if all(any(f" {word}" in f" {name}" for name in plain) for word in words):
        return 1
    if all(len(word) >= _INSIDE and any(word in name for name in plain) for word in words):
        return 2
    return None


def _by_name(record: Channel | Persona) -> str:
    return record.name.casefold()


def _by_place(ranked: tuple[int, Offer]) -> int:
    return ranked[0]


def exactly(offer: Offer, typed: str) -> bool:
    """Whether this is what `typed` spells."""
    wanted = folded(typed).split()
    return any(folded(name).split() == wanted for name in (offer.name, *offer.spellings))


def one_of(offers: Sequence[Offer], typed: str) -> bool:
    """Whether one of them is what `typed` spells."""
    return any(exactly(one, typed) for one in offers)
