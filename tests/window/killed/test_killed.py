"""Kill -9 at any moment of the work: the file is whole, and the next start has all that was said to be kept."""

from __future__ import annotations

import datetime
import os
import queue
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjeditor.model.project import Project
from cjeditor.storage import disk
from cjeditor.storage.history import History
from cjeditor.storage.load import load
from cjeditor.storage.recovery import Recovery
from cjeditor.storage.save import dumps
from tests.window.killed.working_process import UNTITLED, count_of, file_of

FILED = "filed"
LABELS = (FILED, UNTITLED)
PATIENCE = 60.0  # seconds, on a busy machine
LONG_ROUNDS = 300
"""Rounds of two kills each in the long run; the README says so."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks its workers")


class Workers:
    """The processes that work, what they told, and what the next start finds of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reported = dict.fromkeys(LABELS, 0)
        self.told = {"snapshot": 0, "saved": 0, "ready": 0}
        self._pids: dict[str, int] = {}
        self._lines: queue.Queue[str] = queue.Queue()
        self._checked: set[str] = set()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.window.killed.working_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )
        threading.Thread(target=self._read, daemon=True).start()

    def start(self, label: str, hours: int, seed: int) -> None:
        """Let a process begin to work; its clock is so many hours ahead."""
        self._tell(f"work {label} {self.folder} {hours} {seed}")
        while label not in self._pids:
            self._hear()

    def wait_until_ready(self, label: str, before: int) -> None:
        """Return when it has brought back what its forerunner left, at least the edit `before`."""
        while (line := self._hear().split())[:2] != [label, "ready"]:
            pass
        assert int(line[2]) >= before

    def kill(self, label: str) -> None:
        """Kill it, and hear everything that it had to tell."""
        pid = self._pids.pop(label)
        os.kill(pid, signal.SIGKILL)
        self._tell(f"reap {pid}")
        while self._hear() != f"ended {pid}":
            pass

    def running(self) -> tuple[str, ...]:
        """The labels of those that work."""
        return tuple(self._pids)

    def recovered(self, label: str) -> int:
        """The number of the last edit that comes back: from the file or from a snapshot. Checks both."""
        file = file_of(label, self.folder)
        counts = [0]
        if file is not None and file.exists():
            project = load(file)
            assert dumps(project) == file.read_bytes(), "valid and whole, to the byte"
            counts.append(count_of(project))
        looker = Recovery(self.folder / "recovery", "checker", _now)
        for snapshot in looker.found():
            if snapshot.title.startswith(f"{label} "):
                counts.append(count_of(looker.load(snapshot)))
                assert snapshot.path in (None, file)
        return max(counts)

    def offered(self) -> set[str]:
        """The sessions whose snapshots a start would offer now."""
        return {one.folder.name for one in Recovery(self.folder / "recovery", "checker", _now).found()}

    def check_history(self) -> None:
        """Each version that is listed can be read, whatever was killed while it was being written."""
        history = History(self.folder / "history", _now)
        for latest in history.files():
            for version in history.versions(latest.key):
                if version.id not in self._checked:
                    found: Project = history.load(version)
                    assert found.title.split()[0] in LABELS
                    self._checked.add(version.id)

    def versions_checked(self) -> int:
        """How many different ones."""
        return len(self._checked)

    def end(self) -> None:
        """Let all go."""
        for label in tuple(self._pids):
            self.kill(label)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait(timeout=PATIENCE)

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _hear(self) -> str:
        line = self._lines.get(timeout=PATIENCE)
        words = line.split()
        assert "trouble" not in line, line
        if words[0] in LABELS and words[1] == "pid":
            self._pids[words[0]] = int(words[2])
        elif words[0] in LABELS:
            self.told[words[1]] += 1
            self.reported[words[0]] = max(self.reported[words[0]], int(words[2]))
        return line

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._lines.put(line.rstrip("\n"))


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Workers]:
    made = Workers(tmp_path)
    yield made
    made.end()


def survive(workers: Workers, rounds: int, seed: int) -> None:
    """Kill two processes that share the folders, so many times, each time at another moment."""
    chance = random.Random(seed)  # noqa: S311  no secrets here
    for number in range(rounds):
        story = f"round {number} of seed {seed}"
        before = dict(workers.reported)
        order = chance.sample(LABELS, 2)
        own = seed * 10_000 + number
        for label in order:
            workers.start(label, number, own)
        if chance.random() < 0.8:  # otherwise the killing may come while it still brings back what was left
            workers.wait_until_ready(order[-1], before[order[-1]])
        time.sleep(chance.uniform(0, 0.3))
        for label in reversed(order):
            workers.kill(label)
            running = {f"{other}-{own}" for other in workers.running()}
            assert not running & workers.offered(), f"{story}: the work of a program that runs is nobody else's"
            assert workers.recovered(label) >= workers.reported[label], f"{story}: {label}"
        workers.check_history()
        strange = {entry.name for entry in workers.folder.iterdir()} - {
            "recovery",
            "history",
            f"{FILED}.cjmap",
            f"config-{FILED}",
            f"config-{UNTITLED}",
        }
        assert all(name.startswith(disk.TEMPORARY_PREFIX) for name in strange), f"{story}: {strange}"
    print(  # noqa: T201  the figures of the promise
        f"\n{rounds} rounds survived (seed {seed}): {2 * rounds} kills, {workers.told['snapshot']} snapshots and "
        f"{workers.told['saved']} saves reported, {workers.versions_checked()} versions read, edit "
        f"{max(workers.reported.values())} reached, nothing lost"
    )
    assert min(workers.reported.values()) > 0, "they did work"


def test_what_was_said_to_be_kept_comes_back(workers: Workers) -> None:
    survive(workers, 12, seed=1)


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_what_was_said_to_be_kept_comes_back_always(workers: Workers) -> None:
    survive(workers, LONG_ROUNDS, seed=random.randrange(1, 200_000))  # noqa: S311  no secrets here
