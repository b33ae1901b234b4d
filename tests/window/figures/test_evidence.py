"""The evidence ledger in its pane: what is written there is in the project, and the threshold is one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.lookup import find_card
from cjeditor.model.table import find
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
