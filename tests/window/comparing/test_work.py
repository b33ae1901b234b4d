"""Large maps, files and versions are read and compared beside the thread of the windows."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import get_ident

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage.history import Version
from cjeditor.storage.save import save
from cjeditor.window.comparing import work as module
from cjeditor.window.comparing.sides import Side
from cjeditor.window.comparing.work import CompareWork
from tests.builders import MAP
from tests.layout.charts.test_comparison import THEN, both_states

WORDS = texts.of("en")
PROJECT = both_states()
SIDES = Side("Now", MAP, PROJECT), Side("Then", THEN, PROJECT)


@pytest.fixture(autouse=True)
def _only_this_thread_frees_widgets() -> Iterator[None]:
    """Let nothing be collected by the threads that the tests begin, as the program's collector has it."""
    gc.disable()
    yield
    gc.enable()


def _load(version: Version) -> Project:
    return PROJECT


def _version(size: int) -> Version:
    when = datetime(2026, 11, 1, tzinfo=UTC)
    return Version("key", "v1", "saved", when, "", "Title", None, 8, size, "")


def test_small_maps_are_compared_at_once(qtbot: QtBot) -> None:
    parent = QObject()
    work, found = CompareWork(WORDS, _load, parent), []
    work.compared.connect(found.append)
    work.compare(*SIDES, {})
    assert not work.busy
    assert len(found[0].rows) == 5


def test_large_ones_aside_and_what_was_chosen_last_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY_CARDS", 1)
    threads: list[int] = []
    compared = module.compared

    def counted(*args: object) -> object:
        threads.append(get_ident())
        return compared(*args)  # type: ignore[arg-type]  # what it was called with

    monkeypatch.setattr(module, "compared", counted)
    parent = QObject()
    work, found, begun = CompareWork(WORDS, _load, parent), [], []
    work.begun.connect(lambda: begun.append(True))
    work.compared.connect(found.append)
    work.compare(*SIDES, {})
    work.compare(*reversed(SIDES), {})
    qtbot.waitUntil(lambda: bool(found))
    assert len(begun) == 2
    assert [one.comparison.old.id for one in found] == [THEN]
    assert get_ident() not in threads


def test_stopped_it_tells_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY_CARDS", 1)
    parent = QObject()
    work, found = CompareWork(WORDS, _load, parent), []
    work.compared.connect(found.append)
    work.compare(*SIDES, {})
    work.stop()
    qtbot.wait(60)
    assert found == []
    assert not work.busy


def test_a_large_version_is_read_aside_and_kept(qtbot: QtBot) -> None:
    parent = QObject()
    work, found = CompareWork(WORDS, _load, parent), []
    work.compared.connect(found.append)
    old = Side("Version", MAP, None, _version(module.LARGE_FILE))
    work.compare(old, SIDES[1], {})
    assert work.busy
    qtbot.waitUntil(lambda: bool(found))
    assert found[0].read == {"v1": PROJECT}
    work.compare(old, SIDES[1], found[0].read)
    assert not work.busy


def test_a_large_file_is_read_aside_and_a_bad_one_refused(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGE_FILE", 1)
    path = tmp_path / "other.cjmap"
    save(PROJECT, path, expected=None)
    parent = QObject()
    work, read, refused = CompareWork(WORDS, _load, parent), [], []
    work.file_read.connect(lambda name, project: read.append((name, project)))
    work.refused.connect(refused.append)
    work.read_file(path)
    assert work.busy
    qtbot.waitUntil(lambda: bool(read))
    assert read == [("other.cjmap", PROJECT)]
    path.write_text("no project", encoding="utf-8")
    work.read_file(path)
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], Problem)
