"""The comments' pane by real keys and mouse: written, never lost, resolved, found again from their marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.analysis.finding import Sought
from cjeditor.layout.draw_remarks import mark_in
from cjeditor.model.cards import Comment
from cjeditor.model.edits.comments import add_comment, set_comments
from cjeditor.model.lookup import map_of
from cjeditor.window.comments.comment_rows import SUBJECT, WRITTEN
from cjeditor.window.comments.pane import Comments
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import MAP, small_project

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def small(qtbot: QtBot, program: Program) -> MainWindow:
    made = program.open_window(small_project())
    made._house.preferences.defaults.set_author("Ada Lovelace")
    made.resize(1366, 768)
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def pane(small: MainWindow) -> Comments:
    return small.room.contents.comments


def held(window: MainWindow) -> list[Comment]:
    return [each for each in map_of(window.room.document.project, MAP).comments if each.author == "Ada Lovelace"]


def begin(qtbot: QtBot, window: MainWindow, card: str) -> None:
    """Go to a card and ask for the field by its key."""
    canvas = window.room.canvas
    canvas.desk.choose_cards([card])
    canvas.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_F2, SHIFT)
    assert QApplication.focusWidget() is window.room.contents.comments.composer.field


def test_a_comment_is_written_by_keys_and_ends_on_the_map(qtbot: QtBot, small: MainWindow, pane: Comments) -> None:
    begin(qtbot, small, "tp_b")
    qtbot.keyClicks(pane.composer.field, "Who says")
    (new,) = held(small)  # each letter is kept at once
    assert (new.about, new.text, new.date, new.time) == ("tp_b", "Who says", "2026-03-14", "12:00:00")
    qtbot.keyClick(pane.composer.field, Qt.Key.Key_Return)
    qtbot.keyClicks(pane.composer.field, "so?")
    qtbot.keyClick(pane.composer.field, Qt.Key.Key_Return, CONTROL)
    assert held(small)[0].text == "Who says\nso?"
    assert pane.composer.field.text() == ""
    assert small.room.canvas.isAncestorOf(QApplication.focusWidget())
    small.room.document.undo_stack.undo()  # one step
    assert held(small) == []


def test_breaks_at_the_end_are_not_kept_and_stand_while_one_types(
    qtbot: QtBot, small: MainWindow, pane: Comments
) -> None:
    begin(qtbot, small, "tp_b")
    qtbot.keyClicks(pane.composer.field, "Who")
    qtbot.keyClick(pane.composer.field, Qt.Key.Key_Return)
    assert pane.composer.field.text() == "Who\n"
    assert held(small)[0].text == "Who"
    qtbot.keyClicks(pane.composer.field, "says ")
    assert pane.composer.field.text() == "Who\nsays "
    qtbot.keyClick(pane.composer.field, Qt.Key.Key_Return, CONTROL)
    assert held(small)[0].text == "Who\nsays"


def test_a_second_comment_is_one_of_its_own(qtbot: QtBot, small: MainWindow, pane: Comments) -> None:
    for text in ("One", "Two"):
        begin(qtbot, small, "tp_b")
        qtbot.keyClicks(pane.composer.field, text)
        qtbot.mouseClick(pane.composer.keep, LEFT)
    assert sorted(each.text for each in held(small)) == ["One", "Two"]
    small.room.document.undo_stack.undo()
    assert [each.text for each in held(small)] == ["One"]


def test_what_was_typed_is_kept_when_another_card_is_chosen(qtbot: QtBot, small: MainWindow, pane: Comments) -> None:
    begin(qtbot, small, "tp_b")
    qtbot.keyClicks(pane.composer.field, "Half a")
    small.room.canvas.desk.choose_cards(["tp_c"])
    assert pane.composer.field.text() == ""
    assert pane.composer.about == "tp_c"
    assert [(each.about, each.text) for each in held(small)] == [("tp_b", "Half a")]


def test_letters_that_are_taken_away_again_leave_no_step(qtbot: QtBot, small: MainWindow, pane: Comments) -> None:
    begin(qtbot, small, "tp_b")
    qtbot.keyClicks(pane.composer.field, "ab")
    for _ in range(2):
        qtbot.keyClick(pane.composer.field, Qt.Key.Key_Backspace)
    assert held(small) == []
    assert not small.room.document.undo_stack.canUndo()


def test_undo_in_the_field_takes_the_comment_back(qtbot: QtBot, small: MainWindow, pane: Comments) -> None:
    begin(qtbot, small, "tp_b")
    qtbot.keyClicks(pane.composer.field, "Oops")
    small.room.document.undo_stack.undo()
    assert (held(small), pane.composer.field.text()) == ([], "")
    qtbot.keyClicks(pane.composer.field, "Better")
    assert [each.text for each in held(small)] == ["Better"]


def test_rows_say_on_what_who_and_when(qtbot: QtBot, small: MainWindow, pane: Comments) -> None:
    begin(qtbot, small, "tp_b")
    qtbot.keyClicks(pane.composer.field, "<b>Bold?</b>")
    pane.turn_to("chosen")
    index = pane.rows.index(0)
    assert index.data() == "<b>Bold?</b>"
    assert index.data(SUBJECT) == "2 Talk"
    assert index.data(WRITTEN) == "Ada Lovelace · 14 Mar 2026, 12:00"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_the_parts_count_what_they_show(small: MainWindow, pane: Comments) -> None:
    small.room.document.apply("", lambda p: set_comments(p, MAP, ["cm_a", "cm_b"], resolved=True))
    small.room.canvas.desk.choose_cards(["tp_a"])
    pane.refresh()
    assert [pane.parts.button(at).text() for at in range(3)] == ["Open 3", "All 5", "Selected 1"]
    assert pane.rows.rowCount() == 3
    pane.turn_to("all")
    assert [pane.rows.comment(at).id for at in range(5)] == ["cm_e", "cm_b", "cm_c", "cm_d", "cm_a"]  # type: ignore[union-attr]  # there are five


def test_newest_first_is_an_order(small: MainWindow, pane: Comments, qtbot: QtBot) -> None:
    small.room.document.apply(
        "", lambda p: add_comment(p, MAP, comment_id="cm_0", about="nt_d", text="New", date="2026-03-14")
    )
    pane.refresh()
    qtbot.mouseClick(pane.newest, LEFT)
    first = pane.rows.comment(0)
    assert first is not None
    assert first.id == "cm_0"


def test_the_space_bar_and_the_box_resolve_and_reopen(qtbot: QtBot, small: MainWindow, pane: Comments) -> None:
    small.actions_of_window["view.comments"].trigger()
    pane.turn_to("all")
    pane.list.setFocus()
    pane.list.choose(["cm_a"])
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    assert pane.edits.comment("cm_a").resolved  # type: ignore[union-attr]  # it is there
    QApplication.processEvents()
    box = pane._look.box_at(pane.rows.index(pane.rows.row_of("cm_a")))
    qtbot.mouseClick(pane.list.viewport(), LEFT, pos=QPoint(box.left() + 18, box.top() + 16))
    assert not pane.edits.comment("cm_a").resolved  # type: ignore[union-attr]  # it is there
    small.room.document.undo_stack.undo()
    assert pane.edits.comment("cm_a").resolved  # type: ignore[union-attr]  # it is there


def test_keys_of_the_list_go_change_and_delete(qtbot: QtBot, small: MainWindow, pane: Comments) -> None:
    small.actions_of_window["view.comments"].trigger()
    pane.list.choose(["cm_a"])
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_F2)
    assert pane.composer.field.text() == "Really?"
    pane.composer.field.selectAll()
    qtbot.keyClicks(pane.composer.field, "Surely.")
    assert pane.edits.comment("cm_a").text == "Surely."  # type: ignore[union-attr]  # it is there
    pane.composer.field.selectAll()
    qtbot.keyClick(pane.composer.field, Qt.Key.Key_Delete)
    assert pane.edits.comment("cm_a").text == "Surely."  # type: ignore[union-attr]  # an empty one is no wish
    pane.list.choose(["cm_d"])
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert small.room.canvas.selection.of("lanes") == {"ln_d"}
    pane.turn_to("all")
    pane.list.choose(["cm_e"])
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert pane.edits.comment("cm_e") is None
    assert len(map_of(small.room.document.project, MAP).touchpoints) == 4  # no card went


def test_a_click_on_the_mark_of_a_card_shows_its_comments(qtbot: QtBot, small: MainWindow, pane: Comments) -> None:
    canvas = small.room.canvas
    canvas.view.zoom_to(1.0)
    canvas.desk.choose_cards(["tp_a"])
    QApplication.processEvents()
    box = canvas.desk.arrangement.cards["tp_a"]
    area = mark_in(box.look.primitives)
    assert area is not None
    at = canvas.view.viewportTransform().map(QPointF(box.x + area.x + 8, box.y + area.y + 8)).toPoint()
    qtbot.mouseClick(canvas.view.viewport(), LEFT, pos=at)
    assert pane.part == "chosen"
    assert pane.list.ids == ["cm_a"]
    assert QApplication.focusWidget() is pane.list


def test_the_filter_knows_open_comments(small: MainWindow) -> None:
    finding = small.room.canvas.finding
    finding.seek(Sought(comments=True))
    assert finding.matches == ("tp_a",)
    small.room.document.apply("", lambda p: set_comments(p, MAP, ["cm_a"], resolved=True))
    assert finding.matches == ()


def test_commenting_on_what_is_chosen(small: MainWindow, pane: Comments) -> None:
    small.panes.show_pane("comments", True)
    selection = small.room.canvas.selection
    for kind, one in (("phases", "ph_b"), ("steps", "st_b"), ("lanes", "ln_b")):
        selection.choose(kind, [one])  # type: ignore[arg-type]  # a kind of selection
        assert pane.composer.about == one


def test_hidden_it_does_nothing_while_people_type_and_shown_it_is_up_to_date(
    qtbot: QtBot, small: MainWindow, pane: Comments, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas, worked = small.room.canvas, []
    small.panes.show_pane("comments", True)
    small.panes.show_pane("comments", False)
    with monkeypatch.context() as patch:
        patch.setattr(pane, "_show_buttons", lambda: worked.append("buttons"))
        patch.setattr(pane.composer, "tell", lambda: worked.append("tell"))
        canvas.desk.choose_cards(["tp_b"])
        canvas.setFocus()
        qtbot.keyClicks(QApplication.focusWidget(), "New")
        qtbot.wait(1)
        assert worked == []
        canvas.finish_editing()
        small.room.document.apply("", lambda p: add_comment(p, MAP, comment_id="cm_x", about="tp_b", text="Why"))
        canvas.desk.choose_cards(["tp_b"])
        small.panes.show_pane("comments", True)
        assert worked
    pane.turn_to("chosen")
    assert pane.composer.about == "tp_b"
    assert pane.rows.row_of("cm_x") == 0
