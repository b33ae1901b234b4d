"""Marks of who has a file open: left, seen by others, refreshed, stale, taken away, and never believed too much."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cjeditor.storage import disk
from cjeditor.storage.open_mark import STALE, Holder, OpenMark
from tests.storage.test_recovery import age

SINCE = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
ANNA = Holder("anna", "laptop", os.getpid(), SINCE)
BEN = Holder("ben", "desk", 4711, SINCE)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.cjmap"
    path.write_bytes(b"{}")
    return path


def test_the_second_hears_of_the_first(file: Path) -> None:
    assert OpenMark(file, ANNA).take() is None
    held = OpenMark(file, BEN).take()
    assert held is not None
    assert (held.holder.user, held.holder.host, held.holder.since) == ("anna", "laptop", SINCE)


def test_also_through_a_link(file: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    link = tmp_path / "sub" / "link.cjmap"
    link.symlink_to(file)
    OpenMark(file, ANNA).take()
    assert OpenMark(link, BEN).take() is not None


def test_released_it_is_gone_and_somebody_elses_stays(file: Path) -> None:
    first, second = OpenMark(file, ANNA), OpenMark(file, BEN)
    first.take()
    second.take()
    second.release()
    assert first.path.exists()
    first.release()
    assert not first.path.exists()
    assert [each.name for each in file.parent.iterdir()] == ["a.cjmap"]


def test_the_longest_name_has_a_mark_too(tmp_path: Path) -> None:
    long, other = (tmp_path / f"{letter * 248}.cjmap" for letter in "ab")
    for each in (long, other, tmp_path / f"{'c' * 241}.cjmap"):
        each.write_bytes(b"{}")
        assert OpenMark(each, ANNA).take() is None
        assert OpenMark(each, BEN).take() is not None
    assert len([each for each in tmp_path.iterdir() if each.name.startswith(".~lock.")]) == 3


def test_a_mark_that_takes_our_place_while_we_release_ours_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = OpenMark(file, ANNA)
    anna.take()
    real = Path.replace

    def replace_late(self: Path, target: Path) -> Path:
        if self == anna.path:
            anna.path.unlink()
            OpenMark(file, BEN).take()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace_late)
    anna.release()
    monkeypatch.undo()
    held = OpenMark(file, ANNA).take()
    assert held is not None
    assert held.holder.user == "ben"
    assert sorted(each.name for each in file.parent.iterdir()) == [".~lock.a.cjmap#", "a.cjmap"]


def test_who_gave_no_sign_of_life_is_not_believed(file: Path) -> None:
    anna = OpenMark(file, ANNA)
    anna.take()
    age(file.parent, hours=(STALE + 5) / 3600)
    ben = OpenMark(file, BEN)
    assert ben.take() is None
    anna.refresh()
    anna.release()
    assert ben.path.exists(), "the mark is another's now"


def test_a_sign_of_life_counts(file: Path) -> None:
    anna = OpenMark(file, ANNA)
    anna.take()
    os.utime(anna.path, (1, 1))
    anna.refresh()
    assert OpenMark(file, BEN).take() is not None


def test_signs_of_life_are_dated_by_the_clock_of_the_drive(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two machines whose clocks differ share a network drive: the time of this one says nothing of its files."""
    OpenMark(file, ANNA).take()
    on_the_drive = disk.now_in(file.parent) + 3 * STALE

    def later(folder: Path) -> float:
        assert folder == file.parent
        return on_the_drive

    os.utime(OpenMark(file, ANNA).path, (on_the_drive - 60, on_the_drive - 60))
    monkeypatch.setattr(disk, "now_in", later)
    held = OpenMark(file, BEN).take()
    assert held is not None
    assert held.silent == pytest.approx(60, abs=1)
    on_the_drive += STALE
    assert OpenMark(file, BEN).take() is None


def test_a_mark_that_somebody_deleted_is_left_anew(file: Path) -> None:
    anna = OpenMark(file, ANNA)
    anna.take()
    anna.path.unlink()
    anna.refresh()
    assert OpenMark(file, BEN).take() is not None


def test_a_killed_program_of_this_machine_is_not_believed(file: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    child.wait()
    OpenMark(file, replace(ANNA, pid=child.pid, mark="x")).take()
    assert OpenMark(file, ANNA).take() is None


def test_a_living_one_of_this_machine_is(file: Path) -> None:
    OpenMark(file, replace(ANNA, pid=os.getppid(), mark="x")).take()
    assert OpenMark(file, ANNA).take() is not None


def test_ourselves_are_no_other(file: Path) -> None:
    old = OpenMark(file, replace(ANNA, mark="old"))
    old.take()
    new = OpenMark(file, replace(ANNA, mark="new"))
    assert new.take() is None
    old.release()
    assert new.path.exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"Anna",
        b"\xff\xfe",
        b"[" * 4_000,
        b"x" * 10_000,
        json.dumps({"format": "cjeditor-open", "user": "x", "host": "y", "pid": 1e400, "since": "now"}).encode(),
        json.dumps(
            {"format": "cjeditor-open", "user": "x", "host": "y", "pid": 10**30, "since": "2026-01-01"}
        ).encode(),
        json.dumps({"format": "other", "user": "x"}).encode(),
    ],
)
def test_what_is_no_mark_of_ours_is_written_over(file: Path, data: bytes) -> None:
    mark = OpenMark(file, ANNA)
    mark.path.write_bytes(data)
    assert mark.take() is None
    assert OpenMark(file, BEN).take() is not None


def test_in_a_folder_that_is_gone_nothing_is_said(tmp_path: Path) -> None:
    mark = OpenMark(tmp_path / "gone" / "a.cjmap", ANNA)
    assert mark.take() is None
    mark.refresh()
    mark.release()


def test_a_pipe_in_its_place_is_not_waited_for(file: Path) -> None:
    mark = OpenMark(file, ANNA)
    os.mkfifo(mark.path)
    assert mark.take() is None
    mark.release()
