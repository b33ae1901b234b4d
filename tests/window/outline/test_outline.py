from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cjeditor.canvas.selection import Spot
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.lanes import set_lane
from cjeditor.model.edits.phases import set_phase
from cjeditor.window.outline.cell_text import CellText
from cjeditor.window.outline.columns import COLUMNS
from cjeditor.window.program import Program
from tests.builders import MAP, small_project
from tests.window.outline.hands import Outline

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
IN_ORDER = ["tp_a", "tp_b", "nt_a", "nt_b", "tp_c", "nt_c", "tp_d", "nt_d"]


def test_hidden_it_is_asleep_and_the_choice_is_kept(qtbot: QtBot, program: Program) -> None:
    window = program.open_window(small_project())
    qtbot.waitExposed(window)
    dock = window.room.contents.outline
    assert not dock.isVisible()
    assert not dock.page.is_awake
    assert dock.page.rows.rowCount() == 0
    action = window.actions_of_window["view.outline"]
    action.trigger()
    assert dock.isVisible()
    assert dock.page.rows.rowCount() == 8
    window.actions_of_window.refresh()
    assert action.isChecked()
    window.close()
    again = program.open_window(small_project())
    qtbot.waitExposed(again)
    assert again.room.contents.outline.isVisible()
    again.actions_of_window["view.outline"].trigger()
    assert not again.room.contents.outline.isVisible()
    assert not again.room.contents.outline.page.is_awake


def test_what_is_chosen_in_the_table_is_chosen_on_the_map_and_seen(outline: Outline) -> None:
    outline.window.resize(700, 600)
    outline.click("tp_d")
    selection = outline.canvas.selection
    assert (selection.kind, selection.ids, selection.focus) == ("cards", {"tp_d"}, Spot("st_d", "ln_a", "tp_d"))
    box = outline.canvas.desk.arrangement.cards["tp_d"]
    at = outline.canvas.view.mapFromScene(box.x, box.y)
    assert outline.canvas.view.viewport().rect().contains(at)
    outline.click("nt_d", SHIFT)
    assert selection.ids == {"tp_d", "nt_d"}
    outline.click("tp_a", CTRL)
    assert selection.ids == {"tp_d", "nt_d", "tp_a"}
    assert outline.chosen() == selection.ids


def test_what_is_chosen_on_the_map_is_chosen_in_the_outline(outline: Outline) -> None:
    told: list[None] = []
    outline.canvas.selection.changed.connect(lambda: told.append(None))
    outline.canvas.desk.choose_cards(["tp_c", "nt_c"])
    assert outline.chosen() == {"tp_c", "nt_c"}
    assert outline.current() == "tp_c"
    assert len(told) == 1
    outline.show("tree")
    assert outline.chosen() == {"tp_c", "nt_c"}
    outline.canvas.selection.choose("phases", ["ph_b"])
    assert outline.chosen() == {"ph_b"}
    outline.show("table")
    assert outline.chosen() == set()


def test_one_choice_is_told_once(outline: Outline) -> None:
    told: list[None] = []
    outline.canvas.selection.changed.connect(lambda: told.append(None))
    outline.click("tp_c")
    assert len(told) == 1


def test_all_cards_are_chosen_at_once(outline: Outline) -> None:
    outline.window.actions_of_window["edit.select_all"].trigger()
    assert outline.chosen() == set(IN_ORDER)
    assert outline.view.selectionModel().selection().count() == 1


def test_things_of_one_kind_are_chosen_in_the_tree(outline: Outline) -> None:
    outline.show("tree")
    outline.click("ph_b")
    assert outline.canvas.selection.of("phases") == {"ph_b"}
    outline.click("st_b", CTRL)
    assert outline.canvas.selection.of("steps") == {"st_b"}
    assert outline.chosen() == {"st_b"}
    assert outline.canvas.selection.focus is not None
    assert outline.canvas.selection.focus.step == "st_b"


def test_arrows_walk_the_cards(outline: Outline) -> None:
    outline.go_to("tp_a")
    for wanted in IN_ORDER[1:]:
        outline.press(Qt.Key.Key_Down)
        assert outline.canvas.selection.ids == {wanted}
    outline.press(Qt.Key.Key_Up, SHIFT)
    assert outline.canvas.selection.ids == {"nt_d", "tp_d"}


def test_a_text_is_written_with_f2_and_enter_goes_on(outline: Outline) -> None:
    outline.go_to("tp_b", "number")
    outline.press(Qt.Key.Key_F2)
    field = outline.field()
    assert isinstance(field, QPlainTextEdit)
    assert (field.toPlainText(), field.textCursor().selectedText()) == ("Talk", "Talk")
    outline.write("Asks <b>friends</b> & co")
    assert outline.text("tp_b") == "Asks <b>friends</b> & co"
    assert outline.index("tp_b").data() == "Asks <b>friends</b> & co"
    assert outline.current() == "nt_a"
    assert outline.document.undo_stack.count() == 1
    outline.press(Qt.Key.Key_Return)
    assert outline.current() == "nt_b"
    outline.document.undo_stack.undo()
    assert outline.index("tp_b").data() == "Talk"
    assert outline.current() == "tp_b"


def test_a_field_that_nobody_wrote_in_changes_nothing(outline: Outline) -> None:
    outline.go_to("tp_b")
    outline.press(Qt.Key.Key_F2)
    QTest.keyClick(outline.field(), Qt.Key.Key_Return)
    assert outline.text("tp_b") == "Talk"
    assert outline.document.undo_stack.count() == 0


def test_esc_leaves_the_text_as_it_was(outline: Outline) -> None:
    outline.go_to("tp_b")
    outline.press(Qt.Key.Key_F2)
    QTest.keyClicks(outline.field(), "Something else")
    QTest.keyClick(outline.field(), Qt.Key.Key_Escape)
    assert outline.text("tp_b") == "Talk"
    assert outline.document.undo_stack.count() == 0


def test_line_breaks_and_no_break_spaces_are_kept(outline: Outline) -> None:
    outline.go_to("nt_a")
    outline.press(Qt.Key.Key_F2)
    field = outline.field()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "One")
    QTest.keyClick(field, Qt.Key.Key_Return, SHIFT)
    field.insertPlainText("2\u00a0km 🏠 שלום")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert outline.text("nt_a") == "One\n2\u00a0km 🏠 שלום"
    assert outline.index("nt_a").data() == "One 2\u00a0km 🏠 שלום"


def test_what_is_refused_is_said_and_the_former_text_stays(outline: Outline) -> None:
    outline.go_to("tp_b")
    outline.press(Qt.Key.Key_F2)
    field = outline.field()
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("x" * 20_001)
    field.document().setModified(True)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert outline.text("tp_b") == "Talk"
    assert outline.index("tp_b").data() == "Talk"
    assert outline.window.statusBar().currentMessage()
    assert outline.document.undo_stack.count() == 0
    assert outline.field() is field
    assert "20" in outline.problem()
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_values_are_chosen(outline: Outline) -> None:
    for column, value in (
        ("emotion", 2), ("emotion", None), ("channel", "ch_b"), ("channel", None), ("evidence", "qualitative"),
    ):  # fmt: skip
        outline.go_to("tp_a", column)  # type: ignore[arg-type]  # one of the columns
        outline.press(Qt.Key.Key_F2)
        chooser = outline.field()
        assert isinstance(chooser, QComboBox), column
        assert chooser.accessibleName(), column
        at = [chooser.itemData(row) for row in range(chooser.count())].index(value)
        QTest.keyClick(chooser, Qt.Key.Key_Home)
        for _ in range(at):
            QTest.keyClick(chooser, Qt.Key.Key_Down)
        QTest.keyClick(chooser, Qt.Key.Key_Return)
        assert getattr(outline.map.touchpoints[0], column) == value
        assert outline.document.undo_stack.count() == 1, (column, value)
        assert outline.current() == "tp_b"
        outline.document.undo_stack.clear()


def test_a_note_has_neither_emotion_nor_channel(outline: Outline) -> None:
    outline.go_to("nt_a", "emotion")
    outline.press(Qt.Key.Key_F2)
    assert isinstance(outline.field(), QPlainTextEdit)
    QTest.keyClick(outline.field(), Qt.Key.Key_Escape)


def test_phases_and_steps_are_renamed_in_the_tree(outline: Outline) -> None:
    outline.show("tree")
    outline.go_to("ph_b")
    outline.press(Qt.Key.Key_F2)
    outline.write("Decision")
    outline.go_to("st_c")
    outline.press(Qt.Key.Key_F2)
    outline.write("Wait")
    assert outline.map.phases[1].name == "Decision"
    assert outline.map.steps[2].name == "Wait"
    assert outline.canvas.desk.arrangement.phases[1].phase.name == "Decision"


def test_a_phase_keeps_its_name_when_nothing_is_written(outline: Outline) -> None:
    outline.show("tree")
    outline.go_to("ph_b")
    outline.press(Qt.Key.Key_F2)
    QTest.keyClick(outline.field(), Qt.Key.Key_Delete)
    QTest.keyClick(outline.field(), Qt.Key.Key_Return)
    assert outline.map.phases[1].name == "Choice"
    field = outline.field()
    assert isinstance(field, CellText)
    assert field.problem()
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_del_deletes_and_goes_on_with_the_next(outline: Outline) -> None:
    outline.go_to("tp_b")
    outline.press(Qt.Key.Key_Delete)
    assert "tp_b" not in outline.order()
    assert outline.chosen() == outline.canvas.selection.ids == {"nt_a"}
    outline.go_to("nt_d")
    outline.press(Qt.Key.Key_Delete)
    assert outline.chosen() == {"tp_d"}
    assert outline.document.undo_stack.count() == 2
    outline.window.actions_of_window["edit.undo"].trigger()
    assert outline.order()[-1] == "nt_d"
    assert outline.chosen() == {"nt_d"}


def test_del_in_a_field_deletes_no_card(outline: Outline) -> None:
    outline.go_to("tp_b", "emotion")
    outline.press(Qt.Key.Key_F2)
    QTest.keyClick(outline.field(), Qt.Key.Key_Delete)
    assert "tp_b" in outline.order()


def test_lines_become_cards_in_the_current_cell(outline: Outline) -> None:
    outline.go_to("nt_a")
    QApplication.clipboard().setText("First\n\nSecond <i>x</i>\r\nThird")
    QTest.keyClick(outline.view, Qt.Key.Key_V, CTRL)
    rows = [outline.text(one) for one in outline.order()]
    assert rows[2:7] == ["A home of our own", "First", "Second <i>x</i>", "Third", "“Now or never”"]
    assert len(outline.chosen()) == 3
    assert outline.document.undo_stack.count() == 1
    outline.window.actions_of_window["edit.undo"].trigger()
    assert outline.order() == IN_ORDER


def test_each_column_sorts_both_ways_and_back(outline: Outline) -> None:
    outline.document.apply("tell", lambda p: set_touchpoint(p, MAP, ["tp_c"], evidence="qualitative"))
    header = outline.view.horizontalHeader()  # type: ignore[attr-defined]  # the page is the table
    for at, column in enumerate(COLUMNS):
        section = QPoint(header.sectionViewportPosition(at) + 12, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=section)
        up = outline.order()
        assert outline.dock.order.currentIndex() == at + 1, column
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=section)
        down = outline.order()
        assert outline.dock.descending.isChecked(), column
        assert sorted(up) == sorted(down) == sorted(IN_ORDER), column
        assert up != down, column
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=section)
        assert outline.order() == IN_ORDER, column
        assert outline.dock.order.currentIndex() == 0, column


def test_the_order_is_chosen_by_keyboard(outline: Outline) -> None:
    order = outline.dock.order
    order.setFocus()
    for _ in range(COLUMNS.index("emotion") + 1):
        QTest.keyClick(order, Qt.Key.Key_Down)
    assert outline.order()[-2:] == ["tp_c", "tp_a"]
    outline.dock.descending.click()
    assert outline.order()[:2] == ["tp_a", "tp_c"]


def test_enter_goes_on_where_the_next_row_is_although_the_text_sorts_elsewhere(outline: Outline) -> None:
    outline.dock.order.setCurrentIndex(COLUMNS.index("text") + 1)
    outline.dock.order.activated.emit(COLUMNS.index("text") + 1)
    before = outline.order()
    outline.go_to(before[2])
    outline.press(Qt.Key.Key_F2)
    outline.write("Zzz")
    assert outline.order() != before
    assert outline.current() == before[3]


def test_edits_elsewhere_are_shown_at_once(outline: Outline) -> None:
    outline.document.apply("write", lambda p: set_touchpoint(p, MAP, ["tp_a"], title="Poster"))
    assert outline.index("tp_a").data() == "Poster"
    outline.document.apply("write", lambda p: set_phase(p, MAP, "ph_a", name="Wish"))
    assert outline.index("tp_a", "phase").data() == "Wish"


def test_what_is_being_written_is_kept_before_saving(outline: Outline) -> None:
    outline.go_to("tp_b")
    outline.press(Qt.Key.Key_F2)
    QTest.keyClicks(outline.field(), "Kept")
    assert outline.room.finish_editing()
    assert outline.text("tp_b") == "Kept"


def test_an_edit_elsewhere_does_not_lose_what_is_being_written(outline: Outline) -> None:
    outline.go_to("tp_b")
    outline.press(Qt.Key.Key_F2)
    QTest.keyClicks(outline.field(), "Mine")
    outline.document.apply("feel", lambda p: set_touchpoint(p, MAP, ["tp_b"], emotion=1))
    QTest.keyClick(outline.field(), Qt.Key.Key_Return)
    assert outline.text("tp_b") == "Mine"


def test_another_map_is_shown_when_the_canvas_shows_it(outline: Outline) -> None:
    outline.canvas.show_map("map_2")
    assert outline.order() == []
    outline.canvas.show_map(MAP)
    assert outline.order() == IN_ORDER
    outline.room.show_project(small_project(), None, None)
    assert outline.order() == IN_ORDER


def test_f6_walks_into_the_outline_and_out_again(qtbot: QtBot, outline: Outline) -> None:
    window = outline.window
    window.activateWindow()
    outline.canvas.setFocus()
    seen = []
    for _ in range(4):
        window.actions_of_window["view.next_pane"].trigger()
        focused = QApplication.focusWidget()
        seen.append(
            next(
                name
                for name, part in (
                    ("outline", outline.dock),
                    ("map", outline.canvas),
                    ("blocks", window.room.contents.blocks),
                    ("properties", window.panes["properties"]),
                )
                if focused is part or part.isAncestorOf(focused)
            )
        )
    assert seen == ["blocks", "properties", "outline", "map"]


def test_the_menu_is_about_the_row(outline: Outline) -> None:
    asked: list[tuple[str, str]] = []
    outline.dock.context_menu_requested.connect(lambda _at, kind, one: asked.append((kind, one)))
    outline.dock.context_menu_requested.disconnect(outline.room._menus.show)
    outline.go_to("tp_c")
    outline.view.customContextMenuRequested.emit(QPoint(5, 5))
    outline.show("tree")
    outline.go_to("ph_a")
    outline.view.customContextMenuRequested.emit(QPoint(5, 5))
    assert asked == [("card", "tp_c"), ("phase", "ph_a")]


def test_twenty_thousand_characters_and_markup_are_one_plain_line(outline: Outline) -> None:
    long = "<b>x</b>\n" + "ü" * 19_000
    outline.document.apply("write", lambda p: set_touchpoint(p, MAP, ["tp_a"], title=long))
    shown = outline.index("tp_a").data()
    assert shown.startswith("<b>x</b> ü")
    assert len(shown) < 500
    assert outline.index("tp_a").data(Qt.ItemDataRole.ToolTipRole).startswith("&lt;b&gt;x")
    outline.window.grab()


def test_what_is_collapsed_is_marked_and_its_key_opens_it(outline: Outline) -> None:
    outline.show("tree")
    outline.document.apply("Collapse", lambda project: set_phase(project, MAP, "ph_b", collapsed=True))
    outline.document.apply("Collapse", lambda project: set_lane(project, MAP, "ln_a", collapsed=True))
    phase = outline.index("ph_b")
    assert phase.siblingAtColumn(2).data() == "Collapsed"
    assert phase.data(Qt.ItemDataRole.AccessibleTextRole).endswith("(collapsed)")
    assert outline.index("ph_a").siblingAtColumn(2).data() == ""
    assert outline.index("tp_a").siblingAtColumn(1).data().endswith("(collapsed)")
    outline.go_to("ph_b")
    outline.view.setFocus()
    outline.press(Qt.Key.Key_H, CTRL)
    assert not next(each for each in outline.map.phases if each.id == "ph_b").collapsed
    assert outline.index("ph_b").siblingAtColumn(2).data() == ""
