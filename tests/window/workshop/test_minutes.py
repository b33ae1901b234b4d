"""The minutes from the menu: asked for, written as people choose, and the names kept in the project."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.window.main_window import MainWindow
from cjeditor.window.workshop.agenda import Agenda
from cjeditor.window.workshop.minutes_dialog import MinutesDialog
from tests.window.dialogues import shown as shown_dialog
from tests.window.workshop.conftest import Clock


@pytest.mark.parametrize("suffix", ["pdf", "md"])
def test_minutes_of_a_workshop_that_was_run(
    qtbot: QtBot, shown: MainWindow, agenda: Agenda, clock: Clock, tmp_path: Path, suffix: str
) -> None:
    agenda.ask_for_plan("one-hour")
    timer = shown.room.timer
    timer.start()
    for _ in range(14):
        clock.go_on(240)
        timer.next_step()
    shown.actions_of_window["file.minutes"].trigger()
    dialog = shown_dialog(qtbot, MinutesDialog)
    assert dialog.title.text() == "Workshop: Trip"
    assert dialog.options().date == "2026-11-27"
    qtbot.keyClicks(dialog.participants, "Ada")
    qtbot.keyClick(dialog.participants, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.participants, " Grace  Hopper")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    chooser = shown_dialog(qtbot, QFileDialog)
    path = tmp_path / f"minutes.{suffix}"
    chooser.fileSelected.emit(str(path))
    chooser.close()
    written = shown_dialog(qtbot, QMessageBox)
    assert written.property("path") == str(path)
    written.close()
    assert path.stat().st_size > 500
    if suffix == "md":
        text = path.read_text(encoding="utf-8")
        assert "| 1 | Welcome and aim | 3 min | 09:00–09:04 | 4 min |" in text
        assert "- Grace Hopper" in text
    assert shown.room.document.project.settings.participants == "Ada\nGrace Hopper"
    shown.actions_of_window["file.minutes"].trigger()
    again = shown_dialog(qtbot, MinutesDialog)
    assert again.options().participants == ("Ada", "Grace Hopper")
    again.close()


def test_the_file_is_proposed_beside_the_project(qtbot: QtBot, shown: MainWindow, tmp_path: Path) -> None:
    shown.room.document.mark_saved(tmp_path / "trip.cjmap")
    shown.actions_of_window["file.minutes"].trigger()
    dialog = shown_dialog(qtbot, MinutesDialog)
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    chooser = shown_dialog(qtbot, QFileDialog)
    assert Path(chooser.directory().absolutePath()) == tmp_path
    chooser.close()
    dialog.close()


def test_the_step_that_is_on_goes_on_in_the_minutes(
    qtbot: QtBot, shown: MainWindow, agenda: Agenda, clock: Clock, tmp_path: Path
) -> None:
    agenda.ask_for_plan("one-hour")
    shown.room.timer.start()
    clock.go_on(240)
    shown.actions_of_window["file.minutes"].trigger()
    dialog = shown_dialog(qtbot, MinutesDialog)
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    chooser = shown_dialog(qtbot, QFileDialog)
    path = tmp_path / "minutes.md"
    chooser.fileSelected.emit(str(path))
    chooser.close()
    shown_dialog(qtbot, QMessageBox).close()
    text = path.read_text(encoding="utf-8")
    assert "since 09:00 | so far 4 min |" in text
    assert "it has taken 4 min so far, from 09:00" in text


def test_without_times_the_day_is_today(qtbot: QtBot, shown: MainWindow) -> None:
    shown.actions_of_window["file.minutes"].trigger()
    dialog = shown_dialog(qtbot, MinutesDialog)
    assert dialog.options().date == "2026-11-27"
    before = shown.room.document.project
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert shown.room.document.project is before
