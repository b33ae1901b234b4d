"""The loop of a map, worked by hand."""

from __future__ import annotations

from cjeditor.analysis.loop import loop_of
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of
from tests.builders import MAP, small_project


def test_stops_follow_the_journey_with_what_is_felt_and_what_ties() -> None:
    project = set_touchpoint(small_project(), MAP, ["tp_d"], emotion=None, ratings=(-1, 2, 2), loyalty="emotional")
    project = set_touchpoint(project, MAP, ["tp_a", "tp_b"], loyalty="transactional")
    loop = loop_of(map_of(project, MAP))
    assert [(one.card.id, one.phase.id, one.emotion) for one in loop.stops] == [
        ("tp_a", "ph_a", 1),
        ("tp_b", "ph_a", None),
        ("tp_c", "ph_b", -2),
        ("tp_d", "ph_c", 2),
    ]
    assert [one.card.id for one in loop.ties("transactional")] == ["tp_a", "tp_b"]
    assert [one.card.id for one in loop.ties("emotional")] == ["tp_d"]
    assert loop.lowest is not None
    assert loop.lowest.card.id == "tp_c"
    assert loop.closing is not None
    assert [one.card.id for one in loop.closing] == ["tp_d", "tp_a"]


def test_an_empty_map_has_no_way_round() -> None:
    loop = loop_of(JourneyMap(id="map_x", rank="a0"))
    assert (loop.phases, loop.stops, loop.lowest, loop.closing) == ((), (), None, None)
