"""What the guide offers for the map gets there: by drag, by double click and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.drag_overlay import DragOverlay
from cjeditor.catalogue import instruments, methods
from cjeditor.model.lookup import steps_of
from cjeditor.window.guide.row_list import RowList
from tests.window.guide.hands import LEFT, Reader

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def lane(reader: Reader, kind: str) -> str:
    return next(one.id for one in reader.map.lanes if one.kind == kind)


def first_step(reader: Reader, phase: int) -> str:
    return steps_of(reader.map, reader.phases[phase].id)[0].id


def drag(reader: Reader, rows: RowList, at: int, step: str, lane_id: str) -> None:
    target = reader.point_of(step, lane_id)
    reader.reach(rows)
    reader.drag(rows.viewport(), rows.visualItemRect(rows.item(at)).center(), target)


def test_an_instrument_is_dragged_onto_the_map_and_marked_there(nine: Reader) -> None:
    rows = nine.open("instruments")
    assert not any(row.on_map for row in rows.rows)
    drag(nine, rows, 1, first_step(nine, 0), lane(nine, "touchpoints"))
    (touchpoint,) = nine.map.touchpoints
    assert touchpoint.title == instruments.for_numbers([1])[1].name.en
    assert touchpoint.step == first_step(nine, 0)
    assert [row.on_map for row in rows.rows].index(True) == 1
    assert "on the map in this phase" in rows.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    nine.undo()
    assert not any(row.on_map for row in rows.rows)


def test_a_method_is_dragged_into_a_lane_of_notes(nine: Reader) -> None:
    rows = nine.open("methods")
    drag(nine, rows, 0, first_step(nine, 1), lane(nine, "notes"))
    (note,) = nine.map.notes
    assert note.text == methods.for_numbers([1])[0].name.en
    assert note.step == first_step(nine, 1)


def test_a_sign_of_the_audience_becomes_an_insight_that_nobody_has_checked_yet(nine: Reader) -> None:
    rows = nine.open("recognise")
    drag(nine, rows, 0, first_step(nine, 0), lane(nine, "notes"))
    (note,) = nine.map.notes
    assert (note.kind, note.text, note.evidence) == ("insight", rows.rows[0].name, "assumption")
    assert rows.rows[0].on_map


def test_a_question_is_dragged_as_a_note_that_asks(nine: Reader) -> None:
    row = nine.row(2)
    text = row.asked.text
    target = nine.point_of(first_step(nine, 1), lane(nine, "notes"))
    nine.reach(row)
    nine.drag(row.text, row.text.rect().center(), target)
    (note,) = nine.map.notes
    assert (note.kind, note.text) == ("question", text)
    assert nine.phases[0].ticked == ()


def test_a_press_that_hardly_moves_is_no_drag(nine: Reader) -> None:
    rows = nine.open("methods")
    nine.reach(rows)
    at = rows.visualItemRect(rows.item(0)).center()
    QTest.mousePress(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    at.setX(at.x() + 2)
    QTest.mouseMove(rows.viewport(), at)
    assert nine.window.findChildren(DragOverlay) == []
    QTest.mouseRelease(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert nine.document.undo_stack.count() == 0


def test_enter_puts_a_row_into_the_phase_of_a_pinned_guide(nine: Reader) -> None:
    nine.click(nine.guide.head.next)
    nine.click(nine.guide.head.pin)
    rows = nine.open("instruments")
    nine.canvas.selection.choose("phases", [nine.phases[6].id])
    nine.settle()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    nine.press(Qt.Key.Key_Down)
    nine.press(Qt.Key.Key_Down)
    nine.press(Qt.Key.Key_Return)
    (touchpoint,) = nine.map.touchpoints
    assert touchpoint.title == rows.rows[2].name
    assert touchpoint.step == first_step(nine, 1)
    assert rows.hasFocus()
    nine.press(Qt.Key.Key_Down)
    nine.press(Qt.Key.Key_Return)
    # The table is sorted by ids, which are random.
    added = sorted(nine.map.touchpoints, key=lambda one: one.number)
    assert [one.title for one in added] == [rows.rows[2].name, rows.rows[3].name]


def test_instruments_look_as_they_do_among_the_building_blocks(nine: Reader) -> None:
    shown = {row.name: (row.detail, row.icon) for row in nine.open("instruments").rows}
    blocks = nine.room.contents.blocks
    blocks.refresh()
    tree = blocks.tree.rows
    offers = [tree.offer(tree.index(row, 0, tree.index(0, 0))) for row in range(tree.rowCount(tree.index(0, 0)))]
    assert {offer.name: (offer.more, offer.icon) for offer in offers if offer is not None} == shown


def test_a_double_click_gives_a_drop_off_point_to_the_phase(nine: Reader) -> None:
    rows = nine.open("drop_offs")
    nine.reach(rows)
    at = rows.visualItemRect(rows.item(0)).center()
    QTest.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseDClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    nine.settle()
    (point,) = nine.phases[0].drop_off_points
    assert point.reason == rows.rows[0].block.reason
    assert rows.rows[0].on_map


def test_the_button_beside_a_question_puts_it_on_the_map(nine: Reader) -> None:
    nine.click(nine.row(0).note_button)
    (note,) = nine.map.notes
    assert (note.kind, note.text) == ("question", nine.row(0).asked.text)


def test_the_keys_walk_through_all_rows_and_each_comes_into_view(nine: Reader) -> None:
    rows = nine.open("instruments")
    nine.open("methods")
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    for at in range(rows.count()):
        nine.settle()
        assert rows.currentRow() == at
        place = rows.visualItemRect(rows.currentItem())
        seen = nine.guide.pages.viewport().rect()
        top = rows.viewport().mapTo(nine.guide.pages.viewport(), place.topLeft())
        bottom = rows.viewport().mapTo(nine.guide.pages.viewport(), place.bottomLeft())
        assert seen.contains(top), at
        assert seen.contains(bottom), at
        nine.press(Qt.Key.Key_Down)
    assert nine.window.statusBar().currentMessage() == rows.rows[-1].tip


def test_tab_comes_to_every_control_once(nine: Reader) -> None:
    for key in ("recognise", "methods", "instruments", "drop_offs"):
        nine.open(key)
    nine.guide.head.next.setFocus()
    seen = []
    for _ in range(120):
        focused = QApplication.focusWidget()
        if focused is None or not nine.guide.isAncestorOf(focused) or focused in seen:
            break
        seen.append(focused)
        nine.press(Qt.Key.Key_Tab)
    rows = nine.guide.pages.questions.rows
    wanted = [
        nine.guide.head.pin,
        *(row.tick for row in rows),
        *(row.answer_button for row in rows),
        *(row.note_button for row in rows),
        *nine.guide.pages.lists.values(),
        *(one.heading for one in nine.guide.pages.sections.values() if one.isVisible()),
        nine.guide.pages.source.choice,
    ]
    assert [one.accessibleName() for one in wanted if one not in seen] == []
    ticks = [seen.index(row.tick) for row in rows]
    assert ticks == sorted(ticks)


def test_the_wheel_over_a_list_scrolls_the_guide(nine: Reader) -> None:
    rows = nine.open("instruments")
    nine.open("methods")
    nine.reach(rows)
    bar = nine.guide.pages.verticalScrollBar()
    before = bar.value()
    at = rows.viewport().mapTo(nine.window, QPoint(20, 20))
    QTest.wheelEvent(nine.window.windowHandle(), QPointF(at), QPoint(0, -120))
    assert bar.value() > before
