"""Saving: what is kept of the old file, what is noticed, and what is said when it cannot be done."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.storage import disk
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.load import load, open_file
from cjeditor.storage.problems import CODE_PARAMS
from cjeditor.storage.save import SaveFailed, dumps, save
from tests.builders import small_project
from tests.storage.processes import in_a_process

OLD = small_project()
NEW = replace(OLD, title="New")

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights and links")


def refused(path: Path, expected: Fingerprint | None = None, project: Project = NEW) -> str:
    folder = path.parent
    before = sorted(folder.iterdir()) if folder.is_dir() else []
    with pytest.raises(SaveFailed) as failed:
        save(project, path, expected=expected)
    assert failed.value.path == path
    problem = failed.value.problem
    assert set(problem.params) == set(CODE_PARAMS[problem.code])
    assert (sorted(folder.iterdir()) if folder.is_dir() else []) == before, "no temporary file stays"
    return problem.code


def test_a_new_file_is_written_and_can_be_opened(tmp_path: Path) -> None:
    file = tmp_path / "Kunden-Reise “ü” \U0001f600 %s\n.cjmap"
    fingerprint = save(OLD, file, expected=None)
    assert load(file) == OLD
    assert fingerprint == open_file(file).fingerprint
    assert [entry.name for entry in tmp_path.iterdir()] == [file.name]


def test_saving_again_and_again_with_the_last_fingerprint(tmp_path: Path) -> None:
    file = tmp_path / "a.cjmap"
    fingerprint = save(OLD, file, expected=None)
    for title in "abc":
        fingerprint = save(replace(OLD, title=title), file, expected=fingerprint)
    assert load(file).title == "c"


@pytest.mark.parametrize("length", [1, 249, 255])
def test_names_up_to_the_limit(length: int, tmp_path: Path) -> None:
    file = tmp_path / ("n" * length)
    save(OLD, file, expected=None)
    assert load(file) == OLD


# ------------------------------------------------------------------------------------------------- what is kept
@posix_only
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o640])
def test_the_mode_stays(mode: int, tmp_path: Path) -> None:
    file = tmp_path / "a.cjmap"
    save(OLD, file, expected=None)
    file.chmod(mode)
    save(NEW, file, expected=None)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@posix_only
def test_a_new_file_gets_the_mode_that_the_user_has_set(tmp_path: Path) -> None:
    former = os.umask(0o027)
    try:
        save(OLD, tmp_path / "a.cjmap", expected=None)
    finally:
        os.umask(former)
    assert stat.S_IMODE((tmp_path / "a.cjmap").stat().st_mode) == 0o640


@posix_only
def test_links_stay_links(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    file = tmp_path / "real" / "a.cjmap"
    link = tmp_path / "link.cjmap"
    link.symlink_to(Path("real") / "a.cjmap")
    fingerprint = save(OLD, link, expected=None)  # the link led nowhere until now
    assert link.is_symlink()
    save(NEW, link, expected=fingerprint)
    assert link.is_symlink()
    assert load(file) == NEW
    assert [entry.name for entry in file.parent.iterdir()] == ["a.cjmap"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Python on Linux can set them")
def test_extended_attributes_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.cjmap"
    save(OLD, file, expected=None)
    try:
        os.setxattr(file, "user.tag", b"bank")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    save(NEW, file, expected=None)
    assert os.getxattr(file, "user.tag") == b"bank"


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can give files away")
def test_owner_and_group_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.cjmap"
    save(OLD, file, expected=None)
    os.chown(file, 1234, 2345)
    save(NEW, file, expected=None)
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 2345)


# ---------------------------------------------------------------------------------------------- what is noticed
def test_a_file_that_somebody_else_wrote_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.cjmap"
    fingerprint = save(OLD, file, expected=None)
    theirs = dumps(replace(OLD, title="Theirs"))
    file.write_bytes(theirs)
    assert refused(file, fingerprint) == "changed-on-disk"
    assert file.read_bytes() == theirs
    save(NEW, file, expected=None)  # the user has agreed
    assert load(file) == NEW


def test_a_change_that_keeps_size_and_time_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "a.cjmap"
    fingerprint = save(OLD, file, expected=None)
    status = file.stat()
    file.write_bytes(dumps(replace(OLD, title="Elpmas")))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert fingerprint.looks_unchanged(file)
    assert refused(file, fingerprint) == "changed-on-disk"


def test_a_file_that_was_only_touched_is_not_changed(tmp_path: Path) -> None:
    file = tmp_path / "a.cjmap"
    fingerprint = save(OLD, file, expected=None)
    os.utime(file, ns=(1, 1))
    assert not fingerprint.looks_unchanged(file)
    assert fingerprint.matches(file)
    assert save(NEW, file, expected=fingerprint) == open_file(file).fingerprint


def test_a_change_at_the_last_moment_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.cjmap"
    fingerprint = save(OLD, file, expected=None)
    flush = os.fsync

    def somebody_writes(descriptor: int) -> None:
        file.write_bytes(b"theirs")
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", somebody_writes)
    assert refused(file, fingerprint) == "changed-on-disk"
    assert file.read_bytes() == b"theirs"


def test_a_file_that_is_gone_is_not_made_again_unasked(tmp_path: Path) -> None:
    file = tmp_path / "a.cjmap"
    fingerprint = save(OLD, file, expected=None)
    file.unlink()
    assert refused(file, fingerprint) == "gone-from-disk"
    assert not file.exists()


def test_a_folder_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "a.cjmap"
    file.parent.mkdir()
    fingerprint = save(OLD, file, expected=None)
    file.unlink()
    file.parent.rmdir()
    assert refused(file, fingerprint) == "folder-gone"
    assert refused(file) == "folder-gone"


def test_what_could_not_be_opened_again_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "a.cjmap"
    save(OLD, file, expected=None)
    broken = replace(OLD, channels=())  # edits would not have allowed it
    with pytest.raises(SaveFailed) as failed:
        save(broken, file, expected=None)
    where = ("personas", "ps_a", "preferred_channels")
    assert failed.value.problem == Problem("would-not-open-again", where, {"problem": "unknown-reference"})
    assert load(file) == OLD


# ------------------------------------------------------------------------------------------ what cannot be written
def test_paths_that_are_no_files(tmp_path: Path) -> None:
    assert refused(tmp_path) == "is-a-folder"
    assert refused(tmp_path / ("x" * 256)) == "name-not-allowed"
    assert refused(tmp_path / "a\0b") == "name-not-allowed"
    (tmp_path / "file").write_bytes(b"")
    assert refused(tmp_path / "file" / "a.cjmap") == "folder-gone"


@posix_only
def test_pipes_and_devices(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "not-a-regular-file"
    assert refused(tmp_path / "pipe", Fingerprint(0, 0, "c" * 64)) == "not-a-regular-file"
    with pytest.raises(SaveFailed) as failed:
        save(OLD, Path("/dev/null"), expected=None)
    assert failed.value.problem.code == "not-a-regular-file"


AS_NOBODY = """
import json, os, sys
from pathlib import Path
from cjeditor.storage.load import load
from cjeditor.storage.save import SaveFailed, save
project = load(Path(sys.argv[1]))
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    save(project, Path(sys.argv[2]), expected=None)
    print(json.dumps("saved"))
except SaveFailed as failed:
    print(json.dumps(failed.problem.code))
"""


@posix_only
def test_read_only_files_and_folders_are_left_alone(open_folder: Path) -> None:
    source = open_folder / "source.cjmap"
    save(NEW, source, expected=None)
    save(OLD, open_folder / "locked.cjmap", expected=None)
    (open_folder / "locked.cjmap").chmod(0o444)
    assert in_a_process(AS_NOBODY, str(source), str(open_folder / "locked.cjmap")) == "read-only-file"
    closed = open_folder / "closed"
    closed.mkdir()
    save(OLD, closed / "a.cjmap", expected=None)
    (closed / "a.cjmap").chmod(0o666)
    closed.chmod(0o555)
    assert in_a_process(AS_NOBODY, str(source), str(closed / "a.cjmap")) == "no-permission-to-write"
    assert in_a_process(AS_NOBODY, str(source), str(closed / "b.cjmap")) == "no-permission-to-write"
    assert load(open_folder / "locked.cjmap") == load(closed / "a.cjmap") == OLD
    assert [entry.name for entry in closed.iterdir()] == ["a.cjmap"]


# ------------------------------------------------------------------------------------------------ Windows, and crashes
def busy(times: int, code: int) -> Callable[[Path, Path], Path]:
    """A stand-in for Path.replace that fails as on Windows, so many times."""
    left = [times]
    real = Path.replace

    def replace_after_a_while(self: Path, target: Path) -> Path:
        if left[0]:
            left[0] -= 1
            error = PermissionError(13, "in use")
            error.winerror = code  # type: ignore[attr-defined]  # elsewhere than on Windows nobody sets it
            raise error
        return real(self, target)

    return replace_after_a_while


@pytest.mark.parametrize("code", [5, 32])
def test_a_file_held_for_a_moment_is_tried_again(code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", busy(2, code))
    save(OLD, tmp_path / "a.cjmap", expected=None)
    assert load(tmp_path / "a.cjmap") == OLD


@pytest.mark.parametrize(("code", "expected"), [(32, "in-use"), (5, "no-permission-to-write")])
def test_a_file_held_for_long_is_left_alone(
    code: int, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.cjmap"
    save(OLD, file, expected=None)
    monkeypatch.setattr(Path, "replace", busy(99, code))
    assert refused(file) == expected
    assert load(file) == OLD


def test_what_a_crash_left_behind_is_removed_when_it_is_old(tmp_path: Path) -> None:
    stale = tmp_path / f"{disk.TEMPORARY_PREFIX}0123{disk.TEMPORARY_SUFFIX}"
    fresh = tmp_path / f"{disk.TEMPORARY_PREFIX}4567{disk.TEMPORARY_SUFFIX}"
    other = tmp_path / ".cjeditor-notes.txt"
    for file in (stale, fresh, other):
        file.write_bytes(b"")
    for file in (stale, other):
        os.utime(file, (1, 1))
    save(OLD, tmp_path / "a.cjmap", expected=None)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == sorted([fresh.name, other.name, "a.cjmap"])


@pytest.mark.parametrize("known", [True, False])
def test_what_is_replaced_can_be_kept_before_that_and_is_read_once(
    known: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.cjmap"
    kept: list[tuple[bytes, str]] = []
    reads: list[Any] = []
    before = save(OLD, path, expected=None)
    data, real = path.read_bytes(), disk.read

    def read(*arguments: Any) -> tuple[bytes, os.stat_result]:
        reads.append(arguments)
        return real(*arguments)

    def keep(found: bytes, sum_: str) -> None:
        assert path.read_bytes() == data, "it is still there"
        kept.append((found, sum_))

    monkeypatch.setattr(disk, "read", read)
    save(NEW, path, expected=before if known else None, keep=keep)
    assert kept == [(data, before.sha256)]
    assert len(reads) == 1


def test_where_nothing_is_replaced_nothing_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.cjmap"
    kept: list[tuple[bytes, str]] = []

    def keep(found: bytes, sum_: str) -> None:
        kept.append((found, sum_))

    before = save(OLD, path, expected=None, keep=keep)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(SaveFailed):
        save(NEW, path, expected=before, keep=keep)
    assert kept == []
