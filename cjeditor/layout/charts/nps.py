"""The Net Promoter Scores of a map: all its surveys, or one with its segments and its course over time."""

from __future__ import annotations

from typing import Final

from cjeditor.analysis.nps import SMALL, Nps, Part, Step, by_segment, in_words, nps_of, points, trend
from cjeditor.catalogue.benchmarks import benchmarks
from cjeditor.layout.charts.chart import Chart, Drawn, Subject
from cjeditor.layout.charts.scores import Score, groups_chart, scores_chart, trend_chart
from cjeditor.model import table
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import in_journey_order, ordered
from cjeditor.model.project import Project, Survey
from cjeditor.texts import N_, Texts

MOST_SEGMENTS: Final = 16
"""So many are drawn; of more the smallest are left out, which is said."""

_NOTHING = N_("There are no answers yet to “How likely are you to recommend us to a friend or colleague?” (0 to 10).")
_CAVEAT = N_(
    "The NPS measures the intention to recommend, neither the recommendation itself nor whether a customer stays."
)
_SECTOR = N_("Scores can be compared within a sector only.")


def drawn(subject: Subject, width: float) -> Drawn:
    """All surveys of the map beside each other, then what each says by segment and over time."""
    words = subject.words
    held = [(survey, nps) for survey in surveys_of(subject) if (nps := nps_of(survey.answers)) is not None]
    if not held:
        return Drawn((words.t(_NOTHING), *_beside(words)))
    if len(held) == 1:
        return drawn_survey(subject, held[0][0], width)
    rows = [Score(name_of(one, subject), nps, _record(one, subject.journey)) for one, nps in held]
    said = [f"{row.name}: {in_words(row.nps, words)}." for row in rows]
    charts = [
        scores_chart(rows, width, words.t("Net Promoter Score"), words),
        groups_chart(rows, width, words.t("Promoters, passives and detractors"), words),
    ]
    for survey, _nps in held:
        charts += _details(survey, width, subject, alone=False)
    return Drawn((*said, *_small([row.nps for row in rows], words), *_beside(words)), tuple(charts))


def drawn_survey(subject: Subject, survey: Survey, width: float, step: Step | None = None) -> Drawn:
    """One survey: all answers and each segment, and its course over time in steps that suit it, or in these."""
    words = subject.words
    whole = nps_of(survey.answers)
    if whole is None:
        return Drawn((words.t("This survey has no answers yet."), *_beside(words)))
    found = trend(survey)
    said = [f"{in_words(whole, words)}.", _groups(whole, words)]
    if survey.source.strip():
        said.append(words.t("Source: {source}", source=survey.source))
    said += _small([whole], words)
    if found is not None and found.undated:
        said.append(
            words.tn(
                "{n} answer has no day, or one far from the others, and is not in the course over time.",
                "{n} answers have no day, or one far from the others, and are not in the course over time.",
                found.undated,
            )
        )
    parts = by_segment(survey)
    if len(parts) > MOST_SEGMENTS:
        rest = len(parts) - MOST_SEGMENTS
        said.append(words.tn("{n} more segment is left out.", "{n} more segments are left out.", rest))
    return Drawn((*said, *_beside(words)), _details(survey, width, subject, alone=True, step=step))


def surveys_of(subject: Subject) -> list[Survey]:
    """The surveys about the map, its phases and its touchpoints: of the map first, then in the order of the journey."""
    journey = subject.journey
    places = [journey.id, *(each.id for each in ordered(journey.phases))]
    places += [each.id for each in in_journey_order(journey, journey.touchpoints)]
    order = {place: at for at, place in enumerate(places)}
    found = [each for each in subject.project.surveys if each.about in order]
    return sorted(found, key=lambda each: (order[each.about], each.title, each.id))


def name_of(survey: Survey, subject: Subject) -> str:
    """What a survey is called: its title, else what it is about."""
    return " ".join(survey.title.split()) or about_name(survey.about, subject.project, subject.words)


def about_name(about: str, project: Project, words: Texts) -> str:
    """What a map, phase or touchpoint is called that a survey is about."""
    for journey in project.maps:
        phase = table.find(journey.phases, about)
        card = table.find(journey.touchpoints, about)
        if about == journey.id:
            return words.t("Map: {name}", name=journey.title or words.t("Untitled"))
        if phase is not None:
            return words.t("Phase: {name}", name=" ".join(phase.name.split()) or words.t("Unnamed phase"))
        if card is not None:
            title = " ".join(card.title.split()) or words.t("Untitled")
            return words.t("Touchpoint {number}: {title}", number=card.number, title=title)
    return words.t("Untitled")


def _details(
    survey: Survey, width: float, subject: Subject, *, alone: bool, step: Step | None = None
) -> tuple[Chart, ...]:
    """What a survey says by segment and over time; all answers only where it stands `alone` or has segments."""
    words = subject.words
    name = name_of(survey, subject)
    rows = [_segment(part, words) for part in by_segment(survey)[:MOST_SEGMENTS]]
    whole = nps_of(survey.answers)
    if whole is not None and (alone or rows):
        rows.insert(0, Score(words.t("All answers"), whole, _record(survey, subject.journey)))
    charts = []
    if rows:
        charts.append(scores_chart(rows, width, words.t("Net Promoter Score: {name}", name=name), words))
        title = words.t("Promoters, passives and detractors: {name}", name=name)
        charts.append(groups_chart(rows, width, title, words))
    found = trend(survey, step)
    if found is not None and len(found.periods) > 1:
        charts.append(trend_chart(found, width, words.t("Course over time: {name}", name=name), words))
    return tuple(charts)


def _segment(part: Part, words: Texts) -> Score:
    return Score(part.name or words.t("Without segment"), part.nps)


def _groups(nps: Nps, words: Texts) -> str:
    shares = {
        group: words.percent(round(100 * getattr(nps, group) / nps.n))
        for group in ("promoters", "passives", "detractors")
    }
    return words.t("{promoters} promoters, {passives} passives, {detractors} detractors.", **shares)


def _small(found: list[Nps], words: Texts) -> list[str]:
    if not any(each.is_small for each in found):
        return []
    return [
        words.t(
            "Of fewer than {n} answers the interval is only a hint, and dashed.",
            n=words.number(SMALL),
        )
    ]


def _beside(words: Texts) -> tuple[str, ...]:
    """What stands beside every score: the caveat, and published scores with their source."""
    published = (each.cited(words.language) for each in benchmarks("nps"))
    return (words.t(_CAVEAT), f"{words.t(_SECTOR)} {' '.join(published)}")


def score_in_words(nps: Nps, words: Texts) -> str:
    """A score for a list: “+42, n = 503”."""
    return f"{points(nps.score, words)}, n = {words.number(nps.n)}"


def _record(survey: Survey, journey: JourneyMap) -> str:
    return "" if survey.about == journey.id else survey.about
