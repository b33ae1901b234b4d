"""Snapshots of unsaved work: the latest stands whatever is done in which order, and those that fail are spoken of."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from cjeditor.model.problem import Problem
from cjeditor.storage.recovery import Recovery
from cjeditor.window import snapshots as module
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.snapshots import SnapshotKeeper, Snapshots
from tests.builders import small_project
from tests.window.asking import ask, rename


@pytest.fixture
def keeper(window: MainWindow) -> SnapshotKeeper:
    return window.room.snapshots


@pytest.fixture
def held(snapshots: Snapshots) -> Iterator[threading.Event]:
    """Hold up all that is asked for until the event is set."""
    event = threading.Event()

    def wait() -> None:
        event.wait(20)

    snapshots.soon(wait)
    yield event
    event.set()


def kept(keeper: SnapshotKeeper, snapshots: Snapshots) -> str | None:
    """The title of the map in the snapshot that a start would find if the program died now; None without one."""
    recovery = keeper._recovery
    if recovery._lock is None or not (recovery._own / "header.json").exists():
        return None
    recovery._lock.release()
    (snapshot,) = snapshots.recovery_of("sv_looker").found()
    title = snapshots.recovery_of("sv_looker").load(snapshot).maps[0].title
    assert recovery._lock.acquire()
    return title


def test_two_seconds_after_a_change_it_is_written_beside_the_gui_thread(
    qtbot: QtBot, window: MainWindow, keeper: SnapshotKeeper, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert module.DELAY == 2_000
    threads: list[str] = []
    write = keeper._recovery.write

    def watched(*args: Any) -> None:
        threads.append(threading.current_thread().name)
        write(*args)

    monkeypatch.setattr(keeper._recovery, "write", watched)
    rename(window, "Mine")
    assert keeper._timer.isActive()
    assert keeper._timer.interval() == module.DELAY
    began = keeper._timer.remainingTime()
    qtbot.wait(20)
    rename(window, "Mine again")
    assert keeper._timer.remainingTime() < began, "someone who never pauses gets snapshots, too"
    keeper._timer.setInterval(1)
    qtbot.waitUntil(lambda: bool(threads))
    snapshots.wait()
    assert threads[0].startswith("snapshots")
    assert threads[0] != threading.main_thread().name
    assert kept(keeper, snapshots) == "Mine again"


def test_what_waits_does_not_replace_what_was_written_at_once(
    window: MainWindow, keeper: SnapshotKeeper, snapshots: Snapshots, held: threading.Event
) -> None:
    rename(window, "Before")
    keeper.write()
    rename(window, "After")
    keeper.write_now()
    held.set()
    snapshots.wait()
    assert kept(keeper, snapshots) == "After"


def test_a_save_that_is_cleared_up_after_late_takes_no_later_snapshot(
    window: MainWindow, keeper: SnapshotKeeper, snapshots: Snapshots, held: threading.Event, tmp_path: Path
) -> None:
    window.room.saving._save_chosen(tmp_path / "a.cjmap")
    rename(window, "After")
    keeper.write_now()
    held.set()
    snapshots.wait()
    assert kept(keeper, snapshots) == "After"


def test_nothing_that_takes_long_holds_a_snapshot_up(
    window: MainWindow, keeper: SnapshotKeeper, snapshots: Snapshots
) -> None:
    event = threading.Event()

    def wait() -> None:
        event.wait(20)

    snapshots.aside(wait)
    rename(window, "Meanwhile")
    keeper.write()
    snapshots._worker.submit(int).result(20)
    assert kept(keeper, snapshots) == "Meanwhile"
    event.set()


def test_one_window_whose_work_cannot_be_kept_does_not_harm_the_others(
    program: Program, window: MainWindow, snapshots: Snapshots
) -> None:
    other = program.open_window(small_project())
    for each in (window, other):
        rename(each, "Mine")
    window.room.snapshots._recovery._own.parent.mkdir(exist_ok=True)
    window.room.snapshots._recovery._own.write_bytes(b"a file where the folder should be")
    program.keep_all()
    assert kept(other.room.snapshots, snapshots) == "Mine"


def test_a_snapshot_that_fails_is_tried_again_and_said_once(
    qtbot: QtBot, window: MainWindow, keeper: SnapshotKeeper, monkeypatch: pytest.MonkeyPatch, snapshots: Snapshots
) -> None:
    monkeypatch.setattr(module, "RETRY", 1)
    own = keeper._recovery._own
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(b"a file where the folder should be")
    said: list[Problem | None] = []
    hints: list[str] = []
    keeper.failing.connect(said.append)
    window.room.keeping.hint.connect(hints.append)
    warning = window.room.keeping.warning
    rename(window, "Mine")
    keeper.write()
    qtbot.waitUntil(lambda: keeper._failures > module.PATIENCE + 1)
    assert [problem.code for problem in said if problem] == ["folder-gone"]
    assert len(hints) == 1
    assert "crash" in hints[0]
    assert not warning.isHidden()
    assert window.isWindowModified(), "the work goes on"
    rename(window, "And on")
    own.unlink()
    qtbot.waitUntil(lambda: said[-1] is None)
    snapshots.wait()
    assert warning.isHidden()
    assert kept(keeper, snapshots) == "And on"


def test_saving_ends_the_warning(window: MainWindow, keeper: SnapshotKeeper, tmp_path: Path) -> None:
    rename(window, "Mine")
    for _ in range(module.PATIENCE):
        keeper._note_failed(Problem("no-space"))
    assert not window.room.keeping.warning.isHidden()
    window.room.saving._save_chosen(tmp_path / "a.cjmap")
    assert window.room.keeping.warning.isHidden()
    assert keeper.problem is None


def test_a_warning_stays_in_another_language(
    qtbot: QtBot, program: Program, window: MainWindow, keeper: SnapshotKeeper
) -> None:
    for _ in range(module.PATIENCE):
        keeper._note_failed(Problem("no-space"))
    program._refurnishing.speak("de")
    qtbot.waitUntil(lambda: window.room.saving._words.language == "de")
    assert not window.room.keeping.warning.isHidden()
    assert "Platz" in window.room.keeping.warning.toolTip()


def test_a_save_works_while_snapshots_and_versions_fail(
    window: MainWindow, keeper: SnapshotKeeper, snapshots: Snapshots, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Recovery, "_begin", fail)
    monkeypatch.setattr(snapshots.history, "_make_folder", fail)
    rename(window, "Mine")
    keeper.write()
    window.room.saving._save_chosen(tmp_path / "a.cjmap")
    snapshots.wait()
    assert not window.isWindowModified()
    rename(window, "Later")
    ask(window, "file.save")
    assert b"Later" in (tmp_path / "a.cjmap").read_bytes()


def test_a_folder_that_was_tidied_away_is_made_again(
    window: MainWindow, keeper: SnapshotKeeper, snapshots: Snapshots
) -> None:
    rename(window, "Mine")
    keeper.write_now()
    for entry in sorted(keeper._recovery._own.rglob("*"), reverse=True):
        entry.rmdir() if entry.is_dir() else entry.unlink()
    keeper._recovery._own.rmdir()
    rename(window, "Still mine")
    keeper.write_now()
    assert kept(keeper, snapshots) == "Still mine"
