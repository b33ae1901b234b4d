"""Earlier versions as people use them: kept at each save, looked at, brought back in one step, named, deleted."""

from __future__ import annotations

import os
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.project import Project
from cjeditor.storage import disk
from cjeditor.storage.history import History, Version, key_of
from cjeditor.storage.load import open_file
from cjeditor.storage.save import dumps
from cjeditor.window.history.dialog import HistoryDialog
from cjeditor.window.history.name_dialog import NameDialog
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.recovering.dialog import RecoveryDialog
from cjeditor.window.snapshots import Snapshots
from tests.builders import MAP, small_project
from tests.window.asking import rename
from tests.window.conftest import NOON, Start
from tests.window.dialogues import press, shown


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a project file as another program wrote it."""
    path = tmp_path / "a.cjmap"
    path.write_bytes(dumps(small_project()).replace(b"\n", b"\r\n"))
    return path


@pytest.fixture
def opened(window: MainWindow, file: Path) -> MainWindow:
    """Return a window with that file."""
    found = open_file(file)
    window.room.show_project(found.project, file, found.fingerprint)
    return window


def versions(window: MainWindow, snapshots: Snapshots) -> list[Version]:
    snapshots.wait()
    return snapshots.history.versions(window.room.keeping.versions.key())


def title(project: Project) -> str:
    return project.maps[0].title


def look_at(qtbot: QtBot, window: MainWindow, row: int = 0) -> HistoryDialog:
    """Open the dialogue and choose a version; it is read before this returns."""
    window.actions_of_window["file.history"].trigger()
    dialog = shown(qtbot, HistoryDialog)
    qtbot.waitUntil(lambda: dialog.list.count() > row)
    dialog.list.setCurrentRow(row)
    qtbot.waitUntil(dialog.bring_back.isEnabled)
    return dialog


def test_the_first_save_keeps_the_file_as_it_was_found_too(
    opened: MainWindow, file: Path, snapshots: Snapshots
) -> None:
    before = file.read_bytes()
    rename(opened, "Mine")
    opened.actions_of_window["file.save"].trigger()
    saved, found = versions(opened, snapshots)
    assert (saved.kind, found.kind) == ("saved", "found")
    assert title(snapshots.history.load(saved)) == "Mine"
    copy = snapshots.history._folder / found.key / f"{found.id}.cjmap"
    assert copy.read_bytes() == before
    rename(opened, "Mine again")
    opened.actions_of_window["file.save"].trigger()
    assert [each.kind for each in versions(opened, snapshots)].count("found") == 1, "what we saved is known"


def test_a_file_that_gives_way_to_save_as_is_kept(opened: MainWindow, tmp_path: Path, snapshots: Snapshots) -> None:
    other = tmp_path / "other.cjmap"
    other.write_bytes(b"somebody's notes")
    opened.room.saving._save_chosen(other)
    assert [each.kind for each in versions(opened, snapshots)] == ["saved", "found"]


def test_a_file_of_an_older_program_is_kept_byte_by_byte_before_it_is_replaced(
    window: MainWindow, tmp_path: Path, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden = Path(__file__).parents[2] / "storage" / "golden" / "version-1.cjmap"
    path = tmp_path / "old.cjmap"
    path.write_bytes(golden.read_bytes())
    window.room.files.path_wanted.emit(path)
    rename(window, "Mine")
    event, at_replacing, real = threading.Event(), [], disk.write

    def wait() -> None:
        event.wait(20)

    def write(target: Path, *arguments: Any, **more: Any) -> os.stat_result:
        if target == path:
            at_replacing.extend(snapshots.history.versions(key_of(path)))
        return real(target, *arguments, **more)

    monkeypatch.setattr(disk, "write", write)
    snapshots.aside(wait)  # other work must not keep it waiting
    window.actions_of_window["file.save"].trigger()
    event.set()
    (found,) = at_replacing
    assert (found.kind, found.title) == ("found", open_file(golden).project.title)
    copy = snapshots.history._folder / found.key / f"{found.id}.cjmap"
    assert copy.read_bytes() == golden.read_bytes()
    assert path.read_bytes() != golden.read_bytes()
    assert [each.kind for each in versions(window, snapshots)] == ["saved", "found"]


def test_a_former_version_that_cannot_be_kept_is_said_and_tried_again(
    qtbot: QtBot, opened: MainWindow, snapshots: Snapshots
) -> None:
    folder = snapshots.history._folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"a file where the folder should be")
    rename(opened, "Mine")
    opened.actions_of_window["file.save"].trigger()
    assert not opened.isWindowModified(), "the work itself is saved"
    assert opened.status.currentMessage().startswith("Saved, but no earlier version could be kept: ")
    opened.status.clearMessage()
    snapshots.wait()
    qtbot.waitUntil(lambda: opened.status.currentMessage().startswith("Saved, but no earlier version"))
    folder.unlink()
    rename(opened, "Once more")
    opened.actions_of_window["file.save"].trigger()
    assert [(each.kind, each.title) for each in versions(opened, snapshots)] == [
        ("saved", "Sample"),
        ("found", "Sample"),
    ]


def test_versions_named_before_there_was_a_file_are_found_from_other_projects(
    qtbot: QtBot, window: MainWindow, file: Path, snapshots: Snapshots
) -> None:
    rename(window, "Draft")
    window.room.keeping.versions.keep_named("Before the vote")
    snapshots.wait()
    found = open_file(file)
    window.room.show_project(found.project, file, found.fingerprint)  # the draft is let go
    window.actions_of_window["file.save"].trigger()
    snapshots.wait()
    assert [each.name for each in versions(window, snapshots)] == ["", ""], "it belongs to no other project"
    dialog = look_at(qtbot, window)
    assert [dialog.of.itemText(row) for row in range(dialog.of.count())] == [
        "This project",
        "Trip, no file, 14 Mar 2026",
    ]
    dialog.of.setCurrentIndex(1)
    qtbot.waitUntil(dialog.copy.isEnabled)
    assert "Before the vote" in dialog.list.item(0).text()
    assert not dialog.bring_back.isEnabled(), "there is no place for it on screen"
    dialog.of.setCurrentIndex(0)
    qtbot.waitUntil(dialog.bring_back.isEnabled)


def test_two_versions_of_one_minute_show_their_seconds(
    qtbot: QtBot, opened: MainWindow, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = opened.room.keeping.versions
    for second in (5, 40, 70):
        monkeypatch.setattr(snapshots.history, "_clock", lambda second=second: NOON + timedelta(seconds=second))
        snapshots.history.keep(keeper.key(), small_project(), None, name=str(second))
    dialog = look_at(qtbot, opened)
    times = [dialog.list.item(row).text().split("\n")[0].split(", ")[-1] for row in range(dialog.list.count())]
    assert [time.count(":") for time in times] == [1, 2, 2]
    assert [time[-2:] for time in times[1:]] == ["40", "05"]


def test_one_is_brought_back_in_one_step_that_undo_takes_back(
    qtbot: QtBot, opened: MainWindow, snapshots: Snapshots
) -> None:
    document = opened.room.document
    opened.actions_of_window["file.save"].trigger()
    document.apply("Edit", lambda p: set_touchpoint(p, MAP, ["tp_a"], title="Reworded", emotion=-2))
    versions(opened, snapshots)
    dialog = look_at(qtbot, opened)
    lines = [dialog.look.list.item(row).text() for row in range(dialog.look.list.count())]
    assert lines == [
        "Touchpoint 1 “Reworded”: title “Advert” → “Reworded”",
        "Touchpoint 1 “Reworded”: emotion +1 → −2",
    ]
    qtbot.mouseClick(dialog.bring_back, Qt.MouseButton.LeftButton)
    assert document.project == small_project()
    document.undo_stack.undo()
    assert document.project.maps[0].touchpoints[0].title == "Reworded"


def test_one_is_opened_as_a_copy(qtbot: QtBot, program: Program, opened: MainWindow, snapshots: Snapshots) -> None:
    rename(opened, "Kept")
    opened.actions_of_window["file.save"].trigger()
    rename(opened, "Later")
    versions(opened, snapshots)
    dialog = look_at(qtbot, opened)
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert title(opened.room.document.project) == "Later"
    other = next(window for window in program.windows if window is not opened)
    assert title(other.room.document.project) == "Kept"
    assert other.room.document.path is None


def test_a_version_is_named_before_the_project_has_a_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, snapshots: Snapshots
) -> None:
    rename(window, "Draft")
    window.actions_of_window["file.name_version"].trigger()
    dialog = shown(qtbot, NameDialog)
    assert not dialog.keep.isEnabled()
    qtbot.keyClicks(dialog.name, "  Before the vote ")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    (named,) = versions(window, snapshots)
    assert (named.name, named.path) == ("Before the vote", None)
    window.room.saving._save_chosen(tmp_path / "first.cjmap")
    assert [each.name for each in versions(window, snapshots)] == ["", "Before the vote"]


def test_names_are_changed_in_the_dialogue(qtbot: QtBot, opened: MainWindow, snapshots: Snapshots) -> None:
    opened.actions_of_window["file.save"].trigger()
    versions(opened, snapshots)
    dialog = look_at(qtbot, opened)
    qtbot.keyClicks(dialog.name, "Approved & final")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert versions(opened, snapshots)[0].name == "Approved & final"
    qtbot.waitUntil(lambda: "Approved & final" in dialog.list.item(0).text())


def test_deleting_asks_first(qtbot: QtBot, opened: MainWindow, snapshots: Snapshots) -> None:
    opened.actions_of_window["file.save"].trigger()
    count = len(versions(opened, snapshots))
    dialog = look_at(qtbot, opened)
    for answer, left in (("Cancel", count), ("Delete", count - 1)):
        qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
        press(shown(qtbot, QMessageBox), answer)
        assert len(versions(opened, snapshots)) == left
        qtbot.waitUntil(lambda left=left: dialog.list.count() == left)


def test_a_damaged_one_says_so_and_cannot_be_brought_back(
    qtbot: QtBot, opened: MainWindow, snapshots: Snapshots
) -> None:
    opened.actions_of_window["file.save"].trigger()
    saved = versions(opened, snapshots)[0]
    (snapshots.history._folder / saved.key / f"{saved.id}.cjmap").write_bytes(b"{")
    opened.actions_of_window["file.history"].trigger()
    dialog = shown(qtbot, HistoryDialog)
    qtbot.waitUntil(lambda: dialog.look.message.text().startswith("This earlier version is damaged."))
    assert not dialog.bring_back.isEnabled()


def test_without_versions_the_dialogue_says_how_they_come(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_of_window["file.history"].trigger()
    dialog = shown(qtbot, HistoryDialog)
    qtbot.waitUntil(lambda: "at each save" in dialog.look.message.text())
    assert not dialog.delete.isEnabled()


def test_a_version_from_before_the_map_on_screen(qtbot: QtBot, opened: MainWindow, snapshots: Snapshots) -> None:
    opened.actions_of_window["file.save"].trigger()
    opened.actions_of_window["map.duplicate"].trigger()
    versions(opened, snapshots)
    shown_map = opened.room.map_id()
    dialog = look_at(qtbot, opened)
    qtbot.mouseClick(dialog.bring_back, Qt.MouseButton.LeftButton)
    assert opened.room.map_id() != shown_map
    assert opened.room.document.project == small_project()
    opened.room.document.undo_stack.undo()
    assert len(opened.room.document.project.maps) == len(small_project().maps) + 1


def test_the_dialogue_opens_at_once_however_long_the_list_takes(
    qtbot: QtBot, opened: MainWindow, snapshots: Snapshots
) -> None:
    opened.actions_of_window["file.save"].trigger()
    versions(opened, snapshots)
    event = threading.Event()

    def wait() -> None:
        event.wait(20)

    snapshots.aside(wait)
    opened.actions_of_window["file.history"].trigger()
    dialog = shown(qtbot, HistoryDialog)
    assert dialog.look.message.text() == "Looking for earlier versions…"
    assert not dialog.delete.isEnabled()
    event.set()
    qtbot.waitUntil(dialog.bring_back.isEnabled)
    assert dialog.look.message.isHidden()


def test_only_the_version_that_is_looked_at_is_read(
    qtbot: QtBot, opened: MainWindow, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        rename(opened, f"Number {number}")
        opened.actions_of_window["file.save"].trigger()
    versions(opened, snapshots)
    dialog = look_at(qtbot, opened)
    event, real, read = threading.Event(), snapshots.history.load, []

    def wait() -> None:
        event.wait(20)

    def load(version: Version) -> Project:
        read.append(version.id)
        return real(version)

    monkeypatch.setattr(snapshots.history, "load", load)
    snapshots.aside(wait)
    for row in range(1, 6):
        dialog.list.setCurrentRow(row)
    event.set()
    qtbot.waitUntil(dialog.bring_back.isEnabled)
    assert len(read) == 1
    assert dialog.look.maps.itemText(0) == "Number 0"


def test_a_version_without_a_map_is_brought_back_with_one(
    qtbot: QtBot, opened: MainWindow, snapshots: Snapshots
) -> None:
    keeper = opened.room.keeping.versions
    snapshots.history.keep(keeper.key(), Project(title="Nothing yet"), None, name="Empty")
    dialog = look_at(qtbot, opened)
    qtbot.mouseClick(dialog.bring_back, Qt.MouseButton.LeftButton)
    assert opened.room.document.project.title == "Nothing yet"
    assert len(opened.room.document.project.maps) == 1
    opened.room.document.undo_stack.undo()
    assert opened.room.document.project == small_project()


def test_names_given_before_a_crash_come_with_what_is_restored(
    qtbot: QtBot, start: Start, snapshots: Snapshots
) -> None:
    recovery = snapshots.recovery_of("sv_crashed")
    recovery.write(small_project(), None)
    snapshots.history.keep("sv_crashed", small_project(), None, name="Before the vote")
    assert recovery._lock is not None
    recovery._lock.release()
    window = start([])
    press(shown(qtbot, RecoveryDialog), "Restore")
    assert [each.name for each in versions(window, snapshots)] == ["Before the vote"]


def test_two_programs_name_versions_of_one_file(
    qtbot: QtBot, opened: MainWindow, snapshots: Snapshots, file: Path
) -> None:
    other = History(snapshots.history._folder, lambda: NOON)
    opened.room.keeping.versions.keep_named("Mine")
    other.keep(opened.room.keeping.versions.key(), small_project(), file, name="Theirs")
    assert {each.name for each in versions(opened, snapshots)} == {"Mine", "Theirs"}
    theirs = next(each for each in versions(opened, snapshots) if each.name == "Theirs")
    dialog = look_at(qtbot, opened)
    other.delete(theirs)
    row = next(row for row in range(dialog.list.count()) if "Theirs" in dialog.list.item(row).text())
    dialog.list.setCurrentRow(row)
    if row == 0:  # it was read already, before it went
        dialog.compared.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.look.message.text().startswith("This earlier version is damaged."))
    assert not dialog.bring_back.isEnabled()
