"""Copies for after a crash: written, found once their program is dead, loaded, discarded."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from cjeditor.model.project import Asset, Persona, Project
from cjeditor.model.replace import replace
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.load import FileRefused
from cjeditor.storage.recovery import Recovery, Snapshot
from cjeditor.storage.save import SaveFailed
from tests.builders import small_project

PICTURE = Asset(id="as_a", sha256=sha256(b"hallo").hexdigest(), media_type="image/png", data="aGFsbG8=")
OTHER = Asset(id="as_b", sha256=sha256(b"welt").hexdigest(), media_type="image/jpeg", data="d2VsdA==")
PROJECT = replace(
    small_project(),
    assets=(PICTURE, OTHER),
    personas=(
        Persona(id="ps_a", name="Mia", portrait=PICTURE.sha256),
        Persona(id="ps_b", name="Jo", portrait=OTHER.sha256),
    ),
)
FINGERPRINT = Fingerprint(size=12, mtime_ns=34, sha256="c" * 64)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def dies(recovery: Recovery) -> None:
    """What the system does when a program dies: its locks are free, its files stay."""
    assert recovery._lock is not None
    recovery._lock.release()


def age(folder: Path, hours: float) -> None:
    """Let everything in `folder`, and itself, be older by so many hours."""
    for entry in [folder, *folder.rglob("*")]:
        then = entry.stat().st_mtime - hours * 3600
        os.utime(entry, (then, then))


def the_copy(folder: Path, clock: Clock) -> Snapshot:
    (snapshot,) = Recovery(folder, "later", clock).found()
    return snapshot


def test_a_copy_comes_back_as_it_was(tmp_path: Path, clock: Clock) -> None:
    first = Recovery(tmp_path / "recovery", "first", clock)
    first.write(PROJECT, Path("/home/ü/a.cjmap"), FINGERPRINT)
    dies(first)
    snapshot = the_copy(tmp_path / "recovery", clock)
    assert (snapshot.path, snapshot.fingerprint) == (Path("/home/ü/a.cjmap"), FINGERPRINT)
    assert (snapshot.title, snapshot.written) == ("Sample", clock.now)
    assert Recovery(tmp_path / "recovery", "later", clock).load(snapshot) == PROJECT


def test_of_a_project_without_a_file(tmp_path: Path, clock: Clock) -> None:
    first = Recovery(tmp_path, "first", clock)
    first.write(Project(), None)
    dies(first)
    snapshot = the_copy(tmp_path, clock)
    assert (snapshot.path, snapshot.fingerprint, snapshot.title) == (None, None, "")
    assert first.load(snapshot) == Project()


def test_the_latest_copy_counts_and_pictures_are_written_once(tmp_path: Path, clock: Clock) -> None:
    first = Recovery(tmp_path, "first", clock)
    first.write(PROJECT, None)
    picture = tmp_path / "first" / "pictures" / PICTURE.sha256
    written = picture.stat()
    for title in "abc":
        first.write(replace(PROJECT, title=title), None)
    assert (picture.stat().st_ino, picture.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)
    (copy,) = (tmp_path / "first").glob("*.cjmap")
    assert PICTURE.data.encode() not in copy.read_bytes()
    dies(first)
    assert first.load(the_copy(tmp_path, clock)) == replace(PROJECT, title="c")


def test_copies_of_programs_that_run_are_not_offered(tmp_path: Path, clock: Clock) -> None:
    first = Recovery(tmp_path, "first", clock)
    first.write(PROJECT, None)
    later = Recovery(tmp_path, "later", clock)
    assert later.found() == []
    assert first.found() == []
    dies(first)
    assert [snapshot.folder.name for snapshot in later.found()] == ["first"]


def test_the_latest_comes_first(tmp_path: Path, clock: Clock) -> None:
    for name in ("a", "b", "c"):
        recovery = Recovery(tmp_path, name, clock)
        recovery.write(PROJECT, None)
        dies(recovery)
        clock.now += timedelta(minutes=1) if name == "a" else timedelta(minutes=-5)
    assert [snapshot.folder.name for snapshot in Recovery(tmp_path, "later", clock).found()] == ["b", "a", "c"]


def test_clear_close_and_discard_leave_nothing_to_offer(tmp_path: Path, clock: Clock) -> None:
    cleared, closed, discarded = (Recovery(tmp_path, name, clock) for name in ("cleared", "closed", "discarded"))
    for recovery in (cleared, closed, discarded):
        recovery.write(PROJECT, None)
    cleared.clear()
    dies(cleared)
    closed.close()
    dies(discarded)
    later = Recovery(tmp_path, "later", clock)
    (snapshot,) = later.found()
    later.discard(snapshot)
    later.discard(snapshot)
    assert later.found() == []
    assert [entry.name for entry in tmp_path.iterdir()] == ["cleared"]
    with pytest.raises(FileRefused) as refused:
        later.load(snapshot)
    assert refused.value.problems[0].code == "recovery-damaged"


def test_a_session_goes_on_after_clear(tmp_path: Path, clock: Clock) -> None:
    first = Recovery(tmp_path, "first", clock)
    first.clear()
    first.write(PROJECT, None)
    first.clear()
    first.write(replace(PROJECT, title="again"), None)
    dies(first)
    assert the_copy(tmp_path, clock).title == "again"


def test_empty_folders_of_dead_sessions_go_after_a_day(tmp_path: Path, clock: Clock) -> None:
    first = Recovery(tmp_path, "first", clock)
    first.write(PROJECT, None)
    first.clear()
    later = Recovery(tmp_path, "later", clock)
    age(tmp_path, hours=25)
    later.found()
    assert (tmp_path / "first").exists(), "its program still runs"
    dies(first)
    later.found()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ahead", [timedelta(days=400), timedelta(days=-400)], ids=["ahead", "behind"])
def test_how_old_they_are_is_not_told_by_our_own_clock(tmp_path: Path, clock: Clock, ahead: timedelta) -> None:
    """It may be set, and a network drive has another: a session of this moment is about to write its first copy."""
    clock.now = datetime.now(UTC) + ahead
    for name in ("old", "new"):
        made = Recovery(tmp_path, name, clock)
        made.write(PROJECT, None)
        made.clear()
        dies(made)
    age(tmp_path / "old", hours=25)
    Recovery(tmp_path, "later", clock).found()
    assert [entry.name for entry in tmp_path.iterdir()] == ["new"]


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"[" * 100_000,
        b"[]",
        b'{"format": "cjeditor-recovery", "version": 2, "copy": "1.cjmap"}',
        (
            b'{"format": "cjeditor-recovery", "version": 1, "copy": "../../secret.cjmap", "path": null, "title": "",'
            b' "written": "2026-01-01T00:00:00+00:00", "fingerprint": null}'
        ),
        (
            b'{"format": "cjeditor-recovery", "version": 1, "copy": "1.cjmap", "path": null, "title": "",'
            b' "written": "yesterday", "fingerprint": null}'
        ),
    ],
)
def test_damaged_headers_are_left_out(header: bytes, tmp_path: Path, clock: Clock) -> None:
    first = Recovery(tmp_path, "first", clock)
    first.write(PROJECT, None)
    (tmp_path / "first" / "header.json").write_bytes(header)
    dies(first)
    assert Recovery(tmp_path, "later", clock).found() == []


def test_damaged_copies_are_refused_and_lost_pictures_are_not_the_end(tmp_path: Path, clock: Clock) -> None:
    first = Recovery(tmp_path, "first", clock)
    first.write(PROJECT, None)
    dies(first)
    snapshot = the_copy(tmp_path, clock)
    (tmp_path / "first" / "pictures" / OTHER.sha256).unlink()
    assert first.load(snapshot).assets == (PICTURE, replace(OTHER, data=""))
    (tmp_path / "first" / "pictures" / PICTURE.sha256).write_bytes(b"d2VsdA==")
    assert first.load(snapshot).assets == (replace(PICTURE, data=""), replace(OTHER, data=""))
    (tmp_path / "first" / snapshot.copy).write_bytes(b"{")
    with pytest.raises(FileRefused):
        first.load(snapshot)


def test_what_cannot_be_written_is_told_and_the_former_copy_stays(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Recovery(tmp_path, "first", clock)
    first.write(PROJECT, None)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveFailed) as failed:
        first.write(replace(PROJECT, title="lost"), None)
    assert failed.value.problem.code == "no-space"
    dies(first)
    assert the_copy(tmp_path, clock).title == "Sample"


def test_two_sessions_cannot_have_one_name(tmp_path: Path, clock: Clock) -> None:
    Recovery(tmp_path, "first", clock).close()
    holder = Recovery(tmp_path, "first", clock)
    holder.write(PROJECT, None)
    with pytest.raises(SaveFailed):
        Recovery(tmp_path, "first", clock).write(PROJECT, None)
    with pytest.raises(ValueError, match="up"):
        Recovery(tmp_path, "../up", clock)


@pytest.mark.skipif(sys.platform == "win32", reason="has other rights")
def test_nobody_else_may_look(tmp_path: Path, clock: Clock) -> None:
    Recovery(tmp_path / "deep" / "recovery", "first", clock).write(PROJECT, None)
    assert stat.S_IMODE((tmp_path / "deep" / "recovery" / "first").stat().st_mode) == 0o700


def test_a_copy_is_claimed_by_one_at_a_time(tmp_path: Path, clock: Clock) -> None:
    first = Recovery(tmp_path, "first", clock)
    first.write(PROJECT, None)
    snapshot = Snapshot(tmp_path / "first", None, clock.now, "", None, "1.cjmap")
    one, other = Recovery(tmp_path, "one", clock), Recovery(tmp_path, "other", clock)
    assert not one.claim(snapshot), "its program still runs"
    dies(first)
    assert one.claim(snapshot)
    assert not other.claim(snapshot)
    assert other.found() == []
    assert one.load(snapshot) == PROJECT
    one.let_go()
    assert other.claim(snapshot)
    other.discard(snapshot)
    assert not one.claim(snapshot)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_somebody_tidied_away_is_made_again(tmp_path: Path, clock: Clock) -> None:
    first = Recovery(tmp_path, "first", clock)
    first.write(PROJECT, None)
    shutil.rmtree(tmp_path / "first")
    first.write(replace(PROJECT, title="again"), None)
    dies(first)
    assert first.load(the_copy(tmp_path, clock)) == replace(PROJECT, title="again"), "with its pictures"


def test_what_cannot_be_tidied_is_no_failure(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Recovery(tmp_path, "first", clock)
    first.write(PROJECT, None)

    def busy(path: Path, missing_ok: bool = False) -> None:
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr(Path, "unlink", busy)
    first.write(replace(PROJECT, title="second"), None)
    monkeypatch.undo()
    dies(first)
    assert the_copy(tmp_path, clock).title == "second"


CRASHING = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from cjeditor.storage.recovery import Recovery
from tests.builders import small_project
recovery = Recovery(Path(sys.argv[1]), "crashing", lambda: datetime(2026, 1, 1, tzinfo=UTC))
recovery.write(small_project(), None)
print("written", flush=True)
sys.stdin.read()
"""


def test_the_copy_of_a_killed_program_is_found_at_once(tmp_path: Path, clock: Clock) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", CRASHING, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        later = Recovery(tmp_path, "later", clock)
        assert later.found() == []
        process.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        process.wait()
    (snapshot,) = later.found()
    assert later.load(snapshot) == small_project()


def test_the_header_is_for_people_too(tmp_path: Path, clock: Clock) -> None:
    Recovery(tmp_path, "first", clock).write(PROJECT, Path("/a.cjmap"))
    header = json.loads((tmp_path / "first" / "header.json").read_bytes())
    assert header["path"] == "/a.cjmap"
    assert header["written"] == "2026-11-22T09:30:00+00:00"
