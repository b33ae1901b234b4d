"""The matrix of effort and value: dots are dragged and moved by keys, and each drag is one step of undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.layout.charts.effort_value import plot_of
from cjeditor.model.edits.actions import add_action, set_actions
from cjeditor.model.project import Action, Project
from cjeditor.window.figures.matrix_view import MatrixView
from cjeditor.window.figures.pane import Figures
from cjeditor.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def _planned(project: Project) -> Project:
    project = set_actions(project, ["ac_a"], effort=2, effect_on_customer=4, effect_on_business=2)
    return add_action(project, action_id="ac_b", title="Other", effort=5, effect_on_customer=1)


@pytest.fixture
def matrix(small_window: MainWindow) -> MatrixView:
    small_window.room.document.apply("", _planned)
    small_window.actions_of_window["figure.effort_value"].trigger()
    QApplication.processEvents()
    figures = small_window.panes["figures"].content
    assert isinstance(figures, Figures)
    found = figures.findChild(MatrixView)
    assert found is not None
    return found


def held(window: MainWindow, action_id: str) -> Action:
    return next(each for each in window.room.document.project.actions if each.id == action_id)


def at(matrix: MatrixView, effort: float, value: float) -> QPoint:
    assert matrix.chart is not None
    x, y = plot_of(matrix.chart.width).at(effort, value)
    return QPoint(round(x) + 4, round(y) + 4)


def drag(matrix: MatrixView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(matrix, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for step in (start + QPoint(12, 0), (start + end) / 2, end):
        QTest.mouseMove(matrix, step)
    QApplication.processEvents()


def test_a_dragged_dot_changes_effort_and_effects_in_one_step(small_window: MainWindow, matrix: MatrixView) -> None:
    steps = small_window.room.document.undo_stack
    before = steps.count()
    drag(matrix, at(matrix, 2, 3), at(matrix, 4, 4.5))
    assert matrix.held == (4, 4.5)
    assert held(small_window, "ac_a").effort == 2, "nothing happens before it is put down"
    QTest.mouseRelease(matrix, LEFT, Qt.KeyboardModifier.NoModifier, at(matrix, 4, 4.5))
    new = held(small_window, "ac_a")
    assert (new.effort, new.effect_on_customer, new.effect_on_business) == (4, 5, 4)
    assert steps.count() == before + 1
    steps.undo()
    old = held(small_window, "ac_a")
    assert (old.effort, old.effect_on_customer, old.effect_on_business) == (2, 4, 2)


def test_esc_gives_a_drag_up_and_a_click_chooses_the_cards(small_window: MainWindow, matrix: MatrixView) -> None:
    matrix.setFocus()
    drag(matrix, at(matrix, 2, 3), at(matrix, 4, 4.5))
    QTest.keyClick(matrix, Qt.Key.Key_Escape)
    QTest.mouseRelease(matrix, LEFT, Qt.KeyboardModifier.NoModifier, at(matrix, 4, 4.5))
    assert held(small_window, "ac_a").effort == 2
    assert small_window.room.canvas.selection.of("cards") == {"nt_c", "tp_a"}


def test_keys_move_the_dot_and_stay_on_it(small_window: MainWindow, matrix: MatrixView) -> None:
    steps = small_window.room.document.undo_stack
    before = steps.count()
    matrix.setFocus()
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.spot is not None
    assert matrix.spot.record == "ac_a"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(matrix, key, CONTROL)
    new = held(small_window, "ac_a")
    assert (new.effort, new.effect_on_customer, new.effect_on_business) == (3, 5, 2)
    assert matrix.spot.record == "ac_a"
    assert steps.count() == before + 1
    for _ in range(9):
        QTest.keyClick(matrix, Qt.Key.Key_Right, CONTROL)
        QTest.keyClick(matrix, Qt.Key.Key_Up, CONTROL)
    new = held(small_window, "ac_a")
    assert (new.effort, new.effect_on_customer, new.effect_on_business) == (5, 5, 5)
