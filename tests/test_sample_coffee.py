"""The sample of the coffee shop's loyalty app: a loop that closes, told in English and in German of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from cjeditor import resources
from cjeditor.catalogue.frameworks import framework
from cjeditor.catalogue.guidance import for_phase
from cjeditor.layout.icons import is_icon
from cjeditor.model.fields import FunnelStage, Language, Realm, Record
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered, steps_of
from cjeditor.model.project import Project
from cjeditor.storage.load import load
from tests.typography import faults

LANGUAGES: tuple[Language, ...] = ("en", "de")

WORDS = frozenset(
    {
        "left",
        "right",
        "channel_strategy",
        "contents",
        "campaigns",
        "author",
        "client",
        "counter_measure",
        "decision",
        "demographics",
        "description",
        "duration",
        "emotion_labels",
        "evidence_source",
        "frustrations",
        "goals",
        "key_finding",
        "label",
        "name",
        "needs",
        "owner",
        "question",
        "quote",
        "scenario",
        "scope",
        "segments",
        "script",
        "source",
        "tags",
        "test_idea",
        "text",
        "title",
        "type",
        "web_links",
    }
)
"""Fields that hold what people wrote; all others are alike in both languages."""

SAME_IN_BOTH = frozenset({"Inspiration", "Engagement", "Touchpoints"})
"""What English and German call by one word."""


@pytest.fixture(scope="module")
def samples() -> dict[Language, Project]:
    return {language: load(resources.path(f"samples/coffee-loyalty.{language}.cjmap")) for language in LANGUAGES}


@pytest.fixture(scope="module", params=LANGUAGES)
def sample(samples: dict[Language, Project], request: pytest.FixtureRequest) -> Project:
    return samples[request.param]


@pytest.fixture(scope="module")
def journey(sample: Project) -> JourneyMap:
    return sample.maps[0]


def _facts(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every plain value of a record with where it stands."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _facts(getattr(value, name), f"{path}/{name}")
    elif isinstance(value, tuple):
        yield f"{path}/#", len(value)
        for place, each in enumerate(value):
            yield from _facts(each, f"{path}/{getattr(each, 'id', place)}")
    else:
        yield path, value


def _is_text(path: str) -> bool:
    """Whether people wrote what stands there: a lane's question, but not a note's, a KPI's source, but not a link's."""
    names = [name for name in path.split("/") if not name.isdigit()]
    elsewhere = {"question": "notes", "source": "links"}
    return names[-1] in WORDS and elsewhere.get(names[-1]) not in names


def _by_text(project: Project) -> tuple[dict[str, str], dict[str, Any]]:
    texts: dict[str, str] = {}
    others: dict[str, Any] = {}
    for path, value in _facts(project):
        (texts if _is_text(path) else others)[path] = value
    return texts, others


# ----------------------------------------------------------------------------------------------------- two languages
def test_both_languages_have_the_same_ids_numbers_feelings_and_links(samples: dict[Language, Project]) -> None:
    english, german = (_by_text(samples[language])[1] for language in LANGUAGES)
    differing = {path for path in english.keys() | german.keys() if english.get(path) != german.get(path)}
    units = {path for path in differing if path.endswith("/unit")}
    assert differing - units == {"/language"}
    assert units, "days are Tage"


def test_every_text_is_written_in_both_languages_and_differs(samples: dict[Language, Project]) -> None:
    english, german = (_by_text(samples[language])[0] for language in LANGUAGES)
    assert english.keys() == german.keys()
    assert len(english) > 500
    assert [path for path in english if bool(english[path]) != bool(german[path])] == []
    same = {english[path] for path in english if english[path] and english[path] == german[path]}
    assert same == SAME_IN_BOTH


def test_all_that_is_written_is_set_in_type(sample: Project) -> None:
    texts = [text for text in _by_text(sample)[0].values() if text]
    assert [text for text in texts if any(faults(text, sample.language))] == []
    loose = {
        "en": r"€|\d\.\d{3}\b",
        "de": r"\d\u00a0%|\d (?:€|Uhr)|£|\d,\d{3}\b",
    }
    assert [text for text in texts if re.search(loose[sample.language], text)] == []


# ----------------------------------------------------------------------------------------------------------- the map
def test_phases_are_those_of_the_loop_in_its_order_and_words(sample: Project, journey: JourneyMap) -> None:
    loop = framework("loyalty-loop")
    assert loop is not None
    assert loop.shape == "loop"
    wanted = [(each.key, each.name.in_language(sample.language)) for each in loop.phases]
    assert [(phase.framework_phase, phase.name) for phase in ordered(journey.phases)] == wanted


def test_a_link_leads_from_the_last_phase_back_to_the_first(journey: JourneyMap) -> None:
    phases = ordered(journey.phases)
    first, last = ({step.id for step in steps_of(journey, phases[place].id)} for place in (0, -1))
    steps = {each.id: each.step for each in journey.touchpoints}
    closing = [link for link in journey.links if steps[link.source] in last and steps[link.target] in first]
    assert [(bool(link.label), link.hand_off) for link in closing] == [(True, "seamless")]


def test_loyalty_is_of_both_kinds_and_all_realms_occur_somewhere_but_nowhere_together(journey: JourneyMap) -> None:
    assert {each.loyalty for each in journey.touchpoints} == {"", "transactional", "emotional"}
    for phase in journey.phases:
        own = {step.id for step in steps_of(journey, phase.id)}
        realms: set[Realm] = {realm for each in journey.touchpoints if each.step in own for realm in each.realms}
        assert len(realms) < 4, phase.name
    assert len({realm for each in journey.touchpoints for realm in each.realms}) == 4


def test_the_second_persona_has_touchpoints_and_words_of_its_own(sample: Project, journey: JourneyMap) -> None:
    (other,) = journey.overlaid_personas
    assert other != journey.lead_persona
    assert sum(each.persona == other for each in journey.touchpoints) == 2
    assert any(note.persona == other for note in journey.notes)


def test_answers_stand_in_the_phase_whose_guide_asks(journey: JourneyMap) -> None:
    answers = [note for note in journey.notes if note.question]
    assert len(answers) >= 8
    phases = {step.id: phase for phase in journey.phases for step in steps_of(journey, phase.id)}
    for note in answers:
        phase = phases[note.step]
        asked = {
            question.key for each in for_phase(phase.framework, phase.framework_phase) for question in each.questions
        }
        assert note.question in asked & set(phase.ticked), note.text


def test_a_moment_of_truth_is_only_assumed_and_a_third_of_the_hand_offs_breaks(journey: JourneyMap) -> None:
    assert any(each.moment_of_truth and each.evidence == "assumption" for each in journey.touchpoints)
    marked = [link.hand_off for link in journey.links if link.hand_off]
    assert len(marked) / 3 <= marked.count("broken") < len(marked) / 2


def test_figures_agree(sample: Project) -> None:
    counts = {each.stage: each.count for each in sample.funnel}
    stages: tuple[FunnelStage, ...] = ("suspects", "leads", "prospects", "customers", "returning")
    assert sorted(counts.values(), reverse=True) == [counts[stage] for stage in stages]
    answers = next(survey.answers for survey in sample.surveys if survey.about == sample.maps[0].id)
    assert len(answers) >= 40
    promoters, detractors = sum(each >= 9 for each in answers), sum(each <= 6 for each in answers)
    assert promoters > detractors > 5
    assert {action.status for action in sample.actions} == {"open", "in_progress", "done", "dropped"}
    assert all(action.cards for action in sample.actions)


def test_channels_have_icons_and_all_modes_and_are_used(sample: Project, journey: JourneyMap) -> None:
    assert [channel.name for channel in sample.channels if not is_icon(channel.icon)] == []
    assert {channel.mode for channel in sample.channels} == {"online", "offline", "mobile"}
    assert {channel.id for channel in sample.channels} == {each.channel for each in journey.touchpoints} - {None}
