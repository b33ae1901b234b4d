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
    return loads(_read(path)[0], str(path))


def open_file(path: Path) -> Opened:
    """The project in the file at `path` with the file's fingerprint, if need be less its damaged pictures.

    Raises FileRefused.
    """
    data, status = _read(path)
    try:
        project, lost = mended(data)
    except Unreadable as error:
        raise FileRefused(path, error.problems) from error
    return Opened(project, Fingerprint.of(data, status), lost)


def names_in(path: Path) -> dict[str, str]:
    """What the records in a file are called, by id, to tell people where it is damaged; nothing if it is no JSON."""
    try:
        return places.names(document_in(_read(path)[0]))
    except (FileRefused, Unreadable):
        return {}


def _read(path: Path) -> tuple[bytes, os.stat_result]:
    try:
        return disk.read(path, limits.FILE_SIZE)
    except disk.NotRegular as error:
        raise FileRefused(path, (Problem("not-a-regular-file"),)) from error
    except OSError as error:
        raise FileRefused(path, (problems.from_reading(error),)) from error
    except ValueError as error:  # a NUL in the name
        raise FileRefused(path, (Problem("name-not-allowed"),)) from error
    except disk.TooBig as error:
        sizes = {"megabytes": -(-error.size // limits.MEGABYTE), "limit": limits.FILE_SIZE // limits.MEGABYTE}
        raise FileRefused(path, (Problem("too-big", params=sizes),)) from error


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
