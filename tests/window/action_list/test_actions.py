"""The pane of actions by real keys and mouse: made for cards, edited in place, sorted, filtered, grouped."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.model.edits.actions import add_action, set_actions, set_mix_model
from cjeditor.model.project import Action, Project
from cjeditor.window.action_list.columns import COLUMNS
from cjeditor.window.action_list.pane import Actions
from cjeditor.window.main_window import MainWindow
from cjeditor.window.outline.cell_text import CellText
from cjeditor.window.program import Program
from tests.builders import small_project

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key

Click = Callable[[str, str], QPoint]


def planned() -> Project:
    """Three actions; it is 14 March 2026 in these tests, so the first one is late."""
    project = set_actions(small_project(), ["ac_a"], due="2026-03-13", owner="Ada", effect_on_customer=4)
    project = add_action(project, action_id="ac_b", title="Beta & <b>more</b>", owner="Bob", cards=("tp_a", "tp_c"))
    return add_action(project, action_id="ac_c", title="Gamma", due="2026-04-01", status="done")


@pytest.fixture
def shown(qtbot: QtBot, program: Program) -> MainWindow:
    made = program.open_window(planned())
    made._house.preferences.defaults.set_author("Bob")
    made.resize(1366, 768)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def pane(shown: MainWindow) -> Actions:
    shown.actions_of_window["view.actions"].trigger()
    found = shown.room.contents.fill("actions")
    assert isinstance(found, Actions)
    return found


def cell(pane: Actions, action: str, column: str) -> str:
    return str(pane.page.rows.index(pane.page.rows.row_of(action), COLUMNS.index(column)).data())  # type: ignore[arg-type]  # one of them


def order(pane: Actions) -> list[str]:
    rows = pane.page.rows
    found = [rows.action(rows.index(at, 0)) for at in range(rows.rowCount())]
    return ["–" if each is None else each.id for each in found]


def held(window: MainWindow, action_id: str) -> Action:
    return next(each for each in window.room.document.project.actions if each.id == action_id)


def editor(pane: Actions) -> QWidget:
    found = QApplication.focusWidget()
    assert isinstance(found, CellText | QComboBox)
    return found


def write(qtbot: QtBot, pane: Actions, action: str, column: str, text: str) -> QWidget:
    """Write over a cell by keys and press Enter."""
    pane.page.table.choose(action, column=COLUMNS.index(column))  # type: ignore[arg-type]  # one of them
    pane.page.table.setFocus()
    qtbot.keyClick(pane.page.table, Key.Key_F2)
    field = editor(pane)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Key.Key_Return)
    return field


def test_the_table_says_what_actions_are(pane: Actions) -> None:
    assert order(pane) == ["ac_a", "ac_c", "ac_b"], "what is due first"
    assert cell(pane, "ac_a", "cards") == "1, 6"
    assert cell(pane, "ac_b", "cards") == "1, 3"
    assert cell(pane, "ac_a", "due") == "13 Mar 2026 · overdue"
    assert pane.told.text() == "1 action overdue"
    assert cell(pane, "ac_c", "status") == "Done"
    index = pane.page.rows.index(pane.page.rows.row_of("ac_b"), 0)
    assert index.data() == "Beta & <b>more</b>"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_cells_are_written_in_place_with_one_step_each(qtbot: QtBot, shown: MainWindow, pane: Actions) -> None:
    write(qtbot, pane, "ac_b", "owner", "Zoe")
    assert held(shown, "ac_b").owner == "Zoe"
    write(qtbot, pane, "ac_b", "due", "2.4.2026")
    assert held(shown, "ac_b").due == "2026-04-02"
    shown.room.document.undo_stack.undo()
    assert held(shown, "ac_b").due == ""
    shown.room.document.undo_stack.undo()
    assert held(shown, "ac_b").owner == "Bob"


def test_what_is_no_day_stays_open_and_is_said(qtbot: QtBot, shown: MainWindow, pane: Actions) -> None:
    field = write(qtbot, pane, "ac_b", "due", "soon")
    assert isinstance(field, CellText)
    assert "“soon” is not a day" in field.problem()
    assert held(shown, "ac_b").due == ""
    assert not shown.room.finish_editing()
    assert "“soon” is not a day" in shown.status.currentMessage()
    # Where nobody sees the field it holds up nothing; the text waits in its cell.
    pane.hide()
    assert shown.room.finish_editing()
    assert "was not accepted" in shown.status.currentMessage()
    pane.show()
    field = write(qtbot, pane, "ac_b", "title", " ")
    assert isinstance(field, CellText)
    assert field.problem()
    qtbot.keyClick(field, Key.Key_Escape)


def test_values_are_chosen_in_place(qtbot: QtBot, shown: MainWindow, pane: Actions) -> None:
    pane.page.table.choose("ac_b", column=COLUMNS.index("status"))
    pane.page.table.setFocus()
    qtbot.keyClick(pane.page.table, Key.Key_F2)
    chooser = editor(pane)
    assert isinstance(chooser, QComboBox)
    qtbot.keyClick(chooser, Key.Key_Down)
    qtbot.keyClick(chooser, Key.Key_Return)
    assert held(shown, "ac_b").status == "in_progress"


def test_keys_of_the_table_do_not_reach_the_map(qtbot: QtBot, shown: MainWindow, pane: Actions) -> None:
    table, before = pane.page.table, shown.room.document.project
    table.choose("ac_b")
    table.setFocus()
    assert shown.room.canvas.selection.of("cards") == {"tp_a", "tp_c"}
    for key in (Key.Key_X, Key.Key_V):
        qtbot.keyClick(table, key, CONTROL)
    assert shown.room.document.project is before
    qtbot.keyClick(table, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().startswith("Beta & <b>more</b>\t1, 3\tBob\tTo do")
    qtbot.keyClick(table, Key.Key_Delete)
    assert [each.id for each in shown.room.document.project.actions] == ["ac_a", "ac_c"]
    assert shown.room.document.project.maps is before.maps, "no card went"


def test_a_click_chooses_the_cards_also_on_another_map(qtbot: QtBot, shown: MainWindow, pane: Actions) -> None:
    shown.room.maps.show_map("map_2")
    assert cell(pane, "ac_a", "cards") == "A first home: 1, 6"
    table = pane.page.table
    index = pane.page.rows.index(pane.page.rows.row_of("ac_a"), 0)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())
    assert shown.room.map_id() == "map_1"
    assert shown.room.canvas.selection.of("cards") == {"tp_a", "nt_c"}


def test_an_action_comes_from_the_selection(qtbot: QtBot, shown: MainWindow, pane: Actions) -> None:
    shown.room.canvas.desk.choose_cards(["tp_c", "tp_d"])
    shown.room.canvas.setFocus()
    qtbot.keyClick(shown.room.canvas.focusProxy(), Key.Key_B, CONTROL)
    qtbot.keyClicks(editor(pane), "Faster")
    qtbot.keyClick(editor(pane), Key.Key_Return)
    (new,) = [each for each in shown.room.document.project.actions if each.title == "Faster"]
    assert new.cards == ("tp_c", "tp_d")
    shown.room.document.undo_stack.undo()
    assert held(shown, new.id).title == "Search", "called as its first card before somebody wrote"
    shown.room.document.undo_stack.undo()
    assert len(shown.room.document.project.actions) == 3


def test_sorts_by_columns_and_what_lacks_a_value_stands_last(pane: Actions) -> None:
    header = pane.page.table.horizontalHeader()
    header.setSortIndicator(COLUMNS.index("owner"), Qt.SortOrder.AscendingOrder)
    assert order(pane) == ["ac_a", "ac_b", "ac_c"]
    header.setSortIndicator(COLUMNS.index("effect_on_customer"), Qt.SortOrder.AscendingOrder)
    assert order(pane)[0] == "ac_a"
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert order(pane) == ["ac_a", "ac_c", "ac_b"]


def test_filters_by_words_owner_status_and_mine(qtbot: QtBot, shown: MainWindow, pane: Actions) -> None:
    bar = pane.page.filter
    bar.field.setText("gam")
    assert order(pane) == ["ac_c"]
    assert pane.page.count.text() == "1 of 3"
    bar.field.setText("nothing like it")
    assert not pane.page.empty.isHidden()
    bar.clear()
    bar.owner.setCurrentIndex(bar.owner.findText("Ada"))
    assert order(pane) == ["ac_a"]
    bar.clear()
    bar.status.setCurrentIndex(bar.status.findText("Still to do"))
    assert order(pane) == ["ac_a", "ac_b"]
    bar.clear()
    qtbot.mouseClick(bar.mine, LEFT, pos=QPoint(8, 8))
    assert order(pane) == ["ac_b"]
    bar.mine.setChecked(False)
    bar.status.setCurrentIndex(bar.status.findText("In progress"))
    pane.page.filter.owner.setCurrentIndex(0)
    pane.add([])
    assert order(pane)[-1] in {each.id for each in shown.room.document.project.actions}, "a new one is never hidden"


def test_groups_by_owner_with_what_is_left_to_do(pane: Actions) -> None:
    pane.page.options.by_owner.setChecked(True)
    assert order(pane) == ["–", "ac_a", "–", "ac_b", "–", "ac_c"]
    rows = pane.page.rows
    assert rows.index(0, 0).data() == "Ada · 1 action · 1 overdue"
    assert rows.index(4, 0).data() == "Without owner · 1 action · 0 still to do"
    assert pane.page.table.columnSpan(0, 0) == len(COLUMNS)
    pane.page.options.by_owner.setChecked(False)
    assert pane.page.table.columnSpan(0, 0) == 1


def test_the_form_changes_every_field(qtbot: QtBot, shown: MainWindow, pane: Actions) -> None:
    pane.page.table.choose("ac_b")
    pane.page.table.setFocus()
    qtbot.keyClick(pane.page.table, Key.Key_Return)
    form = pane.page.form
    fields = form.rows.fields
    assert fields["title"].isAncestorOf(QApplication.focusWidget())
    qtbot.keyClicks(QApplication.focusWidget(), "!")
    fields["effects"].boxes[1].click()  # type: ignore[attr-defined]  # it is a field of flags
    fields["effects"].boxes[0].click()  # type: ignore[attr-defined]  # the same
    due = fields["due"].edit  # type: ignore[attr-defined]  # it is a field for a day
    qtbot.keyClicks(due, "2026-13-45")
    assert "is not a day" in fields["due"].problem()
    due.clear()
    qtbot.keyClicks(due, "2026-12-24")
    new = held(shown, "ac_b")
    assert (new.title[0], new.effects, new.due) == ("!", ("willingness_to_buy", "revenue"), "2026-12-24")
    assert [button.text() for button in form.cards.buttons()] == ["1 Advert", "3 Search"]
    qtbot.mouseClick(form.cards.removers()[0], LEFT)
    assert held(shown, "ac_b").cards == ("tp_c",)
    shown.room.canvas.desk.choose_cards(["tp_d", "nt_a"])
    qtbot.mouseClick(form.touchpoints.add, LEFT)
    assert held(shown, "ac_b").touchpoints == ("tp_d",)
    qtbot.keyClick(fields["owner"], Key.Key_Escape)
    assert pane.page.table.hasFocus()


def test_the_mix_is_that_of_the_project(shown: MainWindow, pane: Actions) -> None:
    mix = COLUMNS.index("mix")
    rows = pane.page.rows
    assert not rows.index(0, mix).flags() & Qt.ItemFlag.ItemIsEditable
    pane.page.options.models["4p"].trigger()
    assert shown.room.document.project.settings.mix_model == "4p"
    index = rows.index(rows.row_of("ac_a"), mix)
    assert [name for name, _value in rows.offer(index).choices] == [
        "No value",
        "Product",
        "Price",
        "Place",
        "Promotion",
    ]
    assert rows.setData(index, "4p.price")
    assert cell(pane, "ac_a", "mix") == "Price"
    shown.room.document.apply("", lambda project: set_mix_model(project, "siva"))
    assert cell(pane, "ac_a", "mix") == "Value"


def test_without_actions_the_pane_says_how_they_come(shown: MainWindow, pane: Actions) -> None:
    pane.edits.delete(["ac_a", "ac_b", "ac_c"])
    assert pane.page.empty.text().startswith("Nothing is planned yet")
    pane.take_focus()
    assert pane.plus.hasFocus()
