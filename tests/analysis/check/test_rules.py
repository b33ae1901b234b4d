"""Each rule of the journey check finds what it should, where it is, and nothing beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cjeditor.analysis.check.checking import findings, mended
from cjeditor.analysis.check.found import Finding
from cjeditor.analysis.check.rules import RULES
from cjeditor.finding_wording import FindingWords
from cjeditor.model import rules as model_rules
from cjeditor.model import table
from cjeditor.model.cards import DropOffPoint, Kpi, Link, Note, Touchpoint
from cjeditor.model.edits.cards import set_note, set_touchpoint
from cjeditor.model.edits.checks import follow_rules, set_departments
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.edits.links import set_link
from cjeditor.model.edits.maps import set_map
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.fields import Span
from cjeditor.model.ids import new_id
from cjeditor.model.journey_map import Step
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Action, Project, Survey
from cjeditor.model.replace import make, replace
from cjeditor.phrases.checks import CHECKS
from cjeditor.texts import of
from tests.good_project import MAP
from tests.good_project import good_project as good


def found(project: Project, rule: str) -> list[tuple[str, str]]:
    return [(each.found.about, each.found.variant) for each in findings(project) if each.rule == rule]


def touched(touchpoint: str, **fields: Any) -> Project:
    return set_touchpoint(good(), MAP, [touchpoint], **fields)


def touched_too(project: Project, touchpoint: str, **fields: Any) -> Project:
    return set_touchpoint(project, MAP, [touchpoint], **fields)


def with_notes(*kinds: str, **fields: Any) -> Project:
    """The good project with notes of these kinds, ``nt_2`` and so on."""
    project = good()
    journey = map_of(project, MAP)
    notes = [
        Note(
            id=f"nt_{at}",
            number=10 + at,
            step="st_b",
            lane="ln_b",
            rank=f"b{at}",
            kind=kind,
            text=f"{kind} {at}",
            **fields,
        )  # type: ignore[arg-type]  # each is a kind
        for at, kind in enumerate(kinds, 2)
    ]
    return replace(project, maps=(replace(journey, notes=table.put(journey.notes, notes)),))


def with_steps(count: int) -> Project:
    project = good()
    journey = map_of(project, MAP)
    steps = [Step(id=f"st_x{at}", phase="ph_b", rank=f"b{at}", name=f"Step {at}") for at in range(count)]
    return replace(project, maps=(replace(journey, steps=table.put(journey.steps, steps)),))


def future(**changes: Any) -> Project:
    """The good project with a future state, whose first touchpoint is changed."""
    project = duplicate_map(good(), MAP, new_map_id="map_b", new_ids=new_id, title="Then", state="future")
    copy = map_of(project, "map_b")
    one = next(each.id for each in copy.touchpoints if each.number == 1)
    return set_touchpoint(project, "map_b", [one], **changes) if changes else project


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    assert findings(good()) == ()


def test_every_rule_is_worded_and_every_wording_is_of_a_rule() -> None:
    assert list(RULES)
    assert RULES.keys() == CHECKS.keys()
    for key, rule in RULES.items():
        assert bool(rule.fix) == bool(CHECKS[key].fix), key


BROKEN: list[tuple[str, Callable[[], Project], list[tuple[str, str]]]] = [
    (
        "only-purchase",
        lambda: set_phase(good(), MAP, "ph_a", framework_phase="purchase", name="Till"),
        [("ph_a", "before")],
    ),
    (
        "only-purchase",
        lambda: set_phase(good(), MAP, "ph_c", framework_phase="purchase", name="Till"),
        [("ph_b", "after")],
    ),
    ("many-steps", lambda: with_steps(4), [("ph_b", "")]),
    ("department-phase", lambda: set_phase(good(), MAP, "ph_a", name="Marketing & Sales"), [("ph_a", "known")]),
    (
        "department-phase",
        lambda: set_departments(set_phase(good(), MAP, "ph_a", name="Fuhrpark", framework=None), ["Fuhrpark", " "]),
        [("ph_a", "")],
    ),
    ("no-persona", lambda: set_map(good(), MAP, lead_persona=None), [(MAP, "one")]),
    (
        "no-persona",
        lambda: replace(set_map(good(), MAP, lead_persona=None), personas=()),
        [(MAP, "")],
    ),
    (
        "flat-emotions",
        lambda: set_touchpoint(touched("tp_1", emotion=1), MAP, ["tp_4", "tp_2"], emotion=1),
        [(MAP, "same")],
    ),
    (
        "flat-emotions",
        lambda: set_touchpoint(touched("tp_1", emotion=0), MAP, ["tp_4"], emotion=1),
        [(MAP, "")],
    ),
    (
        "flat-emotions",
        lambda: set_touchpoint(good(), MAP, ["tp_1", "tp_2", "tp_3", "tp_4"], emotion=None),
        [(MAP, "none")],
    ),
    ("no-moment-of-truth", lambda: touched("tp_3", moment_of_truth=False), [(MAP, "")]),
    (
        "open-drop-off",
        lambda: touched("tp_2", drop_off_points=(DropOffPoint(id="do_a", reason="pause", counter_measure=" "),)),
        [("tp_2", "")],
    ),
    (
        "open-drop-off",
        lambda: set_phase(good(), MAP, "ph_b", drop_off_points=(DropOffPoint(id="do_a", title="Leaves"),)),
        [("ph_b", "")],
    ),
    (
        "waiting-gap",
        lambda: touched("tp_2", expected_wait=Span(amount=2, unit="days"), actual_wait=Span(amount=49, unit="hours")),
        [("tp_2", "")],
    ),
    ("broken-hand-off", lambda: set_link(good(), MAP, "lk_a", hand_off="broken"), [("tp_1", "")]),
    (
        "broken-hand-off",
        lambda: set_link(good(), MAP, "lk_a", hand_off="broken", obstacle="legal"),
        [("tp_1", "obstacle")],
    ),
    ("pain-without-action", lambda: replace(good(), actions=()), [("nt_1", "")]),
    (
        "pain-without-action",
        lambda: replace(good(), actions=(replace(good().actions[0], status="dropped"),)),
        [("nt_1", "")],
    ),
    (
        "trace-gap",
        lambda: with_notes("how_might_we", "opportunity"),
        [("nt_2", "how_might_we"), ("nt_3", "opportunity")],
    ),
    (
        "trace-gap",
        lambda: set_note(with_notes("how_might_we", "opportunity"), MAP, ["nt_3"], comes_from="nt_2"),
        [("nt_3", "opportunity")],
    ),
    ("trace-gap", future, [("ac_a", "action")]),
    (
        "trace-gap",
        lambda: replace(
            good(), actions=(good().actions[0], make(Action, id="ac_b", title="Call", owner="Kim", due="2027-01-31"))
        ),
        [("ac_b", "cardless")],
    ),
    (
        "action-unassigned",
        lambda: replace(good(), actions=(replace(good().actions[0], owner=" "),)),
        [("ac_a", "owner")],
    ),
    (
        "action-unassigned",
        lambda: replace(good(), actions=(replace(good().actions[0], due=""),)),
        [("ac_a", "date")],
    ),
    (
        "action-unassigned",
        lambda: replace(good(), actions=(replace(good().actions[0], due="", owner=""),)),
        [("ac_a", "both")],
    ),
    (
        "kpi-without-target",
        lambda: touched("tp_1", kpis=(Kpi(id="kp_a", name="Visits", actual=3.0), Kpi(id="kp_b", target=0.0))),
        [("tp_1", "")],
    ),
    (
        "kpi-without-target",
        lambda: set_phase(good(), MAP, "ph_b", kpis=(Kpi(id="kp_a"),)),
        [("ph_b", "nameless")],
    ),
    ("kpi-without-target", lambda: with_notes("metric"), [("nt_2", "")]),
    (
        "kpi-twice",
        lambda: touched(
            "tp_1",
            kpis=(Kpi(id="kp_a", name="Visits", actual=3.0, target=1.0), Kpi(id="kp_b", name="visits ", target=1.0)),
        ),
        [("tp_1", "here")],
    ),
    (
        "kpi-twice",
        lambda: set_phase(
            touched("tp_4", kpis=(Kpi(id="kp_b", name="Aufrufe der Kündigungsseite", target=9.0),)),
            MAP,
            "ph_c",
            kpis=(Kpi(id="kp_a", name="Visits to the cancellation page", actual=12.0, target=9.0),),
        ),
        [("tp_4", "phase")],
    ),
    (
        "kpi-twice",
        lambda: touched_too(
            with_notes("metric", actual=4.0, target=5.0),
            "tp_1",
            kpis=(Kpi(id="kp_a", name="metric 2", actual=4.0, target=5.0),),
        ),
        [("nt_2", "")],
    ),
    ("loyalty-from-satisfaction", lambda: touched("tp_4", loyalty="emotional"), [("tp_4", "none")]),
    (
        "loyalty-from-satisfaction",
        lambda: set_phase(
            touched("tp_4", loyalty="emotional"), MAP, "ph_c", kpis=(Kpi(id="kp_a", name="Zufriedenheit", target=9.0),)
        ),
        [("tp_4", "")],
    ),
    (
        "unbacked-map",
        lambda: set_touchpoint(good(), MAP, ["tp_1", "tp_2"], evidence="anecdotal"),
        [(MAP, "")],
    ),
    ("single-channel-phase", lambda: follow("single-channel-phase", touched("tp_1", channel="ch_b")), [("ph_a", "")]),
    ("realms-missing", lambda: follow("realms-missing", touched("tp_1", realms=("education",))), [(MAP, "")]),
    ("duplicate-cards", lambda: touched("tp_2", title="moment 1!", channel="ch_a"), [("tp_2", "")]),
    ("dead-link", lambda: touched("tp_1", web_links=("www.example.org/a", "see the wiki")), [("tp_1", "")]),
    ("dead-link", lambda: touched("tp_1", web_links=("example.org/a", "http://")), [("tp_1", "scheme"), ("tp_1", "")]),
]


def follow(key: str, project: Project) -> Project:
    return follow_rules(project, {key: True}, {})


@pytest.mark.parametrize(
    ("rule", "broken", "expected"), BROKEN, ids=[f"{at}-{row[0]}" for at, row in enumerate(BROKEN)]
)
def test_what_is_wrong_is_found_and_nothing_else(
    rule: str, broken: Callable[[], Project], expected: list[tuple[str, str]]
) -> None:
    project = broken()
    some = findings(project)
    assert [(each.found.about, each.found.variant) for each in some if each.rule == rule] == expected
    aside = {each.rule for each in some} - {rule}
    # A question that leads nowhere and a pain point stand for each other's end of the trace, as does a future state.
    assert aside <= {"trace-gap", "unbacked-map"}
    for language in ("en", "de", "en-XP"):
        worded = FindingWords(project, of(language))
        for each in some:
            for text in (worded.sentence(each), worded.place(each), worded.title(rule), worded.why(rule)):
                assert text
                assert "{" not in text


def test_every_rule_but_those_tried_alone_was_broken() -> None:
    alone = {"empty-phase", "future-without-kpi", "too-long-to-print"}
    assert {rule for rule, _broken, _expected in BROKEN} == RULES.keys() - alone


@pytest.mark.parametrize(
    "project",
    [
        touched("tp_4", loyalty="emotional", kpis=(Kpi(id="kp_a", name="Repeat purchases", target=2.0),)),
        touched("tp_4", loyalty="emotional", evidence="quantitative", evidence_source="CRM, n = 40"),
        replace(touched("tp_4", loyalty="emotional"), surveys=(Survey(id="sv_a", about="ph_c", answers=(9,)),)),
    ],
    ids=("kpi", "evidence", "survey"),
)
def test_loyalty_may_be_claimed_from_behaviour(project: Project) -> None:
    assert found(project, "loyalty-from-satisfaction") == []


def test_phases_that_nobody_knows_may_be_anything() -> None:
    project = good()
    for phase in ("ph_a", "ph_c"):
        project = set_phase(project, MAP, phase, framework_phase=None, framework=None, name="Something")
    assert found(project, "only-purchase") == []
    project = set_phase(project, MAP, "ph_b", framework_phase=None, framework=None, name="kauf", funnel_stage=None)
    project = set_phase(project, MAP, "ph_c", name="Orientierung")
    assert found(project, "only-purchase") == [("ph_b", "after")]


def test_a_pain_point_is_answered_along_the_trace() -> None:
    project = with_notes("pain_point", "how_might_we", "opportunity")
    assert found(project, "pain-without-action") == [("nt_2", "")]
    project = set_note(project, MAP, ["nt_3"], comes_from="nt_2")
    project = set_note(project, MAP, ["nt_4"], comes_from="nt_3")
    project = replace(project, actions=(replace(project.actions[0], cards=("nt_1", "nt_4")),))
    assert found(project, "pain-without-action") == []
    assert found(project, "trace-gap") == []
    linked = with_notes("pain_point")
    journey = map_of(linked, MAP)
    links = table.put(journey.links, [Link(id="lk_b", source="nt_2", target="nt_1")])
    linked = replace(linked, maps=(replace(journey, links=links),))
    assert found(linked, "pain-without-action") == []


def test_the_copy_of_a_pain_point_is_answered_where_the_original_is() -> None:
    assert found(future(), "pain-without-action") == []
    assert len(found(replace(future(), actions=()), "pain-without-action")) == 2


def test_a_future_touchpoint_without_kpi_is_one_that_is_new_or_changed() -> None:
    assert found(future(), "future-without-kpi") == []
    changed = future(title="Another moment")
    ((about, variant),) = found(changed, "future-without-kpi")
    assert (about.startswith("tp_"), variant) == (True, "changed")
    kpis = (Kpi(id="kp_x", name="Visits", target=1.0),)
    assert found(future(title="Another moment", kpis=kpis), "future-without-kpi") == []
    alone = set_map(good(), MAP, state="future")
    assert [about for about, _ in found(alone, "future-without-kpi")] == ["tp_1", "tp_2", "tp_3", "tp_4"]


def test_an_empty_map_says_one_thing_and_an_empty_phase_too() -> None:
    project = good()
    journey = map_of(project, MAP)
    empty = replace(project, maps=(replace(journey, touchpoints=(), notes=(), links=()),), actions=())
    assert [(each.rule, each.found.variant) for each in findings(empty)] == [("empty-phase", "map")]
    without = replace(project, maps=(replace(journey, touchpoints=journey.touchpoints[:3], links=()),))
    assert found(without, "empty-phase") == [("ph_c", "")]


def test_texts_are_too_long_where_the_map_says_so() -> None:
    def lines_left(card: Touchpoint | Note, width: float, alone: bool) -> int:
        return 5 if card.id == "tp_4" and width == 190 and alone else 0

    some = [each for each in findings(good(), lines_left) if each.rule == "too-long-to-print"]
    assert [(each.found.about, each.found.params["n"], each.phase) for each in some] == [("tp_4", 5, "ph_c")]


def test_rules_are_turned_off_and_on() -> None:
    usual = {key: rule.by_default for key, rule in RULES.items()}
    project = replace(touched("tp_1", channel="ch_b"), actions=())
    assert {each.rule for each in findings(project)} == {"pain-without-action"}
    turned = follow_rules(project, {"pain-without-action": False, "single-channel-phase": True}, usual)
    assert {each.rule for each in findings(turned)} == {"single-channel-phase"}
    assert turned.settings.checks_off == ("pain-without-action",)
    back = follow_rules(turned, usual, usual)
    assert (back.settings.checks_off, back.settings.checks_on) == ((), ())


MENDED: list[Callable[[], Project]] = [
    lambda: set_map(good(), MAP, lead_persona=None),
    lambda: with_steps(4),
    lambda: set_phase(good(), MAP, "ph_a", name="Sales"),
    lambda: touched("tp_2", title="Moment 1", channel="ch_a"),
    lambda: touched("tp_1", web_links=("example.org/a",)),
]


@pytest.mark.parametrize("broken", MENDED, ids=map(str, range(len(MENDED))))
def test_what_can_be_mended_is_no_longer_found(broken: Callable[[], Project]) -> None:
    project = broken()
    (finding,) = findings(project)
    assert FindingWords(project, of("en")).fix(finding)
    after = mended(project, finding, new_id)
    assert model_rules.problems(after) == []
    assert finding.rule not in {each.rule for each in findings(after)}


def test_an_action_made_of_a_pain_point_is_called_as_it_and_asks_for_its_owner() -> None:
    project = replace(good(), actions=())
    (finding,) = findings(project)
    after = mended(project, finding, new_id)
    assert [(each.title, each.cards) for each in after.actions] == [("Hurts", ("nt_1",))]
    assert [(each.rule, each.found.variant, each.phase) for each in findings(after)] == [
        ("action-unassigned", "both", "ph_a")
    ]


def keys(some: tuple[Finding, ...]) -> list[tuple[str, str, str, str]]:
    return [each.key for each in some]


def test_findings_keep_their_keys() -> None:
    project = touched("tp_1", web_links=("one two", "three four"))
    assert len(set(keys(findings(project)))) == 2
    assert keys(findings(project)) == keys(findings(set_map(project, MAP, title="Other")))
