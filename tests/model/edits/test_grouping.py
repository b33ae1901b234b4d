"""Cards and thoughts that say the same: merged, put together, tagged."""

from __future__ import annotations

from cjeditor.model import rules
from cjeditor.model.edits import cards, grouping, workshop
from cjeditor.model.edits.grouping import Group
from cjeditor.model.lookup import card, cell_cards, map_of, waiting
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.model.edits.test_clipping import counting
from tests.model.refusing import refusal


def parked(*texts: str) -> tuple[Project, tuple[str, ...]]:
    project = workshop.park(small_project(), texts, new_ids=counting(50))
    return project, tuple(each.id for each in waiting(project, "inbox"))


def joined(project: Project, way: grouping.Way, *ids: str, tag: str = "") -> tuple[Project, tuple[str, ...]]:
    after, made = grouping.join_group(project, MAP, Group(ids, tag), way, new_ids=counting(80))
    assert rules.problems(after) == []
    return after, made


def test_the_first_in_the_journey_takes_the_others() -> None:
    project = cards.set_touchpoint(small_project(), MAP, ["tp_c", "tp_a"], votes=2)
    after, made = joined(project, "merge", "tp_d", "tp_c", "tp_a")
    assert made == ("tp_a",)
    one = card(map_of(after, MAP), "tp_a")
    assert (one.votes, one.tags, getattr(one, "description", "")) == (4, ("home", "keys"), "Search\nMoves in")


def test_thoughts_become_part_of_a_card_and_are_counted() -> None:
    project, (one, two) = parked("An advert", "Adverts")
    project = workshop.set_parked(project, [two], count=3)
    after, made = joined(project, "merge", "tp_a", one, two)
    assert made == ("tp_a",)
    assert card(map_of(after, MAP), "tp_a").tags == ("5×",)
    assert after.parked == ()


def test_thoughts_alone_become_one_thought() -> None:
    project, ids = parked("Price", "The price", "Queue")
    after, made = joined(project, "merge", *ids[:2])
    assert made == ()
    assert [(each.text, each.count) for each in waiting(after, "inbox")] == [("Price\nThe price", 2), ("Queue", 1)]


def test_cards_go_below_the_first_and_thoughts_behind_them() -> None:
    project, (one,) = parked("Adverts")
    after, made = joined(project, "gather", "tp_d", "tp_a", one)
    cell = [each.id for each in cell_cards(map_of(after, MAP), "st_a", "ln_a")]
    assert cell == ["tp_a", "tp_d", made[2], "tp_b"]


def test_thoughts_alone_stand_together() -> None:
    project, ids = parked("Price", "Queue", "The price")
    after, _made = joined(project, "gather", ids[0], ids[2])
    assert [each.text for each in waiting(after, "inbox")] == ["Price", "The price", "Queue"]


def test_all_get_the_tag_once_and_thoughts_take_it_along() -> None:
    project, (one,) = parked("Keys")
    after, _made = joined(project, "tag", "tp_d", "nt_a", one, tag="home")
    journey_map = map_of(after, MAP)
    assert [card(journey_map, each).tags for each in ("tp_d", "nt_a")] == [("home", "keys"), ("home",)]
    placed, (new,) = workshop.place_parked(after, MAP, [one], new_ids=counting(90), step="st_a", lane="ln_a")
    assert card(map_of(placed, MAP), new).tags == ("home",)


def test_without_a_tag_nothing_changes() -> None:
    project = small_project()
    assert joined(project, "tag", "tp_a", "tp_b")[0] is project


def test_a_touchpoint_and_a_note_are_not_merged() -> None:
    group = Group(("tp_a", "nt_a"))
    assert refusal(grouping.join_group, small_project(), MAP, group, "merge", new_ids=counting()).code == "wrong-lane"


def test_who_names_a_card_twice_means_it_once() -> None:
    for way in ("merge", "gather", "tag"):
        assert joined(small_project(), way, "tp_a", "tp_c", "tp_a", tag="x") == joined(
            small_project(), way, "tp_a", "tp_c", tag="x"
        )


def test_a_group_of_nothing_changes_nothing() -> None:
    project = small_project()
    for way in ("merge", "gather", "tag"):
        assert grouping.join_group(project, MAP, Group(()), way, new_ids=counting(80)) == (project, ())
