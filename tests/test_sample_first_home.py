from __future__ import annotations

import re
from itertools import pairwise

import pytest

from cjeditor import resources
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered, steps_of
from cjeditor.model.project import Project
from cjeditor.storage.load import load

NAME = "samples/first-home.de.cjmap"


@pytest.fixture(scope="module")
def sample() -> Project:
    return load(resources.path(NAME))


@pytest.fixture(scope="module")
def journey(sample: Project) -> JourneyMap:
    return sample.maps[0]


def test_touchpoints_run_through_all_nine_phases(journey: JourneyMap) -> None:
    assert journey.framework == "nine-phases"
    phases = ordered(journey.phases)
    assert [phase.framework_phase for phase in phases] == [
        "need",
        "orientation",
        "consideration",
        "decision",
        "purchase",
        "delivery",
        "use",
        "loyalty",
        "advocacy",
    ]
    assert len(journey.touchpoints) >= 28
    for phase in phases:
        own = {step.id for step in steps_of(journey, phase.id)}
        assert any(touchpoint.step in own for touchpoint in journey.touchpoints), phase.name
    assert sum(len(steps_of(journey, phase.id)) == 2 for phase in phases) >= 3


def test_what_a_map_can_say_is_said(journey: JourneyMap) -> None:
    touchpoints = journey.touchpoints
    emotions = [t.emotion for t in sorted(touchpoints, key=lambda t: t.number) if t.emotion is not None]
    assert set(emotions) == {-2, -1, 0, 1, 2}
    assert sum(abs(a - b) >= 3 for a, b in pairwise(emotions)) >= 3
    assert {t.contact for t in touchpoints} == {"direct", "third_party", "none"}
    assert {t.evidence for t in touchpoints} == {"assumption", "anecdotal", "qualitative", "quantitative"}
    assert sum(t.moment_of_truth for t in touchpoints) >= 4
    points = [point for t in touchpoints for point in t.drop_off_points]
    assert all(point.likelihood and point.impact for point in points)
    assert any(not point.counter_measure for point in points)
    assert any(point.counter_measure for point in points)
    waits = {(t.expected_wait.amount, t.actual_wait.amount) for t in touchpoints if t.expected_wait and t.actual_wait}
    assert (2, 9) in waits
    assert sum(t.votes for t in touchpoints) > 20
    kinds = {note.kind for note in journey.notes}
    assert kinds >= {"goal", "quote", "thought", "pain_point", "how_might_we", "opportunity", "insight", "backstage"}
    assert [lane.name for lane in ordered(journey.lanes) if lane.kind == "separator"] == [
        "Interaktionslinie",
        "Sichtbarkeitslinie",
    ]
    assert {link.hand_off for link in journey.links} == {"", "seamless", "broken"}


def test_persona_and_cover_are_complete(sample: Project, journey: JourneyMap) -> None:
    lead = next(persona for persona in sample.personas if persona.id == journey.lead_persona)
    assert lead.name == "Familie Brandt"
    assert all((lead.quote, lead.type, lead.demographics, lead.goals, lead.needs, lead.frustrations))
    assert lead.preferred_channels
    assert journey.title == "Erstes eigenes Zuhause"
    assert journey.key_finding == "Neun Tage ohne Nachricht kosten mehr Vertrauen als der Zins."
    assert all((journey.scenario, journey.scope, journey.owner, journey.version, sample.client))


def test_typography_is_german() -> None:
    text = resources.text(NAME)
    spoken = "\n".join(re.findall(r'"(?:title|text|description|quote|scenario|goals|needs)":\s*"([^"]*)"', text))
    assert len(spoken) > 8_000
    assert not re.search(r"[”'`]|\.\.\.| - |\d ?%| -\d", spoken)
    assert spoken.count("„") == spoken.count("“") > 15
    assert spoken.count("‚") == spoken.count("‘")
    assert "ß" in spoken
