"""What the minutes of a workshop say, in words: each way of writing them lays it out in its own manner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cjeditor import texts
from cjeditor.analysis.voting import ranking
from cjeditor.analysis.voting import title_of as title_of_card
from cjeditor.catalogue.step_kinds import title_of
from cjeditor.catalogue.subjects import subject_in_words
from cjeditor.catalogue.voting_words import closing_of, progress_of, question_of, rules_of, time_of
from cjeditor.export.options import Paper
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered, waiting
from cjeditor.model.project import AgendaStep, ParkedCard, Project
from cjeditor.model.remarks import sorted_comments
from cjeditor.model.voting import VotingRound
from cjeditor.texts import Texts


@dataclass(frozen=True, slots=True)
class MinutesOptions:
    """The wishes for the minutes.

    Attributes:
        title: of the workshop.
        date: of the workshop, `YYYY-MM-DD`; none where empty.
        participants: who took part.
        paper: of the PDF; the project's own where empty.
    """

    title: str
    date: str = ""
    participants: tuple[str, ...] = ()
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """A step of the agenda: its place, what it was, how long it was to take, when it was, and how long that took.

    `real` and `took` are empty for a step that was left out.
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
    parked: tuple[str, ...]
    inbox: tuple[str, ...]
    comments: tuple[str, ...]


def minutes(project: Project, journey: JourneyMap, options: MinutesOptions) -> Minutes:
    """Gather what the minutes say."""
    words = texts.of(project.language)
    steps = ordered(project.agenda)
    return Minutes(
        words=words,
        title=" ".join(options.title.split()) or words.t("Workshop"),
        day=words.day(options.date) if options.date else "",
        participants=options.participants,
        agenda=tuple(_passed(number, step, words) for number, step in enumerate(steps, start=1)),
        total=_total(steps, words),
        map_title=journey.title.strip() or words.t("Untitled map"),
        counts=_counts(journey, words),
        finding=journey.key_finding.strip(),
        decision=journey.decision.strip(),
        votes=tuple(_vote(each, journey, words) for each in ordered(journey.rounds)),
        parked=tuple(_said(each, words) for each in waiting(project, "parking_lot")),
        inbox=tuple(_said(each, words) for each in waiting(project, "inbox")),
        comments=_comments(journey, words),
    )


def _passed(number: int, step: AgendaStep, words: Texts) -> Passed:
    real = took = ""
    if step.started:
        begun = datetime.fromisoformat(step.started)
        real = f"{begun:%H:%M}"
        if step.ended:
            ended = datetime.fromisoformat(step.ended)
            real, took = f"{begun:%H:%M}–{ended:%H:%M}", _minutes((ended - begun).total_seconds(), words)
    return Passed(number, title_of(step, words), words.t("{n} min", n=step.minutes), real, took)


def _minutes(seconds: float, words: Texts) -> str:
    return words.t("{n} min", n=max(0, round(seconds / 60)))


def _total(steps: list[AgendaStep], words: Texts) -> str:
    """What was planned in all, and what it became."""
    if not steps:
        return ""
    planned = words.t("{n} min", n=sum(step.minutes for step in steps))
    begun = [datetime.fromisoformat(step.started) for step in steps if step.started]
    ended = [datetime.fromisoformat(step.ended) for step in steps if step.ended]
    if not begun or not ended:
        return words.t("{planned} planned", planned=planned)
    took = _minutes((max(ended) - min(begun)).total_seconds(), words)
    first, last = f"{min(begun):%H:%M}", f"{max(ended):%H:%M}"
    return words.t("{planned} planned; it took {took}, from {first} to {last}", planned=planned, took=took,
                   first=first, last=last)  # fmt: skip


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
