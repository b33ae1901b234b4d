"""Writing a file that is either complete or not there at all."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from cjeditor.export.problems import ExportRefused
from cjeditor.model.problem import Problem
from cjeditor.model.schema import FORMAT

_BEGINNING = 4096
"""Bytes in which a project says that it is one."""

_BY_ERROR_NUMBER = {
    errno.ENOENT: "export-folder-missing",
    errno.ENOTDIR: "export-folder-missing",
    errno.EACCES: "export-folder-read-only",
    errno.EPERM: "export-folder-read-only",
    errno.EROFS: "export-folder-read-only",
    errno.ENAMETOOLONG: "export-name-too-long",
    errno.ENOSPC: "export-disk-full",
    errno.EDQUOT: "export-disk-full",
}


def check_target(path: Path, source: Path | None = None) -> None:
    """Find out now whether `path` can be written, before any work is done for it.

    A file is really made in the folder and removed again: access rights alone do not tell, a file system may be
    read-only and root may do anything else.

    Args:
        path: where the export shall go.
        source: the file of the project that is exported; links to it are no target either.

    Raises:
        ExportRefused: it cannot, or it must not, since a project lies there.
    """
    real = _real(path)
    if source is not None:
        with contextlib.suppress(OSError, ValueError):  # one of them does not exist, or cannot
            if real.samefile(source):
                raise ExportRefused(path, Problem("export-target-is-project"))
    sibling = _beside(real)
    try:
        _make(sibling, path)
    finally:
        _remove(sibling)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary sibling to write to; it takes the place of `path` when the block ends without an error.

    Raises:
        ExportRefused: the sibling cannot be made, written or moved.
    """
    real = _real(path)
    sibling = _beside(real)
    try:
        # Within: a program that is stopped just here leaves nothing either.
        _make(sibling, path)
        yield sibling
        sibling.replace(real)
    except OSError as error:
        raise refusal(path, error) from error
    finally:
        _remove(sibling)


def make_folder(path: Path) -> None:
    """Make a folder to write to, with those above it, where it is not there. Raises ExportRefused."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise ExportRefused(path, Problem("export-folder-is-file")) from error
    except OSError as error:
        raise refusal(path, error) from error
    except ValueError as error:  # a null byte in the name
        raise ExportRefused(path, Problem("export-write-failed", params={"reason": str(error)})) from error


def refusal(path: Path, error: OSError) -> ExportRefused:
    """The error to show for what the operating system said while `path` was written."""
    code = _BY_ERROR_NUMBER.get(error.errno or 0)
    if code in ("export-folder-missing", "export-folder-read-only"):
        return ExportRefused(path, Problem(code, params={"folder": str(path.parent)}))
    if code is not None:
        return ExportRefused(path, Problem(code))
    return ExportRefused(path, Problem("export-write-failed", params={"reason": error.strerror or str(error)}))


def _real(path: Path) -> Path:
    """Where a link leads: the link stays and the file behind it is replaced."""
    try:
        real = path.resolve()
        if real.is_dir():
            raise ExportRefused(path, Problem("export-target-is-folder"))
        if real.exists() and not real.is_file():
            raise ExportRefused(path, Problem("export-target-not-a-file"))
        if real.exists() and not os.access(real, os.W_OK):
            raise ExportRefused(path, Problem("export-target-read-only"))
        if real.exists() and _holds_project(real):
            raise ExportRefused(path, Problem("export-target-is-project"))
    except OSError as error:
        raise refusal(path, error) from error
    except (ValueError, RuntimeError) as error:  # a null byte in the name, or a loop of links
        raise ExportRefused(path, Problem("export-write-failed", params={"reason": str(error)})) from error
    return real


def _holds_project(path: Path) -> bool:
    """Whether a project lies there, whatever the file is called: a picture must never take its place."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError:  # may be written, but not read: then nobody had a project there
        return False
    return beginning.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{") and FORMAT.encode() in beginning


def _beside(path: Path) -> Path:
    """A name beside `path` that nobody has."""
    return path.with_name(f".{path.name[:60]}.{secrets.token_hex(6)}.tmp")


def _make(sibling: Path, asked: Path) -> None:
    """Make an empty file; made by os.open so that the user's umask decides who may read it.

    `asked` is what was asked for, for the error: where that is a link, `sibling` is beside what it leads to.
    """
    try:
        os.close(os.open(sibling, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except OSError as error:
        raise refusal(asked, error) from error


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
