"""Links drawn, chosen, labelled and deleted with a real mouse and real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from cjeditor import texts
from cjeditor.canvas.hits import Hit
from cjeditor.canvas.tips import tip_for
from cjeditor.canvas.tools.gesture import Pointer
from cjeditor.canvas.tools.link_handle import REACH
from cjeditor.model.cards import Link
from cjeditor.model.edits.links import set_link
from tests.builders import MAP, small_project
from tests.canvas.hands import LEFT, NONE, SHIFT, Hands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    del qtbot
    hands = Hands(small_project())
    hands.canvas.hint.connect(hands.said.append)
    yield hands
    hands.canvas.close()


def handle(hands: Hands, card: str) -> QPointF:
    box = hands.canvas.desk.arrangement.cards[card]
    return QPointF(box.x + box.width, box.y + box.height / 2)


def hover(hands: Hands, card: str) -> None:
    hands.move(hands.middle(card), buttons=Qt.MouseButton.NoButton)


def links(hands: Hands) -> list[Link]:
    return list(hands.map.links)


def on_link(hands: Hands, link: str) -> QPointF:
    """A point of the line that lies beside all cards."""
    box = hands.canvas.desk.arrangement.links[link]
    (x1, y1), (x2, y2) = box.points[0], box.points[1]
    return QPointF((x1 + x2) / 2, (y1 + y2) / 2)


def test_a_handle_shows_for_the_card_under_the_pointer_and_can_be_grasped_with_ease(hands: Hands) -> None:
    mark = hands.canvas._scene.handle_mark
    hands.canvas.picking.deselect()
    assert not mark.isVisible()
    hover(hands, "tp_a")
    assert mark.isVisible()
    assert mark.rect().center() == handle(hands, "tp_a")
    assert 2 * REACH >= 16
    hands.move(QPointF(hands.middle("tp_a").x(), 2000.0), buttons=Qt.MouseButton.NoButton)
    assert not mark.isVisible()
    hands.click(hands.middle("tp_b"))
    hands.move(QPointF(hands.middle("tp_a").x(), 2000.0), buttons=Qt.MouseButton.NoButton)
    assert mark.rect().center() == handle(hands, "tp_b")


def test_a_drag_from_the_handle_to_another_card_links_the_two_in_one_step(hands: Hands) -> None:
    before = {link.id for link in links(hands)}
    steps = hands.document.undo_stack.count()
    hover(hands, "tp_c")
    hands.carry(handle(hands, "tp_c"), hands.middle("tp_a"))
    assert hands.canvas._scene.point_mark.isVisible()
    assert hands.canvas._scene.slot_mark.isVisible()  # a ring around the target
    hands.release(hands.middle("tp_a"))
    (new,) = (link for link in links(hands) if link.id not in before)
    assert (new.source, new.target) == ("tp_c", "tp_a")
    assert hands.chosen() == {new.id}
    assert hands.document.undo_stack.count() == steps + 1
    assert not hands.canvas._scene.point_mark.isVisible()
    hands.document.undo_stack.undo()
    assert {link.id for link in links(hands)} == before


def test_dropped_on_empty_ground_it_says_where_to_drop(hands: Hands) -> None:
    before = links(hands)
    hover(hands, "tp_c")
    hands.drag(handle(hands, "tp_c"), QPointF(hands.middle("tp_c").x(), hands.canvas.desk.arrangement.height + 20))
    assert links(hands) == before
    assert hands.said == ["Drop the line on another card to link the two."]


def test_esc_gives_the_line_up(hands: Hands) -> None:
    before = links(hands)
    hover(hands, "tp_c")
    hands.carry(handle(hands, "tp_c"), hands.middle("tp_a"))
    hands.key(Qt.Key.Key_Escape)
    assert not hands.canvas._scene.point_mark.isVisible()
    hands.release(hands.middle("tp_a"))
    assert links(hands) == before


def test_two_cards_are_linked_once(hands: Hands) -> None:
    box = hands.canvas.desk.arrangement.links["lk_a"]
    before = links(hands)
    hover(hands, box.source.id)
    hands.drag(handle(hands, box.source.id), hands.middle(box.target.id))
    assert links(hands) == before
    assert hands.problems == ["link-twice"]


def test_a_click_beside_the_line_chooses_the_link_and_del_deletes_it(hands: Hands) -> None:
    hands.canvas.picking.deselect()
    hands.click(on_link(hands, "lk_a"))
    assert hands.canvas.selection.kind == "links"
    assert hands.chosen() == {"lk_a"}
    hands.key(Qt.Key.Key_Delete)
    assert "lk_a" not in {link.id for link in links(hands)}


def test_with_shift_more_links_are_chosen(hands: Hands) -> None:
    hands.canvas.picking.deselect()
    hands.click(on_link(hands, "lk_a"))
    hands.click(on_link(hands, "lk_b"), SHIFT)
    assert hands.chosen() == {"lk_a", "lk_b"}


def test_f2_and_double_click_write_the_label_in_place(hands: Hands) -> None:
    hands.canvas.picking.deselect()
    hands.click(on_link(hands, "lk_b"))
    hands.key(Qt.Key.Key_F2)
    assert hands.canvas._editor.is_open
    hands.type("hands over")
    hands.key(Qt.Key.Key_Return)
    assert next(link for link in links(hands) if link.id == "lk_b").label == "hands over"
    assert not hands.canvas._editor.is_open
    QTest.mouseDClick(hands.viewport, LEFT, NONE, hands.at(on_link(hands, "lk_b")))
    hands.type("x")
    hands.key(Qt.Key.Key_Escape)
    assert next(link for link in links(hands) if link.id == "lk_b").label == "x"


def test_the_menu_of_a_link_is_its_own(hands: Hands) -> None:
    asked: list[tuple[str, str]] = []

    def take(_at: QPoint, about: str, one: str) -> None:
        asked.append((about, one))

    hands.canvas.context_menu_requested.connect(take)
    hands.canvas.selection.choose("links", ["lk_a"])
    hands.canvas._menus.ask_at(QPoint(), hands.canvas._hand.hit(pointer(hands, "lk_a")))
    assert asked == [("link", "lk_a")]


def pointer(hands: Hands, link: str) -> Pointer:
    point = on_link(hands, link)
    return Pointer(point, QPointF(hands.at(point)), NONE)


def test_the_commands_change_the_chosen_link(hands: Hands) -> None:
    commands = hands.canvas.links
    link = next(link for link in links(hands) if link.id == "lk_b")
    hands.canvas.selection.choose("links", ["lk_b"])
    commands.set_hand_off("seamless")
    assert commands.hand_off_is("seamless")
    assert not commands.hand_off_is("broken")
    commands.reverse()
    turned = next(one for one in links(hands) if one.id == "lk_b")
    assert (turned.source, turned.target, turned.hand_off) == (link.target, link.source, "seamless")


def test_by_keys_alone_a_card_is_linked_by_number_and_its_links_are_walked(hands: Hands) -> None:
    commands = hands.canvas.links
    hands.click(hands.middle("tp_c"))
    assert commands.can_link()
    number = hands.card("tp_a").number
    assert commands.link_to(number)
    new = next(iter(hands.chosen()))
    assert {new} < {link.id for link in links(hands)}
    assert not commands.link_to(9_999)
    seen = []
    for _ in range(2):
        commands.walk()
        seen += hands.chosen()
    assert len(set(seen)) == 2


def test_undo_of_a_link_edit_chooses_the_link(hands: Hands) -> None:
    hands.document.apply("Label", lambda project: set_link(project, MAP, "lk_a", label="later"))
    hands.canvas.cards.go_to(1)
    hands.document.undo_stack.undo()
    assert hands.canvas.selection.of("links") == {"lk_a"}
    hands.canvas.picking.deselect()
    hands.document.undo_stack.redo()
    assert hands.canvas.selection.of("links") == {"lk_a"}


def test_the_pointer_over_a_link_is_told_its_whole_label(hands: Hands) -> None:
    label = "a label that is far longer than what stands beside the line <b>"
    hands.document.apply("Label", lambda project: set_link(project, MAP, "lk_a", label=label, hand_off="broken"))
    said = tip_for(hands.canvas.desk.arrangement, Hit("link", "lk_a"), texts.of("en"))
    assert said == "<qt>a label that is far longer than what stands beside the line &lt;b&gt;<br>Broken hand-off</qt>"
