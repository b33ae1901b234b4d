"""Worksheets from the menu: what is asked for is what is shown and written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.export.options import OwnSize
from cjeditor.export.parts import WORKSHEET_KEYS
from cjeditor.window.main_window import MainWindow
from cjeditor.window.worksheets.choices import Choices, kept, to_keep
from cjeditor.window.worksheets.dialog import WorksheetsDialog
from tests.export import reading
from tests.window.dialogues import press, shown


def opened(qtbot: QtBot, window: MainWindow) -> WorksheetsDialog:
    window.actions_of_window["file.worksheets"].trigger()
    dialog = shown(qtbot, WorksheetsDialog)
    settle(qtbot, dialog)
    return dialog


def settle(qtbot: QtBot, dialog: WorksheetsDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.preview.work.is_busy, timeout=20_000)


def chapters(dialog: WorksheetsDialog) -> list[str]:
    return list(dict.fromkeys(dialog.preview.view._captions))


def test_sheets_are_shown_and_written_as_asked_for(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = opened(qtbot, window)
    choice, create = dialog.choice, dialog._create
    assert dialog.options().parts == WORKSHEET_KEYS
    assert dialog.path().name.endswith(" – Worksheets.pdf")
    assert len(chapters(dialog)) == len(WORKSHEET_KEYS)
    for box in choice.sheets.values():
        box.click()
    assert not create.isEnabled()
    assert dialog.message.isVisible(), "why it is not"
    assert "Tick the sheets" in dialog.message.text()
    assert dialog.preview.view.count == 0, "nothing of before is shown"
    assert not choice.notes.isEnabled(), "there is no grid"
    assert not choice.participants.isEnabled(), "nobody gets a sheet"
    for key in ("grid", "emotion-strips", "run-sheet"):
        choice.sheets[key].click()
    assert create.isEnabled()
    assert not dialog.message.isVisible()
    paper = choice.papers.paper
    paper.setCurrentIndex(paper.findData("A1"))
    assert "A4" in choice.hint.text()
    choice.notes.setCurrentIndex(choice.notes.findData(51))
    settle(qtbot, dialog)
    unnamed = chapters(dialog), dialog.preview.view.count
    number = choice.participants
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "12")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter only takes the number"
    assert dialog.options().participants == 12
    settle(qtbot, dialog)
    assert chapters(dialog) == ["Grid for the wall", "Emotion strips", "Run sheet"] == unnamed[0]
    pages = dialog.preview.view.count
    assert pages > unnamed[1], "twelve strips need more paper than six"
    dialog.file.setText(str(tmp_path / "sheets"))
    press(dialog, "Create PDF")
    qtbot.waitUntil(window.room.exports.can_export, timeout=60_000)
    press(shown(qtbot, QMessageBox, "written"), "Close")
    path = tmp_path / "sheets.pdf"
    sizes = [round(width) for width, _ in reading.page_sizes(path)]
    assert (sizes[0], sizes[-1], len(sizes)) == (2384, 842, pages)
    assert "51 mm" in reading.texts_of(path)[0]
    again = opened(qtbot, window)
    assert again.options().parts == ("grid", "emotion-strips", "run-sheet")
    assert (again.options().paper, again.options().note_size, again.options().participants) == ("A1", 51, None)
    again.reject()


def test_what_is_remembered_comes_back_and_is_sensible_where_it_is_damaged() -> None:
    chosen = Choices(("grid", "ballot"), "500x700", landscape=False, note_size=76)
    assert kept(to_keep(chosen)) == chosen
    assert kept({}) == Choices()
    assert kept({"sheets": 5, "paper": "1x1", "note_size": 60, "landscape": None}) == Choices()


def test_paper_of_a_size_of_its_own_is_taken(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    papers = dialog.choice.papers
    papers.paper.setCurrentIndex(papers.paper.findData("own"))
    papers.width_mm.setValue(300)
    papers.height_mm.setValue(500)
    settle(qtbot, dialog)
    assert dialog.options().paper == OwnSize(300, 500)
    width, height = dialog.preview.view._sizes[0]
    assert (round(width), round(height)) == (850, 1417)
    dialog.reject()
