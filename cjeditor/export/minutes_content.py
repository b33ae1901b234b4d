"""What the minutes of a workshop say, in words: each way of writing them lays it out in its own manner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cjeditor import texts
from cjeditor.analysis.ratings import figures, in_words
from cjeditor.analysis.voting import ranking
from cjeditor.analysis.voting import title_of as title_of_card
from cjeditor.catalogue.step_kinds import title_of
from cjeditor.catalogue.subjects import subject_in_words
from cjeditor.catalogue.voting_words import closing_of, progress_of, question_of, rules_of, time_of
from cjeditor.export.options import Paper
from cjeditor.model.cards import Touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered, waiting
from cjeditor.model.project import AgendaStep, ParkedCard, Project
from cjeditor.model.remarks import sorted_comments
from cjeditor.model.voting import VotingRound
from cjeditor.texts import Texts

_LONGEST_NAMED = 300
"""Letters of a card's title before what is said of it, as before a comment."""


@dataclass(frozen=True, slots=True)
class MinutesOptions:
    """The wishes for the minutes.

    Attributes:
        title: of the workshop.
        date: of the workshop, `YYYY-MM-DD`; none where empty.
        participants: who took part.
        paper: of the PDF; the project's own where empty.
        going: the id of the step that is going on while they are written; empty where the workshop is over.
        now: when they are written, here; a step that is going on lasts until then.
    """

    title: str
    date: str = ""
    participants: tuple[str, ...] = ()
    paper: Paper | None = None
    going: str = ""
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """A step of the agenda: its place, what it was, how long it was to take, when it was, and how long that took.

    `real` and `took` are empty for a step that was left out; one that is going on says so in both.
    """

    number: int
    title: str
    planned: str
    real: str
    took: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A card in the ranking of a round of voting."""

    rank: str
    number: str
    title: str
    dots: str


@dataclass(frozen=True, slots=True)
class Vote:
    """A round of voting: its question, how people voted, and what they chose.

    Nothing is told of the cards as long as the round is open.
    """

    question: str
    facts: str
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """All that the minutes say, in words; each way of writing them lays it out in its own manner."""

    words: Texts
    title: str
    day: str
    participants: tuple[str, ...]
    agenda: tuple[Passed, ...]
    total: str
    map_title: str
    counts: str
    finding: str
    decision: str
    votes: tuple[Vote, ...]
    ratings: tuple[str, ...]
    parked: tuple[str, ...]
    inbox: tuple[str, ...]
    comments: tuple[str, ...]


def minutes(project: Project, journey: JourneyMap, options: MinutesOptions) -> Minutes:
    """Gather what the minutes say."""
    words = texts.of(project.language)
    steps = ordered(project.agenda)
    spans = [_span(step, options) for step in steps]
    return Minutes(
        words=words,
        title=" ".join(options.title.split()) or words.t("Workshop"),
        day=words.day(options.date) if options.date else "",
        participants=options.participants,
        agenda=tuple(
            _passed(number, step, span, words) for number, (step, span) in enumerate(zip(steps, spans, strict=True), 1)
        ),
        total=_total(steps, spans, words),
        map_title=journey.title.strip() or words.t("Untitled map"),
        counts=_counts(journey, words),
        finding=journey.key_finding.strip(),
        decision=journey.decision.strip(),
        votes=tuple(_vote(each, journey, words) for each in ordered(journey.rounds)),
        ratings=_ratings(journey, words),
        parked=tuple(_said(each, words) for each in waiting(project, "parking_lot")),
        inbox=tuple(_said(each, words) for each in waiting(project, "inbox")),
        comments=_comments(journey, words),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """When a step was, in full minutes of the clock: what readers take from each other adds up."""

    begun: datetime
    ended: datetime
    going: bool

    @property
    def minutes(self) -> int:
        return max(0, round((self.ended - self.begun).total_seconds() / 60))


def _span(step: AgendaStep, options: MinutesOptions) -> _Span | None:
    """Return when a step was; None for one that was left out, or whose end nobody knows."""
    if not step.started:
        return None
    begun = _clock(datetime.fromisoformat(step.started))
    if step.ended:
        return _Span(begun, _clock(datetime.fromisoformat(step.ended)), going=False)
    if step.id == options.going and options.now is not None:
        return _Span(begun, _clock(options.now), going=True)
    return None


def _clock(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0, tzinfo=None)


def _passed(number: int, step: AgendaStep, span: _Span | None, words: Texts) -> Passed:
    real = took = ""
    if span is not None:
        took = _minutes(span.minutes, words)
        if span.going:
            real, took = words.t("since {time}", time=f"{span.begun:%H:%M}"), words.t("so far {time}", time=took)
        else:
            real = f"{span.begun:%H:%M}–{span.ended:%H:%M}"
    elif step.started:
        real = f"{datetime.fromisoformat(step.started):%H:%M}"
    return Passed(number, title_of(step, words), words.t("{n} min", n=step.minutes), real, took)


def _minutes(minutes: int, words: Texts) -> str:
    return words.t("{n} min", n=minutes) if minutes else words.t("< 1 min")


def _total(steps: Sequence[AgendaStep], spans: Sequence[_Span | None], words: Texts) -> str:
    """What was planned in all, and what it became."""
    if not steps:
        return ""
    planned = words.t("{n} min", n=sum(step.minutes for step in steps))
    passed = [span for span in spans if span is not None]
    if not passed:
        return words.t("{planned} planned", planned=planned)
    took = _minutes(_together(passed), words)
    first, last = f"{min(span.begun for span in passed):%H:%M}", f"{max(span.ended for span in passed):%H:%M}"
    if any(span.going for span in passed):
        return words.t("{planned} planned; it has taken {took} so far, from {first}, still going on at {last}",
                       planned=planned, took=took, first=first, last=last)  # fmt: skip
    return words.t("{planned} planned; it took {took}, from {first} to {last}", planned=planned, took=took,
                   first=first, last=last)  # fmt: skip


def _together(spans: Sequence[_Span]) -> int:
    """Return the minutes of one span or more; those that two have count once: people went back to a step."""
    some = sorted(spans, key=lambda each: each.begun)
    minutes, until = 0, some[0].begun
    for span in some:
        begun = max(span.begun, until)
        if span.ended > begun:
            minutes += round((span.ended - begun).total_seconds() / 60)
            until = span.ended
    return minutes


def _counts(journey: JourneyMap, words: Texts) -> str:
    return ", ".join(
        (
            words.tn("{n} phase", "{n} phases", len(journey.phases)),
            words.tn("{n} touchpoint", "{n} touchpoints", len(journey.touchpoints)),
            words.tn("{n} note", "{n} notes", len(journey.notes)),
        )
    )


def _comments(journey: JourneyMap, words: Texts) -> tuple[str, ...]:
    """The open comments in the order of the map: on what, what, who and when. Nothing of those that are done with."""
    held = [each for each in journey.comments if not each.resolved]
    found = []
    for each in sorted_comments(journey, held, "place"):
        day = words.day(each.date) if each.date else ""
        written = ", ".join(part for part in (" ".join(each.author.split()), day) if part)
        said = f"{subject_in_words(journey, each.about, words)}: {' '.join(each.text.split())}"
        found.append(f"{said} ({written})" if written else said)
    return tuple(found)


def _ratings(journey: JourneyMap, words: Texts) -> tuple[str, ...]:
    """What the group rated, the lowest median first, of the same ones the widest spread: “2 Talk: 5 ratings: …”."""
    rated = [(found, one) for one in journey.touchpoints if (found := figures(one.ratings)) is not None]
    rated.sort(key=lambda each: (each[0].median, each[0].low - each[0].high, each[1].number))
    return tuple(f"{one.number} {_named(one)} – {in_words(found, words)}" for found, one in rated)


def _named(one: Touchpoint) -> str:
    title = title_of_card(one) or "–"
    return title if len(title) <= _LONGEST_NAMED else f"{title[:_LONGEST_NAMED].rstrip()}…"


def _vote(one: VotingRound, journey: JourneyMap, words: Texts) -> Vote:
    rules = rules_of(one, journey, words)
    if one.is_open:
        return Vote(question_of(one, words), f"{rules} · {progress_of(one, words)} · {words.t('still open')}", ())
    chosen = tuple(
        Chosen(f"{place.rank}.", str(place.card.number), title_of_card(place.card) or "–", words.number(place.dots))
        for place in ranking(journey, one)
    )
    facts = (rules, closing_of(one, words), time_of(one, words))
    return Vote(question_of(one, words), " · ".join(fact for fact in facts if fact), chosen)


def _said(card: ParkedCard, words: Texts) -> str:
    text = " ".join(card.text.split()) or "–"
    if card.count < 2:
        return text
    return words.t("{thought} (named {n}×)", thought=text, n=words.number(card.count))
