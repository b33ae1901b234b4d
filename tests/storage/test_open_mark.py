"""Marks of who has a file open: left, seen by others, refreshed, stale, taken away, and never believed too much."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cjeditor.storage.open_mark import STALE, Holder, OpenMark

SINCE = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
ANNA = Holder("anna", "laptop", os.getpid(), SINCE)
BEN = Holder("ben", "desk", 4711, SINCE)


class Clock:
    """The time of the disk, and what a test adds to it."""

    def __init__(self) -> None:
        self.later = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.later


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.cjmap"
    path.write_bytes(b"{}")
    return path


def test_the_second_hears_of_the_first(file: Path) -> None:
    clock = Clock()
    assert OpenMark(file, ANNA, clock).take() is None
    held = OpenMark(file, BEN, clock).take()
    assert held is not None
    assert (held.holder.user, held.holder.host, held.holder.since) == ("anna", "laptop", SINCE)


def test_also_through_a_link(file: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    link = tmp_path / "sub" / "link.cjmap"
    link.symlink_to(file)
    OpenMark(file, ANNA, Clock()).take()
    assert OpenMark(link, BEN, Clock()).take() is not None


def test_released_it_is_gone_and_somebody_elses_stays(file: Path) -> None:
    first, second = OpenMark(file, ANNA, Clock()), OpenMark(file, BEN, Clock())
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
        assert OpenMark(each, ANNA, Clock()).take() is None
        assert OpenMark(each, BEN, Clock()).take() is not None
    assert len([each for each in tmp_path.iterdir() if each.name.startswith(".~lock.")]) == 3


def test_a_mark_that_takes_our_place_while_we_release_ours_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = OpenMark(file, ANNA, Clock())
    anna.take()
    real = Path.replace

    def replace_late(self: Path, target: Path) -> Path:
        if self == anna.path:
            anna.path.unlink()
            OpenMark(file, BEN, Clock()).take()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace_late)
    anna.release()
    monkeypatch.undo()
    held = OpenMark(file, ANNA, Clock()).take()
    assert held is not None
    assert held.holder.user == "ben"
    assert sorted(each.name for each in file.parent.iterdir()) == [".~lock.a.cjmap#", "a.cjmap"]


def test_who_gave_no_sign_of_life_is_not_believed(file: Path) -> None:
    clock = Clock()
    anna = OpenMark(file, ANNA, clock)
    anna.take()
    clock.later = timedelta(seconds=STALE + 5)
    ben = OpenMark(file, BEN, clock)
    assert ben.take() is None
    anna.refresh()
    anna.release()
    assert ben.path.exists(), "the mark is another's now"


def test_a_sign_of_life_counts(file: Path) -> None:
    anna = OpenMark(file, ANNA, Clock())
    anna.take()
    os.utime(anna.path, (1, 1))
    anna.refresh()
    assert OpenMark(file, BEN, Clock()).take() is not None


def test_a_mark_that_somebody_deleted_is_left_anew(file: Path) -> None:
    anna = OpenMark(file, ANNA, Clock())
    anna.take()
    anna.path.unlink()
    anna.refresh()
    assert OpenMark(file, BEN, Clock()).take() is not None


def test_a_killed_program_of_this_machine_is_not_believed(file: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    child.wait()
    OpenMark(file, replace(ANNA, pid=child.pid, mark="x"), Clock()).take()
    assert OpenMark(file, ANNA, Clock()).take() is None


def test_a_living_one_of_this_machine_is(file: Path) -> None:
    OpenMark(file, replace(ANNA, pid=os.getppid(), mark="x"), Clock()).take()
    assert OpenMark(file, ANNA, Clock()).take() is not None


def test_ourselves_are_no_other(file: Path) -> None:
    old = OpenMark(file, replace(ANNA, mark="old"), Clock())
    old.take()
    new = OpenMark(file, replace(ANNA, mark="new"), Clock())
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
    mark = OpenMark(file, ANNA, Clock())
    mark.path.write_bytes(data)
    assert mark.take() is None
    assert OpenMark(file, BEN, Clock()).take() is not None


def test_in_a_folder_that_is_gone_nothing_is_said(tmp_path: Path) -> None:
    mark = OpenMark(tmp_path / "gone" / "a.cjmap", ANNA, Clock())
    assert mark.take() is None
    mark.refresh()
    mark.release()


def test_a_pipe_in_its_place_is_not_waited_for(file: Path) -> None:
    mark = OpenMark(file, ANNA, Clock())
    os.mkfifo(mark.path)
    assert mark.take() is None
    mark.release()
