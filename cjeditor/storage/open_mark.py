"""A small file beside a project file that says who has it open: for other people, on other machines, too.

It forbids nothing. Saving finds out itself whether the file is still the one that was read; the mark says so before two
people have worked for an hour. It is called as office programs call theirs, so that sync clients leave it alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from cjeditor.storage import disk, limits

REFRESH = 300.0
"""Seconds between two signs of life."""
STALE = 3 * REFRESH
"""Seconds without one after which nobody is believed to have the file open any more: two may be missed."""

_LONGEST_FILE_NAME = 255 - len(".~lock.#")
"""Bytes of a file's name that fit into the name of its mark: file systems allow 255 in all."""

_FORMAT = "cjeditor-open"
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Holder:
    """Who has a file open: user, machine and process, and since when; `mark` tells two of one process apart."""

    user: str
    host: str
    pid: int
    since: datetime
    mark: str = field(default_factory=lambda: secrets.token_hex(8))


@dataclass(frozen=True)
class Held:
    """A mark that somebody else left: by whom, and how many seconds ago the last sign of life came."""

    holder: Holder
    silent: float


class OpenMark:
    """The mark beside one project file, as one of its holders sees it."""

    def __init__(self, project: Path, holder: Holder) -> None:
        self._project = project
        self._holder = holder
        self._taken = False

    @cached_property
    def path(self) -> Path:
        """Where the mark lies; found out when it is asked for first, since a disk far away may not answer at once."""
        target = Path(os.path.realpath(self._project))
        name = target.name
        if len(os.fsencode(name)) > _LONGEST_FILE_NAME:
            name = hashlib.sha256(os.fsencode(name)).hexdigest()
        return target.with_name(f".~lock.{name}#")

    def take(self) -> Held | None:
        """Leave our mark, unless somebody else's is there who seems to be alive; then return it.

        Where no mark can be left, in a folder that is read-only or gone, nothing is said: nobody could save there.
        """
        other = self._other()
        if other is None:
            self._leave()
        return other

    def refresh(self) -> None:
        """Give a sign of life, where the mark is ours; where somebody deleted it, leave it anew."""
        if not self._taken:
            return
        if self.path.exists():
            with suppress(OSError):
                if _holder_in(self.path) == self._holder:
                    os.utime(self.path)
        else:
            self._leave()

    def release(self) -> None:
        """Take our mark away; somebody else's stays, also one that is put in the place of ours at this very moment."""
        if not self._taken:
            return
        self._taken = False
        with suppress(OSError):
            if _holder_in(self.path) != self._holder:
                return
            aside = self.path.with_name(f"{disk.TEMPORARY_PREFIX}{secrets.token_hex(8)}{disk.TEMPORARY_SUFFIX}")
            self.path.replace(aside)
            if _holder_in(aside) != self._holder and not self.path.exists():
                aside.replace(self.path)
            else:
                aside.unlink()

    def _leave(self) -> None:
        fields = {"format": _FORMAT, **asdict(self._holder), "since": self._holder.since.isoformat()}
        with suppress(OSError):
            disk.write(self.path, json.dumps(fields).encode())
            self._taken = True

    def _other(self) -> Held | None:
        holder = _holder_in(self.path)
        if holder is None:
            return None
        if holder.host == self._holder.host and (holder.pid == self._holder.pid or not _runs(holder.pid)):
            return None  # ourselves, with the windows furnished anew; or a program that was killed
        try:
            silent = disk.now_in(self.path.parent) - self.path.stat().st_mtime
        except OSError:
            return None
        return None if silent > STALE else Held(holder, max(silent, 0.0))


def _holder_in(path: Path) -> Holder | None:
    """Return whom a mark names; None where it is none of ours, or damaged."""
    try:
        data, _ = disk.read(path, limits.OPEN_MARK_SIZE)
        fields = json.loads(data)
        if fields["format"] != _FORMAT:
            return None
        since = datetime.fromisoformat(fields["since"])
        return Holder(
            user=str(fields["user"])[:_LONGEST_NAME],
            host=str(fields["host"])[:_LONGEST_NAME],
            pid=int(fields["pid"]),
            since=since if since.tzinfo else since.astimezone(),
            mark=str(fields["mark"]),
        )
    except (OSError, disk.TooBig, ValueError, LookupError, TypeError, RecursionError, OverflowError):
        return None


def _runs(pid: int) -> bool:
    """Return whether a process of this machine is alive; where that cannot be found out, it is taken to be."""
    if pid <= 0 or not hasattr(os, "kill") or os.name == "nt":
        return pid > 0
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
