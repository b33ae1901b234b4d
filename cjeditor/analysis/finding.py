"""Finding cards on a map: by words in any of their texts, and by what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cjeditor.analysis.folding import cleaned, folded_once
from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.model.fields import Evidence
from cjeditor.model.project import Channel, Persona, Project

TOUCHPOINT = "touchpoint"
"""The kind of card that is no note."""
NONE = ""
"""Stands in a filter for a touchpoint without channel, or a card that names no persona."""
_INSIDE = 3
"""Letters of a word that may also stand within another one, as in German compounds (“test” in “Nutzertest”)."""


@dataclass(frozen=True)
class Sought:
    """What is looked for. Every part that says something must hold; within a part one of its values is enough.

    Attributes:
        text: words that all stand in the card's texts, in any order and spelling; a number is also the card's own.
        kinds: `TOUCHPOINT` and kinds of notes.
        channels: ids of channels, or `NONE`.
        personas: ids of personas, or `NONE`.
        tags: as they are written.
        evidence: degrees of evidence.
        emotions: −2 to +2; None for touchpoints without.
        votes: the fewest votes.
        moments_of_truth: whether only these are wanted.
        drop_offs: whether only cards with drop-off points are wanted.
        comments: whether only cards with open comments are wanted.
    """

    text: str = ""
    kinds: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    personas: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    evidence: frozenset[Evidence] = frozenset()
    emotions: frozenset[int | None] = frozenset()
    votes: int = 0
    moments_of_truth: bool = False
    drop_offs: bool = False
    comments: bool = False

    @property
    def filters(self) -> bool:
        """Whether anything but words is looked for."""
        return bool(
            self.kinds
            or self.channels
            or self.personas
            or self.tags
            or self.evidence
            or self.emotions
            or self.votes
            or self.moments_of_truth
            or self.drop_offs
            or self.comments
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for: then no card is found, and none is left out."""
        return not self.filters and not cleaned(self.text)


_Read = tuple[Card, str]
"""A card, and its number between two line feeds followed by all its words as they are compared."""


class Finder:
    """Finds cards, and remembers their texts as they are compared until a card is another record."""

    def __init__(self) -> None:
        self._texts: dict[str, _Read] = {}
        self._channels: tuple[Channel, ...] = ()
        self._personas: tuple[Persona, ...] = ()
        self._names: Mapping[str, str] = {}

    def found(self, cards: Iterable[Card], project: Project, sought: Sought) -> tuple[str, ...]:
        """Return the ids of those of the `cards` that are what is `sought`, in the same order.

        Args:
            cards: of one map.
            project: theirs; it knows the names of channels and personas.
            sought: nothing is found where it is empty.
        """
        if sought.is_empty:
            return ()
        held = list(cards)
        for test in _tests(sought):
            held = list(filter(test, held))
        if sought.comments:
            talked = {each.about for one in project.maps for each in one.comments if not each.resolved}
            held = [card for card in held if card.id in talked]
        words = folded_once(sought.text).split()
        if words:
            return tuple(card.id for card, _ in _with_words(self.read(held, project), words))
        plain = cleaned(sought.text).casefold()
        if plain:  # no letter and no digit: looked for as it is
            self.read((), project)
            held = [card for card in held if any(plain in said.casefold() for said in self._said(card))]
        return tuple(card.id for card in held)

    def read(self, cards: Iterable[Card], project: Project) -> list[_Read]:
        """Return the cards with their texts; what was read before costs nothing."""
        self._follow(project)
        texts, read = self._texts, []
        for card in cards:
            known = texts.get(card.id)
            if known is None or known[0] is not card:
                known = texts[card.id] = (card, f"\n{card.number}\n {folded_once(' '.join(self._said(card)))}")
            read.append(known)
        return read

    def _follow(self, project: Project) -> None:
        """Forget the texts where a channel or persona may have another name."""
        if self._channels is not project.channels or self._personas is not project.personas:
            self._channels, self._personas = project.channels, project.personas
            self._names = {
                **{each.id: each.name for each in project.channels},
                **{each.id: each.name for each in project.personas},
            }
            self._texts = {}

    def _said(self, card: Card) -> list[str]:
        """All that is written on or behind a card."""
        names = self._names
        said = [*card.tags, card.owner, names.get(card.persona or "", "")]
        if isinstance(card, Note):
            return [card.text, *said, card.unit, card.source]
        reasons = [text for point in card.drop_off_points for text in (point.title, point.counter_measure)]
        figures = [figure.name for figure in card.kpis]
        return [
            card.title,
            card.description,
            names.get(card.channel or "", ""),
            *said,
            card.evidence_source,
            *reasons,
            *figures,
            *card.web_links,
        ]


def _with_words(read: list[_Read], words: Sequence[str]) -> list[_Read]:
    """Return the cards that have all the words, each in a text or as its number."""
    for word in words:
        needle = word if len(word) >= _INSIDE and not word.isdecimal() else f" {word}"
        number = f"\n{word}\n"
        read = [each for each in read if needle in each[1] or number in each[1]]
    return read


_Test = Callable[[Card], bool]


def _tests(sought: Sought) -> list[_Test]:
    """Return what a card must pass besides having the words."""
    tests: list[_Test] = []
    if sought.kinds:
        tests.append(lambda card: kind_of(card) in sought.kinds)
    if sought.channels:
        tests.append(lambda card: isinstance(card, Touchpoint) and (card.channel or NONE) in sought.channels)
    if sought.personas:
        tests.append(lambda card: (card.persona or NONE) in sought.personas)
    if sought.tags:
        tests.append(lambda card: not sought.tags.isdisjoint(card.tags))
    if sought.evidence:
        tests.append(lambda card: card.evidence in sought.evidence)
    if sought.emotions:
        tests.append(lambda card: isinstance(card, Touchpoint) and card.emotion in sought.emotions)
    if sought.votes:
        tests.append(lambda card: card.votes >= sought.votes)
    if sought.moments_of_truth:
        tests.append(lambda card: isinstance(card, Touchpoint) and card.moment_of_truth)
    if sought.drop_offs:
        tests.append(lambda card: isinstance(card, Touchpoint) and bool(card.drop_off_points))
    return tests


def kind_of(card: Card) -> str:
    """Return the kind of a card: `TOUCHPOINT` or the note's."""
    return card.kind if isinstance(card, Note) else TOUCHPOINT


def tags_of(cards: Iterable[Card]) -> list[str]:
    """Return all tags of the cards, each once, sorted as people look for them."""
    return sorted({tag for card in cards for tag in card.tags}, key=_as_read)


def _as_read(tag: str) -> tuple[str, str]:
    return folded_once(tag), tag
