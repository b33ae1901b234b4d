"""Bytes from and to the disk: reading that cannot hang, writing after which the old or the new file is there, whole."""

from __future__ import annotations

import errno
import logging
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform == "darwin":
    import fcntl

log = logging.getLogger(__name__)

TEMPORARY_PREFIX = ".cjeditor-"
TEMPORARY_SUFFIX = ".tmp"

_STALE_AFTER = 3600.0  # seconds; no save takes an hour, so such a file was left behind by a crash
_WINDOWS_BUSY = (5, 32)  # access denied, sharing violation: scanners and cloud folders hold a file for a moment
_RETRY_DELAYS = (0.01, 0.02, 0.04, 0.08, 0.16)  # seconds


class NotRegular(OSError):
    """The path names a pipe, a device or the like."""

    def __init__(self) -> None:
        super().__init__(errno.ENXIO, os.strerror(errno.ENXIO))


class ReadOnlyFile(OSError):
    """The file to be replaced is marked as read-only."""

    def __init__(self) -> None:
        super().__init__(errno.EACCES, os.strerror(errno.EACCES))


class TooBig(Exception):
    """The file is larger than the caller wants to read; `size` in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def read(path: Path, limit: int) -> tuple[bytes, os.stat_result]:
    """What the regular file at `path` holds, and its status at that moment.

    Raises OSError (NotRegular for pipes and devices, which are not waited for) and TooBig above `limit` bytes; nothing
    of a larger file is read.
    """
    if sys.platform == "win32" and path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))  # opening says "access denied" there
    # Opened without waiting, then looked at: a pipe put in the file's place in between is refused, too.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(status.st_mode):
            raise NotRegular
        if status.st_size > limit:
            raise TooBig(status.st_size)
        data = file.read(limit + 1)
        if len(data) > limit:
            raise TooBig(len(data))
        return data, status


def write(target: Path, data: bytes, *, before_replacing: Callable[[], None] | None = None) -> os.stat_result:
    """Put `data` into `target` so that at any moment the old or the new content is there, and return its status.

    A temporary sibling is written and flushed to the disk, then takes the file's name. Mode, owner, group and extended
    attributes stay as far as the system allows; other hard links to the file keep the old content. `target` must not
    be a symbolic link (resolve it first). `before_replacing` is called at the last moment; what it raises stops the
    writing. Raises OSError: then `target` is what it was, and the temporary file is gone.
    """
    old = _status_of_old(target)
    temporary, file = _make_temporary(target.parent, 0o600 if old else 0o666)
    try:
        with file:
            file.write(data)
            file.flush()
            if old is not None:
                _keep_attributes(target, old, file.fileno())
            _flush_to_disk(file.fileno())
            status = os.fstat(file.fileno())
        if before_replacing is not None:
            before_replacing()
        _replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(target.parent)
    _remove_stale(target.parent, status.st_mtime)
    return status


def now_in(folder: Path) -> float:
    """The time by the clock that gives the files in `folder` their times, in seconds (POSIX). Raises OSError.

    How old a file is can be said by no other one: a network drive has its own, and that of this machine may be set.
    """
    touched, file = _make_temporary(folder, 0o600)
    try:
        file.close()
        now = touched.stat().st_mtime
    finally:
        with suppress(OSError):
            touched.unlink()
    _remove_stale(folder, now)
    return now


def _status_of_old(target: Path) -> os.stat_result | None:
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise NotRegular
    if not os.access(target, os.W_OK):
        raise ReadOnlyFile
    return status


def _make_temporary(folder: Path, mode: int) -> tuple[Path, BinaryIO]:
    # Not tempfile.mkstemp, whose files only their owner may ever read: the system's umask is to decide for new ones.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    path = folder / f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}{TEMPORARY_SUFFIX}"
    return path, os.fdopen(os.open(path, flags, mode), "wb")


def _keep_attributes(target: Path, old: os.stat_result, descriptor: int) -> None:
    """Give the new file what the old one had, best effort: an own file in a shared folder is better than none."""
    if sys.platform == "win32":
        return  # rights are inherited from the folder
    new = os.fstat(descriptor)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):
            os.fchown(descriptor, -1, old.st_gid)
        with suppress(OSError):
            os.fchown(descriptor, old.st_uid, -1)
    with suppress(OSError):
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))
    if sys.platform == "linux":
        with suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(descriptor, name, os.getxattr(target, name))


def _flush_to_disk(descriptor: int) -> None:
    if sys.platform == "darwin":
        # There fsync leaves the data in the drive's cache.
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _replace(temporary: Path, target: Path, sleep: Callable[[float], None] = time.sleep) -> None:
    for delay in _RETRY_DELAYS:
        try:
            temporary.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _WINDOWS_BUSY:
                raise
            sleep(delay)
        else:
            return
    temporary.replace(target)


def _flush_folder(folder: Path) -> None:
    """Make the new name durable. Failing is no failure of the writing: the new file is in its place already."""
    if sys.platform == "win32":
        return  # folders cannot be opened there
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # a folder may be written to without being readable
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system without this
            log.warning("%s: the folder could not be flushed to the disk: %s", folder, error)
    finally:
        with suppress(OSError):
            os.close(descriptor)


def _remove_stale(folder: Path, now: float) -> None:
    """Remove what a crash left behind long ago; `now` is by the clock of that file system."""
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            if (
                entry.name.startswith(TEMPORARY_PREFIX)
                and entry.name.endswith(TEMPORARY_SUFFIX)
                and entry.is_file(follow_symlinks=False)
                and now - entry.stat(follow_symlinks=False).st_mtime > _STALE_AFTER
            ):
                Path(entry.path).unlink()
