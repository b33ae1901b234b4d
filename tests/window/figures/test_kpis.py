"""The table of KPIs: written in by keys, sorted, filtered, added from ready questions; each change is one step."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cjeditor import texts
from cjeditor.layout.charts.chart import Subject
from cjeditor.model.cards import Kpi
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.window.figures.kpi_rows import cells, meant, shown_rows
from cjeditor.window.figures.pane import Figures
from cjeditor.window.figures.views.kpis import KpiPage
from cjeditor.window.main_window import MainWindow
from tests.builders import MAP, small_project

# The platform without a screen cannot bring windows forward and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_KPIS = (
    Kpi(id="kp_b", name="Leads", target=50.0, actual=40.0, better="higher"),
    Kpi(id="kp_c", name="answers", unit="days", actual=4.0),
)


def opened(window: MainWindow) -> KpiPage:
    window.room.document.apply("kpis", lambda p: set_phase(p, MAP, "ph_a", kpis=_KPIS))
    window.actions_of_window["figure.kpis"].trigger()
    QApplication.processEvents()
    return cast(KpiPage, cast(Figures, window.panes["figures"].content).view("kpis"))


def project(window: MainWindow) -> Project:
    return window.room.document.project


def names(page: KpiPage) -> list[str]:
    return [row.cells[0] for row in page.list.ledger.rows]


def write(page: KpiPage, record: str, column: int, text: str) -> None:
    at = next(at for at, row in enumerate(page.list.ledger.rows) if row.record == record)
    page.list.setCurrentIndex(page.list.ledger.index(at, column))
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    field = next(one for one in page.list.findChildren(QLineEdit) if one.isVisible())
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_the_table_of_kpis(small_window: MainWindow) -> None:
    page = opened(small_window)
    assert names(page) == ["NPS", "Leads", "answers", "NPS", "NPS", "Visits"]
    assert page.list.isVisible()

    # Written in by keys, with a comma; what is no number changes nothing.
    write(page, "kp_b", 1, "55,5")
    write(page, "kp_b", 6, "31.3.2024")
    write(page, "kp_c", 1, "soon")
    phase = project(small_window).maps[0].phases[0]
    assert (phase.kpis[0].actual, phase.kpis[0].date, phase.kpis[1].actual) == (55.5, "2024-03-31", 4.0)
    page.list.ledger.wanted.emit("kp_c", "better", "Lower")
    page.list.ledger.wanted.emit("kp_c", "status", "Planned")
    kpi = project(small_window).maps[0].phases[0].kpis[1]
    assert (kpi.better, kpi.status) == ("lower", "planned")
    small_window.actions_of_window["edit.undo"].trigger()
    assert project(small_window).maps[0].phases[0].kpis[1].status == ""

    # An NPS is computed: nothing of it is written here.
    nps = next(at for at, row in enumerate(page.list.ledger.rows) if row.record.startswith("sv_"))
    index = page.list.ledger.index(nps, 1)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not page.list.ledger.setData(index, "9")

    # Sorted by actual, the largest first, and found by a word; what has no value comes last.
    page.list.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    shown = [row.cells[1] for row in page.list.ledger.rows]
    assert shown[0] == "55.5"
    assert shown[-1] == ""
    page.list.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    QTest.keyClicks(page.search, "LEAD")
    assert names(page) == ["Leads"]
    page.search.clear()
    page.shown.setCurrentIndex(3)
    page.shown.activated.emit(3)
    assert names(page) == ["Visits"]

    # A click leads to the place.
    page.list.record_wanted.emit("kp_a")
    assert list(small_window.room.canvas.selection.ids) == ["tp_d"]

    # A ready question goes to what is chosen on the map; deleted, and back by undo.
    page.add_button.menu().actions()[2].trigger()
    added = project(small_window).maps[0].touchpoints[3].kpis[-1]
    assert (added.name, added.unit, added.better) == ("Length of the customer relationship", "years", "higher")
    assert page.shown.currentIndex() == 0
    current = page.list.currentIndex()
    assert page.list.ledger.rows[current.row()].record == added.id
    QTest.keyClick(page.delete_button, Qt.Key.Key_Return)
    assert len(project(small_window).maps[0].touchpoints[3].kpis) == 1
    small_window.actions_of_window["edit.undo"].trigger()
    assert project(small_window).maps[0].touchpoints[3].kpis[-1] == added

    # All maps; a map without phases has no place for a KPI.
    small_window.actions_of_window["map.next"].trigger()
    QApplication.processEvents()
    assert names(page) == []
    page.add()
    assert names(page) == []
    page.shown.setCurrentIndex(4)
    page.shown.activated.emit(4)
    assert "Leads" in names(page)
    page.list.record_wanted.emit("kp_b")
    assert small_window.room.map_id() == MAP
    assert list(small_window.room.canvas.selection.ids) == ["ph_a"]


def test_a_figure_below_nought_has_a_real_minus_that_can_be_typed_again() -> None:
    words = texts.of("de")
    made = set_phase(small_project(), MAP, "ph_a", kpis=(Kpi(id="kp_b", actual=-50.5),))
    subject = Subject(made, map_of(made, MAP), words)
    shown = cells(shown_rows(subject, 0, "", -1, down=False), subject)
    said = next(row.cells[1] for row in shown if row.record == "kp_b")
    assert said == "−50,5"
    assert meant("actual", said, words) == -50.5
