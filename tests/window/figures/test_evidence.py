"""The evidence ledger in its pane: what is written there is in the project, and the threshold is one's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.lookup import find_card
from cjeditor.model.table import find
from cjeditor.window.figures.ledger import Ledger, LedgerColumn, LedgerRow
from cjeditor.window.figures.pane import Figures
from cjeditor.window.figures.views.evidence import EvidencePage
from cjeditor.window.main_window import MainWindow


def card(window: MainWindow, card_id: str) -> Touchpoint | Note:
    found = find_card(window.room.document.project.maps[0], card_id)
    assert found is not None
    return found


def test_the_ledger_is_written_in_and_the_threshold_set(small_window: MainWindow) -> None:
    small_window.actions_of_window["figure.evidence"].trigger()
    QApplication.processEvents()
    pane = small_window.panes["figures"].content
    assert isinstance(pane, Figures)
    page = pane.view("evidence")
    assert isinstance(page, EvidencePage)
    ledger, stack = page.list.ledger, small_window.room.document.undo_stack
    rows = {row.record: at for at, row in enumerate(ledger.rows)}
    assert len(rows) == 3 + 7
    assert ledger.rows[0].cells[:3] == ("Phase 1 Need", "1 Need", "Not said")

    page.list.setFocus()
    page.list.setCurrentIndex(ledger.index(rows["tp_a"], 2))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    choice = next(one for one in page.list.findChildren(QComboBox) if one.isVisible())
    assert choice.accessibleName() == "Evidence"
    choice.setCurrentText("Quantitative")
    choice.activated.emit(choice.currentIndex())
    QApplication.processEvents()
    assert card(small_window, "tp_a").evidence == "quantitative"
    ledger.setData(ledger.index(rows["nt_a"], 3), "Interviews <b>(n = 8)</b>")
    ledger.setData(ledger.index(rows["nt_a"], 4), "2026-10-31")
    ledger.setData(ledger.index(rows["nt_a"], 5), "Ask five people")
    note = card(small_window, "nt_a")
    assert (note.evidence_source, note.evidence_date, note.test_idea) == (
        "Interviews <b>(n = 8)</b>",
        "2026-10-31",
        "Ask five people",
    )
    before = stack.count()
    assert not ledger.setData(ledger.index(0, 2), "Hearsay"), "not among the choices"
    ledger.setData(ledger.index(rows["nt_a"], 4), "some day")
    assert card(small_window, "nt_a").evidence_date == "2026-10-31"
    assert stack.count() == before
    ledger.setData(ledger.index(0, 2), "Anecdotal")
    phase = find(small_window.room.document.project.maps[0].phases, "ph_a")
    assert phase is not None
    assert phase.evidence == "anecdotal"

    page.shown.setCurrentIndex(1)
    page.shown.activated.emit(1)
    assert len(ledger.rows) == 6
    assert "is a hypothesis" in page.says.text()
    corner = small_window.room.canvas.corner
    assert "14%" in corner.accessibleDescription()
    page.threshold.setValue(10)
    QApplication.processEvents()
    assert small_window.room.document.project.settings.hypothesis_below == 10
    assert "is a hypothesis" not in page.says.text()
    assert corner.accessibleDescription() == ""


def test_keys_of_the_clipboard_mean_the_cell(qtbot: QtBot) -> None:
    ledger = Ledger("Sources", (LedgerColumn("source", "Source", 200),))
    qtbot.addWidget(ledger)
    ledger.show_rows([LedgerRow("tp_a", ("Interviews",))])
    ledger.setCurrentIndex(ledger.ledger.index(0, 0))
    wanted: list[tuple[str, str, str]] = []
    ledger.ledger.wanted.connect(lambda *each: wanted.append(each))
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, control)
        asked.ignore()
        QApplication.sendEvent(ledger, asked)
        assert asked.isAccepted(), "the map does not get it"
    QTest.keyClick(ledger, Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text() == "Interviews"
    QGuiApplication.clipboard().setText("Survey\nof May")
    QTest.keyClick(ledger, Qt.Key.Key_V, control)
    QTest.keyClick(ledger, Qt.Key.Key_Delete)
    QTest.keyClick(ledger, Qt.Key.Key_X, control)
    assert wanted == [("tp_a", "source", "Survey of May"), ("tp_a", "source", ""), ("tp_a", "source", "")]


def test_the_cell_with_the_keys_is_in_sight_and_the_heads_stay(qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    ledger = Ledger("Sources", (LedgerColumn("source", "Source", 200),))
    column = QVBoxLayout(page)
    column.addSpacing(600)
    column.addWidget(ledger)
    ledger.show_rows([LedgerRow(f"tp_{at}", (str(at),)) for at in range(60)])
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(400, 500)
    area.show()
    ledger.setCurrentIndex(ledger.ledger.index(0, 0))
    for _press in range(50):
        QTest.keyClick(ledger, Qt.Key.Key_Down)
    cell = ledger.visualRect(ledger.currentIndex())
    assert ledger.currentIndex().row() == 50
    assert ledger.viewport().rect().contains(cell)
    assert area.viewport().rect().contains(ledger.viewport().mapTo(area.viewport(), cell.center()))
    assert ledger.height() < area.viewport().height()
