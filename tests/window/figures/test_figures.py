"""The pane of figures: it follows the map, leads back to it, and works by mouse and by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from cjeditor.layout.charts.chart import Spot
from cjeditor.layout.theme import DARK
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.project import Project
from cjeditor.window.figures.chart_view import ChartView
from cjeditor.window.figures.figure_page import FigurePage
from cjeditor.window.figures.pane import REST, Figures
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import big_project

# The platform without a screen cannot bring windows forward and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def figures(small_window: MainWindow) -> Figures:
    """Return the pane with the realms, after two touchpoints were tagged."""
    tag(small_window, {"tp_a": ("education",), "tp_c": ("education", "escapist"), "tp_d": ()})
    small_window.actions_of_window["figure.realms"].trigger()
    QApplication.processEvents()
    found = small_window.panes["figures"].content
    assert isinstance(found, Figures)
    return found


def tag(window: MainWindow, realms: dict[str, tuple[str, ...]]) -> None:
    room = window.room

    def edit(project: Project) -> Project:
        for card, some in realms.items():
            project = set_touchpoint(project, room.map_id(), [card], realms=some)
        return project

    room.document.apply("tag", edit)
    QApplication.processEvents()


def page(figures: Figures) -> FigurePage:
    found = figures.view("realms")
    assert isinstance(found, FigurePage)
    return found


def spots(view: ChartView) -> list[Spot]:
    assert view.chart is not None
    return list(view.chart.spots)


def in_fields(figures: Figures) -> list[str]:
    return [spot.record for spot in spots(page(figures).charts[0])]


def test_a_figure_follows_the_document_and_the_map_and_forgets_nothing(
    figures: Figures, small_window: MainWindow
) -> None:
    assert in_fields(figures) == ["tp_a", "tp_c", "tp_c"]
    assert "Missing on the whole map: Entertainment, Aesthetic." in page(figures).says.text()
    tag(small_window, {"tp_b": ("entertainment",)})
    assert in_fields(figures) == ["tp_b", "tp_a", "tp_c", "tp_c"]
    small_window.actions_of_window["map.next"].trigger()
    QApplication.processEvents()
    assert page(figures).charts == []
    assert page(figures).says.text().startswith("No touchpoint is tagged")
    assert not page(figures).as_table.isEnabled()
    small_window.actions_of_window["map.previous"].trigger()
    QApplication.processEvents()
    # Hidden it does nothing; shown again it knows what has changed.
    small_window.panes.show_pane("figures", False)
    chart = page(figures).charts[0].chart
    tag(small_window, {"tp_b": ()})
    assert page(figures).charts[0].chart is chart
    small_window.panes.show_pane("figures", True)
    assert in_fields(figures) == ["tp_a", "tp_c", "tp_c"]


def test_a_click_and_the_keys_lead_to_the_map(figures: Figures, small_window: MainWindow) -> None:
    selection = small_window.room.canvas.selection
    chips, phases = page(figures).charts
    QTest.mouseClick(chips, _LEFT, pos=chips.place_of(spots(chips)[1]).center())
    assert (selection.kind, selection.ids) == ("cards", {"tp_c"})
    QTest.mouseClick(phases, _LEFT, pos=phases.place_of(spots(phases)[0]).center())
    assert (selection.kind, selection.ids) == ("phases", {"ph_a"})
    chips.setFocus()
    QTest.keyClick(chips, Qt.Key.Key_Home)
    heard = QAccessible.queryAccessibleInterface(chips)
    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "Realms of experience"
    assert heard.text(QAccessible.Text.Description) == "1 Advert"
    QTest.keyClick(chips, Qt.Key.Key_Right)
    QTest.keyClick(chips, Qt.Key.Key_Left)
    QTest.keyClick(chips, Qt.Key.Key_Return)
    assert selection.ids == {"tp_a"}
    assert chips.hasFocus(), "the keys stay in the figure"
    before = len(small_window.room.canvas.desk.map.touchpoints)
    QTest.keyClick(chips, Qt.Key.Key_Delete)
    assert len(small_window.room.canvas.desk.map.touchpoints) == before
    outside = QPoint(chips.width() - 1, 0)
    QTest.mouseClick(chips, _LEFT, pos=outside)
    assert selection.ids == {"tp_a"}
    # What is chosen on the map is marked.
    selection.clear()
    plain = chips.grab().toImage()
    selection.choose("cards", ["tp_c"])
    assert chips.grab().toImage() != plain
    selection.clear()
    assert chips.grab().toImage() == plain


def test_tables_pictures_colours_and_narrow_places(
    qtbot: QtBot, figures: Figures, small_window: MainWindow, tmp_path: Path
) -> None:
    small_window.room.document.apply(
        "rename", lambda p: set_touchpoint(p, small_window.room.map_id(), ["tp_a"], title="=1+1")
    )
    QTest.mouseClick(page(figures).as_table, _LEFT)
    QApplication.processEvents()
    table = page(figures).tables[0]
    assert table.isVisible()
    assert not page(figures).charts[0].isVisible()
    table.setFocus()
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Education\t2\t1 =1+1, 3 Search"
    table.clearSelection()
    assert table.copied().splitlines()[0] == "Realm\tTouchpoints\tWhich"
    table.setFocus()
    page(figures).as_table.setChecked(False)
    assert page(figures).charts[0].hasFocus()
    # As a picture it is copied twice as sharp; other colours are taken; where it is narrow the list becomes a choice.
    page(figures).copy.click()
    image = QGuiApplication.clipboard().image()
    assert image.width() >= 2 * page(figures).charts[0].width()
    page(figures).save.click()
    dialog = small_window.findChild(QFileDialog, "export")
    assert isinstance(dialog, QFileDialog)
    path = tmp_path / "realms.svg"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(small_window.room.exports.can_export)
    light = page(figures).charts[0].grab().toImage()
    figures.set_theme(DARK)
    assert page(figures).charts[0].grab().toImage() != light
    assert figures.list.isVisible()
    assert not figures.choice.isVisible()
    small_window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, small_window.panes["figures"])
    small_window.panes["figures"].take_focus()
    QApplication.processEvents()
    assert figures.choice.isVisible()
    assert not figures.list.isVisible()
    chart = page(figures).charts[0].chart
    assert chart is not None
    assert chart.width < 700


def test_charts_grow_with_the_texts(qapp: QApplication, figures: Figures) -> None:
    chart = page(figures).charts[0]
    plain = chart.chart
    assert plain is not None
    large = QFont(qapp.font())
    large.setPixelSize(26)
    qapp.setFont(large)
    figures.resize(figures.width() + 40, figures.height())
    page(figures).refresh()
    QApplication.processEvents()
    assert chart.chart is not None
    assert chart.width() == pytest.approx(2 * chart.chart.width, abs=10)
    spot = chart.chart.spots[0]
    assert chart.place_of(spot).width() == pytest.approx(2 * spot.width, abs=2)
    assert chart.to_chart(chart.from_chart(3.0, 7.0)) == pytest.approx((3.0, 7.0))


def test_figures_of_a_large_map_rest_while_people_type(qtbot: QtBot, program: Program) -> None:
    window = program.open_window(big_project(400))
    window.resize(1366, 768)
    window.actions_of_window["figure.loop"].trigger()
    QApplication.processEvents()
    figures = window.panes["figures"].content
    assert isinstance(figures, Figures)
    view = figures.view("loop")
    assert isinstance(view, FigurePage)
    first, room = view.charts[0].chart, window.room
    card = room.canvas.desk.map.touchpoints[0]
    room.document.apply("write", lambda p: set_touchpoint(p, room.map_id(), [card.id], title="Typed"))
    # A busy machine may take longer over the other events than the figures rest, so these are not worked off here.
    resting = [timer.interval() for timer in figures.findChildren(QTimer) if timer.isActive()]
    assert REST in resting
    assert view.charts[0].chart is first
    qtbot.waitUntil(lambda: view.charts[0].chart is not first)
