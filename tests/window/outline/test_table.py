"""Columns, choices, cells from a spreadsheet, moves by keys, and what a screen reader finds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from cjeditor.interchange.pasted_text import cells_of
from cjeditor.model.cards import Note
from cjeditor.model.lookup import card
from cjeditor.window.outline.columns import COLUMNS, Column
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.outline.hands import Outline

_CTRL = Qt.KeyboardModifier.ControlModifier


def put_on_clipboard(text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def choose(outline: Outline, record_id: str, column: Column, value: object) -> None:
    outline.go_to(record_id, column)
    outline.press(Qt.Key.Key_F2)
    box = outline.field()
    assert isinstance(box, QComboBox)
    at = [box.itemData(each) for each in range(box.count())].index(value)
    while box.currentIndex() != at:
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < at else Qt.Key.Key_Up)
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("record", "column", "value", "place"),
    [
        ("tp_a", "phase", "ph_b", ("st_b", "ln_a")),
        ("tp_a", "step", "st_c", ("st_c", "ln_a")),
        ("nt_a", "lane", "ln_d", ("st_a", "ln_d")),
    ],
)
def test_a_card_is_moved_by_choosing_its_place(
    outline: Outline, record: str, column: Column, value: str, place: tuple[str, str]
) -> None:
    choose(outline, record, column, value)
    moved = card(outline.map, record)
    assert (moved.step, moved.lane) == place
    assert outline.document.undo_stack.count() == 1


def test_a_card_that_is_there_already_stays_where_it_is(outline: Outline) -> None:
    choose(outline, "tp_a", "phase", "ph_a")
    assert outline.document.undo_stack.count() == 0


def test_a_note_gets_another_kind_and_a_touchpoint_has_none_to_choose(outline: Outline) -> None:
    choose(outline, "nt_a", "kind", "quote")
    note = card(outline.map, "nt_a")
    assert isinstance(note, Note)
    assert note.kind == "quote"
    assert not outline.index("tp_a", "kind").flags() & Qt.ItemFlag.ItemIsEditable


def test_cells_are_pasted_across_and_down_as_one_step(outline: Outline) -> None:
    put_on_clipboard('"One\nmore"\tquote\t\nTwo\t\tWeb\n')
    outline.go_to("tp_a")
    outline.press(Qt.Key.Key_V, _CTRL)
    assert outline.text("tp_a") == "One\nmore"
    assert outline.text("tp_b") == "Two"
    assert [getattr(card(outline.map, one), "channel", "") for one in ("tp_a", "tp_b")] == [None, "ch_b"]
    assert outline.document.undo_stack.count() == 1
    outline.document.undo_stack.undo()
    assert (outline.text("tp_a"), outline.text("tp_b")) == ("Advert", "Talk")


def test_one_column_of_values_is_filled_downwards(outline: Outline) -> None:
    put_on_clipboard("+2\n−1 bad\n")
    outline.go_to("tp_a", "emotion")
    outline.press(Qt.Key.Key_V, _CTRL)
    assert [getattr(card(outline.map, one), "emotion", 0) for one in ("tp_a", "tp_b")] == [2, -1]


def test_rows_beyond_the_last_become_cards_like_it(outline: Outline) -> None:
    before = len(outline.order())
    last = outline.order()[-1]
    put_on_clipboard("One\tquote\nTwo\tquote\nThree\tquote")
    outline.go_to(last)
    outline.press(Qt.Key.Key_V, _CTRL)
    assert len(outline.order()) == before + 2
    assert outline.text(last) == "One"
    assert sorted(outline.text(one) for one in outline.order()[-2:]) == ["Three", "Two"]
    assert outline.document.undo_stack.count() == 1


def test_what_no_column_takes_is_said_and_nothing_is_pasted(outline: Outline) -> None:
    put_on_clipboard("New\t\tFax")
    outline.go_to("tp_a")
    outline.press(Qt.Key.Key_V, _CTRL)
    assert outline.text("tp_a") == "Advert"
    assert "Fax" in outline.window.statusBar().currentMessage()
    assert outline.document.undo_stack.count() == 0


def test_quotation_marks_that_stand_alone_are_text() -> None:
    assert cells_of('5" pipe\tx\r\ny\tz\r\n') == [['5" pipe', "x"], ["y", "z"]]
    assert cells_of('"a ""b"" \n c"\td') == [['a "b" \n c', "d"]]


def test_quotation_marks_stay_where_not_the_whole_cell_is_quoted() -> None:
    assert cells_of('"Big" house\t"x"\n"a" or "b"\ty') == [['"Big" house', "x"], ['"a" or "b"', "y"]]
    assert cells_of('""\t"one\n\ttwo"\n') == [["", "one\n\ttwo"]]
    assert cells_of('"never closed\tx') == [['"never closed', "x"]]


def test_a_quoted_cell_of_any_length_is_pasted_or_refused_in_words(outline: Outline) -> None:
    put_on_clipboard('"{}"\tquote'.format("long " * 40_000))
    outline.go_to("tp_a")
    outline.press(Qt.Key.Key_V, _CTRL)
    assert outline.text("tp_a") == "Advert"
    assert "20,000" in outline.window.statusBar().currentMessage()
    assert outline.document.undo_stack.count() == 0


@pytest.mark.parametrize(("record", "column"), [("tp_a", "number"), ("tp_a", "kind"), ("nt_a", "emotion")])
def test_what_cannot_be_edited_takes_no_paste_and_says_so(outline: Outline, record: str, column: Column) -> None:
    put_on_clipboard("5")
    outline.go_to(record, column)
    outline.press(Qt.Key.Key_V, _CTRL)
    assert outline.document.undo_stack.count() == 0
    assert "cannot be edited" in outline.window.statusBar().currentMessage()


def test_the_menu_pastes_and_edits_in_the_outline_where_that_has_the_focus(outline: Outline) -> None:
    outline.view.setFocus()
    put_on_clipboard("One\tquote\nTwo")
    outline.go_to("tp_a")
    QApplication.processEvents()
    outline.window.actions_of_window["edit.paste"].trigger()
    assert [outline.text(one) for one in ("tp_a", "tp_b")] == ["One", "Two"]
    outline.window.actions_of_window["edit.rename"].trigger()
    assert isinstance(outline.field(), QPlainTextEdit)
    QTest.keyClick(outline.field(), Qt.Key.Key_Escape)


def test_cards_phases_and_steps_are_moved_by_keys(outline: Outline) -> None:
    outline.go_to("tp_a")
    outline.press(Qt.Key.Key_Down, _CTRL)
    assert outline.order()[:2] == ["tp_b", "tp_a"]
    outline.press(Qt.Key.Key_Right, _CTRL)
    assert card(outline.map, "tp_a").step == "st_b"
    outline.show("tree")
    outline.go_to("ph_a")
    outline.press(Qt.Key.Key_Down, _CTRL)
    assert [box.phase.id for box in outline.canvas.desk.arrangement.phases][:2] == ["ph_b", "ph_a"]
    outline.go_to("st_b")
    outline.press(Qt.Key.Key_Down, _CTRL)
    assert [column.step.id for column in outline.canvas.desk.arrangement.columns][:2] == ["st_c", "st_b"]


def test_columns_order_and_widths_are_kept(qtbot: QtBot, program: Program, outline: Outline) -> None:
    table = outline.view
    assert isinstance(table, QTableView)
    header = table.horizontalHeader()
    header.resizeSection(COLUMNS.index("lane"), 77)
    header.resizeSection(COLUMNS.index("text"), 301)
    outline.dock.columns.show_state()
    outline.dock.columns.actions[COLUMNS.index("kind")].trigger()
    outline.dock.order.setCurrentIndex(COLUMNS.index("text") + 1)
    outline.dock.order.activated.emit(COLUMNS.index("text") + 1)
    QApplication.processEvents()
    outline.window.actions_of_window["view.outline"].trigger()
    other = program.open_window(small_project())
    qtbot.waitExposed(other)
    if other.room.contents.outline.isHidden() or not other.room.contents.outline.isVisible():
        other.actions_of_window["view.outline"].trigger()
    again = other.room.contents.outline._table_view
    assert isinstance(again, QTableView)
    assert again.columnWidth(COLUMNS.index("lane")) == 77
    assert again.columnWidth(COLUMNS.index("text")) == 301
    assert again.isColumnHidden(COLUMNS.index("kind"))
    assert again.horizontalHeader().sortIndicatorSection() == COLUMNS.index("text")
    assert other.room.contents.outline.order.currentIndex() == COLUMNS.index("text") + 1


def test_links_stand_below_the_card_that_they_leave(outline: Outline) -> None:
    outline.show("tree")
    index = outline.index("lk_a")
    assert outline.page.rows.record(index.parent()).id == "tp_a"  # type: ignore[union-attr]  # it is there
    assert index.data() == "→ 3 Search · then"
    outline.go_to("lk_a")
    assert outline.canvas.selection.of("links") == {"lk_a"}
    QApplication.processEvents()
    assert "Link 1 → 3" in outline.room.contents.properties.heading.text()
    outline.press(Qt.Key.Key_F2)
    outline.write("later")
    assert outline.map.links[0].label == "later"
    outline.go_to("lk_a")
    outline.press(Qt.Key.Key_Delete)
    assert [link.id for link in outline.map.links] == ["lk_b"]
    outline.document.undo_stack.undo()
    assert outline.index("lk_a").isValid()


@pytest.mark.parametrize("page", ["tree", "table"])
def test_a_screen_reader_finds_every_row(outline: Outline, page: str) -> None:
    outline.show(page)
    found = QAccessible.queryAccessibleInterface(outline.view)
    assert found is not None
    assert found.text(QAccessible.Text.Name)
    texts = {found.child(at).text(QAccessible.Text.Name) for at in range(found.childCount())}
    record_ids = list(outline.page.rows.ids())
    assert len(record_ids) >= 8
    for one in record_ids:
        record = outline.page.rows.record(outline.index(one))
        assert record is not None
        assert outline.page.rows.reading.sentence(record) in texts
