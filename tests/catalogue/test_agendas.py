"""The ready plans: their minutes, what they open on a map, and what a facilitator can say aloud."""

from __future__ import annotations

import re

import pytest

from cjeditor.catalogue import agendas
from cjeditor.catalogue.templates import TEMPLATE_KEYS, new_map
from cjeditor.model.edits.workshop import replace_agenda
from cjeditor.model.ids import new_id
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered
from cjeditor.model.project import Project
from cjeditor.model.replace import replace

LENGTHS = {"one-hour": 60, "two-hours": 120, "half-day": 240, "day": 480}
PLANS = pytest.mark.parametrize("plan", agendas.plans(), ids=lambda one: one.key)
LANGUAGES = pytest.mark.parametrize("language", ["en", "de"])


def made(template: str = "five-phases", language: str = "en") -> JourneyMap:
    return new_map(template, language=language, title="Trip", new_id=new_id)


def test_the_plans_are_those_that_were_promised() -> None:
    assert {plan.key: plan.minutes for plan in agendas.plans()} == LENGTHS


@PLANS
@LANGUAGES
@pytest.mark.parametrize("template", TEMPLATE_KEYS)
def test_the_minutes_are_those_of_the_plan_on_any_map(plan: agendas.Plan, template: str, language: str) -> None:
    journey_map = made(template, language)
    steps = agendas.agenda_of(plan, journey_map, language)
    assert sum(step["minutes"] for step in steps) == plan.minutes
    assert min(step["minutes"] for step in steps) >= 1
    project = replace_agenda(Project(maps=(journey_map,)), steps, new_ids=new_id)
    assert len(ordered(project.agenda)) == len(steps)
    assert not any(re.search(r"[{}]", step["title"] + step["script"]) for step in steps)


@PLANS
def test_each_has_welcome_next_steps_and_slack(plan: agendas.Plan) -> None:
    kinds = [step["kind"] for step in agendas.agenda_of(plan, made(), "en")]
    assert kinds[0] == "welcome"
    assert kinds[-1] == "next_steps"
    assert "slack" in kinds
    assert kinds.count("write") >= 2
    # What was written silently is shared before people vote on it.
    assert kinds.index("write") < kinds.index("share") < kinds.index("vote")
    assert plan.minutes < 120 or "break" in kinds


@pytest.mark.parametrize("template", ["five-phases", "nine-phases"])
def test_the_hour_opens_five_phases_and_three_lanes(template: str) -> None:
    plan = agendas.plan("one-hour")
    assert plan is not None
    journey_map = made(template)
    steps = agendas.agenda_of(plan, journey_map, "en")
    assert [step["phase"] for step in steps if "phase" in step] == [one.id for one in ordered(journey_map.phases)][:5]
    lanes = {lane.id: lane for lane in journey_map.lanes}
    opened = {lane for step in steps for lane in step["lanes"]}
    assert sorted(lanes[each].kind for each in opened) == ["emotion", "notes", "touchpoints"]


def test_the_weightiest_phases_come_first_where_there_are_too_many() -> None:
    journey_map = made("nine-phases")
    last = ordered(journey_map.phases)[-1]
    phases = tuple(replace(one, weight=5) if one is last else one for one in journey_map.phases)
    plan = agendas.plan("one-hour")
    assert plan is not None
    steps = agendas.agenda_of(plan, replace(journey_map, phases=phases), "en")
    assert [step["title"] for step in steps if "phase" in step][-1] == f"{last.name}: share and merge"


def test_a_map_without_phases_and_lanes_has_a_plan_too() -> None:
    steps = agendas.agenda_of(agendas.plans()[0], JourneyMap(id="map_a", rank="a0"), "de")
    assert [step["title"] for step in steps][3] == "Zusammentragen"
    assert all("phase" not in step and step["lanes"] == () for step in steps)


def test_each_step_is_in_a_plan_and_says_something_of_its_own() -> None:
    steps = agendas.planned_steps()
    used = {slot.step for plan in agendas.plans() for slot in plan.slots}
    assert used == set(steps)
    for language in ("en", "de"):
        scripts = [step.script.in_language(language) for step in steps.values()]
        assert len(set(scripts)) == len(scripts)
        assert all(len(script) > 80 and script.endswith((".", "?")) for script in scripts)


@PLANS
def test_only_what_is_done_phase_by_phase_is_called_after_a_phase(plan: agendas.Plan) -> None:
    for slot in plan.slots:
        title = agendas.planned_steps()[slot.step].title
        assert ("{phase}" in title.en) == ("{phase}" in title.de) == bool(slot.phases)
