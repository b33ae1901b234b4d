"""What lies in the cells of a map: touchpoints and notes, and the links between cards."""

from __future__ import annotations

from typing import Literal

from cjeditor.model.fields import (
    CardNumber,
    ClockTime,
    Contact,
    Count,
    Day,
    Emotion,
    Evidence,
    Grade,
    Id,
    Key,
    Line,
    LoyaltyKind,
    NoteKind,
    Rank,
    Realm,
    Record,
    Sha256,
    Span,
    Text,
)


class DropOffPoint(Record):
    """A place where customers leave: its reason, how likely and how bad it is, and what is done about it."""

    id: Id
    reason: Key | None = None
    title: Line = ""
    likelihood: Grade | None = None
    impact: Grade | None = None
    counter_measure: Text = ""


class Kpi(Record):
    """A figure that a touchpoint, phase or metrics cell holds, as typed by its owner (numbers stay text with unit)."""

    id: Id
    name: Line = ""
    unit: Line = ""
    target: float | None = None
    actual: float | None = None
    source: Line = ""


class Touchpoint(Record):
    """The moment a person and the brand meet. `rank` orders the touchpoints of one cell (step × lane)."""

    id: Id
    number: CardNumber
    step: Id
    lane: Id
    rank: Rank
    title: Line = ""
    description: Text = ""
    contact: Contact = "direct"
    channel: Id | None = None
    persona: Id | None = None
    weight: Grade = 3
    emotion: Emotion | None = None
    ratings: tuple[Emotion, ...] = ()
    moment_of_truth: bool = False
    realms: tuple[Realm, ...] = ()
    drop_off_points: tuple[DropOffPoint, ...] = ()
    expected_wait: Span | None = None
    actual_wait: Span | None = None
    kpis: tuple[Kpi, ...] = ()
    evidence: Evidence = "assumption"
    evidence_source: Line = ""
    votes: Count = 0
    loyalty: LoyaltyKind = ""
    tags: tuple[Line, ...] = ()
    owner: Line = ""
    web_links: tuple[Line, ...] = ()


class Note(Record):
    """A sticky note: goal, quote, pain point, opportunity and the like; a figure or a picture, too.

    Of a `metric`, `text` is the name; `unit`, `target`, `actual` and `source` say the rest. Of an `image`, `text` is
    the caption and `picture` the sum of one of the project's pictures. `question` is the key of the catalogue's
    question that the note answers.
    """

    id: Id
    number: CardNumber
    step: Id
    lane: Id
    rank: Rank
    kind: NoteKind = "thought"
    text: Text = ""
    persona: Id | None = None
    severity: Grade | None = None
    frequency: Grade | None = None
    evidence: Evidence = "assumption"
    votes: Count = 0
    tags: tuple[Line, ...] = ()
    owner: Line = ""
    unit: Line = ""
    target: float | None = None
    actual: float | None = None
    source: Line = ""
    picture: Sha256 | None = None
    question: Key | None = None


class Link(Record):
    """An arrow from one card to another on the same map, with the state of the hand-off."""

    id: Id
    source: Id
    target: Id
    label: Line = ""
    hand_off: Literal["", "seamless", "broken"] = ""


class Comment(Record):
    """A remark on a card, phase, step or lane of the map, or on the map itself (`about` is its id).

    `date` and `time` are when it was written, as the clock on the wall showed it.
    """

    id: Id
    about: Id
    author: Line = ""
    date: Day = ""
    time: ClockTime = ""
    text: Text = ""
    resolved: bool = False


Card = Touchpoint | Note
