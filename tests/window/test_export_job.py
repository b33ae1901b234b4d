from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cjeditor.export.problems import ExportCancelled, ExportRefused
from cjeditor.model.problem import Problem
from cjeditor.window.export_job import ExportJob

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Heard(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.threads: set[str] = set()
        self.steps: list[tuple[int, int]] = []

    def hear(self, done: int, total: int) -> None:
        self.threads.add(threading.current_thread().name)
        self.steps.append((done, total))


def test_work_is_done_beside_and_told_in_the_gui_thread(qtbot: QtBot, tmp_path: Path) -> None:
    def work(progress: Progress, cancelled: Cancelled) -> tuple[Problem, ...]:
        assert threading.current_thread() is not threading.main_thread()
        progress(1, 2)
        progress(2, 2)
        return (Problem("export-glyphs-missing"),)

    owner, heard = QObject(), Heard()
    job = ExportJob(work, tmp_path / "x.pdf", owner)
    job.progressed.connect(heard.hear)
    with qtbot.waitSignal(job.done) as done:
        job.start()
    assert done.args == [(Problem("export-glyphs-missing"),)]
    assert heard.steps == [(1, 2), (2, 2)]
    assert heard.threads == {"MainThread"}
    job.wait()


def test_a_job_can_be_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    def work(progress: Progress, cancelled: Cancelled) -> tuple[Problem, ...]:
        for _ in range(2000):
            if cancelled():
                raise ExportCancelled
            threading.Event().wait(0.005)
        return ()

    owner = QObject()
    job = ExportJob(work, tmp_path / "x.pdf", owner)
    job.start()
    with qtbot.waitSignal(job.cancelled):
        job.stop()
    job.wait()


def test_a_refusal_comes_with_its_problem(qtbot: QtBot, tmp_path: Path) -> None:
    def work(progress: Progress, cancelled: Cancelled) -> tuple[Problem, ...]:
        raise ExportRefused(tmp_path / "x.pdf", Problem("export-disk-full"))

    owner = QObject()
    job = ExportJob(work, tmp_path / "x.pdf", owner)
    with qtbot.waitSignal(job.refused) as refused:
        job.start()
    assert refused.args == [Problem("export-disk-full")]
    job.wait()


def test_a_mistake_of_ours_reaches_the_hook(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _value, _trace: caught.append(kind))

    def work(progress: Progress, cancelled: Cancelled) -> tuple[Problem, ...]:
        raise KeyError("mistake")

    owner = QObject()
    job = ExportJob(work, tmp_path / "x.pdf", owner)
    with qtbot.waitSignal(job.failed):
        job.start()
    job.wait()
    assert caught == [KeyError]
