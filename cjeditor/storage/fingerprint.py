"""How to tell whether the file on disk is still the one that was read or written."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from cjeditor.storage import disk


@dataclass(frozen=True)
class Fingerprint:
    """A file as it was last read or written: size in bytes, time of change in nanoseconds, SHA-256 of the content.

    The sum is empty where the file was too big to be a project: nobody reads gigabytes to ask a question.
    """

    size: int
    mtime_ns: int
    sha256: str

    @classmethod
    def of(cls, data: bytes, status: os.stat_result) -> Fingerprint:
        """The fingerprint of a file that holds `data`."""
        return cls(len(data), status.st_mtime_ns, hashlib.sha256(data).hexdigest())

    def looks_unchanged(self, path: Path) -> bool:
        """Whether size and time are the same; costs next to nothing. Raises OSError where the file cannot be seen."""
        status = path.stat()
        return (status.st_size, status.st_mtime_ns) == (self.size, self.mtime_ns)

    def matches(self, path: Path) -> bool:
        """Whether the file has the same content, whatever its time says. Raises OSError where it cannot be read.

        The content is always read: within one tick of the clock a file can change and keep its size and time, and
        cloud folders set times as they like.
        """
        return self.content_at(path) is not None

    def content_at(self, path: Path) -> bytes | None:
        """Return what the file holds, read once, or None where it is another one. Raises OSError as `matches` does.

        Of a file that was too big to be read by content, size and time have to do, and nothing is returned of it.
        """
        status = path.stat()
        if status.st_size != self.size:
            return None
        if not self.sha256:
            return b"" if status.st_mtime_ns == self.mtime_ns else None
        try:
            data, _ = disk.read(path, self.size)
        except disk.TooBig:  # it grew at this very moment
            return None
        return data if hashlib.sha256(data).hexdigest() == self.sha256 else None
