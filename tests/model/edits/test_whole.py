"""Whole phases and lanes pasted as new ones, and cards onto a map without any."""

from __future__ import annotations

import pytest

from cjeditor.model import rules
from cjeditor.model.edits import clipping, maps, phases, whole
from cjeditor.model.edits.clipping import Clipping
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cell_cards, known, map_of, ordered, ordered_steps, steps_of
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.model.edits.test_clipping import counting, other_project

BEFORE = small_project()


def pasted(target: Project, map_id: str, ids: list[str], **beside: str) -> tuple[JourneyMap, whole.Pasted]:
    """The map after whole parts of the small project came onto it over the clipboard; all rules hold."""
    found = Clipping.from_json(clipping.copy_whole(BEFORE, MAP, ids).to_json())
    after, made = whole.paste_whole(target, map_id, found, new_ids=counting(), **beside)
    assert rules.problems(after) == []
    return map_of(after, map_id), made


def test_a_phase_comes_beside_another_with_steps_cards_and_drop_off_points() -> None:
    after, made = pasted(BEFORE, MAP, ["ph_a"], phase="ph_b")
    (new,) = made.phases
    assert [each.id for each in ordered(after.phases)] == ["ph_a", "ph_b", new, "ph_c"]
    phase = known(after.phases, new)
    assert (phase.name, phase.colour) == ("Need", BEFORE.maps[0].phases[0].colour)
    assert [(each.reason, each.id != "do_a") for each in phase.drop_off_points] == [("pause", True)]
    (step,) = steps_of(after, new)
    titles = [each.title for each in after.touchpoints if each.step == step.id]
    assert titles == ["Advert", "Talk"]
    assert [each.text for each in cell_cards(after, step.id, "ln_b")] == ["A home of our own", "“Now or never”"]
    assert made.lanes == ()
    assert sorted(each.number for each in after.touchpoints + after.notes)[-4:] == [9, 10, 11, 12]


def test_a_phase_keeps_its_steps_with_names_and_times() -> None:
    after, made = pasted(BEFORE, MAP, ["ph_b"], phase="ph_c")
    old, new = steps_of(after, "ph_b"), steps_of(after, made.phases[0])
    assert [(each.name, each.duration, each.min_width) for each in old] == [
        (each.name, each.duration, each.min_width) for each in new
    ]


def test_a_lane_comes_below_another_with_its_cards_in_the_same_phases() -> None:
    after, made = pasted(BEFORE, MAP, ["ln_b"], lane="ln_a")
    (new,) = made.lanes
    assert [each.id for each in ordered(after.lanes)][:3] == ["ln_a", new, "ln_b"]
    assert [each.text for each in cell_cards(after, "st_a", new)] == ["A home of our own", "“Now or never”"]
    assert made.phases == ()


def test_a_lane_finds_its_phases_on_another_map_by_name_or_by_place() -> None:
    target = phases.add_phase(other_project(), "map_9", phase_id="ph_y", step_id="st_x", name="need")
    after, made = pasted(target, "map_9", ["ln_b"])
    assert {each.step for each in after.notes} == {"st_x"}
    assert [each.lane for each in after.notes] == [made.lanes[0]] * 2


def test_an_empty_map_gets_phases_and_lanes_of_cards_too() -> None:
    found = Clipping.from_json(clipping.copy_cards(BEFORE, MAP, ["tp_a", "tp_c", "nt_c"]).to_json())
    after, made = whole.paste_whole(BEFORE, "map_2", found, new_ids=counting())
    new = map_of(after, "map_2")
    assert [each.name for each in ordered(new.phases)] == ["Need", "Choice"]
    assert [each.name for each in ordered_steps(new)] == ["", "Search", ""]
    assert [each.name for each in ordered(new.lanes)] == ["Touchpoints", "Goals", "Emotion", "Pain points"]
    assert [each.title for each in new.touchpoints] == ["Advert", "Search"]
    assert len(made.cards) == 3
    assert [(link.label, link.hand_off) for link in new.links] == [("then", "broken")]
    assert rules.problems(after) == []


def test_a_lane_that_is_nowhere_the_same_comes_along_with_a_phase() -> None:
    target = maps.add_map(other_project(), JourneyMap(id="map_8", rank="a5"))
    target = phases.add_phase(target, "map_8", phase_id="ph_y", step_id="st_x", name="First")
    after, made = pasted(target, "map_8", ["ph_c"])
    assert [each.name for each in ordered(after.phases)] == ["First", "Use"]
    assert {each.title for each in after.touchpoints} == {"Moves in"}
    assert len(made.lanes) == 6


@pytest.mark.parametrize("ids", [["ph_a"], ["ph_c", "ph_a"], ["ln_a", "ln_d"], ["ln_c"], ["ph_a", "ph_b", "ph_c"]])
def test_what_is_copied_whole_goes_over_the_clipboard(ids: list[str]) -> None:
    found = clipping.copy_whole(BEFORE, MAP, ids)
    assert Clipping.from_json(found.to_json()) == found
    assert found.has_places
    for target, map_id in ((BEFORE, MAP), (BEFORE, "map_2"), (other_project(), "map_9")):
        _, made = pasted(target, map_id, ids)
        assert len(made.phases if ids[0].startswith("ph") else made.lanes) >= len(ids)
