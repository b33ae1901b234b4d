"""What a map rests on, counted by hand: shares by phase and map, open assumptions, and the mark of a hypothesis."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor.analysis.evidence import evidence_figures, hypothesis_share
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.replace import replace


def note(letter: str, step: str, **fields: Any) -> Note:
    return Note(id=f"nt_{letter}", number=ord(letter), step=step, lane="ln_b", rank="a0", **fields)


def touchpoint(letter: str, step: str, **fields: Any) -> Touchpoint:
    return Touchpoint(id=f"tp_{letter}", number=ord(letter), step=step, lane="ln_a", rank=f"a{letter}", **fields)


FULL = JourneyMap(
    id="map_1",
    rank="a0",
    phases=(
        Phase(id="ph_a", rank="a0", weight=5),
        Phase(id="ph_b", rank="a1", weight=1),
        Phase(id="ph_c", rank="a2", weight=4),
    ),
    steps=(
        Step(id="st_a", phase="ph_a", rank="a0"),
        Step(id="st_b", phase="ph_b", rank="a0"),
        Step(id="st_c", phase="ph_c", rank="a0"),
    ),
    lanes=(Lane(id="ln_a", rank="a0", kind="touchpoints"), Lane(id="ln_b", rank="a1", kind="notes")),
    touchpoints=(
        touchpoint("a", "st_a", evidence="quantitative", evidence_source="Web analytics"),
        touchpoint("b", "st_a", test_idea="Ask five customers"),
        touchpoint("c", "st_b", evidence="qualitative"),
    ),
    notes=(
        note("d", "st_a", evidence="anecdotal"),
        note("e", "st_a"),
        note("f", "st_b", kind="opportunity"),
        note("g", "st_c", kind="question"),
        note("h", "st_c", kind="backstage"),
    ),
)


def test_counts_claims_by_phase_and_leaves_out_ideas_and_questions() -> None:
    found = evidence_figures(FULL)
    assert [(each.phase.id, each.holding.backed, each.holding.total) for each in found.phases] == [
        ("ph_a", 1, 4),
        ("ph_b", 1, 1),
        ("ph_c", 0, 0),
    ]
    assert (found.holding.backed, found.holding.total, found.holding.share) == (2, 5, 40.0)
    assert found.phases[2].holding.share is None
    # (5 × 25 % + 1 × 100 %) ÷ 6; nothing is claimed in the third phase.
    assert found.weighted_share == pytest.approx(37.5)


def test_names_open_assumptions_and_those_that_nobody_can_test_yet() -> None:
    found = evidence_figures(FULL)
    assert [card.id for card in found.open] == ["tp_b", "nt_e"]
    # 5 × 3 both, in journey order; what weighs more comes first.
    assert [card.id for card in found.weightiest] == ["tp_b", "nt_e"]
    heavy = replace(FULL, touchpoints=(*FULL.touchpoints[:2], replace(FULL.touchpoints[2], evidence="assumption")))
    assert [card.id for card in evidence_figures(heavy).weightiest] == ["tp_b", "nt_e", "tp_c"]
    light = replace(
        heavy, touchpoints=(heavy.touchpoints[0], replace(heavy.touchpoints[1], weight=1), heavy.touchpoints[2])
    )
    assert [card.id for card in evidence_figures(light).weightiest] == ["nt_e", "tp_b", "tp_c"]
    assert [card.id for card in found.untested] == ["nt_e"]
    assert [card.id for card in found.sourceless] == ["tp_c"]


@pytest.mark.parametrize(("below", "said"), [(0, None), (40, None), (41, 40.0), (100, 40.0)])
def test_a_map_is_a_hypothesis_below_the_threshold_only(below: int, said: float | None) -> None:
    assert hypothesis_share(FULL, below) == said


def test_a_map_that_claims_nothing_is_no_hypothesis() -> None:
    empty = JourneyMap(id="map_1", rank="a0")
    assert hypothesis_share(empty, 100) is None
    assert (evidence_figures(empty).weighted_share, evidence_figures(empty).holding.share) == (None, None)
