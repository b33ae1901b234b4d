"""Saving a project: afterwards the old file or the new one is there, whole, and the new one can be opened again."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cjeditor.model.pictures import without_unused
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage import canonical, disk, limits, problems
from cjeditor.storage.diagnosis import Unreadable
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.parse import project_from


class SaveFailed(Exception):
    """A project that was not saved. The file on disk is what it was; the temporary one is gone."""

    def __init__(self, path: Path, problem: Problem) -> None:
        super().__init__(f"{path}: {problem.code}")
        self.path = path
        self.problem = problem


def dumps(project: Project) -> bytes:
    """The content of the file that holds `project`, in canonical form.

    Pictures that nothing names any more are left out: as long as the project is open, undo may want them back.
    """
    return canonical.dumps(without_unused(project))


Keep = Callable[[bytes, str], None]
"""Takes what lies in a file that is about to be replaced, and its SHA-256."""


def save(project: Project, path: Path, *, expected: Fingerprint | None, keep: Keep | None = None) -> Fingerprint:
    """Write `project` to `path` and return the file's new fingerprint. Raises SaveFailed.

    `expected` is the fingerprint from opening the file or saving it last; when the file is not that one any more, or is
    gone, nothing is written (`changed-on-disk`, `gone-from-disk`). None writes over whatever is there: for new names,
    and once the user has agreed. Symbolic links are followed and kept. `keep` is given what is there before anything
    is written, where something is that could be a project; it must not raise.
    """
    data = dumps(project)
    try:
        project_from(data, own=True)
    except Unreadable as error:
        first = error.problems[0]
        raise SaveFailed(path, Problem("would-not-open-again", first.where, {"problem": first.code})) from error
    try:
        target = Path(os.path.realpath(path))
        check, former = None, None
        if expected is not None:
            check, former = _unchanged(path, target, expected)
        elif keep is not None:
            former = _read(target)
        if keep is not None and former is not None and former[0]:
            keep(*former)
        return Fingerprint.of(data, disk.write(target, data, before_replacing=check))
    except disk.NotRegular as error:
        raise SaveFailed(path, Problem("not-a-regular-file")) from error
    except disk.ReadOnlyFile as error:
        raise SaveFailed(path, Problem("read-only-file")) from error
    except OSError as error:
        raise SaveFailed(path, problems.from_writing(error)) from error
    except ValueError as error:  # a NUL in the name
        raise SaveFailed(path, Problem("name-not-allowed")) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file of ours that is no project, whole or not at all. Raises SaveFailed."""
    try:
        disk.write(path.resolve(), data)
    except OSError as error:
        raise SaveFailed(path, problems.from_writing(error)) from error
    except ValueError as error:  # a NUL in the name
        raise SaveFailed(path, Problem("name-not-allowed")) from error


_Content = tuple[bytes, str]
"""What a file holds, and its SHA-256."""


def _read(target: Path) -> _Content | None:
    """Return what is at `target`; None where nothing is there, or nothing that could be a project."""
    with suppress(OSError, disk.TooBig):  # whether it can be written over is found out by writing
        data, status = disk.read(target, limits.FILE_SIZE)
        return data, Fingerprint.of(data, status).sha256
    return None


def _unchanged(path: Path, target: Path, expected: Fingerprint) -> tuple[Callable[[], None], _Content | None]:
    """Raise SaveFailed unless the file is `expected`.

    Returns what checks once more, quickly, at the last moment, and what is there.
    """
    try:
        before = _identity(target)
        found = expected.content_at(target)
    except FileNotFoundError as error:
        if target.parent.is_dir():
            raise SaveFailed(path, Problem("gone-from-disk")) from error
        raise  # the folder is gone, too
    if found is None:
        raise SaveFailed(path, Problem("changed-on-disk"))

    def check_again() -> None:
        if _identity(target) != before:
            raise SaveFailed(path, Problem("changed-on-disk"))

    return check_again, (found, expected.sha256)


def _identity(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns
