"""Drop-off risks in their pane: chips move by mouse and keys, counter-measures are written, each one step to undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cjeditor.model.cards import DropOffPoint
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.drop_offs import carrier_of
from cjeditor.model.project import Project
from cjeditor.window.figures.grade_view import GradeView
from cjeditor.window.figures.pane import Figures
from cjeditor.window.figures.views.risks import RiskPage
from cjeditor.window.main_window import MainWindow

# The platform without a screen cannot bring windows forward and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(small_window: MainWindow) -> RiskPage:
    """Return the page of risks: one drop-off point of a touchpoint is graded, that of a phase is not."""
    room = small_window.room
    price = DropOffPoint(id="do_price", title="Price", likelihood=4, impact=5)

    def edit(project: Project) -> Project:
        return set_touchpoint(project, room.map_id(), ["tp_c"], drop_off_points=(price,))

    room.document.apply("risk", edit)
    small_window.actions_of_window["figure.risks"].trigger()
    QApplication.processEvents()
    pane = small_window.panes["figures"].content
    assert isinstance(pane, Figures)
    found = pane.view("risks")
    assert isinstance(found, RiskPage)
    return found


def point(window: MainWindow, point_id: str) -> DropOffPoint:
    carrier = carrier_of(window.room.document.project.maps[0], point_id)
    assert carrier is not None
    return next(one for one in carrier.drop_off_points if one.id == point_id)


def grades(window: MainWindow, point_id: str) -> tuple[int | None, int | None]:
    found = point(window, point_id)
    return found.likelihood, found.impact


def matrix(page: RiskPage) -> GradeView:
    found = page.charts[0]
    assert isinstance(found, GradeView)
    return found


def drag(view: GradeView, record: str, target: str) -> None:
    QApplication.processEvents()
    assert view.chart is not None
    spot = next(one for one in view.chart.spots if one.record == record)
    place = next(one for one in view.chart.targets if one.record == target)
    start, end = view.place_of(spot).center(), view.place_of(place).center()
    QTest.mousePress(view, _LEFT, pos=start)
    QTest.mouseMove(view, start + QPoint(20, 0))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, _LEFT, pos=end)
    QApplication.processEvents()


def test_a_chip_is_dragged_to_other_grades_in_one_step(page: RiskPage, small_window: MainWindow) -> None:
    stack = small_window.room.document.undo_stack
    before = stack.count()
    drag(matrix(page), "do_price", "2:3")
    assert grades(small_window, "do_price") == (2, 3)
    assert stack.count() == before + 1
    assert small_window.room.canvas.selection.ids == frozenset({"tp_c"})
    drag(matrix(page), "do_a", "1:5")
    assert grades(small_window, "do_a") == (1, 5)
    stack.undo()
    assert grades(small_window, "do_a") == (None, None)
    drag(matrix(page), "do_price", "")
    assert grades(small_window, "do_price") == (None, None)


def test_keys_move_a_chip_and_stay_with_it(page: RiskPage, small_window: MainWindow) -> None:
    view = matrix(page)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.spot is not None
    assert view.spot.record == "do_price"
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert grades(small_window, "do_price") == (3, 4)
    assert view.spot.record == "do_price"
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert grades(small_window, "do_price") == (5, 4)


def test_a_counter_measure_is_written_in_the_list(page: RiskPage, small_window: MainWindow) -> None:
    rows = page.list.ledger.rows
    assert [row.cells[:2] for row in rows] == [("60", "3 Search"), ("–", "phase 1 Need")]
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.ledger.index(0, 5))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    editor = page.list.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "Name all costs <b>first</b>")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert point(small_window, "do_price").counter_measure == "Name all costs <b>first</b>"
    assert "1 of them without" in page.says.text()
    page.list.ledger.setData(page.list.ledger.index(1, 3), "4")
    page.list.ledger.setData(page.list.ledger.index(0, 4), "–")
    assert grades(small_window, "do_a") == (4, None)
    assert grades(small_window, "do_price") == (4, None)
    assert [row.record for row in page.list.ledger.rows] == ["do_a", "do_price"]
    page.list.clicked.emit(page.list.ledger.index(0, 0))
    assert small_window.room.canvas.selection.ids == frozenset({"ph_a"})
