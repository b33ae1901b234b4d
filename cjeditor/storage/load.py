"""Opening a project file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage import disk, limits, migrations, places, problems
from cjeditor.storage.diagnosis import Unreadable, document_in
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.mending import NOTHING, Lost, mended
from cjeditor.storage.parse import project_from


class FileRefused(Exception):
    """A file that is not opened: `problems` (at least one) say why. Nothing was changed on disk."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{path}: {', '.join(problem.code for problem in problems)}")
        self.path = path
        self.problems = problems


@dataclass(frozen=True)
class Opened:
    """A project, and the fingerprint of the file it came from, to be passed to `save`.

    `lost` are damaged pictures that the file names and the project is without.
    """

    project: Project
    fingerprint: Fingerprint
    lost: Lost = NOTHING


def load(path: Path) -> Project:
    """The project in the file at `path`, which must be without any fault. Raises FileRefused."""
    return loads(read_file(path, limits.FILE_SIZE, "too-big")[0], str(path))


def open_file(path: Path) -> Opened:
    """The project in the file at `path` with the file's fingerprint, if need be less its damaged pictures.

    Raises FileRefused.
    """
    data, status = read_file(path, limits.FILE_SIZE, "too-big")
    try:
        project, lost = mended(data)
    except Unreadable as error:
        raise FileRefused(path, error.problems) from error
    return Opened(project, Fingerprint.of(data, status), lost)


def names_in(path: Path) -> dict[str, str]:
    """What the records in a file are called, by id, to tell people where it is damaged; nothing if it is no JSON."""
    try:
        return places.names(document_in(read_file(path, limits.FILE_SIZE, "too-big")[0]))
    except (FileRefused, Unreadable):
        return {}


def read_file(path: Path, most: int, too_big: str) -> tuple[bytes, os.stat_result]:
    """The bytes of a file of ours and what the system says of it.

    Args:
        path: the file.
        most: bytes that it may have.
        too_big: the code for one that has more, with `megabytes` and `limit`.

    Raises:
        FileRefused: it cannot be read, is no ordinary file, or is too big.
    """
    try:
        return disk.read(path, most)
    except disk.NotRegular as error:
        raise FileRefused(path, (Problem("not-a-regular-file"),)) from error
    except OSError as error:
        raise FileRefused(path, (problems.from_reading(error),)) from error
    except ValueError as error:  # a NUL in the name
        raise FileRefused(path, (Problem("name-not-allowed"),)) from error
    except disk.TooBig as error:
        sizes = {"megabytes": -(-error.size // limits.MEGABYTE), "limit": most // limits.MEGABYTE}
        raise FileRefused(path, (Problem(too_big, params=sizes),)) from error


def seen_at(path: Path) -> Fingerprint | None:
    """The fingerprint of what lies at `path`, without a sum where it is far too large; None if it cannot be read."""
    try:
        return Fingerprint.of(*disk.read(path, limits.FILE_SIZE))
    except disk.TooBig:
        with suppress(OSError):
            status = path.stat()
            return Fingerprint(status.st_size, status.st_mtime_ns, "")
        return None
    except (OSError, ValueError):
        return None


def loads(data: bytes, name: str, *, steps: Mapping[int, migrations.Step] = migrations.STEPS) -> Project:
    """The project in `data`, the content of the file called `name`. Raises FileRefused.

    `steps` are the migrations to use for older files.
    """
    try:
        return project_from(data, steps=steps)
    except Unreadable as error:
        raise FileRefused(Path(name), error.problems) from error
