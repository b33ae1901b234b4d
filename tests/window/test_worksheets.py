"""Worksheets from the menu: what is asked for is what is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cjeditor.export.parts import WORKSHEET_KEYS
from cjeditor.window.main_window import MainWindow
from cjeditor.window.worksheets_dialog import WorksheetsDialog
from tests.export import reading
from tests.window.dialogues import press, shown


def test_sheets_are_written_as_asked_for(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.actions_of_window["file.worksheets"].trigger()
    dialog = shown(qtbot, WorksheetsDialog)
    assert dialog.options().parts == WORKSHEET_KEYS
    assert dialog.path().name.endswith(" – Worksheets.pdf")
    create = next(one for one in dialog.findChildren(QPushButton) if "PDF" in one.text())
    for box in dialog.sheets.values():
        box.setChecked(False)
    assert not create.isEnabled()
    assert not dialog.notes.isEnabled()  # there is no grid
    dialog.sheets["grid"].setChecked(True)
    dialog.sheets["run-sheet"].setChecked(True)
    dialog.paper.setCurrentIndex(dialog.paper.findData("A1"))
    assert "A4" in dialog.paper_hint.text()
    dialog.notes.setCurrentIndex(dialog.notes.findData(51))
    dialog.file.setText(str(tmp_path / "sheets"))
    press(dialog, "Create PDF")
    qtbot.waitUntil(window.room.exports.can_export, timeout=60_000)
    press(shown(qtbot, QMessageBox, "written"), "Close")
    path = tmp_path / "sheets.pdf"
    sizes = [round(width) for width, _ in reading.page_sizes(path)]
    assert (sizes[0], sizes[-1]) == (2384, 842)
    assert "51 mm" in reading.texts_of(path)[0]
    assert [title for level, title, _ in reading.outline(path) if level == 0] == ["Grid for the wall", "Run sheet"]
