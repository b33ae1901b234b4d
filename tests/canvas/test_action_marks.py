"""A card shows that something is done about it: a box with a count, ticked when all is done; paper keeps it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cjeditor import texts
from cjeditor.canvas.hits import Hit
from cjeditor.canvas.reading.said import Sayings
from cjeditor.canvas.reading.things import Thing
from cjeditor.canvas.tips import tip_for
from cjeditor.layout.arrange import arrange
from cjeditor.layout.draw_actions import DONE, OPEN
from cjeditor.layout.icons import icon_character
from cjeditor.layout.primitives import Text
from cjeditor.model.edits.actions import add_action, delete_actions, set_actions
from tests.builders import MAP, small_project
from tests.canvas.hands import Hands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from cjeditor.model.project import Project


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    del qtbot
    made = Hands(bare())
    yield made
    made.canvas.close()


def bare() -> Project:
    project = small_project()
    return delete_actions(project, [one.id for one in project.actions])


def acting(project: Project) -> Project:
    project = add_action(project, action_id="ac_x", title="Write back at once", cards=("tp_b", "nt_a"))
    return add_action(project, action_id="ac_y", title="Train", cards=("tp_b",), status="done")


def sign(hands: Hands, card: str) -> tuple[str, str]:
    """The mark of a card: its icon, and what stands beside it."""
    shapes = [shape for shape in hands.canvas.desk.arrangement.cards[card].look.primitives if isinstance(shape, Text)]
    for at, shape in enumerate(shapes):
        for name in (OPEN, DONE):
            if shape.face == "icon" and shape.text == icon_character(name):
                return name, shapes[at + 1].text
    return "", ""


def test_the_mark_comes_with_the_action_changes_with_its_status_and_goes_with_it(hands: Hands) -> None:
    before = hands.canvas.desk.arrangement.cards["nt_a"].look
    hands.document.apply("Act", acting)
    assert sign(hands, "tp_b") == (OPEN, "1/2")
    assert sign(hands, "nt_a") == (OPEN, "1")
    hands.document.apply("Done", lambda project: set_actions(project, ["ac_x"], status="done"))
    assert sign(hands, "tp_b") == (DONE, "2")
    hands.document.apply("Drop", lambda project: set_actions(project, ["ac_x"], status="dropped"))
    assert sign(hands, "nt_a") == ("", "")
    hands.document.apply("Delete", lambda project: delete_actions(project, ["ac_x", "ac_y"]))
    assert sign(hands, "tp_b") == ("", "")
    assert hands.canvas.desk.arrangement.cards["nt_a"].look == before


def test_only_the_cards_with_other_marks_are_drawn_anew(hands: Hands) -> None:
    before = dict(hands.canvas.desk.arrangement.cards)
    hands.document.apply("Act", acting)
    after = hands.canvas.desk.arrangement.cards
    assert {one for one in after if after[one].look is not before[one].look} == {"tp_b", "nt_a"}
    hands.document.apply("Owner", lambda project: set_actions(project, ["ac_x"], owner="Ada"))
    assert all(hands.canvas.desk.arrangement.cards[one] is box for one, box in after.items())


def test_paper_keeps_the_marks_back() -> None:
    project = bare()
    words = texts.of("en")
    plain, marked = (arrange(each, MAP, words) for each in (project, acting(project)))
    assert plain.cards == marked.cards


def test_a_screen_reader_hears_them(hands: Hands) -> None:
    sayings, thing = Sayings(hands.canvas.desk), Thing("card", "tp_b")
    assert "action" not in sayings.name(thing)
    hands.document.apply("Act", acting)
    assert "2 actions, 1 done" in sayings.name(thing)
    hands.document.apply("Done", lambda project: set_actions(project, ["ac_x"], status="done"))
    assert "2 actions, all done" in sayings.name(thing)


def test_the_pointer_is_told_what_the_box_means(hands: Hands) -> None:
    hands.document.apply("Act", acting)
    desk = hands.canvas.desk
    assert tip_for(desk.arrangement, Hit("card", "nt_a"), desk.words) == "<qt>1 action</qt>"
    assert tip_for(desk.arrangement, Hit("card", "nt_b"), desk.words) == ""
