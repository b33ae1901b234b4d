"""All KPIs of a project in one list: of touchpoints and phases, the metrics on its maps, and the NPS of surveys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cjeditor.analysis.nps import nps_of
from cjeditor.model.cards import Kpi, Note, Touchpoint
from cjeditor.model.fields import Direction, KpiStatus
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import card, cells, known, ordered, ordered_steps
from cjeditor.model.project import Project, Survey

Verdict = Literal["", "reached", "missed"]
Kind = Literal["kpi", "metric", "nps"]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure with its target.

    Attributes:
        id: of the KPI, the note or the survey.
        holder: id of the touchpoint or phase that it lies in; of a metric the note itself, of an NPS what it is about.
        map: id of the map.
        kind: what it is; an NPS is computed and cannot be set.
        name: empty where nobody named it.
        unit: empty for a mere number.
        target: what it should be, in its unit.
        actual: what it is.
        source: who says so.
        date: when it was measured, `YYYY-MM-DD` or empty.
        status: as its owner set it.
        better: which way it should go; empty where nobody said so.
        answers: how many people an NPS rests on.
    """

    id: str
    holder: str
    map: str
    kind: Kind
    name: str
    unit: str
    target: float | None
    actual: float | None
    source: str
    date: str
    status: KpiStatus
    better: Direction
    answers: int = 0

    @property
    def verdict(self) -> Verdict:
        """What target and actual say together; empty where one of them is missing or nobody said what is better."""
        return verdict(self.target, self.actual, self.better)


def verdict(target: float | None, actual: float | None, better: Direction) -> Verdict:
    """“reached” where actual ≥ target and higher is better, or actual ≤ target and lower is; otherwise “missed”.

    Empty where target or actual is missing, or nobody said which way is better.
    """
    if target is None or actual is None or not better:
        return ""
    return "reached" if (actual >= target if better == "higher" else actual <= target) else "missed"


def rows(project: Project) -> tuple[Row, ...]:
    """The figures of all maps, map by map: see `map_rows`."""
    return tuple(row for each in ordered(project.maps) for row in map_rows(project, each))


def map_rows(project: Project, journey_map: JourneyMap) -> tuple[Row, ...]:
    """The figures of a map in journey order: of the map itself, then of each phase, then of the cards in it."""
    surveys: dict[str, list[Survey]] = {}
    for survey in project.surveys:
        surveys.setdefault(survey.about, []).append(survey)
    return tuple(_rows(journey_map, surveys))


def _rows(journey_map: JourneyMap, surveys: dict[str, list[Survey]]) -> Iterator[Row]:
    yield from _scores(journey_map, journey_map.id, surveys)
    filled = cells(journey_map)
    lanes = ordered(journey_map.lanes)
    steps = ordered_steps(journey_map)
    for phase in ordered(journey_map.phases):
        yield from _held(journey_map, phase)
        yield from _scores(journey_map, phase.id, surveys)
        for step in (one for one in steps if one.phase == phase.id):
            for each in (one for lane in lanes for one in filled.get((step.id, lane.id), ())):
                if isinstance(each, Touchpoint):
                    yield from _held(journey_map, each)
                    yield from _scores(journey_map, each.id, surveys)
                elif each.kind == "metric":
                    yield _row(journey_map, each.id, each, "metric", each.text)


def _held(journey_map: JourneyMap, holder: Touchpoint | Phase) -> Iterator[Row]:
    return (_row(journey_map, holder.id, kpi, "kpi", kpi.name) for kpi in holder.kpis)


def _row(journey_map: JourneyMap, holder: str, record: Kpi | Note, kind: Kind, name: str) -> Row:
    return Row(
        record.id,
        holder,
        journey_map.id,
        kind,
        name,
        record.unit,
        record.target,
        record.actual,
        record.source,
        record.date,
        record.status,
        record.better,
    )


def _scores(journey_map: JourneyMap, about: str, surveys: dict[str, list[Survey]]) -> Iterator[Row]:
    for survey in surveys.get(about, ()):
        found = nps_of(survey.answers)
        if found is not None:
            last = max(survey.days, default="")
            score = float(round(found.score))
            yield Row(
                survey.id, about, journey_map.id, "nps", survey.title, "", None, score, survey.source, last, "",
                "higher", found.n,
            )  # fmt: skip


def place_name(row: Row, project: Project) -> tuple[str, int]:
    """What the figure's place is called, and the number of its card (0 for a phase or the whole map).

    The place of a metric, which is a card of its own, is its phase.
    """
    journey_map = next(each for each in project.maps if each.id == row.map)
    if row.holder == journey_map.id:
        return journey_map.title, 0
    phases = {each.id: each for each in journey_map.phases}
    if row.holder in phases:
        return phases[row.holder].name, 0
    found = card(journey_map, row.holder)
    if isinstance(found, Touchpoint):
        return found.title, found.number
    return phases[known(journey_map.steps, found.step).phase].name, found.number
