"""The funnel's form: counts are typed, refused, undone and read from files; phases are put into stages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.window.figures.figure_page import FigurePage
from cjeditor.window.figures.funnel.form import FunnelForm
from cjeditor.window.figures.funnel.importing import FunnelImport
from cjeditor.window.figures.pane import Figures
from cjeditor.window.main_window import MainWindow

# The platform without a screen cannot bring windows forward and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def counts(window: MainWindow) -> dict[tuple[str | None, str], int]:
    return {(one.map, one.stage): one.count for one in window.room.document.project.funnel}


def test_the_funnel_is_typed_read_and_mapped(small_window: MainWindow, tmp_path: Path) -> None:
    room = small_window.room
    small_window.actions_of_window["figure.funnel"].trigger()
    QApplication.processEvents()
    figures = small_window.panes["figures"].content
    assert isinstance(figures, Figures)
    page = figures.view("funnel")
    assert isinstance(page, FigurePage)
    form, file = page.findChild(FunnelForm), page.findChild(FunnelImport)
    assert isinstance(form, FunnelForm)
    assert isinstance(file, FunnelImport)
    # The small project has one count, of the whole project; typing is one step of undo.
    assert form.owner.currentData() == "project"
    assert form.counts["leads"].edit.text() == "120"
    steps = room.document.undo_stack.count()
    QTest.keyClicks(form.counts["customers"].edit, "30")
    QApplication.processEvents()
    assert counts(small_window) == {(None, "leads"): 120, (None, "customers"): 30}
    assert "from Leads to Customers: 25% go on" in page.says.text()
    assert room.document.undo_stack.count() == steps + 1
    # What is no count stays in its field, and is said there; saving goes there and says it, too.
    QTest.keyClicks(form.counts["suspects"].edit, "lots")
    assert "not a number" in form.counts["suspects"].problem()
    assert not room.finish_editing()
    assert "Suspects: “lots” is not a number" in small_window.status.currentMessage()
    # Hidden it holds up nothing: the value from before stands again, and that is said.
    small_window.actions_of_window["figure.risks"].trigger()
    assert "Suspects: “lots” could not be read" in small_window.status.currentMessage()
    form.counts["suspects"].edit.setText("put back by something else")
    assert room.finish_editing()
    small_window.actions_of_window["figure.funnel"].trigger()
    assert form.counts["suspects"].edit.text() == ""
    # Thousands are read as in a file; of what is refused no letter stays.
    leads = form.counts["leads"].edit
    leads.selectAll()
    QTest.keyClicks(leads, "12.500")
    assert counts(small_window)[None, "leads"] == 12_500
    QTest.keyClicks(leads, ".1")
    assert counts(small_window)[None, "leads"] == 120
    QApplication.processEvents()
    assert leads.text() == "12.500.1"
    QTest.keyClicks(form.day.edit, "2026-12-99")
    assert {one.date for one in room.document.project.funnel} == {""}
    assert room.document.undo_stack.count() == steps + 1
    small_window.panes["figures"].close()
    assert room.finish_editing()
    small_window.actions_of_window["figure.funnel"].trigger()
    assert leads.text() == "120"
    # The map may have counts of its own; the file says which column is meant, and what is left out.
    form.owner.setCurrentIndex(0)
    form.owner.activated.emit(0)
    assert form.counts["leads"].edit.text() == ""
    path = tmp_path / "funnel.csv"
    path.write_text("Stage;2024;2025\nSuspects;900;1.000\nLeads;90;x\nBots;1;1\n", encoding="utf-8")
    file.read(path)
    assert not file.take.isEnabled()
    file.column.setCurrentIndex(2)
    assert "Leads: “x” is no whole number of people" in file.says.text()
    assert "1 row names no stage and is left out: “Bots”" in file.says.text()
    # What becomes of stages that are not in the file is said; date and source are asked for.
    unusable = "Without a usable count: Leads. Their counts "
    missing = "Not in the file: Prospects, Customers, Returning customers. Their counts "
    for start in (unusable, missing):
        assert start + "are taken away." in file.says.text()
    file.keep.click()
    for start in (unusable, missing):
        assert start + "stay, with their own date and source." in file.says.text()
    file.keep.click()
    QTest.keyClicks(file.day.edit, "soon")
    QTest.mouseClick(file.take, Qt.MouseButton.LeftButton)
    assert file.isVisible()
    file.day.edit.setText("2026-11-01")
    QTest.mouseClick(file.take, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    own = [one for one in room.document.project.funnel if one.map == "map_1"]
    assert [(one.stage, one.count, one.date, one.source) for one in own] == [
        ("suspects", 1000, "2026-11-01", "funnel.csv")
    ]
    assert not file.isVisible()
    file.read(tmp_path / "none.csv")
    assert "could not be read" in file.says.text()
    # A phase is put into a stage; undo takes everything back.
    room.canvas.selection.choose("phases", ["ph_c"])
    assert "Use" in form.stage.accessibleName()
    form.stage.setCurrentIndex(form.stage.findData("returning"))
    form.stage.activated.emit(form.stage.currentIndex())
    assert next(one for one in room.canvas.desk.map.phases if one.id == "ph_c").funnel_stage == "returning"
    while room.document.undo_stack.canUndo():
        room.document.undo_stack.undo()
    QApplication.processEvents()
    assert counts(small_window) == {(None, "leads"): 120}
