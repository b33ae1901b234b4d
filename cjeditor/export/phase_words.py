"""What a reader should take from a phase, in sentences: for slides and pages."""

from __future__ import annotations

from collections.abc import Iterator

from cjeditor.analysis.ratings import felt
from cjeditor.analysis.waiting import is_late
from cjeditor.export.card_words import drop_off, kpi_in_words
from cjeditor.export.pdf.phases.subject import Subject
from cjeditor.model.cards import Touchpoint


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
