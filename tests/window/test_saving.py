from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.storage.load import load
from cjeditor.storage.save import save
from cjeditor.window import file_conflict
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.snapshots import Snapshots
from tests.builders import small_project
from tests.window.asking import ask, rename
from tests.window.dialogues import any_shown, choose_file, press, shown


def test_save_asks_for_a_file_once(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    rename(window, "A trip: to/where?")
    assert window.isWindowModified()
    ask(window, "file.save")
    dialog = shown(qtbot, QFileDialog, "save")
    assert Path(dialog.selectedFiles()[0]).name == "Trip.cjmap"
    target = tmp_path / "trip[*].cjmap"
    choose_file(qtbot, target, "save")
    assert load(target) == window.room.document.project
    assert not window.isWindowModified()
    assert window.windowTitle() == "trip[*][*].cjmap[*] – cjeditor"
    assert window.status.saved.text() == "Saved 12:00"
    rename(window, "Another")
    ask(window, "file.save")
    assert any_shown() == []
    assert load(target).maps[0].title == "Another"


def test_save_as_moves_to_the_new_file_and_save_a_copy_does_not(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path, tmp_path: Path
) -> None:
    window.room.files.path_wanted.emit(file)
    rename(window, "Changed")
    ask(window, "file.save_copy")
    suggested = shown(qtbot, QFileDialog, "save_copy").selectedFiles()
    assert suggested == [str(file.with_name(f"{file.stem} (copy).cjmap"))]
    choose_file(qtbot, tmp_path / "copy.cjmap", "save_copy")
    assert window.room.document.path == file
    assert window.isWindowModified()
    assert load(tmp_path / "copy.cjmap") == window.room.document.project
    ask(window, "file.save_as")
    choose_file(qtbot, tmp_path / "other.cjmap", "save")
    assert window.room.document.path == tmp_path / "other.cjmap"
    assert not window.isWindowModified()
    assert load(file) == small_project()


@pytest.mark.parametrize(("row_id", "dialog"), [("file.save_as", "save"), ("file.save_copy", "save_copy")])
def test_a_file_that_another_window_shows_is_not_written_over(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path, row_id: str, dialog: str
) -> None:
    window.room.files.path_wanted.emit(file)
    before = file.read_bytes()
    other = program.open_window(small_project())
    rename(other, "Other")
    ask(other, row_id)
    choose_file(qtbot, file, dialog)
    press(shown(qtbot, QMessageBox, "open_elsewhere"), "OK")
    assert other.room.document.path is None
    assert file.read_bytes() == before


def test_a_save_that_fails_says_why_and_offers_another_place(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    rename(window, "Mine")
    ask(window, "file.save")
    choose_file(qtbot, tmp_path / "no" / "such" / "x.cjmap", "save")
    box = shown(qtbot, QMessageBox, "save_failed")
    assert window.isWindowModified()
    press(box, "Save as…")
    choose_file(qtbot, tmp_path / "x.cjmap", "save")
    assert load(tmp_path / "x.cjmap").maps[0].title == "Mine"


@pytest.mark.parametrize("name", ["trip", "Version 1.2", "trip.json", "Trip.CJMAP"])
def test_a_file_gets_its_suffix_whatever_was_typed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str, snapshots: Snapshots
) -> None:
    for row_id, dialog in (("file.save_as", "save"), ("file.save_copy", "save_copy")):
        (tmp_path / dialog).mkdir()
        ask(window, row_id)
        choose_file(qtbot, tmp_path / dialog / name, dialog)
        snapshots.wait()
        (written,) = (each for each in (tmp_path / dialog).iterdir() if not each.name.startswith(".~lock."))
        assert written.name == (name if name == "Trip.CJMAP" else f"{name}.cjmap")
        assert load(written) == window.room.document.project
    assert window.room.document.path is not None
    assert window.room.document.path.parent.name == "save"


def test_a_file_that_the_suffix_leads_to_is_not_replaced_unasked(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    ask(window, "file.save_as")
    choose_file(qtbot, file.with_suffix(""), "save")
    press(shown(qtbot, QMessageBox, "replace"), "Cancel")
    assert load(file) == small_project()
    assert window.room.document.path is None
    ask(window, "file.save_as")
    choose_file(qtbot, file.with_suffix(""), "save")
    press(shown(qtbot, QMessageBox, "replace"), "Replace")
    assert load(file) == window.room.document.project
    assert window.room.document.path == file


@pytest.mark.parametrize(
    ("row_id", "dialog", "again"),
    [("file.save_as", "save", "Save as…"), ("file.save_copy", "save_copy", "Save a copy…")],
    ids=["save-as", "copy"],
)
@pytest.mark.parametrize(
    "name", ["x" * 300 + ".cjmap", "no/such/folder.cjmap", "a\0b.cjmap"], ids=["long", "gone", "nul"]
)
def test_a_name_that_cannot_be_is_said_so_and_another_place_offered(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, row_id: str, dialog: str, again: str, name: str
) -> None:
    rename(window, "Mine")
    ask(window, row_id)
    choose_file(qtbot, tmp_path / name, dialog)
    box = shown(qtbot, QMessageBox, "save_failed")
    assert box.informativeText()
    assert window.isWindowModified()
    press(box, again)
    choose_file(qtbot, tmp_path / "x.cjmap", dialog)
    assert load(tmp_path / "x.cjmap").maps[0].title == "Mine"
    assert window.isWindowModified() == (dialog == "save_copy"), "a copy is another file"


def test_a_folder_that_vanished_is_said_so_and_the_dialogue_opens_elsewhere(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, snapshots: Snapshots
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    ask(window, "file.save_as")
    choose_file(qtbot, folder / "x.cjmap", "save")
    snapshots.wait()
    shutil.rmtree(folder)
    rename(window, "Mine")
    ask(window, "file.save")
    box = shown(qtbot, QMessageBox, "save_failed")
    assert window.isWindowModified()
    press(box, "Save as…")
    dialog = shown(qtbot, QFileDialog, "save")
    assert Path(dialog.directory().absolutePath()).is_dir()
    assert dialog.selectedFiles()[0].endswith("/x.cjmap")
    choose_file(qtbot, tmp_path / "y.cjmap", "save")
    assert load(tmp_path / "y.cjmap").maps[0].title == "Mine"


# ------------------------------------------------------------------------------------------------ changed elsewhere
def change_on_disk(file: Path) -> bytes:
    data = file.read_bytes().replace(b"A first home", b"Their first home")
    file.write_bytes(data)
    return data


def test_a_file_that_somebody_changed_is_not_written_over_unasked(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path
) -> None:
    window.room.files.path_wanted.emit(file)
    rename(window, "Mine")
    theirs = change_on_disk(file)
    ask(window, "file.save")
    box = shown(qtbot, QMessageBox, "conflict")
    assert file.read_bytes() == theirs
    press(box, "Keep mine")
    assert load(file).maps[0].title == "Mine"
    assert not window.isWindowModified()


def test_theirs_can_be_taken(qtbot: QtBot, program: Program, window: MainWindow, file: Path) -> None:
    window.room.files.path_wanted.emit(file)
    change_on_disk(file)
    window.room.saving.conflict.look_at_disk()
    rename(window, "An hour of work")
    press(shown(qtbot, QMessageBox, "conflict"), "Take theirs")
    assert window.room.document.project.maps[0].title == "Their first home"
    assert not window.isWindowModified()
    window.room.saving.conflict.look_at_disk()
    assert any_shown() == []
    window.room.document.undo_stack.undo()
    assert window.room.document.project.maps[0].title == "An hour of work", "mine is a step away"
    assert window.isWindowModified()


def test_mine_can_be_kept_until_the_next_save(qtbot: QtBot, program: Program, window: MainWindow, file: Path) -> None:
    window.room.files.path_wanted.emit(file)
    theirs = change_on_disk(file)
    window.room.saving.conflict.look_at_disk()
    press(shown(qtbot, QMessageBox, "conflict"), "Keep mine")
    assert file.read_bytes() == theirs
    assert window.isWindowModified()
    ask(window, "file.save")
    assert load(file) == small_project()


def test_keeping_mine_is_about_the_change_that_was_seen(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path
) -> None:
    window.room.files.path_wanted.emit(file)
    change_on_disk(file)
    window.room.saving.conflict.look_at_disk()
    press(shown(qtbot, QMessageBox, "conflict"), "Keep mine")
    window.room.saving.conflict.look_at_disk()
    assert any_shown() == [], "it was answered"
    third = file.read_bytes().replace(b"Their first home", b"Once more changed")
    file.write_bytes(third)
    ask(window, "file.save")
    box = shown(qtbot, QMessageBox, "conflict")
    assert file.read_bytes() == third
    press(box, "Keep mine")
    assert load(file) == small_project()
    assert not window.isWindowModified()


def test_a_file_that_changes_while_the_question_stands_is_asked_about_again(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path
) -> None:
    window.room.files.path_wanted.emit(file)
    rename(window, "Mine")
    change_on_disk(file)
    ask(window, "file.save")
    first = shown(qtbot, QMessageBox, "conflict")
    third = file.read_bytes().replace(b"Their first home", b"Once more changed")
    file.write_bytes(third)
    press(first, "Keep mine")
    assert file.read_bytes() == third
    press(shown(qtbot, QMessageBox, "conflict"), "Keep mine")
    assert load(file).maps[0].title == "Mine"


def test_keeping_mine_writes_over_nothing_that_could_not_be_read(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the moment of the question the disk did not answer: what lies there was seen by nobody."""
    window.room.files.path_wanted.emit(file)
    theirs = change_on_disk(file)
    with monkeypatch.context() as patch:
        patch.setattr(file_conflict, "seen_at", nothing_seen)
        window.room.saving.conflict.look_at_disk()
        press(shown(qtbot, QMessageBox, "conflict"), "Keep mine")
        ask(window, "file.save")
        shown(qtbot, QMessageBox, "conflict")
    press(shown(qtbot, QMessageBox, "conflict"), "Keep mine")
    assert file.read_bytes() == theirs
    press(shown(qtbot, QMessageBox, "conflict"), "Keep mine")
    assert load(file) == small_project()


def nothing_seen(path: Path) -> None:
    del path


def test_a_name_that_would_read_otherwise_is_spelled_out(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "map\u202epamjc.cjmap"
    save(small_project(), file, expected=None)
    window.room.files.path_wanted.emit(file)
    assert window.windowTitle() == "map[U+202E]pamjc.cjmap[*] – cjeditor"
    rename(window, "Mine")
    window.room.files.ask_to_let_go(qtbot.stop)
    box = shown(qtbot, QMessageBox, "let_go")
    assert box.text() == "Save the changes to “map[U+202E]pamjc.cjmap”?"
    press(box, "Cancel")
    window.room.recent.fill()
    entries = [action.text() for action in window.room.recent.menu.actions()]
    assert any("map[U+202E]pamjc.cjmap" in text for text in entries)


def test_a_copy_can_be_saved_instead(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path, tmp_path: Path
) -> None:
    window.room.files.path_wanted.emit(file)
    rename(window, "Mine")
    theirs = change_on_disk(file)
    ask(window, "file.save")
    press(shown(qtbot, QMessageBox, "conflict"), "Save a copy…")
    choose_file(qtbot, tmp_path / "mine.cjmap", "save_copy")
    assert load(tmp_path / "mine.cjmap").maps[0].title == "Mine"
    assert file.read_bytes() == theirs


def test_a_cancelled_question_is_not_asked_again_for_the_same_change(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path
) -> None:
    window.room.files.path_wanted.emit(file)
    change_on_disk(file)
    window.room.saving.conflict.look_at_disk()
    press(shown(qtbot, QMessageBox, "conflict"), "Cancel")
    window.room.saving.conflict.look_at_disk()
    assert any_shown() == []


def test_a_file_that_is_gone_is_written_again_after_asking(
    qtbot: QtBot, program: Program, window: MainWindow, file: Path
) -> None:
    window.room.files.path_wanted.emit(file)
    rename(window, "Mine")
    file.unlink()
    ask(window, "file.save")
    press(shown(qtbot, QMessageBox, "conflict"), "Keep mine")
    assert load(file).maps[0].title == "Mine"
