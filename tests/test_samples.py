"""All samples that ship: in the form that saving gives, whole as maps, and with something in them to find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import get_args

import pytest

from cjeditor import resources
from cjeditor.analysis.kpis import rows
from cjeditor.catalogue.drop_off_reasons import drop_off_reasons
from cjeditor.catalogue.frameworks import framework
from cjeditor.catalogue.guidance import for_phase
from cjeditor.catalogue.samples import editions, samples
from cjeditor.model import pictures, rules
from cjeditor.model.cards import DropOffPoint, Touchpoint
from cjeditor.model.fields import LaneKind
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered, ordered_steps, steps_of
from cjeditor.model.project import Project
from cjeditor.storage.load import load
from cjeditor.storage.save import dumps
from tests.typography import faults

FILES = sorted(resources.path("samples").glob("*.cjmap"))
FIRST_HOME = "first-home.de.cjmap"
"""Made before maps had pictures and projects a second map; it has tests of its own besides these."""

PICTURES_LIMIT = 60_000
"""Bytes of a sample's pictures together."""


@cache
def _loaded(file: Path) -> Project:
    return load(file)


def _projects(*without: str) -> list[object]:
    return [pytest.param(_loaded(file), id=file.name) for file in FILES if file.name not in without]


def _maps(*without: str, state: str = "") -> list[object]:
    return [
        pytest.param(journey, id=f"{file.name}-{journey.state}-{place}")
        for file in FILES
        if file.name not in without
        for place, journey in enumerate(ordered(_loaded(file).maps))
        if state in ("", journey.state)
    ]


every_sample = pytest.mark.parametrize("project", _projects())
full_samples = pytest.mark.parametrize("project", _projects(FIRST_HOME))
every_map = pytest.mark.parametrize("journey", _maps())
full_maps = pytest.mark.parametrize("journey", _maps(FIRST_HOME))
full_current_maps = pytest.mark.parametrize("journey", _maps(FIRST_HOME, state="current"))


def _along(journey: JourneyMap) -> list[Touchpoint]:
    """Return the touchpoints as they are read, from the first step to the last."""
    order = {step.id: place for place, step in enumerate(ordered_steps(journey))}
    lanes = {lane.id: place for place, lane in enumerate(ordered(journey.lanes))}
    return sorted(journey.touchpoints, key=lambda each: (order[each.step], lanes[each.lane], each.rank))


def _counts_by_phase(journey: JourneyMap) -> list[int]:
    return [
        sum(each.step in {step.id for step in steps_of(journey, phase.id)} for each in journey.touchpoints)
        for phase in ordered(journey.phases)
    ]


def _drop_off_points(journey: JourneyMap) -> Iterator[DropOffPoint]:
    for each in (*journey.phases, *journey.touchpoints):
        yield from each.drop_off_points


# -------------------------------------------------------------------------------------------------------------- form
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_samples_keep_the_rules_and_are_in_the_form_that_saving_gives(file: Path) -> None:
    project = load(file)
    assert rules.problems(project) == []
    assert dumps(project) == file.read_bytes()
    assert file.name.split(".")[1] == project.language


def test_every_sample_is_offered_in_both_languages() -> None:
    for language in ("en", "de"):
        offered = editions(language)
        assert sorted(each.path for each in offered) == FILES
        assert len({(each.name.in_language(language), each.language) for each in offered}) == len(offered)
        assert [each.language == language for each in offered] == sorted(
            [each.language == language for each in offered], reverse=True
        )
    assert {each.path.name.split(".")[0] for each in editions("en")} == {sample.key for sample in samples()}


@every_sample
def test_pictures_are_small_and_in_use(project: Project) -> None:
    assert {asset.sha256 for asset in project.assets} == pictures.in_use(project)
    assert sum(len(pictures.content(asset)) for asset in project.assets) < PICTURES_LIMIT
    assert all(pictures.is_whole(asset) and pictures.size_of(asset) for asset in project.assets)


@every_sample
def test_persona_and_cover_are_complete(project: Project) -> None:
    assert all((project.title, project.client))
    for journey in project.maps:
        assert all((journey.title, journey.scenario, journey.scope, journey.key_finding, journey.decision))
        assert all((journey.owner, journey.version, journey.framework))
        lead = next(persona for persona in project.personas if persona.id == journey.lead_persona)
        assert all((lead.quote, lead.type, lead.demographics, lead.goals, lead.needs, lead.frustrations))
        assert lead.preferred_channels
        assert lead.portrait is not None


@every_sample
def test_typography_is_that_of_the_language(project: Project) -> None:
    for journey in project.maps:
        texts = [journey.title, journey.scenario, journey.scope, journey.key_finding, journey.decision]
        texts += [text for each in journey.phases for text in (each.name, each.description, each.duration)]
        texts += [text for each in journey.touchpoints for text in (each.title, each.description, each.evidence_source)]
        texts += [each.text for each in journey.notes]
        texts += [each.label for each in journey.links]
        spoken = "\n".join(texts)
        assert len(spoken) > 5_000
        found = {text: list(faults(text, project.language)) for text in texts}
        assert {text: wrong for text, wrong in found.items() if wrong} == {}
        assert not re.search(r"[`]|(?<!\w)-\d|  ", spoken)
        assert spoken.count("“") > 5


# -------------------------------------------------------------------------------------------------------------- maps
@every_map
def test_every_phase_of_the_framework_has_its_touchpoints(journey: JourneyMap) -> None:
    known = framework(journey.framework or "")
    assert known is not None
    assert {phase.framework_phase for phase in journey.phases} >= {phase.key for phase in known.phases}
    assert len(journey.touchpoints) >= 25
    assert min(_counts_by_phase(journey)) >= 1
    assert len({each.step for each in journey.touchpoints}) == len(journey.steps), "no step is empty"


@every_map
def test_touchpoints_are_numbered_along_the_journey(journey: JourneyMap) -> None:
    """On a map made from another one the cards keep their numbers, and those that are new have higher ones."""
    numbers = [each.number for each in _along(journey)]
    if journey.origin is None:
        assert numbers == list(range(1, len(numbers) + 1))


@every_map
def test_titles_can_be_read_on_a_card(journey: JourneyMap) -> None:
    titles = [each.title for each in journey.touchpoints]
    assert len(set(titles)) == len(titles)
    assert max(map(len, titles)) <= 75
    assert max(len(each.text) for each in journey.notes) <= 120


@every_map
def test_what_is_said_of_touchpoints_agrees(journey: JourneyMap) -> None:
    reasons = {reason.key for reason in drop_off_reasons()}
    for each in journey.touchpoints:
        assert (each.channel is None) == (each.contact == "none"), each.title
        assert bool(each.evidence_source) == (each.evidence != "assumption"), each.title
        if each.ratings and each.emotion is not None:
            assert abs(sum(each.ratings) / len(each.ratings) - each.emotion) <= 0.5, each.title
    assert all(point.title and point.likelihood and point.impact for point in _drop_off_points(journey))
    assert {point.reason for point in _drop_off_points(journey)} <= reasons


@full_maps
def test_every_kind_of_lane_is_used(journey: JourneyMap) -> None:
    assert {lane.kind for lane in journey.lanes} == set(get_args(LaneKind))
    filled = {card.lane for card in (*journey.touchpoints, *journey.notes)}
    assert [lane.name for lane in journey.lanes if lane.holds and lane.id not in filled] == []
    assert all(note.picture for note in journey.notes if note.kind == "image")
    assert all(note.target is not None and note.source for note in journey.notes if note.kind == "metric")


YOUNG = {"feelings", "evidence_date", "test_idea", "origin"}
"""Fields that no sample needs to have used."""


@full_samples
def test_every_field_of_a_touchpoint_is_used(project: Project) -> None:
    touchpoints = [each for journey in project.maps for each in journey.touchpoints]
    unused = [
        name
        for name, field in Touchpoint.model_fields.items()
        if not field.is_required() and all(getattr(each, name) == field.default for each in touchpoints)
    ]
    assert set(unused) <= YOUNG


@full_samples
def test_every_table_of_the_project_is_used(project: Project) -> None:
    assert [name for name, value in project if value == ()] == []
    assert any(len(survey.answers) >= 20 for survey in project.surveys)
    assert all(journey.comments for journey in project.maps if journey.state == "current")


@full_maps
def test_the_guide_was_worked_with(journey: JourneyMap) -> None:
    answered = {note.question for note in journey.notes if note.question}
    assert answered
    ticked = set()
    for phase in journey.phases:
        inherited = for_phase(phase.framework, phase.framework_phase)
        assert set(phase.ticked) <= {question.key for each in inherited for question in each.questions}, phase.name
        ticked |= set(phase.ticked)
    assert answered <= ticked


# -------------------------------------------------------------------------------------------------- something to find
@full_maps
def test_a_hand_off_is_broken_and_another_is_not(journey: JourneyMap) -> None:
    assert {link.hand_off for link in journey.links} >= {"seamless", "broken"}
    assert all(link.label for link in journey.links if link.hand_off == "broken")


@full_current_maps
def test_somebody_waits_more_than_twice_as_long_as_expected(journey: JourneyMap) -> None:
    waits = [(each.expected_wait, each.actual_wait) for each in journey.touchpoints]
    assert any(expected and actual and actual.minutes > 2 * expected.minutes for expected, actual in waits)


@full_current_maps
def test_feelings_reach_from_end_to_end_and_lie_flat_once(journey: JourneyMap) -> None:
    feelings = [each.emotion for each in _along(journey) if each.emotion is not None]
    assert set(feelings) == {-2, -1, 0, 1, 2}
    assert max(len(list(run)) for _, run in groupby(feelings)) >= 4


@full_maps
def test_a_risk_is_open_and_another_is_not(journey: JourneyMap) -> None:
    points = list(_drop_off_points(journey))
    assert any(point.counter_measure for point in points)
    assert any(not point.counter_measure and (point.likelihood or 0) * (point.impact or 0) >= 9 for point in points)


@full_maps
def test_some_is_assumed_and_some_is_measured(journey: JourneyMap) -> None:
    assert {each.evidence for each in journey.touchpoints} >= {"assumption", "quantitative"}


@full_maps
def test_a_phase_is_thin(journey: JourneyMap) -> None:
    counts = _counts_by_phase(journey)
    assert min(counts) <= 3 < max(counts)


# ------------------------------------------------------------------------------------------- current and future state
@full_samples
def test_the_future_state_was_made_from_the_current_one_and_differs(project: Project) -> None:
    known = {journey.id: journey for journey in project.maps}
    for future in (journey for journey in project.maps if journey.state == "future"):
        assert future.origin is not None
        before = {each.number: each for each in known[future.origin].touchpoints}
        after = {each.number: each for each in future.touchpoints}
        assert before.keys() - after.keys(), "something is gone"
        assert after.keys() - before.keys(), "something is new"
        assert any(before[number].title != after[number].title for number in before.keys() & after.keys())
        assert any(before[number].emotion != after[number].emotion for number in before.keys() & after.keys())
        assert any(_wait(before[number]) > _wait(after[number]) for number in before.keys() & after.keys())
        assert _broken(future) < _broken(known[future.origin])
        highest = max(card.number for card in (*known[future.origin].touchpoints, *known[future.origin].notes))
        assert min(after.keys() - before.keys()) > highest, "numbers do not come again"


def _wait(touchpoint: Touchpoint) -> float:
    return touchpoint.actual_wait.minutes if touchpoint.actual_wait else 0.0


def _broken(journey: JourneyMap) -> int:
    return sum(link.hand_off == "broken" for link in journey.links)


@every_sample
def test_a_figure_stands_once_on_a_map(project: Project) -> None:
    """Also as a KPI it is not said again by a metric of the same name: the figures of a map would count it twice."""
    figures = [(each.map, each.name.casefold(), each.unit) for each in rows(project) if each.kind != "nps"]
    assert len(figures) == len(set(figures))
