"""The ranking of a map's pain points as bars, each with the sum that leads to its score."""

from __future__ import annotations

from collections.abc import Sequence

from cjeditor.analysis.pain import PainScore, pain_scores
from cjeditor.analysis.tracing import actions_for
from cjeditor.layout.charts.bars import Bar, bars
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Subject
from cjeditor.layout.charts.legend import Entry, legend
from cjeditor.layout.theme import note_style
from cjeditor.model.cards import Note
from cjeditor.texts import N_, Texts

_NOTHING = N_("The map has no pain points yet.")
_FORMULA = N_("Score = severity × frequency × votes. A severity or frequency that nobody stated counts 1.")
_FORMULA_WITHOUT_VOTES = N_("Score = severity × frequency. A severity or frequency that nobody stated counts 1.")
_BAR = f"edge.{note_style('pain_point')}"
_GAP = 8.0


def drawn(subject: Subject, width: float) -> Drawn:
    """The bars and what they say; without pain points only that there are none."""
    words = subject.words
    scores = pain_scores(subject.journey)
    if not scores:
        return Drawn((words.t(_NOTHING),))
    answered = {each.note.id: len(actions_for(subject.project, each.note)) for each in scores}
    voted = _is_voted(scores)
    rows = [_bar(each, answered[each.note.id], words, voted=voted) for each in scores]
    made = bars(rows, 0, 0, width, words.language)
    entries = [Entry(words.t("an action follows"), "solid", _BAR), Entry(words.t("no action yet"), "rising", _BAR)]
    key = legend(entries, 0, made.height + _GAP, width)
    height = made.height + _GAP + key.height
    chart = Chart(width, height, (*made.shapes, *key.shapes), made.spots, _table(scores, answered, words))
    return Drawn(_sentences(scores, answered, words), (chart,))


def _sentences(scores: Sequence[PainScore], answered: dict[str, int], words: Texts) -> tuple[str, ...]:
    worst = [each for each in scores if each.rank == 1]
    said = [words.t("It hurts most here: {cards}.", cards=", ".join(_name(each.note, words) for each in worst[:3]))]
    bare = [each for each in scores if not answered[each.note.id]]
    if bare:
        said.append(
            words.tn(
                "From {n} of {all} pain points no action follows.",
                "From {n} of {all} pain points no action follows.",
                len(bare),
                all=len(scores),
            )
        )
    said.append(words.t(_FORMULA if _is_voted(scores) else _FORMULA_WITHOUT_VOTES))
    unstated = sum(not each.is_stated for each in scores)
    if unstated:
        said.append(
            words.tn(
                "For {n} pain point severity or frequency is not stated.",
                "For {n} pain points severity or frequency is not stated.",
                unstated,
            )
        )
    return tuple(said)


def _is_voted(scores: Sequence[PainScore]) -> bool:
    """Whether any has a vote: without, nobody was asked, and votes are no part of the score."""
    return any(each.note.votes for each in scores)


def _bar(each: PainScore, actions: int, words: Texts, *, voted: bool) -> Bar:
    formula = f"{words.number(each.score)} = {each.severity} × {each.frequency}"
    if voted:
        formula += f" × {words.number(each.votes)}"
    pattern_of_tip = (
        N_("Rank {rank}, {card}: {score} = severity {severity} × frequency {frequency} × votes {votes}")
        if voted
        else N_("Rank {rank}, {card}: {score} = severity {severity} × frequency {frequency}")
    )
    tip = words.t(
        pattern_of_tip,
        rank=each.rank,
        card=_name(each.note, words),
        score=words.number(each.score),
        severity=each.severity,
        frequency=each.frequency,
        votes=words.number(each.votes),
    )
    follows = words.tn("{n} action follows", "{n} actions follow", actions) if actions else words.t("no action yet")
    pattern = "solid" if actions else "rising"
    return Bar(_name(each.note, words), float(each.score), formula, f"{tip}; {follows}", each.note.id, pattern, _BAR)  # type: ignore[arg-type]  # two of the patterns


def _table(scores: Sequence[PainScore], answered: dict[str, int], words: Texts) -> ChartTable:
    voted = _is_voted(scores)
    head = [words.t("Rank"), words.t("Pain point"), words.t("Severity"), words.t("Frequency")]
    head += [*([words.t("Votes")] if voted else []), words.t("Score"), words.t("Actions")]
    rows = tuple(
        (
            str(each.rank),
            _name(each.note, words),
            _stated(each.note.severity),
            _stated(each.note.frequency),
            *((words.number(each.note.votes),) if voted else ()),
            words.number(each.score),
            words.number(answered[each.note.id]),
        )
        for each in scores
    )
    numbers = tuple(at for at in range(len(head)) if at != 1)
    return ChartTable(words.t("Pain points by score"), tuple(head), rows, numbers)


def _stated(grade: int | None) -> str:
    return "–" if grade is None else str(grade)


def _name(note: Note, words: Texts) -> str:
    return f"{note.number} {' '.join(note.text.split()) or words.t('Untitled')}"
