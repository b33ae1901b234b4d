"""Rules of the journey check about phases: what lies in them, how many steps they have, what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cjeditor.analysis.check.found import Found, Value
from cjeditor.analysis.check.reading import Reading
from cjeditor.analysis.folding import folded
from cjeditor.catalogue.frameworks import FrameworkPhase, framework, frameworks
from cjeditor.model.fields import FunnelStage
from cjeditor.model.journey_map import Phase

MOST_STEPS: Final = 4
PURCHASE: Final = 5
"""The number of the purchase among the full nine phases."""

DEPARTMENTS: Final = (
    "marketing",
    "sales",
    "sales department",
    "vertrieb",
    "accounting",
    "buchhaltung",
    "controlling",
    "finance department",
    "finanzabteilung",
    "human resources",
    "hr",
    "personalabteilung",
    "it",
    "it department",
    "it-abteilung",
    "legal department",
    "rechtsabteilung",
    "procurement",
)
"""Departments that nearly every company has, and whose names say nothing else."""

_BY_STAGE: Final[dict[FunnelStage, tuple[int, ...]]] = {
    "suspects": (1,),
    "leads": (2,),
    "prospects": (3, 4),
    "customers": (5, 6, 7),
    "returning": (8, 9),
}
_BETWEEN_NAMES = re.compile(r"\s*(?:[/&+,|]|\bund\b|\band\b)\s*")


def empty_phase(reading: Reading) -> Iterator[Found]:
    """A phase of a map with cards has none; or the whole map has none."""
    if not any(reading.by_phase.values()):
        yield Found(reading.map.id, "map")
        return
    yield from (Found(phase.id) for phase in reading.phases if not reading.by_phase[phase.id])


def only_purchase(reading: Reading) -> Iterator[Found]:
    """No phase comes before or after the purchase, where one can be told to be the purchase.

    A phase is known by its framework, by its name, or by its stage of the funnel. One that is not known may be
    anything, so it counts for where it stands.
    """
    numbers = [_numbers(phase) for phase in reading.phases]
    at = next((place for place, some in enumerate(numbers) if PURCHASE in some), None)
    if at is None:
        return
    name = reading.phases[at].name
    before = any(min(some, default=0) < PURCHASE for place, some in enumerate(numbers) if some or place < at)
    after = any(max(some, default=9) > PURCHASE for place, some in enumerate(numbers) if some or place > at)
    for variant, is_there in (("before", before), ("after", after)):
        if not is_there:
            yield Found(reading.phases[at].id, variant, {"phase": name})


def many_steps(reading: Reading) -> Iterator[Found]:
    """A phase has more than four steps; it can be split before the one in its middle."""
    for phase in reading.phases:
        steps = reading.steps_in(phase)
        if len(steps) > MOST_STEPS:
            middle = steps[(len(steps) + 1) // 2]
            params: dict[str, Value] = {"n": len(steps), "step": middle.name, "step_id": middle.id}
            yield Found(phase.id, "", params, is_mendable=True)


def department_phase(reading: Reading) -> Iterator[Found]:
    """A phase is called as a department of the company, or as several; the framework's own name is offered instead."""
    known = {folded(each).strip() for each in (*reading.project.settings.departments, *DEPARTMENTS)} - {""}
    for phase in reading.phases:
        names = [folded(each).strip() for each in _BETWEEN_NAMES.split(phase.name.casefold())]
        if folded(phase.name).strip() not in known and not all(each in known for each in names):
            continue
        part = _framework_phase(phase)
        own = part.name.in_language(reading.project.language) if part is not None else ""
        if own and folded(own).strip() not in known:
            yield Found(phase.id, "known", {"name": phase.name, "known": own}, is_mendable=True)
        else:
            yield Found(phase.id, "", {"name": phase.name})


def _framework_phase(phase: Phase) -> FrameworkPhase | None:
    found = framework(phase.framework)
    return None if found is None or phase.framework_phase is None else found.phase(phase.framework_phase)


def _numbers(phase: Phase) -> tuple[int, ...]:
    """Return which of the full nine phases this one is; empty where nobody can tell."""
    part = _framework_phase(phase)
    if part is not None:
        return part.guidance
    name = folded(phase.name).strip()
    named = [
        each for one in frameworks() for each in one.phases if name in (folded(each.name.en), folded(each.name.de))
    ]
    if named:
        return named[0].guidance
    return _BY_STAGE[phase.funnel_stage] if phase.funnel_stage is not None else ()
