from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.model.edits import maps
from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.load import load, open_file
from cjeditor.storage.open_mark import Holder, OpenMark
from cjeditor.storage.recovery import Snapshot
from cjeditor.window.main_window import MainWindow
from cjeditor.window.new_map.dialog import NewDialog
from cjeditor.window.program import Program
from cjeditor.window.recovering.dialog import RecoveryDialog
from cjeditor.window.snapshots import SnapshotKeeper, Snapshots
from tests.builders import small_project
from tests.window.asking import rename
from tests.window.conftest import NOON, Start
from tests.window.dialogues import any_shown, press, shown


def left_behind(snapshots: Snapshots) -> list[Snapshot]:
    """What a later start would find, once the sessions that run now were ended by a crash."""
    snapshots.wait()
    return snapshots.recovery_of("sv_looker").found()


def leave_behind(snapshots: Snapshots, file: Path, title: str = "Crashed", *, path: Path | None = None) -> None:
    """Leave what a killed program leaves: a session's files, and nobody who holds its lock."""
    project, fingerprint = changed(title), None
    if path is not None:
        fingerprint = open_file(path).fingerprint
    recovery = snapshots.recovery_of("sv_crashed")
    recovery.write(project, path, fingerprint)
    assert recovery._lock is not None
    recovery._lock.release()


def changed(title: str) -> Project:
    return maps.set_map(small_project(), "map_1", title=title)


def test_a_snapshot_follows_a_change_after_a_while(qtbot: QtBot, window: MainWindow, snapshots: Snapshots) -> None:
    written: list[tuple[Project, Path | None, Fingerprint | None]] = []
    keeper = SnapshotKeeper(window.room.document, lambda: None, snapshots, "sv_test", window, delay=1)
    keeper._recovery.write = lambda *what: written.append(what)
    rename(window, "One")
    assert written == [], "nobody waits for the disk"
    qtbot.waitUntil(lambda: [project.maps[0].title for project, _, _ in written] == ["One"])
    rename(window, "Two")
    qtbot.waitUntil(lambda: len(written) == 2)


def test_without_a_change_there_is_no_snapshot(window: MainWindow, snapshots: Snapshots) -> None:
    window.room.snapshots.write()
    window.room.snapshots.write_now()
    snapshots.wait()
    assert not list(window.room.snapshots._recovery._own.glob("*.cjmap"))


def test_saving_removes_the_snapshot(window: MainWindow, tmp_path: Path, snapshots: Snapshots) -> None:
    rename(window, "Mine")
    window.room.snapshots.write_now()
    own = window.room.snapshots._recovery._own
    assert (own / "header.json").exists()
    window.room.saving._write(tmp_path / "x.cjmap", None, None)
    snapshots.wait()
    assert not (own / "header.json").exists()


def test_closing_knowingly_without_saving_removes_the_snapshot(
    qtbot: QtBot, program: Program, window: MainWindow, snapshots: Snapshots
) -> None:
    rename(window, "Mine")
    window.room.snapshots.write_now()
    own = window.room.snapshots._recovery._own
    window.close()
    press(shown(qtbot, QMessageBox, "let_go"), "Don’t save")
    snapshots.wait()
    assert not own.exists()


def test_what_was_left_behind_is_offered_and_restored_without_touching_the_file(
    qtbot: QtBot, program: Program, file: Path, start: Start, snapshots: Snapshots
) -> None:
    leave_behind(snapshots, file, path=file)
    before = file.read_bytes()
    start([])
    dialog = shown(qtbot, RecoveryDialog)
    assert "small.cjmap" in dialog.list.item(0).text()
    press(dialog, "Restore")
    (window,) = program.windows
    assert window.room.document.project == changed("Crashed")
    assert window.room.document.path == file
    assert window.isWindowModified()
    assert file.read_bytes() == before
    assert left_behind(snapshots) == [], "it is this session's own snapshot now"
    window.actions_of_window["file.save"].trigger()
    assert load(file).maps[0].title == "Crashed"


def test_a_file_changed_since_the_crash_is_not_written_over_unasked(
    qtbot: QtBot, program: Program, file: Path, start: Start, snapshots: Snapshots
) -> None:
    leave_behind(snapshots, file, path=file)
    file.write_bytes(file.read_bytes().replace(b"A first home", b"Their first home"))
    start([])
    press(shown(qtbot, RecoveryDialog), "Restore")
    program.windows[0].actions_of_window["file.save"].trigger()
    press(shown(qtbot, QMessageBox, "conflict"), "Cancel")
    assert load(file).maps[0].title == "Their first home"


def test_later_offers_it_again_next_time(
    qtbot: QtBot, program: Program, file: Path, start: Start, snapshots: Snapshots
) -> None:
    leave_behind(snapshots, file)
    start([])
    press(shown(qtbot, RecoveryDialog), "Later")
    assert len(left_behind(snapshots)) == 1


@pytest.mark.parametrize("sure", [True, False])
def test_discarding_is_asked_twice(
    qtbot: QtBot, program: Program, file: Path, sure: bool, start: Start, snapshots: Snapshots
) -> None:
    leave_behind(snapshots, file)
    start([])
    press(shown(qtbot, RecoveryDialog), "Discard")
    press(shown(qtbot, QMessageBox, "really_discard"), "Discard" if sure else "Cancel")
    assert any(isinstance(one, RecoveryDialog) for one in any_shown()) is not sure
    if not sure:
        press(shown(qtbot, RecoveryDialog), "Later")
    assert len(left_behind(snapshots)) == (0 if sure else 1)


def test_a_damaged_snapshot_is_said_so_and_stays(
    qtbot: QtBot, program: Program, file: Path, start: Start, snapshots: Snapshots
) -> None:
    leave_behind(snapshots, file)
    (snapshot,) = left_behind(snapshots)
    (snapshot.folder / snapshot.copy).write_bytes(b"{")
    start([])
    press(shown(qtbot, RecoveryDialog), "Restore")
    press(shown(qtbot, QMessageBox), "OK")
    assert len(left_behind(snapshots)) == 1


def test_who_has_the_file_open_is_read_before_what_was_left_behind_is_offered(
    qtbot: QtBot, program: Program, file: Path, start: Start, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    greeted: list[bool] = []
    greet = program._greet

    def watched() -> None:
        greet()
        greeted.append(True)

    monkeypatch.setattr(program, "_greet", watched)
    leave_behind(snapshots, file)
    OpenMark(file, Holder("Ben", "desk", 4711, NOON)).take()
    start([file])
    box = shown(qtbot, QMessageBox, "open_elsewhere")
    qtbot.waitUntil(lambda: bool(greeted))
    assert any_shown() == [box]
    press(box, "Go on")
    press(shown(qtbot, RecoveryDialog), "Later")


def test_without_anything_left_behind_the_templates_are_offered(qtbot: QtBot, program: Program, start: Start) -> None:
    start([])
    shown(qtbot, NewDialog)
    assert not [one for one in any_shown() if isinstance(one, RecoveryDialog)]


def test_a_crash_keeps_the_work_of_all_windows(program: Program, window: MainWindow) -> None:
    second = program.open_window(small_project())
    rename(window, "First")
    rename(second, "Second")
    program.keep_all()
    own = [one.room.snapshots._recovery._own for one in (window, second)]
    assert all((folder / "header.json").exists() for folder in own)


def test_a_title_from_a_file_is_shown_as_typed(
    qtbot: QtBot, program: Program, file: Path, start: Start, snapshots: Snapshots
) -> None:
    recovery = snapshots.recovery_of("sv_crashed")
    recovery.write(maps.set_project(small_project(), title="<img src=x>"), None)
    assert recovery._lock is not None
    recovery._lock.release()
    start([])
    dialog = shown(qtbot, RecoveryDialog)
    assert dialog.list.item(0).text().startswith("<img src=x>\n")


def heading(qtbot: QtBot, dialog: RecoveryDialog) -> str:
    """What is said above the differences, once the work has been read."""
    qtbot.waitUntil(lambda: bool(dialog.look.heading.text() or dialog.look.message.text()))
    return dialog.look.heading.text() or dialog.look.message.text()


def lines(dialog: RecoveryDialog) -> list[str]:
    return [dialog.look.list.item(row).text() for row in range(dialog.look.list.count())]


def test_what_was_left_is_shown_with_what_differs_from_its_file(
    qtbot: QtBot, file: Path, start: Start, snapshots: Snapshots
) -> None:
    leave_behind(snapshots, file, "Crashed <b>", path=file)
    start([])
    dialog = shown(qtbot, RecoveryDialog)
    assert heading(qtbot, dialog) == "1 difference from the file"
    assert lines(dialog) == ["Map “Crashed <b>”: title “A first home” → “Crashed <b>”"]
    assert dialog.look._frame is not None, "and the map as it would be"


def test_a_file_that_was_saved_since_then_is_told_of(
    qtbot: QtBot, file: Path, start: Start, snapshots: Snapshots
) -> None:
    leave_behind(snapshots, file, path=file)
    file.write_bytes(file.read_bytes().replace(b"A first home", b"Their first home"))
    start([])
    dialog = shown(qtbot, RecoveryDialog)
    assert heading(qtbot, dialog).startswith("1 difference from the file\nSomebody has saved the file since then")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("untitled", "This was never saved to a file."),
        ("gone", "It cannot be compared with its file: There is no such file."),
        ("same", "The file holds all of it: nothing differs."),
        ("damaged", "This recovery file is damaged."),
    ],
)
def test_where_nothing_can_be_compared_that_is_said(
    qtbot: QtBot, file: Path, start: Start, snapshots: Snapshots, what: str, said: str
) -> None:
    leave_behind(
        snapshots, file, "A first home" if what == "same" else "Mine", path=None if what == "untitled" else file
    )
    if what == "gone":
        file.unlink()
    if what == "damaged":
        (snapshot,) = left_behind(snapshots)
        (snapshot.folder / snapshot.copy).write_bytes(b'{"format": "cjeditor", ')
    start([])
    dialog = shown(qtbot, RecoveryDialog)
    assert said in heading(qtbot, dialog)
    assert lines(dialog) == []


def test_the_preview_follows_the_choice(qtbot: QtBot, file: Path, start: Start, snapshots: Snapshots) -> None:
    leave_behind(snapshots, file, path=file)
    other = snapshots.recovery_of("sv_other")
    other.write(changed("Untitled work"), None)
    assert other._lock is not None
    other._lock.release()
    start([])
    dialog = shown(qtbot, RecoveryDialog)
    said = {heading(qtbot, dialog)}
    dialog.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: dialog.look.heading.text() not in said)
    said.add(dialog.look.heading.text())
    assert said == {"This was never saved to a file.", "1 difference from the file"}


def test_a_second_start_is_not_offered_what_the_first_one_shows(
    qtbot: QtBot, program: Program, file: Path, start: Start, snapshots: Snapshots
) -> None:
    leave_behind(snapshots, file, path=file)
    start([])
    dialog = shown(qtbot, RecoveryDialog)
    script = (
        "import sys, datetime, pathlib; from cjeditor.storage.recovery import Recovery;"
        "print(len(Recovery(pathlib.Path(sys.argv[1]), 'second', lambda: datetime.datetime.now(datetime.UTC)).found()))"
    )
    folder = str(snapshots.recovery_of("sv_looker")._all)

    def found_by_another() -> str:
        command = [sys.executable, "-c", script, folder]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.strip()

    assert found_by_another() == "0"
    press(dialog, "Later")
    assert found_by_another() == "1"


def test_work_is_restored_where_its_file_was_just_opened(
    qtbot: QtBot, program: Program, file: Path, start: Start, snapshots: Snapshots
) -> None:
    leave_behind(snapshots, file, path=file)
    start([file])
    press(shown(qtbot, RecoveryDialog), "Restore")
    (window,) = program.windows
    assert window.room.document.project == changed("Crashed")
    assert window.isWindowModified()
