from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QTextEdit
from pytestqt.qtbot import QtBot

from cjeditor.model.project import Asset
from cjeditor.model.replace import replace
from cjeditor.storage.load import load
from cjeditor.storage.save import dumps
from cjeditor.window.crash import CrashWatch
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.new_map.dialog import NewDialog
from cjeditor.window.program import Program
from cjeditor.window.snapshots import Snapshots
from tests.builders import small_project
from tests.window.asking import ask, rename
from tests.window.conftest import Start
from tests.window.dialogues import any_shown, choose_file, press, shown


def test_the_first_window_offers_the_templates(qtbot: QtBot, program: Program, start: Start) -> None:
    start([])
    dialog = shown(qtbot, NewDialog)
    dialog.templates.choose("five-phases")
    dialog.title.setText("By train & boat")
    press(dialog, "Create")
    (window,) = program.windows
    qtbot.waitUntil(lambda: len(window.room.document.project.maps[0].phases) == 5)
    assert window.windowTitle() == "By train & boat[*] – cjeditor"
    assert not window.isWindowModified()


def test_a_file_given_at_start_is_opened(qtbot: QtBot, program: Program, file: Path, start: Start) -> None:
    start([file])
    (window,) = program.windows
    assert window.room.document.project == small_project()
    assert window.room.document.path == file
    assert window.windowTitle() == "small.cjmap[*] – cjeditor"
    QApplication.processEvents()
    assert any_shown() == []


def test_open_replaces_what_nobody_would_miss(qtbot: QtBot, program: Program, window: MainWindow, file: Path) -> None:
    ask(window, "file.open")
    choose_file(qtbot, file, "open")
    assert program.windows == (window,)
    assert window.room.document.project == small_project()
    assert window.room.canvas.map_id == "map_1"


def test_open_leaves_work_alone_and_takes_a_new_window(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path
) -> None:
    rename(window, "Mine")
    ask(window, "file.open")
    choose_file(qtbot, file, "open")
    first, second = program.windows
    assert first.room.document.project.maps[0].title == "Mine"
    assert second.room.document.path == file


def test_a_file_that_is_open_is_brought_forward(qtbot: QtBot, program: Program, window: MainWindow, file: Path) -> None:
    window.room.files.path_wanted.emit(file)
    rename(window, "Mine")
    window.room.files.path_wanted.emit(file.parent / "." / file.name)
    assert program.windows == (window,)
    assert window.room.document.project.maps != small_project().maps, "it was not read again over the changes"


@pytest.mark.parametrize(
    "content", [b"not json", b"{}", b"", b'{"format":"cjeditor-project","version":99}', b"\xff\xfe"]
)
def test_a_bad_file_leaves_the_map_as_it_was(
    qtbot: QtBot, program: Program, window: MainWindow, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "<b>bad.cjmap"
    bad.write_bytes(content)
    rename(window, "Mine")
    before = window.room.document.project
    window.room.files.path_wanted.emit(bad)
    box = shown(qtbot, QMessageBox)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "<b>bad.cjmap" in box.text()
    assert "<b>bad.cjmap" not in box.informativeText(), "said already"
    assert box.informativeText().endswith(".")
    press(box, "OK")
    assert program.windows == (window,)
    assert window.room.document.project is before
    assert bad.read_bytes() == content


def test_where_a_file_is_damaged_is_said_in_words_of_people(
    qtbot: QtBot, program: Program, window: MainWindow, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.cjmap"
    good = dumps(small_project()).decode()
    title = small_project().maps[0].title
    assert good.count('"emotion":1') == 1
    bad.write_text(good.replace('"emotion":1', '"emotion":7'), encoding="utf-8")
    window.room.files.path_wanted.emit(bad)
    box = shown(qtbot, QMessageBox, "not_opened")
    assert box.text() == "“bad.cjmap” was not opened."
    assert box.informativeText().startswith(f"Map “{title}” › Touchpoint “Advert” › emotion:\n")
    assert "tp_a" not in box.informativeText()
    press(box, "OK")
    bad.write_text(good.replace('"emotion":1', '"emotion":7').replace('"emotion":-2', '"emotion":-9'), encoding="utf-8")
    window.room.files.path_wanted.emit(bad)
    box = shown(qtbot, QMessageBox, "not_opened")
    assert box.informativeText() == "2 problems were found in it:"
    field = box.findChild(QTextEdit)
    assert field is not None
    assert field.isVisible()
    assert "Touchpoint “Advert” › emotion" in field.toPlainText()
    assert "Touchpoint “Search” › emotion" in field.toPlainText()
    press(box, "OK")


def test_a_file_that_is_not_there_is_said_so(
    qtbot: QtBot, program: Program, window: MainWindow, tmp_path: Path
) -> None:
    window.room.files.path_wanted.emit(tmp_path / "gone.cjmap")
    press(shown(qtbot, QMessageBox), "OK")
    assert window.room.document.path is None


def test_files_can_be_dropped_onto_the_window(qtbot: QtBot, program: Program, window: MainWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/x.cjmap")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier))
    assert window.room.document.path == file


def test_dropped_files_are_copied_from_where_they_lie_and_never_moved(program: Program, window: MainWindow) -> None:
    """A file manager that proposes to move would delete its file once we agreed."""
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/x.cjmap"), QUrl.fromLocalFile("/no/such/file.cjmap")])
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    entered = QDragEnterEvent(QPoint(5, 5), both, data, left, shift)
    assert entered.proposedAction() == Qt.DropAction.MoveAction
    window.dragEnterEvent(entered)
    assert entered.isAccepted()
    assert entered.dropAction() == Qt.DropAction.CopyAction
    window.dropped.disconnect()
    dropped = QDropEvent(QPointF(5, 5), both, data, left, shift)
    window.dropEvent(dropped)
    assert dropped.dropAction() == Qt.DropAction.CopyAction


# ---------------------------------------------------------------------------------------------------------- closing
def test_a_clean_window_closes_without_a_question(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    with qtbot.waitSignal(program.ended):
        ask(window, "file.close")
    assert any_shown() == []


def test_closing_with_unsaved_work_can_be_cancelled(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    rename(window, "Mine")
    window.close()
    box = shown(qtbot, QMessageBox, "let_go")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert program.windows == (window,)
    assert window.isVisible()


def test_closing_without_saving_loses_it_knowingly(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path
) -> None:
    window.room.files.path_wanted.emit(file)
    rename(window, "Mine")
    window.close()
    with qtbot.waitSignal(program.ended):
        press(shown(qtbot, QMessageBox, "let_go"), "Don’t save")
    assert load(file) == small_project()


def test_closing_with_saving_saves_first(qtbot: QtBot, program: Program, window: MainWindow, file: Path) -> None:
    window.room.files.path_wanted.emit(file)
    rename(window, "Mine")
    window.close()
    with qtbot.waitSignal(program.ended):
        press(shown(qtbot, QMessageBox, "let_go"), "Save")
    assert load(file).maps[0].title == "Mine"


def test_closing_a_project_without_file_asks_for_one_and_goes_on(
    qtbot: QtBot, program: Program, window: MainWindow, tmp_path: Path
) -> None:
    rename(window, "Mine")
    window.close()
    press(shown(qtbot, QMessageBox, "let_go"), "Save")
    with qtbot.waitSignal(program.ended):
        choose_file(qtbot, tmp_path / "new.cjmap", "save")
    assert load(tmp_path / "new.cjmap").maps[0].title == "Mine"


def test_closing_goes_not_on_when_saving_fails(
    qtbot: QtBot, program: Program, window: MainWindow, tmp_path: Path
) -> None:
    rename(window, "Mine")
    window.close()
    press(shown(qtbot, QMessageBox, "let_go"), "Save")
    choose_file(qtbot, tmp_path / "no" / "new.cjmap", "save")
    press(shown(qtbot, QMessageBox, "save_failed"), "Cancel")
    assert program.windows == (window,)


def question_of(qtbot: QtBot, window: MainWindow) -> QMessageBox:
    """Return the window's own question whether to save."""
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox, "let_go")))
    return next(box for box in window.findChildren(QMessageBox, "let_go") if box.isVisible())


def test_quitting_asks_each_window_and_a_cancel_ends_it(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    rename(window, "Mine")
    second = program.open_window(small_project())
    rename(second, "Second")
    ask(second, "file.quit")
    press(question_of(qtbot, second), "Don’t save")
    press(question_of(qtbot, window), "Cancel")
    assert program.windows == (window, second)
    assert [one.isVisible() and one.isWindowModified() for one in program.windows] == [True, True]
    # What was answered then does not count any more.
    ask(window, "file.quit")
    press(question_of(qtbot, second), "Don’t save")
    with qtbot.waitSignal(program.ended):
        press(question_of(qtbot, window), "Don’t save")


def test_what_is_changed_while_another_window_is_asked_is_asked_about_again(
    qtbot: QtBot, program: Program, window: MainWindow
) -> None:
    rename(window, "Mine")
    second = program.open_window(small_project())
    rename(second, "Second")
    ask(second, "file.quit")
    press(question_of(qtbot, second), "Don’t save")
    first_question = question_of(qtbot, window)
    rename(second, "Second thoughts")
    press(first_question, "Don’t save")
    press(question_of(qtbot, second), "Cancel")
    assert program.windows == (window, second)


# ---------------------------------------------------------------------------------------------------------- windows
def test_several_windows_hold_a_document_each(qtbot: QtBot, program: Program, window: MainWindow, house: House) -> None:
    second = program.open_window(small_project())
    rename(second, "Second")
    assert window.room.document.project.maps[0].title == "Trip"
    assert not window.isWindowModified()
    assert house.windows.windows == (window, second)
    second.room.document.undo_stack.undo()
    second.close()
    qtbot.waitUntil(lambda: house.windows.windows == (window,))


def test_recent_files_are_offered_and_missing_ones_greyed(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path, house: House
) -> None:
    house.preferences.remember_file(file.parent / "gone & away.cjmap")
    window.room.files.path_wanted.emit(file)
    menu = window.room.recent.menu
    window.room.recent.fill()
    entries = [action for action in menu.actions() if action.data()]
    assert [action.isEnabled() for action in entries] == [True, False]
    assert "gone && away.cjmap" in entries[1].text()
    rename(window, "Mine")
    with qtbot.waitSignal(window.room.files.path_wanted) as wanted:
        entries[0].trigger()
    assert wanted.args == [file]
    menu.actions()[-1].trigger()
    window.room.recent.fill()
    assert house.preferences.recent_files == []


def test_files_dropped_onto_the_map_reach_the_window(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    # Qt asks the part under the pointer, then those round it, until one takes the event.
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, plain)
    window.room.canvas.event(enter)
    assert not enter.isAccepted(), "the canvas takes text only"
    for part in (window.room.canvas.view.viewport(), window.room.contents.blocks):
        assert not part.acceptDrops(), "it would keep the files from the window"
        QApplication.sendEvent(part, enter)
        assert enter.isAccepted(), part
        enter.ignore()
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, plain))
    assert window.room.document.path == file


def test_a_file_with_a_damaged_picture_is_opened_without_it(
    qtbot: QtBot, program: Program, start: Start, file: Path
) -> None:
    project = small_project()
    picture = Asset(id="as_a", sha256=sha256(b"hallo").hexdigest(), media_type="image/png", data="aGFsbG8=")
    personas = (replace(project.personas[0], portrait=picture.sha256), *project.personas[1:])
    whole = dumps(replace(project, personas=personas, assets=(picture,)))
    damaged = whole.replace(b"aGFsbG8=", b"aGFsbGE=")
    file.write_bytes(damaged)
    start([file])
    (window,) = program.windows
    box = shown(qtbot, QMessageBox, "pictures_lost")
    assert box.text() == "“small.cjmap” was opened without a picture that is damaged in the file."
    assert f"The persona “{personas[0].name}” has lost its portrait." in box.informativeText()
    box.accept()
    assert window.room.document.project == project
    assert window.isWindowModified()
    assert file.read_bytes() == damaged
    ask(window, "file.save")
    assert load(file) == project
    assert not window.isWindowModified()
    file.write_bytes(damaged)
    other = program.open_window(project)
    window.close()
    other.room.files.path_wanted.emit(file)
    shown(qtbot, QMessageBox, "pictures_lost").accept()
    assert program.windows[-1].isWindowModified()


def test_quitting_closes_clean_windows_last(qtbot: QtBot, program: Program, window: MainWindow) -> None:
    rename(window, "Mine")
    second = program.open_window(small_project())
    ask(second, "file.quit")
    press(shown(qtbot, QMessageBox, "let_go"), "Cancel")
    assert program.windows == (window, second)


def test_a_stack_that_dies_at_the_end_tells_nobody(
    qtbot: QtBot, house: House, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The windows of this test are closed after the end, which needs the snapshots once more.
    monkeypatch.setattr(snapshots, "close", lambda: None)
    program = Program(house, snapshots, CrashWatch(lambda: None))
    window = program.open_window(small_project())
    stack = window.room.document.undo_stack
    program.end()
    assert stack.signalsBlocked()
    window.close()
    qtbot.waitUntil(lambda: program.windows == ())
    monkeypatch.undo()
    snapshots.close()


def test_what_was_refused_at_the_start_is_not_covered_by_templates(
    qtbot: QtBot, start: Start, program: Program, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.cjmap"
    bad.write_bytes(b"{ half")
    start([bad])
    box = shown(qtbot, QMessageBox, "not_opened")
    program._greet()
    assert any_shown() == [box]
    press(box, "OK")
