"""Figures that stand on a map more than once: as a question to the CRM and as a KPI of one's own, or at two cards."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from cjeditor.analysis.folding import folded
from cjeditor.analysis.kpis import Row, map_rows
from cjeditor.catalogue.kpi_questions import kpi_questions
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards
from cjeditor.model.project import Project


def twice_counted(project: Project, journey_map: JourneyMap) -> tuple[tuple[Row, Row], ...]:
    """Return each figure that is there before, in journey order, with the first one like it.

    Two are the same where they have the same name and unit, a question of the catalogue in either language, and lie in
    the same phase without saying different things, or anywhere on the map with the same value. A figure measured in two
    phases, with a value for each, is none.
    """
    first: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    steps = {step.id: step.phase for step in journey_map.steps}
    places = {each.id: steps[each.step] for each in cards(journey_map)}
    found: list[tuple[Row, Row]] = []
    for row in map_rows(project, journey_map):
        name = _called(row.name)
        if row.kind == "nps" or not name:
            continue
        before = first[name, "".join(row.unit.split()).casefold()]
        same = next((one for one in before if _is_same(one, row, places)), None)
        if same is None:
            before.append(row)
        else:
            found.append((row, same))
    return tuple(found)


def _is_same(one: Row, other: Row, phases: dict[str, str]) -> bool:
    if one.actual is not None and other.actual is not None:
        return one.actual == other.actual
    return phases.get(one.holder, one.holder) == phases.get(other.holder, other.holder)


def _called(name: str) -> str:
    """What a figure's name means: its key for a question of the catalogue, else the name without spelling."""
    plain = " ".join(folded(name).split())
    return _questions().get(plain, plain)


@cache
def _questions() -> dict[str, str]:
    return {
        " ".join(folded(said.in_language(language)).split()): f"? {each.key}"
        for each in kpi_questions()
        for said in (each.name, each.question)
        for language in ("en", "de")
    }
