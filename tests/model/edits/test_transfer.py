"""Cards moved or copied to another map of their project."""

from __future__ import annotations

import pytest

from cjeditor.model import rules
from cjeditor.model.edits import cards, lanes, maps, phases, transfer, voting, workshop
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import card, map_of, ordered
from cjeditor.model.matching import Match
from cjeditor.model.project import Project
from tests.builders import LANES, MAP, small_project
from tests.model.edits.test_clipping import counting
from tests.model.refusing import refusal


@pytest.fixture
def project() -> Project:
    """The small one, whose second map has a phase and a lane for touchpoints of the same names, and one card."""
    found = phases.add_phase(small_project(), "map_2", phase_id="ph_y", step_id="st_y", name="NEED")
    found = phases.add_phase(found, "map_2", phase_id="ph_z", step_id="st_z", name="Other")
    found = lanes.add_lane(found, "map_2", lane_id="ln_y", kind="touchpoints", name="Contacts")
    return cards.add_touchpoint(found, "map_2", id="tp_y", step="st_y", lane="ln_y", title="There")


def moved(project: Project, ids: list[str], *, copies: bool = False) -> tuple[Project, tuple[str, ...]]:
    """The cards on the second map, where they are the same or new."""
    route = transfer.route_to(project, MAP, ids, "map_2")
    after, made = transfer.move_to_map(
        project,
        MAP,
        ids,
        "map_2",
        steps={each: match.id for each, match in route.steps.items()},
        lanes={each: match.id for each, match in route.lanes.items()},
        new_ids=counting(),
        copies=copies,
    )
    assert rules.problems(after) == []
    return after, made


def test_cards_move_with_all_that_names_them(project: Project) -> None:
    after, made = moved(project, ["tp_a", "tp_b"])
    old, new = map_of(after, MAP), map_of(after, "map_2")
    assert made == ("tp_a", "tp_b")
    assert not {"tp_a", "tp_b"} & {each.id for each in old.touchpoints}
    one = card(new, "tp_a")
    assert (one.number, one.step, one.lane) == (2, "st_y", "ln_y")
    assert one.model_dump(exclude={"number", "step", "lane", "rank"}) == card(map_of(project, MAP), "tp_a").model_dump(
        exclude={"number", "step", "lane", "rank"}
    )
    assert [each.about for each in new.comments] == ["tp_a"]
    assert after.actions == project.actions
    assert after.surveys == project.surveys
    assert [each.title for each in ordered(new.touchpoints)] == ["There", "Advert", "Talk"]


def test_links_among_them_go_along_and_others_are_named_before_they_go(project: Project) -> None:
    assert [each.id for each in transfer.lost_links(project, MAP, ["tp_a"])] == ["lk_a"]
    assert transfer.lost_links(project, MAP, ["tp_a", "tp_c"]) == []
    after, _made = moved(project, ["tp_a", "tp_c"])
    assert [each.id for each in map_of(after, "map_2").links] == ["lk_a"]
    after, _made = moved(project, ["tp_a"])
    assert [each.id for each in map_of(after, MAP).links] == ["lk_b"]


def test_the_highest_number_is_not_given_again_where_the_card_was(project: Project) -> None:
    after, _made = moved(project, ["nt_d"])
    after = cards.add_touchpoint(after, MAP, id="tp_n", step="st_a", lane="ln_a")
    assert card(map_of(after, MAP), "tp_n").number == 9


def test_copies_leave_everything_as_it_was(project: Project) -> None:
    after, made = moved(project, ["tp_a", "tp_c"], copies=True)
    assert map_of(after, MAP) is map_of(project, MAP)
    new = map_of(after, "map_2")
    assert [card(new, each).number for each in made] == [2, 3]
    assert [(each.source, each.target, each.label) for each in new.links] == [(*made, "then")]


def test_the_other_map_gets_the_phases_and_lanes_that_it_lacks(project: Project) -> None:
    route = transfer.route_to(project, MAP, ["tp_a", "nt_c"], "map_2")
    assert route.steps == {"st_a": Match("st_y", sure=True), "st_c": Match()}
    assert route.lanes == {"ln_a": Match("ln_y", sure=True), "ln_d": Match()}
    assert not route.is_sure
    after, _made = moved(project, ["tp_a", "nt_c"])
    new = map_of(after, "map_2")
    assert [each.name for each in ordered(new.phases)] == ["NEED", "Other", "Choice"]
    assert [each.name for each in ordered(new.lanes)] == ["Contacts", "Pain points"]


def test_phases_of_the_same_part_of_the_framework_are_the_same_whatever_their_name() -> None:
    part = {"framework": "three-phases", "framework_phase": "search"}
    project = phases.set_phase(small_project(), MAP, "ph_b", **part)
    project = maps.add_map(project, JourneyMap(id="map_3", rank="a3", lanes=tuple(
        each.model_copy(update={"id": f"{each.id}3"}) for each in LANES)))  # fmt: skip
    project = phases.add_phase(project, "map_3", phase_id="ph_x", step_id="st_x", name="Choice")
    project = phases.add_phase(project, "map_3", phase_id="ph_y", step_id="st_y", name="Suche", **part)
    assert transfer.route_to(project, MAP, ["tp_c"], "map_3").steps == {"st_b": Match("st_y", sure=True)}
    project = phases.add_phase(project, "map_3", phase_id="ph_z", step_id="st_z", name="Suche 2", **part)
    assert transfer.route_to(project, MAP, ["tp_c"], "map_3").steps == {"st_b": Match("st_y", sure=False)}


def test_refuses_what_does_not_go(project: Project) -> None:
    places = {"steps": {"st_a": "st_y"}, "lanes": {"ln_b": "ln_y"}, "new_ids": counting()}
    assert refusal(transfer.move_to_map, project, MAP, ["nt_a"], "map_2", **places).code == "wrong-lane"
    assert refusal(transfer.move_to_map, project, MAP, ["nt_a"], MAP, **places).code == "same-map"
    places["steps"] = {"st_a": "st_a"}
    assert refusal(transfer.move_to_map, project, MAP, ["nt_a"], "map_2", **places).code == "unknown-id"


def test_dots_on_a_card_that_goes_over_are_taken_out_of_the_round(project: Project) -> None:
    """A vote is about its map. With them left in, the project could be neither saved nor recovered."""
    project = voting.open_round(project, MAP, round_id="vr_x", at="2026-11-27T10:00:00", dots=2)
    project = voting.add_ballot(project, MAP, "vr_x", ["tp_a", "tp_b"])
    for closed in (False, True):
        if closed:
            project = voting.close_round(project, MAP, "vr_x", at="2026-11-27T10:05:00")
        after, _made = moved(project, ["tp_a"])
        (one,) = (each for each in map_of(after, MAP).rounds if each.id == "vr_x")
        assert [ballot.dots for ballot in one.ballots] == [("tp_b",)]


@pytest.mark.parametrize("copies", [False, True])
def test_what_a_round_counted_stays_with_its_map_and_votes_set_by_hand_go_along(
    project: Project, *, copies: bool
) -> None:
    """Else the round, reopened, would leave them on the other map for ever."""
    project = cards.set_touchpoint(project, MAP, ["tp_a"], votes=4)
    project = voting.open_round(project, MAP, round_id="vr_x", at="2026-11-27T10:00:00", dots=3)
    project = voting.add_ballot(project, MAP, "vr_x", ["tp_a", "tp_a", "tp_b"])
    while_open, (new,) = moved(project, ["tp_a"], copies=copies)
    assert card(map_of(while_open, "map_2"), new).votes == 4
    project = voting.close_round(project, MAP, "vr_x", at="2026-11-27T10:05:00")
    after, (new,) = moved(project, ["tp_a"], copies=copies)
    assert card(map_of(after, "map_2"), new).votes == 4
    assert card(map_of(after, MAP), "tp_b").votes == 1


def test_a_card_that_is_parked_leaves_the_dots_of_rounds_behind(project: Project) -> None:
    project = cards.set_touchpoint(project, MAP, ["tp_a"], votes=4)
    project = voting.open_round(project, MAP, round_id="vr_x", at="2026-11-27T10:00:00")
    project = voting.add_ballot(project, MAP, "vr_x", ["tp_a"])
    project = voting.close_round(project, MAP, "vr_x", at="2026-11-27T10:05:00")
    parked = workshop.park_cards(project, MAP, ["tp_a"], new_ids=counting()).parked
    assert [one.touchpoint.votes for one in parked if one.touchpoint is not None] == [4]
