"""Writing in place, as it looks: room for the card that is coming, the field over the card's own lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtTest import QTest

from cjeditor.canvas.selection import Spot
from cjeditor.layout.metrics import CARD_GAP, TITLE_LINE
from cjeditor.model.edits.steps import delete_steps
from tests.builders import MAP
from tests.canvas.hands import CTRL, NONE, Hands
from tests.canvas.test_gestures import column_place, lane_place, middle_of_lane, middle_of_phase

if TYPE_CHECKING:
    from cjeditor.layout.arrangement import CardBox


def cards(hands: Hands) -> dict[str, CardBox]:
    return dict(hands.canvas.desk.arrangement.cards)


def coming(hands: Hands) -> CardBox:
    """Return the box of the card that is not in the document yet."""
    (box,) = [box for one, box in cards(hands).items() if one not in in_document(hands)]
    return box


def in_document(hands: Hands) -> set[str]:
    return {each.id for each in hands.map.touchpoints} | {each.id for each in hands.map.notes}


def field(hands: Hands) -> QRect:
    """Return the field's place in the viewport."""
    editor = hands.canvas._editor
    return QRect(hands.viewport.mapFrom(hands.canvas, editor.pos()), editor.size())


def test_room_is_made_for_a_card_before_its_first_letter(hands: Hands) -> None:
    before, project = cards(hands), hands.document.project
    hands.click(hands.middle("tp_a"))
    hands.key(Qt.Key.Key_Return)
    box, after = coming(hands), cards(hands)
    assert (box.step, box.lane) == ("st_a", "ln_a")
    assert box.y == after["tp_a"].y + after["tp_a"].height + CARD_GAP
    assert after["tp_b"].y == box.y + box.height + CARD_GAP
    assert after["nt_a"].y > before["nt_a"].y
    assert hands.document.project is project
    assert hands.canvas._scene.card_item(box.id) is not None
    place = QRectF(box.x, box.y, box.width, box.height)
    seen = hands.canvas.view.viewportTransform().mapRect(place)
    assert seen.toAlignedRect().contains(field(hands))


def test_the_room_goes_with_the_field(hands: Hands) -> None:
    before = cards(hands)
    for end in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        hands.click(hands.middle("tp_a"))
        hands.key(Qt.Key.Key_Return)
        hands.key(end)
        assert cards(hands) == before
    hands.click(hands.middle("tp_a"))
    hands.key(Qt.Key.Key_Return)
    hands.click(hands.in_cell("st_d", "ln_d"))
    assert cards(hands) == before
    assert hands.document.undo_stack.count() == 0


def test_the_card_comes_where_the_room_was(hands: Hands) -> None:
    hands.click(hands.middle("tp_a"))
    hands.key(Qt.Key.Key_Return)
    box = coming(hands)
    hands.type("B")
    made = cards(hands)[box.id]
    assert (made.x, made.y, made.width, made.height) == (box.x, box.y, box.width, box.height)
    assert hands.card(box.id).number == box.record.number
    hands.key(Qt.Key.Key_Backspace)
    assert hands.canvas._editor.is_open
    assert coming(hands).id == box.id
    hands.type("C")
    hands.key(Qt.Key.Key_Escape)
    assert getattr(hands.card(box.id), "title", "") == "C"
    assert hands.document.undo_stack.count() == 1


def test_a_coming_note_looks_as_its_kind(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_b", "ln_d"))
    hands.canvas.cards.add_note("opportunity")
    assert getattr(coming(hands).record, "kind", "") == "opportunity"


def test_a_coming_touchpoint_shows_its_emotion(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_b", "ln_a"))
    hands.canvas.cards.add_touchpoint()
    hands.canvas.cards.set_emotion(2)
    assert getattr(coming(hands).record, "emotion", None) == 2
    assert hands.canvas._editor.is_open


def test_a_cell_deleted_under_a_coming_card_closes_the_field(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_b", "ln_a"))
    hands.canvas.cards.add_touchpoint()
    hands.document.apply("", lambda project: delete_steps(project, MAP, ["st_b"]))
    assert not hands.canvas._editor.is_open
    assert set(cards(hands)) == in_document(hands)


def test_what_is_chosen_is_never_the_coming_card(hands: Hands) -> None:
    hands.canvas.selection.put_focus(Spot("st_b", "ln_a"))
    hands.canvas.cards.add_touchpoint()
    hands.canvas.picking.select_all()
    assert hands.chosen() == in_document(hands)


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_a_very_long_text_scrolls_in_a_field_within_the_view(hands: Hands, zoom: float) -> None:
    hands.canvas.view.zoom_to(zoom)
    hands.click(hands.middle("tp_c"))
    hands.key(Qt.Key.Key_F2)
    hands.canvas._editor.selectAll()
    hands.canvas._editor.insertPlainText("many words " * 1_800)
    place = field(hands)
    assert hands.viewport.rect().contains(place)
    editor = hands.canvas._editor
    assert editor.verticalScrollBar().maximum() > 0
    assert editor.viewport().rect().contains(0, editor.cursorRect().center().y())
    hands.key(Qt.Key.Key_Home, CTRL)
    assert editor.viewport().rect().contains(0, editor.cursorRect().center().y())


@pytest.mark.parametrize("zoom", [0.9, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("card", ["tp_c", "nt_a"])
def test_the_field_has_the_cards_own_lines(hands: Hands, zoom: float, card: str) -> None:
    hands.canvas.view.zoom_to(zoom)
    hands.canvas.selection.put_focus(hands.canvas.desk.spot_of(card) or Spot("", ""))
    hands.key(Qt.Key.Key_F2)
    editor = hands.canvas._editor
    before = editor.cursorRect().top()
    for letters in ("\n", "\n", "\n"):
        editor.insertPlainText(letters)
    assert abs(editor.cursorRect().top() - before - 3 * TITLE_LINE * zoom) <= 2


def test_the_field_of_a_lanes_name_stays_in_its_header(hands: Hands) -> None:
    header = hands.canvas.lane_header
    QTest.mouseDClick(header, Qt.MouseButton.LeftButton, NONE, lane_place(hands, middle_of_lane(hands, "ln_b")))
    editor = hands.canvas._editor
    assert editor.is_open
    assert header.geometry().contains(editor.geometry())


@pytest.mark.parametrize("kind", ["phase", "lane"])
def test_a_name_left_empty_stays_what_it_was(hands: Hands, kind: str) -> None:
    said: list[str] = []
    hands.canvas.hint.connect(said.append)
    widget, at, former = {
        "phase": (hands.canvas.column_header, column_place(hands, middle_of_phase(hands, "ph_a")), "Need"),
        "lane": (hands.canvas.lane_header, lane_place(hands, middle_of_lane(hands, "ln_b")), "Goals"),
    }[kind]
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, NONE, at)
    hands.key(Qt.Key.Key_Delete)
    hands.key(Qt.Key.Key_Return)
    assert not hands.canvas._editor.is_open
    assert {"phase": hands.map.phases[0].name, "lane": hands.map.lanes[1].name}[kind] == former
    assert hands.document.undo_stack.count() == 0
    assert len(said) == 1
