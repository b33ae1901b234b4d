"""Edits of actions, and the marketing mix that they are tagged in."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor.model import rules
from cjeditor.model.edits import actions, cards, maps
from cjeditor.model.edits.joining import merge_cards
from cjeditor.model.mix import PARTS, part_in
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def _action(project: Project, action_id: str) -> Any:
    return next(each for each in project.actions if each.id == action_id)


def test_adds_sets_and_deletes() -> None:
    after = actions.add_action(BEFORE, action_id="ac_x", title="Call back", cards=("nt_c",), touchpoints=("tp_d",))
    assert rules.problems(after) == []
    after = actions.set_actions(after, ["ac_x", "ac_a"], owner="Ada", effects=("use", "revenue"), effort=5)
    assert {(each.owner, each.effects, each.effort) for each in after.actions} == {("Ada", ("use", "revenue"), 5)}
    assert actions.set_actions(after, ["ac_x"], owner="Ada") is after
    after = actions.delete_actions(after, ["ac_x", "ac_a"])
    assert after.actions == ()
    assert actions.delete_actions(after, []) is after


def test_an_action_for_cards_takes_their_words_and_their_common_owner() -> None:
    owned = cards.set_touchpoint(BEFORE, MAP, ["tp_a", "tp_b"], owner="Ada")
    after = actions.add_action_for(owned, MAP, ["tp_b", "tp_a", "tp_b"], action_id="ac_x", otherwise="New")
    assert (_action(after, "ac_x").title, _action(after, "ac_x").cards) == ("Advert", ("tp_a", "tp_b"))
    assert _action(after, "ac_x").owner == "Ada"
    after = actions.add_action_for(owned, MAP, ["tp_a", "tp_c"], action_id="ac_x", otherwise="New")
    assert _action(after, "ac_x").owner == ""
    after = actions.add_action_for(BEFORE, MAP, ["nt_c"], action_id="ac_x", otherwise="New")
    assert _action(after, "ac_x").title == "New"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"action_id": "ac_a"}, "id-taken"),
        ({"action_id": "tp_x"}, "wrong-prefix"),
        ({"title": " \n"}, "no-thought"),
        ({"effort": 6}, "field-refused"),
        ({"effects": ("joy",)}, "field-refused"),
        ({"due": "tomorrow"}, "field-refused"),
        ({"cards": ("tp_gone",)}, "unknown-reference"),
        ({"cards": ("tp_a", "tp_a")}, "reference-twice"),
        ({"touchpoints": ("nt_a",)}, "unknown-reference"),
        ({"mix": "4p.price"}, "unknown-mix"),
    ],
)
def test_an_action_is_refused(fields: dict[str, Any], code: str) -> None:
    assert refusal(actions.add_action, BEFORE, **{"action_id": "ac_x", "title": "Do", **fields}).code == code


def test_what_is_not_there_or_fixed_is_refused() -> None:
    assert refusal(actions.set_actions, BEFORE, ["ac_gone"], owner="Ada").code == "unknown-id"
    assert refusal(actions.set_actions, BEFORE, ["ac_a"], id="ac_x").code == "field-fixed"
    assert refusal(actions.delete_actions, BEFORE, ["ac_gone"]).code == "unknown-id"
    assert refusal(actions.add_action_for, BEFORE, MAP, ["tp_gone"], action_id="ac_x", otherwise="N").code


def test_deleted_and_merged_cards_leave_no_dangling_mention() -> None:
    after = actions.set_actions(BEFORE, ["ac_a"], touchpoints=("tp_c", "tp_d"))
    gone = cards.delete_cards(after, MAP, ["tp_d", "nt_c"])
    assert (_action(gone, "ac_a").cards, _action(gone, "ac_a").touchpoints) == (("tp_a",), ("tp_c",))
    joined = merge_cards(after, MAP, "tp_d", ["tp_c"])
    assert _action(joined, "ac_a").touchpoints == ("tp_d",)


def test_another_mix_model_translates_every_tag() -> None:
    after = actions.set_mix_model(BEFORE, "4p")
    after = actions.set_actions(after, ["ac_a"], mix="4p.place")
    assert _action(actions.set_mix_model(after, "4c"), "ac_a").mix == "4c.convenience"
    siva = actions.set_mix_model(after, "siva")
    assert _action(siva, "ac_a").mix == "siva.access"
    assert siva.settings.mix_model == "siva"
    without = actions.set_mix_model(after, "")
    assert _action(without, "ac_a").mix == "4p.place", "kept for the next model"
    assert _action(actions.set_mix_model(without, "4c"), "ac_a").mix == "4c.convenience"
    assert refusal(actions.set_actions, after, ["ac_a"], mix="siva.access").code == "unknown-mix"
    assert refusal(maps.set_project, after, settings="4p").code == "field-refused"


def test_parts_of_the_mix_answer_each_other_and_nothing_else() -> None:
    for at, part in enumerate(PARTS["4p"]):
        assert part_in("siva", part) == PARTS["siva"][at]
        assert part_in("4p", PARTS["4c"][at]) == part
    assert part_in("4p", "5p.people") is None
    assert part_in("4p", None) is None
