"""What is graded on the canvas by a menu: weights of phases and touchpoints, obstacles and treatment of links."""

from __future__ import annotations

from cjeditor.canvas.commands.weights import WeightCommands
from cjeditor.model.cards import Link
from cjeditor.model.lookup import map_of
from cjeditor.model.table import find
from tests.builders import MAP
from tests.canvas.hands import Hands


def weights(hands: Hands) -> dict[str, int]:
    journey = map_of(hands.document.project, MAP)
    records = {one.id: one.weight for one in journey.touchpoints}
    return records | {one.id: one.weight for one in journey.phases}


def test_a_weight_goes_to_the_chosen_phases_else_to_touchpoints_in_one_step(hands: Hands) -> None:
    commands, desk = WeightCommands(hands.canvas.desk), hands.canvas.desk
    desk.selection.choose("phases", ["ph_a", "ph_c"])
    assert commands.can_set_weight(4)
    commands.set_weight(4)
    assert (weights(hands)["ph_a"], weights(hands)["ph_b"], weights(hands)["ph_c"]) == (4, 5, 4)
    assert commands.weight_is(4)
    hands.document.undo_stack.undo()
    assert weights(hands)["ph_a"] == 3
    desk.selection.choose("cards", ["tp_a", "nt_a", "tp_c"], desk.spot_of("tp_a"))
    commands.set_weight(1)
    assert (weights(hands)["tp_a"], weights(hands)["tp_b"], weights(hands)["tp_c"]) == (1, 3, 1)
    desk.selection.choose("cards", ["nt_a"], desk.spot_of("nt_a"))
    assert not commands.can_set_weight(1)
    assert not commands.weight_is(3)


def test_an_obstacle_breaks_a_hand_off_and_a_seamless_one_has_none(hands: Hands) -> None:
    links, desk = hands.canvas.links, hands.canvas.desk

    def link() -> Link:
        found = find(map_of(hands.document.project, MAP).links, "lk_a")
        assert found is not None
        return found

    desk.selection.choose("links", ["lk_a"])
    links.set_obstacle("technical")
    assert (link().hand_off, link().obstacle) == ("broken", "technical")
    assert links.obstacle_is("technical")
    links.set_treatment("inconsistent")
    assert links.treatment_is("inconsistent")
    links.set_hand_off("seamless")
    assert (link().hand_off, link().obstacle, link().treatment) == ("seamless", "", "inconsistent")
    links.set_obstacle("")
    assert link().hand_off == "seamless"
    hands.document.undo_stack.undo()
    assert (link().hand_off, link().obstacle) == ("broken", "technical")
