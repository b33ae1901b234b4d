"""Drop-off risks worked by hand: likelihood × impact, weighted, sorted, and laid into the matrix."""

from __future__ import annotations

from cjeditor.analysis.risks import risk_figures
from cjeditor.model.cards import DropOffPoint, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step

FULL = JourneyMap(
    id="map_1",
    rank="a0",
    phases=(
        Phase(
            id="ph_a",
            rank="a0",
            weight=5,
            drop_off_points=(DropOffPoint(id="do_phase", likelihood=2, impact=2, counter_measure="Tell them"),),
        ),
        Phase(id="ph_b", rank="a1", weight=1),
    ),
    steps=(Step(id="st_a", phase="ph_a", rank="a0"), Step(id="st_b", phase="ph_b", rank="a0")),
    lanes=(Lane(id="ln_a", rank="a0", kind="touchpoints"),),
    touchpoints=(
        Touchpoint(
            id="tp_a",
            number=1,
            step="st_b",
            lane="ln_a",
            rank="a0",
            weight=4,
            drop_off_points=(
                DropOffPoint(id="do_high", likelihood=5, impact=5),
                DropOffPoint(id="do_half", likelihood=4, counter_measure=" \n"),
            ),
        ),
        Touchpoint(
            id="tp_b",
            number=2,
            step="st_a",
            lane="ln_a",
            rank="a0",
            drop_off_points=(DropOffPoint(id="do_low", likelihood=5, impact=5),),
        ),
        Touchpoint(
            id="tp_c",
            number=3,
            step="st_a",
            lane="ln_a",
            rank="a1",
            weight=1,
            drop_off_points=(DropOffPoint(id="do_same", likelihood=4, impact=5),),
        ),
    ),
)


def test_sorts_by_weight_times_risk_and_equal_ones_along_the_journey() -> None:
    found = risk_figures(FULL)
    # 4 × 5 × 5, 3 × 5 × 5, 5 × 2 × 2, 1 × 4 × 5; without impact there is no risk to tell.
    assert [(one.point.id, one.risk, one.weighted) for one in found.risks] == [
        ("do_high", 25, 100),
        ("do_low", 25, 75),
        ("do_phase", 4, 20),
        ("do_same", 20, 20),
        ("do_half", None, None),
    ]


def test_tells_what_is_open_ungraded_and_where_it_is() -> None:
    found = risk_figures(FULL)
    assert [one.point.id for one in found.open] == ["do_high", "do_low", "do_same", "do_half"]
    assert [one.point.id for one in found.ungraded] == ["do_half"]
    assert [one.point.id for one in found.at(5, 5)] == ["do_high", "do_low"]
    assert found.at(1, 1) == ()
    assert found.of_phases() == {"ph_b": 100, "ph_a": 115}


def test_a_map_without_drop_off_points_has_none() -> None:
    found = risk_figures(JourneyMap(id="map_1", rank="a0"))
    assert (found.risks, found.open, found.ungraded, found.of_phases()) == ((), (), (), {})
