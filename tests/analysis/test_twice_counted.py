"""A figure is counted twice where it has the same name and unit and does not say another thing."""

from __future__ import annotations

import pytest

from cjeditor.analysis.twice_counted import twice_counted
from cjeditor.model.cards import Kpi
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.lookup import map_of
from tests.good_project import MAP, good_project


def _count(first: Kpi, second: Kpi, *, apart: bool) -> int:
    """How many are counted twice where two phases, or a phase and its touchpoint, hold one each."""
    project = set_phase(good_project(), MAP, "ph_a", kpis=(first,))
    if apart:
        project = set_phase(project, MAP, "ph_c", kpis=(second,))
    else:
        journey = map_of(project, MAP)
        steps = {step.id for step in journey.steps if step.phase == "ph_a"}
        touchpoint = next(each.id for each in journey.touchpoints if each.step in steps)
        project = set_touchpoint(project, MAP, [touchpoint], kpis=(second,))
    return len(twice_counted(project, map_of(project, MAP)))


def kpi(name: str = "Visits", unit: str = "", actual: float | None = None, number: int = 1) -> Kpi:
    return Kpi(id=f"kp_{number}", name=name, unit=unit, actual=actual)


@pytest.mark.parametrize(
    ("second", "here", "apart"),
    [
        (kpi("visits", actual=3.0, number=2), 1, 1),
        (kpi("Visits", actual=4.0, number=2), 0, 0),
        (kpi("Visits", number=2), 1, 0),
        (kpi("Visits", unit="%", actual=3.0, number=2), 0, 0),
        (kpi("Calls", actual=3.0, number=2), 0, 0),
        (kpi("", actual=3.0, number=2), 0, 0),
    ],
)
def test_name_unit_value_and_phase_tell(second: Kpi, here: int, apart: int) -> None:
    assert _count(kpi(actual=3.0), second, apart=False) == here
    assert _count(kpi(actual=3.0), second, apart=True) == apart


def test_a_question_of_the_catalogue_is_the_same_in_either_language() -> None:
    one, other = (
        kpi("Length of the customer relationship", "years"),
        kpi("Dauer der Kundenbeziehung", "years", number=2),
    )
    assert _count(one, other, apart=False) == 1
