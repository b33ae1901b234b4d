"""Writing on the canvas: new cards, existing ones, names in headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cjeditor.canvas.selection import Spot
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.edits.cards import delete_cards
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from tests.builders import MAP
from tests.canvas.hands import CTRL, NONE, SHIFT, Hands
from tests.canvas.test_gestures import column_place, lane_place, middle_of_lane, middle_of_phase, middle_of_step

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def new_cards(hands: Hands) -> list[Touchpoint | Note]:
    known = {"tp_a", "tp_b", "tp_c", "tp_d", "nt_a", "nt_b", "nt_c", "nt_d"}
    return [each for each in (*hands.map.touchpoints, *hands.map.notes) if each.id not in known]


def test_a_letter_starts_a_card_in_the_focused_cell(hands: Hands) -> None:
    hands.click(hands.in_cell("st_c", "ln_a"))
    hands.type("Buys")
    hands.key(Qt.Key.Key_Escape)
    (card,) = new_cards(hands)
    assert isinstance(card, Touchpoint)
    assert (card.title, card.step, card.lane, card.number) == ("Buys", "st_c", "ln_a", 9)
    assert hands.chosen() == {card.id}
    assert hands.document.undo_stack.count() == 1
    assert hands.document.undo_stack.undoText() == "Add touchpoint"


def test_in_a_lane_of_notes_it_is_a_note_of_its_kind(hands: Hands) -> None:
    hands.click(hands.in_cell("st_d", "ln_d"))
    hands.type("Ouch!")
    hands.key(Qt.Key.Key_Escape)
    (card,) = new_cards(hands)
    assert isinstance(card, Note)
    assert (card.text, card.kind) == ("Ouch!", "pain_point")


def test_below_a_focused_card_it_comes_right_below_it(hands: Hands) -> None:
    hands.click(hands.middle("tp_a"))
    hands.type("Between")
    assert hands.cell("st_a", "ln_a")[1] == new_cards(hands)[0].id
    assert hands.canvas._editor.toPlainText() == "Between"


def test_enter_keeps_and_opens_the_next_card_below(hands: Hands) -> None:
    hands.click(hands.in_cell("st_c", "ln_a"))
    hands.type("One")
    hands.key(Qt.Key.Key_Return)
    hands.type("Two")
    hands.key(Qt.Key.Key_Return)
    assert hands.canvas._editor.is_open
    hands.key(Qt.Key.Key_Return)
    assert not hands.canvas._editor.is_open
    texts = [getattr(hands.card(one), "title", "") for one in hands.cell("st_c", "ln_a")]
    assert texts == ["One", "Two"]
    assert hands.document.undo_stack.count() == 2


def test_tab_keeps_and_goes_to_the_next_step(hands: Hands) -> None:
    hands.click(hands.in_cell("st_b", "ln_d"))
    hands.type("Here")
    hands.key(Qt.Key.Key_Tab)
    focus = hands.canvas.selection.focus
    assert focus is not None
    assert (focus.step, focus.lane) == ("st_c", "ln_d")
    hands.key(Qt.Key.Key_Backtab, SHIFT)
    focus = hands.canvas.selection.focus
    assert focus is not None
    assert (focus.step, focus.card) == ("st_b", new_cards(hands)[0].id)


def test_shift_enter_makes_a_line(hands: Hands) -> None:
    hands.click(hands.in_cell("st_c", "ln_a"))
    hands.type("One")
    hands.key(Qt.Key.Key_Return, SHIFT)
    hands.type("Two")
    hands.key(Qt.Key.Key_Escape)
    assert getattr(new_cards(hands)[0], "title", "") == "One\nTwo"


def test_a_card_emptied_again_never_was(hands: Hands) -> None:
    before = hands.document.project
    hands.click(hands.in_cell("st_c", "ln_a"))
    hands.type("Ab")
    hands.key(Qt.Key.Key_Backspace)
    hands.key(Qt.Key.Key_Backspace)
    hands.key(Qt.Key.Key_Escape)
    assert hands.document.project == before
    assert hands.document.undo_stack.count() == 0
    assert hands.document.is_clean()


def test_enter_and_nothing_typed_leaves_nothing(hands: Hands) -> None:
    hands.click(hands.middle("tp_a"))
    hands.key(Qt.Key.Key_Return)
    assert hands.canvas._editor.is_open
    hands.key(Qt.Key.Key_Escape)
    assert hands.document.undo_stack.count() == 0
    assert hands.chosen() == {"tp_a"}


@pytest.mark.parametrize("way", ["F2", "double click"])
def test_a_card_is_edited_in_place(hands: Hands, way: str) -> None:
    hands.click(hands.middle("tp_c"))
    if way == "F2":
        hands.key(Qt.Key.Key_F2)
    else:
        QTest.mouseDClick(hands.viewport, Qt.MouseButton.LeftButton, NONE, hands.at(hands.middle("tp_c")))
    assert hands.canvas._editor.toPlainText() == "Search"
    hands.type("ing")
    hands.key(Qt.Key.Key_Escape)
    assert getattr(hands.card("tp_c"), "title", "") == "Searching"
    assert hands.document.undo_stack.undoText() == "Edit text"
    hands.document.undo_stack.undo()
    assert getattr(hands.card("tp_c"), "title", "") == "Search"
    assert hands.chosen() == {"tp_c"}


def test_the_field_lies_over_the_card_at_every_zoom(hands: Hands) -> None:
    for zoom in (0.5, 1.0, 2.5):
        hands.canvas.view.zoom_to(zoom)
        hands.click(hands.middle("tp_c"))
        hands.key(Qt.Key.Key_F2)
        editor = hands.canvas._editor
        card = hands.canvas.desk.arrangement.cards["tp_c"]
        top_left = hands.canvas.view.viewportTransform().map(hands.middle("tp_c"))
        centre = editor.mapTo(hands.canvas, editor.rect().center()) - hands.canvas.view.pos()
        assert abs(centre.x() - top_left.x()) < max(60.0, card.width * zoom / 2)
        assert abs(editor.fontInfo().pixelSize() - 13 * max(0.9, zoom)) <= 1
        hands.key(Qt.Key.Key_Escape)


def test_a_long_text_is_shown_in_full_while_editing(hands: Hands) -> None:
    hands.click(hands.middle("tp_c"))
    hands.key(Qt.Key.Key_F2)
    for _ in range(30):
        hands.canvas._editor.insertPlainText("many words ")
    editor = hands.canvas._editor
    assert editor.toPlainText().count("many words") == 30
    assert editor.verticalScrollBar().maximum() == 0
    assert editor.height() > hands.canvas.desk.arrangement.cards["tp_c"].height


def test_a_click_elsewhere_keeps_the_text(hands: Hands) -> None:
    hands.click(hands.in_cell("st_c", "ln_a"))
    hands.type("Kept")
    hands.click(hands.middle("tp_d"))
    assert not hands.canvas._editor.is_open
    assert getattr(new_cards(hands)[0], "title", "") == "Kept"
    assert hands.chosen() == {"tp_d"}


def test_the_focus_going_elsewhere_keeps_the_text(hands: Hands, qtbot: QtBot) -> None:
    other = QLineEdit(hands.canvas)
    other.show()
    hands.click(hands.in_cell("st_c", "ln_a"))
    hands.type("Kept")
    other.setFocus()
    assert not hands.canvas._editor.is_open
    assert getattr(new_cards(hands)[0], "title", "") == "Kept"


def test_finishing_keeps_the_text(hands: Hands) -> None:
    hands.click(hands.in_cell("st_c", "ln_a"))
    hands.type("Kept")
    assert hands.canvas.finish_editing()
    assert not hands.canvas._editor.is_open
    assert getattr(new_cards(hands)[0], "title", "") == "Kept"


def test_a_refused_text_stays_in_the_open_field(hands: Hands) -> None:
    hands.click(hands.middle("tp_c"))
    hands.key(Qt.Key.Key_F2)
    hands.canvas._editor.setPlainText("x" * 20_001)
    assert hands.problems == ["field-refused"]
    assert not hands.canvas.finish_editing()
    assert hands.canvas._editor.is_open
    assert len(hands.canvas._editor.toPlainText()) == 20_001
    hands.canvas._editor.setPlainText("short again")
    assert hands.canvas.finish_editing()
    assert getattr(hands.card("tp_c"), "title", "") == "short again"


def test_undo_while_writing_closes_the_field(hands: Hands) -> None:
    hands.click(hands.middle("tp_c"))
    hands.key(Qt.Key.Key_F2)
    hands.type("!")
    hands.document.undo_stack.undo()
    assert not hands.canvas._editor.is_open
    assert getattr(hands.card("tp_c"), "title", "") == "Search"


def test_a_card_deleted_under_the_field_closes_it(hands: Hands) -> None:
    hands.click(hands.middle("tp_c"))
    hands.key(Qt.Key.Key_F2)
    hands.document.apply("", lambda p: delete_cards(p, MAP, ["tp_c"]))
    assert not hands.canvas._editor.is_open


def test_pasted_text_loses_what_a_project_may_not_hold(hands: Hands) -> None:
    hands.click(hands.middle("tp_c"))
    hands.key(Qt.Key.Key_F2)
    data = QMimeData()
    data.setText("a\x00b\x0bc\r\nd")
    data.setHtml("<b>no</b>")
    hands.canvas._editor.selectAll()
    hints: list[str] = []
    hands.canvas.hint.connect(hints.append)
    hands.canvas._editor.insertFromMimeData(data)
    assert len(hints) == 1
    assert "left out" in hints[0]
    hands.key(Qt.Key.Key_Escape)
    assert getattr(hands.card("tp_c"), "title", "") == "abc\nd"
    assert hands.problems == []


def test_an_input_method_starts_a_card(hands: Hands) -> None:
    hands.click(hands.in_cell("st_c", "ln_a"))
    editor = hands.canvas._editor
    QApplication.sendEvent(editor, QInputMethodEvent("ê", []))
    assert editor.is_open
    done = QInputMethodEvent()
    done.setCommitString("ê")
    QApplication.sendEvent(editor, done)
    hands.key(Qt.Key.Key_Escape)
    assert getattr(new_cards(hands)[0], "title", "") == "ê"


def test_input_methods_open_near_the_focused_place(hands: Hands) -> None:
    hands.click(hands.in_cell("st_d", "ln_d"))
    editor = hands.canvas._editor
    cursor = editor.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    at = hands.viewport.mapFrom(hands.canvas, editor.mapTo(hands.canvas, cursor.center()))
    place = hands.canvas._scene.place_of(Spot("st_d", "ln_d"))
    assert place is not None
    assert place.contains(hands.canvas.view.scene_point(at.toPointF()))


def test_letters_reached_with_altgr_are_letters(hands: Hands) -> None:
    hands.click(hands.in_cell("st_c", "ln_a"))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.sendKeyEvent(QTest.KeyAction.Click, hands.canvas._editor, Qt.Key.Key_Q, "@", both)
    hands.key(Qt.Key.Key_Escape)
    assert getattr(new_cards(hands)[0], "title", "") == "@"


def test_no_card_begins_where_none_can_lie(hands: Hands) -> None:
    hints: list[str] = []
    hands.canvas.hint.connect(hints.append)
    hands.click(hands.in_cell("st_d", "ln_e"))
    hands.type("a")
    assert not hands.canvas._editor.is_open
    assert len(hints) == 1
    assert hands.document.undo_stack.count() == 0


def test_emotion_keys_work_while_writing(hands: Hands) -> None:
    hands.click(hands.in_cell("st_c", "ln_a"))
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_5, CTRL)
    hands.canvas.cards.set_emotion(2)
    hands.type("Hooray")
    hands.key(Qt.Key.Key_Escape)
    assert getattr(new_cards(hands)[0], "emotion", None) == 2


@pytest.mark.parametrize("kind", ["phase", "step", "lane"])
def test_names_are_written_in_the_headers(hands: Hands, kind: str) -> None:
    canvas = hands.canvas
    place = {
        "phase": (canvas.column_header, column_place(hands, middle_of_phase(hands, "ph_a"))),
        "step": (canvas.column_header, column_place(hands, middle_of_step(hands, "st_b"), step=True)),
        "lane": (canvas.lane_header, lane_place(hands, middle_of_lane(hands, "ln_b"))),
    }
    widget, at = place[kind]
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, NONE, at)
    assert canvas._editor.is_open
    hands.type("New")  # all was selected
    hands.key(Qt.Key.Key_Return)
    assert not canvas._editor.is_open
    found = {"phase": hands.map.phases[0].name, "step": hands.map.steps[1].name, "lane": hands.map.lanes[1].name}
    assert found[kind] == "New"
    assert hands.document.undo_stack.count() == 1
    assert hands.document.undo_stack.undoText() == f"Rename {kind}"


def test_a_double_click_in_an_empty_cell_starts_a_card(hands: Hands) -> None:
    QTest.mouseDClick(hands.viewport, Qt.MouseButton.LeftButton, NONE, hands.at(hands.in_cell("st_d", "ln_b")))
    hands.type("Mine")
    hands.key(Qt.Key.Key_Escape)
    assert getattr(new_cards(hands)[0], "text", "") == "Mine"


class TestEmptyMap:
    @pytest.fixture
    def hands(self, qtbot: QtBot) -> Hands:
        made = Hands(Project(maps=(JourneyMap(id=MAP, rank="a0"),)))
        qtbot.addWidget(made.canvas)
        return made

    def test_it_says_how_to_begin(self, hands: Hands) -> None:
        assert hands.canvas._invitation.isVisible()
        assert hands.canvas._invitation.text()

    def test_typing_begins_it(self, hands: Hands) -> None:
        hands.type("First")
        hands.key(Qt.Key.Key_Escape)
        assert [each.title for each in hands.map.touchpoints] == ["First"]
        assert (len(hands.map.phases), len(hands.map.lanes)) == (1, 1)
        assert not hands.canvas._invitation.isVisible()

    def test_a_double_click_begins_it(self, hands: Hands) -> None:
        QTest.mouseDClick(hands.viewport, Qt.MouseButton.LeftButton, NONE, QPoint(300, 300))
        assert hands.canvas._editor.is_open
        assert len(hands.map.phases) == 1

    def test_a_double_click_where_only_phases_lack_makes_one_and_names_it(self, hands: Hands) -> None:
        hands.canvas.lanes.add("notes")
        hands.key(Qt.Key.Key_Escape)
        QTest.mouseDClick(hands.viewport, Qt.MouseButton.LeftButton, NONE, QPoint(300, 300))
        hands.type("Need")
        hands.key(Qt.Key.Key_Return)
        assert [each.name for each in hands.map.phases] == ["Need"]
        assert hands.map.notes == ()

    def test_keys_do_no_harm(self, hands: Hands) -> None:
        for key in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Down,
            Qt.Key.Key_Tab,
            Qt.Key.Key_F2,
            Qt.Key.Key_Delete,
            Qt.Key.Key_Home,
        ):
            for modifiers in (NONE, CTRL, CTRL | SHIFT):
                hands.key(key, modifiers)
        QGuiApplication.clipboard().setText("text")
        hands.key(Qt.Key.Key_V, CTRL)
        assert hands.document.undo_stack.count() == 0


def test_the_new_card_comes_into_view(hands: Hands) -> None:
    hands.canvas.resize(420, 300)
    hands.canvas.selection.put_focus(Spot("st_d", "ln_f"))
    hands.canvas.cards.add_note()
    hands.type("Far away")
    (card,) = new_cards(hands)
    place = hands.canvas._scene.place_of(Spot("st_d", "ln_f", card.id))
    assert place is not None
    seen = hands.canvas.view.viewportTransform().mapRect(place)
    assert hands.viewport.rect().contains(seen.toRect().center())
