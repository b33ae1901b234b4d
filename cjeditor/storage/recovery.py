"""Copies of what is being edited, from which the work comes back after a crash.

Each open project is a session with a folder of its own:

    <folder>/<session>/lock          held by the running program; free after it ended, however it ended
    <folder>/<session>/header.json   what the copy is of, and which file it is; replaced last, so that it is never wrong
    <folder>/<session>/7.cjmap       the whole project by the same writer that saves, less its pictures
    <folder>/<session>/pictures/…    each picture once, by its SHA-256
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cjeditor.model.pictures import without_unused
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage import disk, limits, problems
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.load import FileRefused, loads
from cjeditor.storage.lock import Lock
from cjeditor.storage.picture_store import PictureStore
from cjeditor.storage.save import SaveFailed, dumps

_FORMAT = "cjeditor-recovery"
_VERSION = 1
_HEADER = "header.json"
_LEFT_OVER_AFTER = 24 * 3600.0  # seconds
_LOCK = "lock"
_MOMENTS = (0.005, 0.01, 0.02)  # seconds
_PICTURES = "pictures"
_SESSION = re.compile(r"[A-Za-z0-9_-]{1,64}")
_COPY = re.compile(r"\d{1,12}\.cjmap")


@dataclass(frozen=True)
class Snapshot:
    """A copy that a program left behind which ended without closing its project.

    `path` and `fingerprint` are those of the file the project came from (None if it was never saved); `written` is
    when the copy was made; `title` is the project's.
    """

    folder: Path
    path: Path | None
    written: datetime
    title: str
    fingerprint: Fingerprint | None
    copy: str


class Recovery:
    """The recovery copies of one open project, and those that other sessions left behind.

    `folder` is shared by all sessions and made when needed. `session` is a name no other session has (letters, digits,
    `-` and `_`). `clock` gives the time, with its zone.
    """

    def __init__(self, folder: Path, session: str, clock: Callable[[], datetime]) -> None:
        if not _SESSION.fullmatch(session):
            raise ValueError(session)
        self._all = folder
        self._own = folder / session
        self._clock = clock
        self._lock: Lock | None = None
        self._number = 0
        self._claims: dict[Path, Lock] = {}
        self._pictures = PictureStore(self._own / _PICTURES)

    def write(self, project: Project, path: Path | None, fingerprint: Fingerprint | None = None) -> None:
        """Keep a copy of `project`, instead of the session's former one. Raises SaveFailed; then the former one stays.

        `path` and `fingerprint` are those of its file, None before it has one.
        """
        project = without_unused(project)  # what recovers it has no undo that could ask for them
        try:
            try:
                self._write(project, path, fingerprint)
            except FileNotFoundError:  # somebody tidied the folder away
                self._begin_anew()
                self._write(project, path, fingerprint)
        except OSError as error:
            raise SaveFailed(self._own, problems.from_writing(error)) from error
        self._remove_copies(but=f"{self._number}.cjmap")

    def clear(self) -> None:
        """Forget the copy: the project is saved, or its changes are undone. The session goes on."""
        (self._own / _HEADER).unlink(missing_ok=True)
        self._remove_copies(but="")

    def close(self) -> None:
        """End the session: its copy, if any, is needed no longer."""
        if self._lock is not None:
            # The header first: a folder without one is never offered.
            (self._own / _HEADER).unlink(missing_ok=True)
            self._lock.release()
            self._lock = None
            shutil.rmtree(self._own, ignore_errors=True)

    def found(self) -> list[Snapshot]:
        """The copies of sessions whose program runs no longer, the latest first. Damaged ones are left out."""
        if not self._all.is_dir():
            return []
        snapshots, without = [], []
        for folder in self._all.iterdir():
            if folder == self._own:
                continue
            if not (folder / _HEADER).is_file():
                without.append(folder)
            elif _is_over(folder) and (snapshot := _snapshot(folder)):
                snapshots.append(snapshot)
        self._remove_left_over(without)
        return sorted(snapshots, key=_when, reverse=True)

    def claim(self, snapshot: Snapshot) -> bool:
        """Keep others from finding a copy until `let_go` or the end of this program; False where another was faster."""
        lock = Lock(snapshot.folder / _LOCK)
        try:
            if not _acquired(lock):
                return False
        except OSError:  # it is gone already
            return False
        self._claims[snapshot.folder] = lock
        return True

    def let_go(self) -> None:
        """Let others find again what was claimed and is still there."""
        for lock in self._claims.values():
            lock.release()
        self._claims.clear()

    def load(self, snapshot: Snapshot) -> Project:
        """The project of which `snapshot` is a copy. Raises FileRefused. The copy stays until it is discarded."""
        source = snapshot.folder / snapshot.copy
        try:
            data, _ = disk.read(source, limits.FILE_SIZE)
        except (OSError, disk.TooBig) as error:
            raise FileRefused(source, (Problem("recovery-damaged"),)) from error
        try:
            project = loads(data, str(source))
        except FileRefused as refused:
            if any(problem.code == "too-new" for problem in refused.problems):
                raise  # a newer program wrote it, and can read it
            raise FileRefused(source, (Problem("recovery-damaged"),)) from refused
        return PictureStore(snapshot.folder / _PICTURES).give_to(project)

    def discard(self, snapshot: Snapshot) -> None:
        """Delete the copy for good; nothing happens when it is gone already."""
        (snapshot.folder / _HEADER).unlink(missing_ok=True)
        if snapshot.folder in self._claims:
            self._claims.pop(snapshot.folder).release()
        shutil.rmtree(snapshot.folder, ignore_errors=True)

    def _write(self, project: Project, path: Path | None, fingerprint: Fingerprint | None) -> None:
        self._begin()
        without_pictures = self._pictures.take_from(project)
        self._number += 1
        copy = f"{self._number}.cjmap"
        disk.write(self._own / copy, dumps(without_pictures))
        disk.write(self._own / _HEADER, self._header(project, path, fingerprint, copy))

    def _begin_anew(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self._pictures = PictureStore(self._own / _PICTURES)

    def _begin(self) -> None:
        if self._lock is not None:
            return
        (self._own / _PICTURES).mkdir(parents=True, exist_ok=True, mode=0o700)
        self._own.chmod(0o700)  # what people write about their customers is nobody else's business
        lock = Lock(self._own / _LOCK)
        if not _acquired(lock):
            raise SaveFailed(self._own, Problem("in-use"))
        self._lock = lock

    def _header(self, project: Project, path: Path | None, fingerprint: Fingerprint | None, copy: str) -> bytes:
        header = {
            "format": _FORMAT,
            "version": _VERSION,
            "copy": copy,
            "path": None if path is None else str(path),
            "title": project.title,
            "written": self._clock().isoformat(),
            "fingerprint": None if fingerprint is None else asdict(fingerprint),
        }
        return json.dumps(header, indent=1).encode()  # in ASCII: paths may hold bytes that are no text

    def _remove_left_over(self, folders: list[Path]) -> None:
        """Delete those of these folders whose session ended, long ago, without a copy to offer."""
        if not folders:
            return
        with suppress(OSError):  # where nothing can be made, nothing can be deleted
            long_ago = disk.now_in(self._all) - _LEFT_OVER_AFTER
            for folder in folders:
                if _was_taken_before(long_ago, folder) and _is_over(folder):
                    shutil.rmtree(folder, ignore_errors=True)

    def _remove_copies(self, *, but: str) -> None:
        with suppress(OSError):  # what stays takes room and nothing else: the header does not lead to it
            for entry in list(self._own.glob("*.cjmap")):
                if entry.name != but:
                    entry.unlink(missing_ok=True)


def _when(snapshot: Snapshot) -> datetime:
    return snapshot.written


def _was_taken_before(moment: float, folder: Path) -> bool:
    try:
        return (folder / _LOCK).stat().st_mtime < moment
    except OSError:
        return False  # not a session's folder, or one that is just being made


def _is_over(folder: Path) -> bool:
    try:
        return Lock(folder / _LOCK).is_free()
    except OSError:
        return False  # not ours to look into


def _acquired(lock: Lock) -> bool:
    """Take a lock that somebody may be looking at for a moment."""
    for delay in _MOMENTS:
        if lock.acquire():
            return True
        time.sleep(delay)
    return lock.acquire()


def _snapshot(folder: Path) -> Snapshot | None:
    try:
        data, _ = disk.read(folder / _HEADER, limits.HEADER_SIZE)
        header = json.loads(data)
        if header["format"] != _FORMAT or header["version"] != _VERSION or not _COPY.fullmatch(header["copy"]):
            return None
        path, written = header["path"], datetime.fromisoformat(header["written"])
        return Snapshot(
            folder=folder,
            path=None if path is None else Path(path),
            written=written if written.tzinfo else written.astimezone(),
            title=str(header["title"]),
            fingerprint=_fingerprint(header["fingerprint"]),
            copy=header["copy"],
        )
    except (OSError, disk.TooBig, ValueError, LookupError, TypeError, RecursionError):
        return None


def _fingerprint(fields: dict[str, Any] | None) -> Fingerprint | None:
    if fields is None:
        return None
    return Fingerprint(int(fields["size"]), int(fields["mtime_ns"]), str(fields["sha256"]))
