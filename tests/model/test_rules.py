"""Each test damages a sound project in one place and cites the rule that must notice."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor.model import rules, table
from cjeditor.model.cards import Comment, DropOffPoint, Kpi, Link, Note, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.problem import CODE_PARAMS, Problem
from cjeditor.model.project import Action, Channel, FunnelCount, ParkedCard, Persona, Project, Settings, Survey
from cjeditor.model.replace import replace
from cjeditor.model.saved_view import SavedView
from cjeditor.model.voting import Ballot, VotingRound
from tests.builders import MAP, big_project, small_project

SOUND = small_project()
SHA = "0" * 64


def with_records(*records: Any) -> Project:
    """The sound project with these records of the first map added or exchanged, without any check."""
    names = {
        Phase: "phases",
        Step: "steps",
        Lane: "lanes",
        Touchpoint: "touchpoints",
        Note: "notes",
        Link: "links",
        Comment: "comments",
        VotingRound: "rounds",
    }
    journey_map = SOUND.maps[0]
    for record in records:
        name = names[type(record)]
        journey_map = replace(journey_map, **{name: table.put(getattr(journey_map, name), [record])})
    return replace(SOUND, maps=table.put(SOUND.maps, [journey_map]))


def with_map_fields(**fields: Any) -> Project:
    return replace(SOUND, maps=table.put(SOUND.maps, [replace(SOUND.maps[0], **fields)]))


def touchpoint(name: str, **fields: Any) -> Touchpoint:
    old = table.find(SOUND.maps[0].touchpoints, name)
    return replace(old or replace(SOUND.maps[0].touchpoints[0], id=name, number=99), **fields)


DAMAGED: list[tuple[str, Project, Problem]] = [
    (
        "R1",
        replace(SOUND, channels=(*SOUND.channels, SOUND.channels[1])),
        Problem("id-twice", ("ch_b",), {"id": "ch_b"}),
    ),
    (
        "R1",
        replace(SOUND, maps=(SOUND.maps[0], replace(SOUND.maps[1], lanes=(SOUND.maps[0].lanes[0],)))),
        Problem("id-twice", ("ln_a",), {"id": "ln_a"}),
    ),
    (
        "R1",
        with_records(touchpoint("tp_a", drop_off_points=(DropOffPoint(id="do_a"),))),
        Problem("id-twice", ("do_a",), {"id": "do_a"}),
    ),
    (
        "R1",
        with_records(touchpoint("tp_a", kpis=(Kpi(id="kp_b"), Kpi(id="kp_b")))),
        Problem("id-twice", ("kp_b",), {"id": "kp_b"}),
    ),
    (
        "R2",
        replace(SOUND, channels=(Channel(id="aa_a", name=""), *SOUND.channels)),
        Problem("wrong-prefix", ("aa_a",), {"id": "aa_a", "prefix": "ch"}),
    ),
    (
        "R2",
        with_records(touchpoint("tp_a", kpis=(Kpi(id="do_x"),))),
        Problem("wrong-prefix", ("do_x",), {"id": "do_x", "prefix": "kp"}),
    ),
    (
        "R3",
        with_map_fields(notes=tuple(reversed(SOUND.maps[0].notes))),
        Problem("not-sorted", (MAP, "notes"), {"table": "notes"}),
    ),
    (
        "R3",
        replace(SOUND, personas=tuple(reversed(SOUND.personas))),
        Problem("not-sorted", ("personas",), {"table": "personas"}),
    ),
    ("R4", with_records(Phase(id="ph_x", rank="a9", name="New")), Problem("step-needed", ("ph_x",), {"name": "New"})),
    (
        "R4",
        with_records(Step(id="st_x", phase="ph_x", rank="a9")),
        Problem("unknown-reference", ("st_x", "phase"), {"field": "phase", "id": "ph_x"}),
    ),
    (
        "R5",
        with_records(touchpoint("tp_b", step="st_x")),
        Problem("unknown-reference", ("tp_b", "step"), {"field": "step", "id": "st_x"}),
    ),
    (
        "R5",
        with_records(touchpoint("tp_b", lane="ln_x")),
        Problem("unknown-reference", ("tp_b", "lane"), {"field": "lane", "id": "ln_x"}),
    ),
    (
        "R6",
        with_records(touchpoint("tp_b", lane="ln_b")),
        Problem("wrong-lane", ("tp_b",), {"number": 2, "lane": "Goals"}),
    ),
    (
        "R6",
        with_records(replace(SOUND.maps[0].notes[0], lane="ln_c")),
        Problem("wrong-lane", ("nt_a",), {"number": 4, "lane": "Emotion"}),
    ),
    (
        "R7",
        with_records(replace(SOUND.maps[0].notes[0], number=2)),
        Problem("number-twice", ("nt_a",), {"number": 2}),
    ),
    (
        "R8",
        with_records(Link(id="lk_x", source="tp_a", target="tp_x")),
        Problem("unknown-reference", ("lk_x", "target"), {"field": "target", "id": "tp_x"}),
    ),
    ("R8", with_records(Link(id="lk_x", source="tp_a", target="tp_a")), Problem("link-to-itself", ("lk_x",))),
    ("R8", with_records(Link(id="lk_x", source="tp_a", target="tp_c")), Problem("link-twice", ("lk_x",))),
    (
        "R9",
        with_records(Comment(id="cm_x", about="tp_x")),
        Problem("unknown-reference", ("cm_x", "about"), {"field": "about", "id": "tp_x"}),
    ),
    (
        "R10",
        with_records(touchpoint("tp_a", channel="ch_x")),
        Problem("unknown-reference", ("tp_a", "channel"), {"field": "channel", "id": "ch_x"}),
    ),
    (
        "R10",
        with_records(touchpoint("tp_a", persona="ps_x")),
        Problem("unknown-reference", ("tp_a", "persona"), {"field": "persona", "id": "ps_x"}),
    ),
    (
        "R10",
        with_records(replace(SOUND.maps[0].notes[0], persona="ps_x")),
        Problem("unknown-reference", ("nt_a", "persona"), {"field": "persona", "id": "ps_x"}),
    ),
    (
        "R10",
        replace(SOUND, parked=(ParkedCard(id="pk_a", touchpoint=touchpoint("tp_z", channel="ch_x")),)),
        Problem("unknown-reference", ("pk_a", "channel"), {"field": "channel", "id": "ch_x"}),
    ),
    (
        "R10",
        replace(SOUND, parked=(ParkedCard(id="pk_a", note=replace(SOUND.maps[0].notes[0], persona="ps_x")),)),
        Problem("unknown-reference", ("pk_a", "persona"), {"field": "persona", "id": "ps_x"}),
    ),
    (
        "R10",
        with_map_fields(lead_persona="ps_x"),
        Problem("unknown-reference", (MAP, "lead_persona"), {"field": "lead_persona", "id": "ps_x"}),
    ),
    (
        "R10",
        with_map_fields(overlaid_personas=("ps_a", "ps_a")),
        Problem("reference-twice", (MAP, "overlaid_personas"), {"field": "overlaid_personas", "id": "ps_a"}),
    ),
    (
        "R10",
        replace(SOUND, personas=(*SOUND.personas, Persona(id="ps_c", name="", preferred_channels=("ch_x",)))),
        Problem("unknown-reference", ("ps_c", "preferred_channels"), {"field": "preferred_channels", "id": "ch_x"}),
    ),
    (
        "R11",
        replace(SOUND, actions=(Action(id="ac_x", title="", cards=("tp_x",)),)),
        Problem("unknown-reference", ("ac_x", "cards"), {"field": "cards", "id": "tp_x"}),
    ),
    (
        "R11",
        replace(SOUND, actions=(Action(id="ac_x", title="", cards=("tp_a", "tp_a")),)),
        Problem("reference-twice", ("ac_x", "cards"), {"field": "cards", "id": "tp_a"}),
    ),
    (
        "R11",
        replace(SOUND, surveys=(Survey(id="sv_x", about="nt_a"),)),
        Problem("unknown-reference", ("sv_x", "about"), {"field": "about", "id": "nt_a"}),
    ),
    (
        "R12",
        replace(SOUND, personas=(*SOUND.personas, Persona(id="ps_c", name="", portrait=SHA))),
        Problem("unknown-reference", ("ps_c", "portrait"), {"field": "portrait", "id": SHA}),
    ),
    (
        "R12",
        with_records(replace(SOUND.maps[0].notes[0], picture=SHA)),
        Problem("unknown-reference", ("nt_a", "picture"), {"field": "picture", "id": SHA}),
    ),
    (
        "R13",
        with_map_fields(origin="map_9"),
        Problem("unknown-reference", (MAP, "origin"), {"field": "origin", "id": "map_9"}),
    ),
    (
        "R13",
        with_map_fields(origin=MAP),
        Problem("unknown-reference", (MAP, "origin"), {"field": "origin", "id": MAP}),
    ),
    (
        "R14",
        replace(SOUND, settings=Settings(emotion_labels=("bad", "good"))),
        Problem("emotion-labels", ("settings", "emotion_labels"), {"count": 2}),
    ),
    (
        "R14",
        replace(SOUND, funnel=(*SOUND.funnel, FunnelCount(id="fn_b", stage="leads"))),
        Problem("funnel-stage-twice", ("fn_b",), {"stage": "leads"}),
    ),
    (
        "R15",
        replace(SOUND, agenda=(replace(SOUND.agenda[0], phase="ph_9"),)),
        Problem("unknown-reference", ("ag_a", "phase"), {"field": "phase", "id": "ph_9"}),
    ),
    (
        "R15",
        replace(SOUND, agenda=(replace(SOUND.agenda[0], phase="ph_a", lanes=("ln_a", "ln_9")),)),
        Problem("unknown-reference", ("ag_a", "lanes"), {"field": "lanes", "id": "ln_9"}),
    ),
    (
        "R15",
        replace(SOUND, agenda=(replace(SOUND.agenda[0], lanes=("ln_a", "ln_b", "ln_a")),)),
        Problem("reference-twice", ("ag_a", "lanes"), {"field": "lanes", "id": "ln_a"}),
    ),
    (
        "R16",
        replace(SOUND, views=(SavedView(id="vw_a", rank="a0", map="map_9"),)),
        Problem("unknown-reference", ("vw_a", "map"), {"field": "map", "id": "map_9"}),
    ),
    (
        "R16",
        replace(SOUND, views=(SavedView(id="vw_a", rank="a0", map="map_2", phase="ph_a"),)),
        Problem("unknown-reference", ("vw_a", "phase"), {"field": "phase", "id": "ph_a"}),
    ),
    (
        "R16",
        replace(SOUND, views=(SavedView(id="vw_a", rank="a0", map=MAP, phase="ph_a", lane="ln_9"),)),
        Problem("unknown-reference", ("vw_a", "lane"), {"field": "lane", "id": "ln_9"}),
    ),
    (
        "R17",
        replace(SOUND, views=(SavedView(id="vw_a", rank="a0", map=MAP, channels=("", "ch_a", "ch_9")),)),
        Problem("unknown-reference", ("vw_a", "channels"), {"field": "channels", "id": "ch_9"}),
    ),
    (
        "R17",
        replace(SOUND, views=(SavedView(id="vw_a", rank="a0", map=MAP, personas=("ps_a", "ps_a")),)),
        Problem("reference-twice", ("vw_a", "personas"), {"field": "personas", "id": "ps_a"}),
    ),
    (
        "R17",
        replace(SOUND, views=(SavedView(id="vw_a", rank="a0", map=MAP, emotions=(None, -1, None)),)),
        Problem("reference-twice", ("vw_a", "emotions"), {"field": "emotions", "id": "None"}),
    ),
    (
        "R18",
        with_records(VotingRound(id="vr_a", rank="a0", phase="ph_9")),
        Problem("unknown-reference", ("vr_a", "phase"), {"field": "phase", "id": "ph_9"}),
    ),
    (
        "R18",
        with_records(VotingRound(id="vr_a", rank="a0", lane="ln_9")),
        Problem("unknown-reference", ("vr_a", "lane"), {"field": "lane", "id": "ln_9"}),
    ),
    (
        "R18",
        with_records(VotingRound(id="vr_a", rank="a0", ballots=(Ballot(), Ballot(dots=("tp_a", "tp_9"))))),
        Problem("unknown-reference", ("vr_a", "ballots"), {"field": "ballots", "id": "tp_9"}),
    ),
    (
        "R18",
        with_records(VotingRound(id="vr_a", rank="a0", dots=1, ballots=(Ballot(dots=("tp_a", "tp_a")),))),
        Problem("too-many-dots", ("vr_a",), {"dots": 1}),
    ),
    (
        "R19",
        with_records(VotingRound(id="vr_a", rank="a0"), VotingRound(id="vr_b", rank="a1")),
        Problem("round-open", ("vr_b",), {}),
    ),
    (
        "R20",
        replace(SOUND, surveys=(Survey(id="sv_a", about=MAP, answers=(9, 10), segments=("new",)),)),
        Problem("not-as-many", ("sv_a", "segments"), {"field": "segments", "count": 2}),
    ),
    (
        "R14",
        replace(SOUND, funnel=(FunnelCount(id="fn_a", stage="leads", map="map_9"),)),
        Problem("unknown-reference", ("fn_a", "map"), {"field": "map", "id": "map_9"}),
    ),
    (
        "R11",
        replace(SOUND, actions=(Action(id="ac_a", title="Act", touchpoints=("tp_9",)),)),
        Problem("unknown-reference", ("ac_a", "touchpoints"), {"field": "touchpoints", "id": "tp_9"}),
    ),
]


@pytest.mark.parametrize(("rule", "project", "expected"), DAMAGED)
def test_notices(rule: str, project: Project, expected: Problem) -> None:
    assert rules.problems(project) == [expected]
    assert set(expected.params) == set(CODE_PARAMS[expected.code])
    by_number = {number: check for numbers, check in rules.RULES.items() for number in numbers.split(", ")}
    assert list(by_number[rule](project)) == [expected]


@pytest.mark.parametrize(
    "project", [SOUND, Project(), big_project(0), big_project(400), Project(maps=(JourneyMap(id="map_a", rank="a0"),))]
)
def test_has_nothing_to_say_about_sound_projects(project: Project) -> None:
    assert rules.problems(project) == []


def test_every_rule_is_numbered_where_it_is_written_and_tested() -> None:
    numbers = [number for numbers in rules.RULES for number in numbers.split(", ")]
    assert numbers == [f"R{number}" for number in range(1, len(numbers) + 1)]
    for key, check in rules.RULES.items():
        assert all(f"{number}: " in (check.__doc__ or "") for number in key.split(", "))
    assert {rule for rule, _project, _problem in DAMAGED} == set(numbers)


def test_several_problems_are_all_told() -> None:
    broken = with_records(touchpoint("tp_a", step="st_x", lane="ln_x", channel="ch_x"), touchpoint("tp_b", number=1))
    assert sorted(problem.code for problem in rules.problems(broken)) == ["number-twice"] + ["unknown-reference"] * 3
