"""Who else has the file open is said, and a change on the disk is heard of while the window is in front."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.model.edits.maps import set_map
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
    mark = OpenMark(file, Holder("<b>Ben</b>", "desk\n4", 4711, since), lambda: datetime.now(UTC))
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
    busy = [True]
    owner = QObject()
    watch = DiskWatch(lambda: busy[0], owner, quiet=1, again=1)
    watch.watch(file)
    for content in (b"two", b"three"):
        busy[0] = True
        with qtbot.assertNotEmitted(watch.changed, wait=60):  # it keeps asking until people have time
            if way == "in place":
                file.write_bytes(content)
            else:
                (tmp_path / "new").write_bytes(content)
                (tmp_path / "new").replace(file)
        with qtbot.waitSignal(watch.changed):
            busy[0] = False


def test_people_are_asked_when_they_are_not_writing(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    window.room.files.path_wanted.emit(file)
    sharing = window.room.keeping.sharing
    save(set_map(small_project(), MAP, title="Theirs"), file, expected=None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not sharing._busy()
    press(shown(qtbot, QMessageBox, "conflict"), "Take theirs")
    assert window.room.document.project.maps[0].title == "Theirs"


def test_the_mark_goes_with_a_program_that_is_asked_to_end(
    program: Program, window: MainWindow, file: Path, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A request of the system ends the event loop; windows are not closed one by one then."""
    window.room.files.path_wanted.emit(file)
    assert marks(file.parent)
    monkeypatch.setattr(snapshots, "close", snapshots.wait)  # the window is closed after the test, too
    program.end()
    assert marks(file.parent) == []
