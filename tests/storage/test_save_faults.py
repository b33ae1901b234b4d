"""Faults while saving: whatever the disk says, and wherever the program dies, the old file or the new one is whole."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

import pytest

from cjeditor.storage import disk
from cjeditor.storage.history import History
from cjeditor.storage.load import load
from cjeditor.storage.recovery import Recovery
from cjeditor.storage.save import dumps, save
from tests.builders import small_project
from tests.storage.saving_process import KEY, now

OLD = small_project()

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="counts the calls of Linux")


class Saver:
    """A process that saves on demand; see saving_process.py."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.storage.saving_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        self._tell(str(file))

    def save(self, *, limit: int | None = None, tracer: list[str] | None = None, deed: str = "fork") -> str:
        """Save once, or do another deed; what was answered, or `ended` if the process died before it was.

        `tracer` is a command that takes `-p PID`.
        """
        self._tell(deed if limit is None else f"limit {limit}")
        process = self._hear()
        if tracer is None:
            self._tell("x")
        else:
            with subprocess.Popen([*tracer, "-p", process], stderr=subprocess.PIPE, text=True) as watcher:
                words = watcher.stderr.readline() if watcher.stderr else ""
                self._tell("x")
                watcher.wait(timeout=20)
            assert "attached" in words, words
        answers = [self._hear()]
        while answers[-1] != "ended":
            answers.append(self._hear())
        return "\n".join(answers[:-1] or answers)

    def end(self) -> None:
        """Let the process go."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait(timeout=20)

    def _tell(self, line: str) -> None:
        pipe: IO[str] | None = self._process.stdin
        assert pipe is not None
        pipe.write(line + "\n")
        pipe.flush()

    def _hear(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")


@pytest.fixture(scope="module")
def saver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Saver]:
    process = Saver(tmp_path_factory.mktemp("saves") / "a.cjmap")
    yield process
    process.end()


@pytest.fixture
def tracing(tmp_path: Path) -> None:
    """Skip where processes cannot be watched."""
    if shutil.which("strace") is None:
        pytest.skip("needs strace")
    tried = subprocess.run(["strace", "-o", str(tmp_path / "try"), "true"], capture_output=True, check=False)
    if tried.returncode != 0:
        pytest.skip("this system does not let processes be watched")


def put_old(file: Path) -> bytes:
    """The folder with nothing but the old file in it; its content."""
    for entry in file.parent.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    save(OLD, file, expected=None)
    return file.read_bytes()


def temporary_files(file: Path) -> list[str]:
    return [entry.name for entry in file.parent.iterdir() if entry != file]


CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+)")


def calls_of_one_save(saver: Saver, trace: Path, deed: str = "fork") -> list[tuple[str, str]]:
    """Name and arguments of each system call, from the moment the order came to the answer."""
    put_old(saver.file)
    assert saver.save(tracer=["strace", "-o", str(trace)], deed=deed) == "saved"
    calls = [(found[1], found[2]) for line in trace.read_text().splitlines() if (found := CALL.match(line))]
    start = 1 + max(at for at, (name, arguments) in enumerate(calls) if name == "readv" and arguments.startswith("0,"))
    end = next(at for at, (name, arguments) in enumerate(calls) if name == "write" and '"saved' in arguments)
    return calls[start:end]


def test_everything_is_on_the_disk_in_the_right_order(saver: Saver, tracing: None, tmp_path: Path) -> None:
    calls = calls_of_one_save(saver, tmp_path / "trace")
    opened = [arguments for name, arguments in calls if name == "openat"]
    assert any(disk.TEMPORARY_PREFIX in arguments and "O_EXCL" in arguments for arguments in opened)
    names = [name for name, _ in calls]
    order = [name for name in names if name in ("write", "fsync", "rename")]
    assert order == ["write", "fsync", "rename", "fsync"]
    renamed = names.index("rename")
    assert "fsync" in names[names.index("write") : renamed], "the content is flushed before the file has its name"
    after = [arguments for name, arguments in calls[renamed:] if name == "openat"]
    assert f'"{saver.file.parent}"' in after[0], "and the folder afterwards"


FAULTS = {
    "error=EIO": {"disk-error"},
    "error=ENOSPC": {"no-space"},
    "error=EACCES": {"no-permission-to-write"},
    "error=EROFS": {"read-only-disk"},
    "error=EDQUOT": {"quota-used-up"},
    "error=EINTR": {"write-error"},
    "signal=KILL": {"ended"},
}
"""What may happen at each call, and what is said then."""

WHEREVER = {"saved", "read-only-file"}
"""What may be the answer to any fault: many calls are not worth a failure; who may not ask for rights has none."""

DISTURBED = tuple(FAULTS)

MEMORY = frozenset({"mmap", "munmap", "brk", "rt_sigaction", "futex", "mremap", "madvise", "getrandom"})
"""Calls that have nothing to do with files."""


def test_one_fault_at_each_call_leaves_the_old_file_or_the_new_one(saver: Saver, tracing: None, tmp_path: Path) -> None:
    def faults_at(at: int) -> Sequence[str]:
        return (DISTURBED[at % len(DISTURBED)],)

    _, answers = disturb_saving(saver, tmp_path / "trace", faults_at)
    assert answers["signal=KILL"] == {"ended"}
    assert len(set().union(*answers.values())) > 3, "not all of it is withstood in silence"


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_each_fault_at_each_call_leaves_the_old_file_or_the_new_one(
    saver: Saver, tracing: None, tmp_path: Path
) -> None:
    def faults_at(at: int) -> Sequence[str]:
        del at
        return DISTURBED

    count, answers = disturb_saving(saver, tmp_path / "trace", faults_at)
    for fault, said in FAULTS.items():
        assert said <= answers[fault] | ({"write-error"} if fault == "error=EINTR" else set()), fault
    print(f"\n{count} faults injected into a save, nothing lost")  # noqa: T201  the figures of the promise


def disturb_saving(
    saver: Saver, trace: Path, faults_at: Callable[[int], Sequence[str]]
) -> tuple[int, dict[str, set[str]]]:
    """Save as a window does, once for each fault at each system call; how many that were, and what was answered.

    Whatever happens, the file is the old one or the new one, and where it is the new one the old one is among the
    earlier versions, or it was said that it could not be kept.
    """
    seen: dict[str, int] = {}
    answers: dict[str, set[str]] = {}
    count = 0
    calls = calls_of_one_save(saver, trace, "window")
    new = saver.file.read_bytes()
    for at, (name, arguments) in enumerate(calls):
        seen[name] = seen.get(name, 0) + 1
        for fault in () if name in MEMORY else faults_at(at):
            old = put_old(saver.file)
            inject = ["strace", "-o", str(trace), "-e", f"inject={name}:{fault}:when={seen[name]}"]
            said = saver.save(tracer=inject, deed="window")
            not_kept, answer = said.startswith("not kept"), said.rsplit("\n")[-1]
            found = saver.file.read_bytes()
            story = f"{fault} at call {at}: {name}({arguments}): {said}"
            assert answer in FAULTS[fault] | (WHEREVER if "error" in fault else set()), story
            assert found in ((new,) if answer == "saved" else (old, new) if answer == "ended" else (old,)), story
            if answer != "ended":
                assert temporary_files(saver.file) in ([], ["history"]), story
            if found == new and not not_kept:
                history = History(saver.file.parent / "history", now)
                (kept,) = history.versions(KEY)
                assert (saver.file.parent / "history" / KEY / f"{kept.id}.cjmap").read_bytes() == old, story
            answers.setdefault(fault, set()).add(answer)
            count += 1
    return count, answers


def kept_by(deed: str, file: Path) -> list[str]:
    """The titles of what can be had again: each of it can be read, or this fails."""
    if deed == "snapshot":
        looker = Recovery(file.parent / "recovery", "looker", now)
        return [looker.load(snapshot).title for snapshot in looker.found()]
    history = History(file.parent / "history", now)
    return [history.load(version).title for version in history.versions(KEY)]


def disturb(saver: Saver, trace: Path, deed: str, faults_at: Callable[[int], Sequence[str]]) -> int:
    """Do the deed once for each fault at each system call, and return how many faults that were."""
    seen: dict[str, int] = {}
    count = 0
    for at, (name, arguments) in enumerate(calls_of_one_save(saver, trace, deed)):
        seen[name] = seen.get(name, 0) + 1
        for fault in () if name in MEMORY else faults_at(at):
            old = put_old(saver.file)
            if deed == "keep":
                History(saver.file.parent / "history", now).keep(KEY, OLD, saver.file)
            inject = ["strace", "-o", str(trace), "-e", f"inject={name}:{fault}:when={seen[name]}"]
            answer = saver.save(tracer=inject, deed=deed)
            story = f"{fault} at call {at} of {deed}: {name}({arguments}): {answer}"
            assert not answer.startswith("unforeseen"), story
            titles = kept_by(deed, saver.file)
            assert saver.file.read_bytes() == old, story
            if deed == "snapshot":
                assert titles in (["New"], [OLD.title]), story
            else:
                assert OLD.title in titles, story
                assert set(titles) <= {OLD.title, "New"}, story
            if answer == "saved":
                assert "New" in titles, story
            count += 1
    return count


@pytest.mark.parametrize("deed", ["snapshot", "keep"])
def test_a_fault_at_any_call_leaves_what_was_kept_before(
    deed: str, saver: Saver, tracing: None, tmp_path: Path
) -> None:
    def faults_at(at: int) -> Sequence[str]:
        return (DISTURBED[at % len(DISTURBED)],)

    assert disturb(saver, tmp_path / "trace", deed, faults_at) > 20


@pytest.mark.long
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("deed", ["snapshot", "keep"])
def test_every_fault_at_any_call_leaves_what_was_kept_before(
    deed: str, saver: Saver, tracing: None, tmp_path: Path
) -> None:
    def faults_at(at: int) -> Sequence[str]:
        del at
        return DISTURBED

    count = disturb(saver, tmp_path / "trace", deed, faults_at)
    print(f"\n{count} faults injected into {deed}, nothing lost")  # noqa: T201  the figures of the promise


def test_a_kill_leaves_a_temporary_file_that_the_next_save_does_not_mind(
    saver: Saver, tracing: None, tmp_path: Path
) -> None:
    old = put_old(saver.file)
    inject = ["strace", "-o", str(tmp_path / "trace"), "-e", "inject=fsync:signal=KILL:when=1"]
    assert saver.save(tracer=inject) == "ended"
    assert saver.file.read_bytes() == old
    assert len(temporary_files(saver.file)) == 1
    assert saver.save() == "saved"
    assert load(saver.file).title == "New"


@pytest.mark.parametrize("limit", [0, 1, 1000, -1])
def test_a_full_disk_leaves_the_old_file(limit: int, saver: Saver) -> None:
    old = put_old(saver.file)
    size = len(dumps(load(saver.file)))
    assert saver.save(limit=limit if limit >= 0 else size - 10) == "no-space"
    assert saver.file.read_bytes() == old
    assert temporary_files(saver.file) == []


def test_a_full_disk_of_its_own(tmp_path: Path) -> None:
    """The same with a real file system that is full, where this user may make one."""
    if shutil.which("unshare") is None:
        pytest.skip("needs unshare")
    script = 'set -e; mount -t tmpfs -o size=64k none "$4"; cd "$2"; exec "$1" -c "$3" "$4"'
    program = """
import sys
from pathlib import Path
from cjeditor.storage.load import load
from cjeditor.storage.save import SaveFailed, save
from tests.builders import big_project, small_project
file = Path(sys.argv[1]) / "a.cjmap"
save(small_project(), file, expected=None)
try:
    save(big_project(1000), file, expected=None)
except SaveFailed as failed:
    assert load(file) == small_project()
    assert [entry.name for entry in file.parent.iterdir()] == ["a.cjmap"]
    print(failed.problem.code)
"""
    command = ["unshare", "-rm", "sh", "-c", script, "sh", sys.executable, str(Path(__file__).parents[2]), program]
    command.append(str(tmp_path))
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    if "unshare failed" in result.stderr or "mount:" in result.stderr:
        pytest.skip("this system does not let a user mount")
    assert (result.stdout, result.stderr) == ("no-space\n", "")


def test_a_folder_that_cannot_be_flushed_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync
    calls = []

    def flush(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(5, "Input/output error")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", flush)
    save(OLD, tmp_path / "a.cjmap", expected=None)
    assert len(calls) == 2
    assert load(tmp_path / "a.cjmap") == OLD
