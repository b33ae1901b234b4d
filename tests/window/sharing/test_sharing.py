"""Who else has the file open is said, and a change on the disk is heard of while the window is in front."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.model.edits.maps import set_map
from cjeditor.storage import disk
from cjeditor.storage.load import load
from cjeditor.storage.open_mark import Holder, OpenMark
from cjeditor.storage.save import save
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.sharing.watch import DiskWatch
from cjeditor.window.snapshots import Snapshots
from tests.builders import MAP, small_project
from tests.window.asking import ask, rename
from tests.window.dialogues import any_shown, press, shown

SINCE = datetime(2026, 11, 27, 9, 5, tzinfo=UTC)


def by_somebody(file: Path, since: datetime = SINCE) -> OpenMark:
    """Leave the mark of somebody on another machine."""
    mark = OpenMark(file, Holder("<b>Ben</b>", "desk\n4", 4711, since))
    mark.take()
    return mark


def marks(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if each.name.startswith(".~lock")]


@pytest.fixture
def in_delhi(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be where the clock is five hours and a half ahead of the one that marks are written by."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "IST-05:30")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="only there can a program travel")
def test_since_when_is_said_by_the_clock_on_the_wall(
    qtbot: QtBot, window: MainWindow, file: Path, in_delhi: None
) -> None:
    by_somebody(file, since=SINCE.replace(hour=20))
    window.room.files.path_wanted.emit(file)
    box = shown(qtbot, QMessageBox, "open_elsewhere")
    assert "since 28 Nov 2026, 01:35." in box.informativeText()
    press(box, "Go on")


def test_who_has_it_open_is_said_as_plain_text_and_people_go_on(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    by_somebody(file)
    window.room.files.path_wanted.emit(file)
    box = shown(qtbot, QMessageBox, "open_elsewhere")
    assert "<b>Ben</b>" in box.informativeText()
    assert "desk 4" in box.informativeText()
    press(box, "Go on")
    rename(window, "Mine")
    ask(window, "file.save")
    assert load(file).maps[0].title == "Mine"


def test_or_they_work_on_a_copy(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    by_somebody(file)
    window.room.files.path_wanted.emit(file)
    press(shown(qtbot, QMessageBox, "open_elsewhere"), "Work on a copy")
    assert window.room.document.path is None
    assert window.isWindowModified()
    assert window.room.document.project == small_project()


def test_a_mark_lies_there_as_long_as_the_file_is_open(
    qtbot: QtBot, window: MainWindow, file: Path, snapshots: Snapshots, tmp_path: Path
) -> None:
    window.room.files.path_wanted.emit(file)
    snapshots.wait()
    assert marks(file.parent) == [f".~lock.{file.name}#"]
    window.room.saving._save_chosen(tmp_path / "other.cjmap")
    snapshots.wait()
    assert marks(tmp_path) == [".~lock.other.cjmap#"]
    window.close()
    snapshots.wait()
    assert marks(tmp_path) == []
    assert any_shown() == []


@pytest.mark.parametrize("way", ["in place", "put in its place"])
def test_a_change_is_heard_of(qtbot: QtBot, tmp_path: Path, way: str) -> None:
    file = tmp_path / "a.cjmap"
    file.write_bytes(b"one")
    owner = QObject()
    watch = DiskWatch(owner, quiet=1)
    watch.watch(file)
    for content in (b"two", b"three"):
        with qtbot.waitSignal(watch.changed):
            if way == "in place":
                file.write_bytes(content)
            else:
                (tmp_path / "new").write_bytes(content)
                (tmp_path / "new").replace(file)


def test_people_are_asked_when_they_are_not_writing(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    window.room.files.path_wanted.emit(file)
    save(set_map(small_project(), MAP, title="Theirs"), file, expected=None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(shown(qtbot, QMessageBox, "conflict"), "Take theirs")
    assert window.room.document.project.maps[0].title == "Theirs"


def test_who_is_writing_is_told_at_once_and_asked_afterwards(
    qtbot: QtBot, window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.room.files.path_wanted.emit(file)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    sharing, writing = window.room.keeping.sharing, [True]
    monkeypatch.setattr(sharing, "_writing", lambda: writing[0])
    sharing._pause.setInterval(1)
    save(set_map(small_project(), MAP, title="Theirs"), file, expected=None)
    told = "Somebody else changed “small.cjmap”. You will be asked what should become of it."
    qtbot.waitUntil(lambda: window.status.currentMessage() == told)
    assert any_shown() == []
    writing[0] = False
    press(shown(qtbot, QMessageBox, "conflict"), "Cancel")
    assert not sharing._pause.isActive(), "nothing goes on looking"


def test_a_file_that_is_gone_is_said_once(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    window.room.files.path_wanted.emit(file)
    file.unlink()
    told = "“small.cjmap” is no longer on the disk. Saving asks whether to write it again."
    qtbot.waitUntil(lambda: window.status.currentMessage() == told)
    window.status.clearMessage()
    window.room.saving.conflict.look_at_disk()
    assert window.status.currentMessage() == ""
    assert any_shown() == []


def test_a_disk_that_does_not_answer_keeps_nobody_waiting(
    qtbot: QtBot, window: MainWindow, file: Path, snapshots: Snapshots
) -> None:
    by_somebody(file)
    event = threading.Event()

    def wait() -> None:
        event.wait(20)

    snapshots.aside(wait)
    window.room.files.path_wanted.emit(file)
    assert window.room.document.path == file
    assert any_shown() == []
    event.set()
    press(shown(qtbot, QMessageBox, "open_elsewhere"), "Go on")


def test_a_file_that_holds_what_it_held_is_read_once(
    qtbot: QtBot, window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sync clients touch files."""
    window.room.files.path_wanted.emit(file)
    reads: list[Path] = []
    real = disk.read

    def read(path: Path, limit: int) -> tuple[bytes, os.stat_result]:
        reads.extend([path] if path == file else [])
        return real(path, limit)

    monkeypatch.setattr(disk, "read", read)
    os.utime(file, ns=(1, 1))
    for _ in range(3):
        window.room.saving.conflict.look_at_disk()
    assert len(reads) == 1
    assert any_shown() == []


def test_the_mark_goes_with_a_program_that_is_asked_to_end(
    program: Program, window: MainWindow, file: Path, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A request of the system ends the event loop; windows are not closed one by one then."""
    window.room.files.path_wanted.emit(file)
    snapshots.wait()
    assert marks(file.parent)
    monkeypatch.setattr(snapshots, "close", snapshots.wait)  # the window is closed after the test, too
    program.end()
    assert marks(file.parent) == []
