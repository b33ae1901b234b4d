"""One line through all floors: template, window, a drag with real mouse events, save, reopen, PDF."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.model.lookup import ordered_steps
from cjeditor.storage.load import load
from cjeditor.window.handout.dialog import HandoutDialog
from cjeditor.window.main_window import MainWindow
from cjeditor.window.new_map.dialog import NewDialog
from cjeditor.window.program import Program
from tests.window.conftest import Start
from tests.window.dialogues import choose_file, press, shown


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    """Send a mouse event with its global place, as a window system does."""
    where = QPointF(at)
    event = QMouseEvent(kind, where, QPointF(widget.mapToGlobal(at)), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Drag with the left button, in several moves."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    mouse(widget, QEvent.Type.MouseMove, start, none, none)
    mouse(widget, QEvent.Type.MouseButtonPress, start, left, left)
    for part in range(1, 9):
        mouse(widget, QEvent.Type.MouseMove, start + (end - start) * part / 8, none, left)
    mouse(widget, QEvent.Type.MouseButtonRelease, end, left, none)


def test_from_template_to_paper(qtbot: QtBot, program: Program, tmp_path: Path, start: Start) -> None:
    start([])
    (window,) = program.windows
    window.resize(1400, 860)
    dialog = shown(qtbot, NewDialog)
    dialog.title.setText("A first home")
    press(dialog, "Create")
    project = window.room.document.project
    assert len(project.maps[0].phases) == 9

    # A touchpoint typed into the focused cell, then dragged two columns to the right.
    window.actions_of_window["card.touchpoint"].trigger()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClicks(QApplication.focusWidget(), "Second child")
    assert window.room.canvas.finish_editing()
    (touchpoint,) = window.room.document.project.maps[0].touchpoints
    assert touchpoint.title == "Second child"
    steps = ordered_steps(window.room.document.project.maps[0])
    view = window.room.canvas.view
    boxes = window.room.canvas.desk.arrangement
    card, column = boxes.cards[touchpoint.id], boxes.columns[2]
    start = view.mapFromScene(QPointF(card.x + card.width / 2, card.y + card.height / 2))
    end = view.mapFromScene(QPointF(column.x + column.width / 2, card.y + card.height / 2))
    drag(view.viewport(), start, end)
    (moved,) = window.room.document.project.maps[0].touchpoints
    assert moved.step == steps[2].id
    assert moved.id == touchpoint.id

    window.actions_of_window["file.save"].trigger()
    file = tmp_path / "home.cjmap"
    choose_file(qtbot, file, "save")
    assert load(file) == window.room.document.project

    second = reopened(program, window, file)
    assert second.room.document.project == load(file)

    pdf = tmp_path / "home.pdf"
    second.actions_of_window["file.handout"].trigger()
    handout = shown(qtbot, HandoutDialog)
    handout.file.setText(str(pdf))
    press(handout, "Create PDF")
    press(shown(qtbot, QMessageBox, "written"), "Close")
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "Second child" in text
    assert "A first home" in text


def reopened(program: Program, window: MainWindow, file: Path) -> MainWindow:
    """Close the window and open the file in another."""
    second = program.open_window(program._blank())
    window.close()
    second.room.files.path_wanted.emit(file)
    return second
