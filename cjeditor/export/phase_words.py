"""What is shown of a phase, in words: for slides and pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjeditor.analysis.ratings import felt
from cjeditor.analysis.waiting import is_late
from cjeditor.catalogue import terms
from cjeditor.export.card_words import drop_off, kpi_in_words
from cjeditor.export.phase_subject import Subject
from cjeditor.model.cards import Note, Touchpoint


class Asked(NamedTuple):
    """A guiding question: its answers, or that it is open or done with."""

    question: str
    answers: tuple[Note, ...]
    without_answer: str


class Planned(NamedTuple):
    """An action: its title, and who does it by when; may be nothing."""

    title: str
    told: str


def stages(subject: Subject) -> str:
    """How long the phase takes and where in the funnel it lies, in a line; may be nothing."""
    phase, words = subject.phase, subject.content.words
    told = [words.t("Duration: {time}", time=phase.duration)] if phase.duration.strip() else []
    if phase.funnel_stage is not None:
        told.append(terms.funnel_stage(phase.funnel_stage, words))
    return " · ".join(told)


def questions(subject: Subject) -> Iterator[Asked]:
    """The guiding questions of the phase; those without an answer are for the team."""
    words = subject.content.words
    for part in subject.guidance:
        for question in part.questions:
            answers = subject.answers.get(question.key, ())
            if answers or subject.content.for_work:
                done = question.key in subject.phase.ticked
                without = "" if answers else words.t("Done with") if done else words.t("Open")
                yield Asked(question.text.in_language(words.language), tuple(answers), without)


def plans(subject: Subject) -> Iterator[Planned]:
    """The actions of the phase, the first due first."""
    words = subject.content.words
    for action in subject.actions:
        told = " · ".join(filter(None, (action.owner.strip(), words.day(action.due) if action.due else "")))
        yield Planned(action.title or "–", told)


def findings(subject: Subject) -> Iterator[str]:
    """The lowest and highest points, moments of truth, waits, drop-off points, figures, and what is only assumed."""
    words = subject.content.words
    rated = [(emotion, one) for one in subject.touchpoints if (emotion := felt(one)) is not None]
    if rated:
        lowest = min(rated, key=_emotion)
        if lowest[0] < 0:
            yield words.t(
                "Lowest point: {touchpoint}, {emotion}", touchpoint=_short(lowest[1]), emotion=words.signed(lowest[0])
            )
        highest = max(rated, key=_emotion)
        if highest[0] > 0:
            yield words.t(
                "Highest point: {touchpoint}, {emotion}",
                touchpoint=_short(highest[1]),
                emotion=words.signed(highest[0]),
            )
    for one in subject.touchpoints:
        if one.moment_of_truth:
            yield words.t("Moment of truth: {touchpoint}", touchpoint=_short(one))
        if is_late(one):
            waiting = words.waiting(one.expected_wait, one.actual_wait)
            yield words.t("Longer wait than expected: {touchpoint}, {wait}", touchpoint=_short(one), wait=waiting)
    for point in subject.phase.drop_off_points:
        yield words.t("Drop-off point: {what}", what=drop_off(point, words))
    for kpi in subject.phase.kpis:
        yield kpi_in_words(kpi, words)
    assumed = sum(one.evidence == "assumption" for one in subject.touchpoints)
    if assumed:
        yield words.tn(
            "{n} of {all} touchpoints rests on an assumption",
            "{n} of {all} touchpoints rest on assumptions",
            assumed,
            all=words.number(len(subject.touchpoints)),
        )


def _emotion(rated: tuple[float, Touchpoint]) -> float:
    return rated[0]


def _short(touchpoint: Touchpoint) -> str:
    title = " ".join(touchpoint.title[:160].split())
    return f"{touchpoint.number} {title if len(title) <= 80 else title[:79].rstrip() + '…'}"
