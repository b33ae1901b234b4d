from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from cjeditor.catalogue import frameworks, templates
from cjeditor.model import rules
from cjeditor.model.edits import maps
from cjeditor.model.lookup import ordered, ordered_steps
from cjeditor.model.problem import EditRefused


def counting() -> Callable[[str], str]:
    numbers = itertools.count(1)
    return lambda prefix: f"{prefix}_{next(numbers):04}"


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("key", templates.TEMPLATE_KEYS)
def test_new_projects_keep_the_rules(key: str, language: str) -> None:
    project = templates.new_project(key, language=language, title="Haus", new_id=counting())
    assert rules.problems(project) == []
    assert project.language == language
    assert (project.title, project.maps[0].title) == ("Haus", "Haus")


def test_phases_come_from_the_framework_in_its_order() -> None:
    project = templates.new_project("nine-phases", language="de", title="", new_id=counting())
    journey_map = project.maps[0]
    known = frameworks.framework("nine-phases")
    assert known is not None
    phases = ordered(journey_map.phases)
    assert [phase.name for phase in phases] == [phase.name.de for phase in known.phases]
    assert [phase.framework_phase for phase in phases] == [phase.key for phase in known.phases]
    assert [phase.colour for phase in phases] == [phase.colour for phase in known.phases]
    assert {phase.framework for phase in phases} == {"nine-phases"}
    assert journey_map.framework == "nine-phases"
    assert [step.phase for step in ordered_steps(journey_map)] == [phase.id for phase in phases]
    assert project.title == "Neue Journey Map"


def test_lanes_are_those_of_a_new_map() -> None:
    project = templates.new_project("blank", language="de", title="", new_id=counting())
    lanes = ordered(project.maps[0].lanes)
    assert [lane.name for lane in lanes] == [
        "Touchpoints",
        "Ziele und O-Ton",
        "Gefühl",
        "Pain Points und Chancen",
        "Sichtbarkeitslinie",
        "Hinter den Kulissen",
    ]
    assert [lane.kind for lane in lanes] == ["touchpoints", "notes", "emotion", "notes", "separator", "backstage"]
    assert len(project.maps[0].phases) == 1
    assert project.maps[0].framework is None


def test_templates_offer_each_key_once_and_the_default_first() -> None:
    offered = [template.key for template in templates.templates()]
    assert offered[0] == "nine-phases"
    assert offered[-1] == "blank"
    assert sorted(offered) == sorted(templates.TEMPLATE_KEYS)


def test_unknown_template_and_unusable_title_are_refused() -> None:
    with pytest.raises(templates.UnknownTemplate):
        templates.new_project("seven-phases", language="en", title="", new_id=counting())
    with pytest.raises(EditRefused):
        templates.new_project("blank", language="en", title="a\x00b", new_id=counting())
    with pytest.raises(EditRefused):
        templates.new_project("blank", language="en", title="a\ud800b", new_id=counting())


def test_a_persona_and_a_state_come_with_the_project() -> None:
    project = templates.new_project(
        "blank", language="de", title="Haus", new_id=counting(), persona=" Mia <b> ", state="future"
    )
    assert [persona.name for persona in project.personas] == ["Mia <b>"]
    assert project.maps[0].lead_persona == project.personas[0].id
    assert project.maps[0].state == "future"
    assert rules.problems(project) == []
    with pytest.raises(EditRefused):
        templates.new_project("blank", language="en", title="", new_id=counting(), persona="a\x00b")


@pytest.mark.parametrize("key", templates.TEMPLATE_KEYS)
def test_a_map_may_be_one_more_of_a_project(key: str) -> None:
    ids = counting()
    project = templates.new_project("blank", language="de", title="Haus", new_id=ids, persona="Mia")
    more = templates.new_map(
        key, language="de", title="", new_id=ids, lead_persona=project.personas[0].id, state="future"
    )
    after = maps.add_map(project, more)
    assert rules.problems(after) == []
    assert (more.title, more.state) == (templates.untitled("de"), "future")
    assert ordered(after.maps)[-1].id == more.id
    with pytest.raises(templates.UnknownTemplate):
        templates.new_map("seven-phases", language="de", title="", new_id=ids)
