"""What goes with cards that leave the map is said: comments and dots are not seen to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cjeditor.model.edits import voting
from cjeditor.model.edits.actions import set_actions
from cjeditor.model.edits.links import delete_links
from tests.builders import MAP, small_project

if TYPE_CHECKING:
    from cjeditor.model.project import Project
    from tests.canvas.hands import Hands


@pytest.mark.parametrize("way", ["park", "cut", "delete"])
def test_comments_and_dots_are_named(hands: Hands, way: str) -> None:
    def vote(project: Project) -> Project:
        project = voting.open_round(project, MAP, round_id="vr_x", at="2026-11-27T10:00:00", dots=2)
        return voting.add_ballot(project, MAP, "vr_x", ["tp_a", "tp_a"])

    hands.canvas.hint.connect(hands.said.append)
    hands.document.apply("Vote", vote)
    before = hands.document.project
    hands.click(hands.middle("tp_a"))
    {
        "park": hands.canvas.parking.park,
        "cut": hands.canvas.clipboard.cut,
        "delete": hands.canvas.cards.delete,
    }[way]()
    assert "With it went: 1 comment, 2 dots of a vote, 1 link." in hands.said[-1].replace("votes", "a vote")
    hands.document.undo_stack.undo()
    assert hands.document.project == before


def cards_of_action(hands: Hands, *ids: str) -> None:
    def edit(project: Project) -> Project:
        return set_actions(project, [project.actions[0].id], cards=ids)

    hands.document.apply("For", edit)


@pytest.mark.parametrize("way", ["park", "cut", "delete"])
def test_an_action_that_loses_its_cards_and_the_links_are_named(hands: Hands, way: str) -> None:
    hands.canvas.hint.connect(hands.said.append)
    (link,) = hands.map.links[:1]
    cards_of_action(hands, link.source)
    hands.canvas.desk.choose_cards([link.source])
    {
        "park": hands.canvas.parking.park,
        "cut": hands.canvas.clipboard.cut,
        "delete": hands.canvas.cards.delete,
    }[way]()
    assert "1 action is for no card now." in hands.said[-1]
    assert "1 link" in hands.said[-1]
    assert hands.document.project.actions[0].cards == ()


def test_an_action_that_keeps_a_card_is_not_named(hands: Hands) -> None:
    hands.canvas.hint.connect(hands.said.append)
    cards_of_action(hands, "tp_a", "tp_d")
    hands.canvas.desk.choose_cards(["tp_d"])
    hands.canvas.cards.delete()
    assert hands.document.project.actions[0].cards == ("tp_a",)
    assert not any("action" in said for said in hands.said)


def test_nothing_is_said_where_nothing_goes(hands: Hands) -> None:
    hands.canvas.hint.connect(hands.said.append)
    assert hands.document.project == small_project()
    (link,) = (each.id for each in hands.map.links if "tp_d" in (each.source, each.target))

    def unlink(project: Project) -> Project:
        return delete_links(project, MAP, [link])

    hands.document.apply("Unlink", unlink)
    hands.canvas.desk.choose_cards(["tp_d"])
    hands.canvas.cards.delete()
    assert not any("went" in said for said in hands.said)
