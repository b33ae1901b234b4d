"""What goes with cards that leave the map is said: comments and dots are not seen to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cjeditor.model.edits import voting
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
    assert "With it went: 1 comment, 2 dots of a vote." in hands.said[-1].replace("votes", "a vote")
    hands.document.undo_stack.undo()
    assert hands.document.project == before


def test_nothing_is_said_where_nothing_goes(hands: Hands) -> None:
    hands.canvas.hint.connect(hands.said.append)
    assert hands.document.project == small_project()
    hands.click(hands.middle("tp_d"))
    hands.canvas.cards.delete()
    assert not any("With it went" in said for said in hands.said)
