"""What lies in the cells of a map: touchpoints and notes, and the links between cards."""

from __future__ import annotations

from typing import Literal

from cjeditor.model.fields import (
    CardNumber,
    ClockTime,
    Contact,
    Count,
    Day,
    Direction,
    Emotion,
    Evidence,
    Grade,
    Id,
    Key,
    KpiStatus,
    Line,
    LoyaltyKind,
    NoteKind,
    Obstacle,
    Rank,
    Realm,
    Record,
    Sha256,
    Span,
    Text,
    Treatment,
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
    """A figure that a touchpoint or phase holds.

    `date` is when `actual` was measured, `better` which way it should go.
    """

    id: Id
    name: Line = ""
    unit: Line = ""
    target: float | None = None
    actual: float | None = None
    source: Line = ""
    date: Day = ""
    status: KpiStatus = ""
    better: Direction = ""


class Feeling(Record):
    """How a persona that is laid over the map feels at a touchpoint; the touchpoint's own emotion is the lead's."""

    persona: Id
    emotion: Emotion


class Touchpoint(Record):
    """The moment a person and the brand meet. `rank` orders the touchpoints of one cell (step × lane).

    `evidence_source` and `evidence_date` are what it rests on, `test_idea` how an assumption could be tested. `origin`
    is the id of the card that it was copied from, which may be gone.
    """

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
    feelings: tuple[Feeling, ...] = ()
    ratings: tuple[Emotion, ...] = ()
    moment_of_truth: bool = False
    realms: tuple[Realm, ...] = ()
    drop_off_points: tuple[DropOffPoint, ...] = ()
    expected_wait: Span | None = None
    actual_wait: Span | None = None
    kpis: tuple[Kpi, ...] = ()
    evidence: Evidence = "assumption"
    evidence_source: Line = ""
    evidence_date: Day = ""
    test_idea: Text = ""
    votes: Count = 0
    loyalty: LoyaltyKind = ""
    tags: tuple[Line, ...] = ()
    owner: Line = ""
    web_links: tuple[Line, ...] = ()
    origin: Id | None = None


class Note(Record):
    """A sticky note: goal, quote, pain point, opportunity and the like; a figure or a picture, too.

    Of a `metric`, `text` is the name; `unit`, `target`, `actual`, `source`, `date`, `status` and `better` say the rest,
    as of a `Kpi`. Of an `image`, `text` is
    the caption and `picture` the sum of one of the project's pictures. `question` is the key of the catalogue's
    question that the note answers. `comes_from` is the id of the card that it was made from on the way from pain point
    over "how might we" to opportunity, `origin` of the card that it was copied from; both may be gone. What it rests on
    is said as for a touchpoint.
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
    evidence_source: Line = ""
    evidence_date: Day = ""
    test_idea: Text = ""
    votes: Count = 0
    tags: tuple[Line, ...] = ()
    owner: Line = ""
    unit: Line = ""
    target: float | None = None
    actual: float | None = None
    source: Line = ""
    date: Day = ""
    status: KpiStatus = ""
    better: Direction = ""
    picture: Sha256 | None = None
    question: Key | None = None
    comes_from: Id | None = None
    origin: Id | None = None


class Link(Record):
    """An arrow from one card to another on the same map, with the state of the hand-off.

    `obstacle` is why a broken one breaks, `treatment` whether the customer is treated alike on both sides.
    """

    id: Id
    source: Id
    target: Id
    label: Line = ""
    hand_off: Literal["", "seamless", "broken"] = ""
    obstacle: Obstacle = ""
    treatment: Treatment = ""


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
