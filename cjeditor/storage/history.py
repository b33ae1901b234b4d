"""Earlier versions of project files: those that were saved, and those that a person gave a name.

They lie in the person's own data folder, so that no project folder fills with copies, a folder for each file:

    <folder>/<key>/<version>.json    what the version is; written last, so that there is none without its copy
    <folder>/<key>/<version>.cjmap   the project without its pictures, or a file as it was found, whole
    <folder>/<key>/pictures/…        each picture once, by its SHA-256
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from cjeditor.model.pictures import without_unused
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage import disk, limits, problems, thinning
from cjeditor.storage.load import FileRefused, loads
from cjeditor.storage.picture_store import PictureStore
from cjeditor.storage.save import SaveFailed, dumps

Kind = Literal["saved", "named", "found"]
"""`saved` by this program; `named` by a person; `found` on the disk before the first save, whoever wrote it."""

_FORMAT = "cjeditor-history"
_VERSION = 1
_PICTURES = "pictures"
_LOOK_EVERY = 10
"""Versions kept between two looks at the size of everything."""
_NAME = re.compile(r"\d{8}T\d{12}-[0-9a-f]{8}")
_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class Version:
    """An earlier version of a project.

    `key` stands for its file, `path` is what that was called (None before it had one); `name` is what a person called
    it; `title` is the project's, `cards` how many there are; `sum` is the SHA-256 of the file that held it, if one did;
    `size` its bytes on the disk, without pictures that it may share.
    """

    key: str
    id: str
    kind: Kind
    written: datetime
    name: str
    title: str
    path: Path | None
    cards: int
    size: int
    sum: str
    pictures: tuple[str, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether a person gave it a name; such a version stays until a person deletes it."""
        return self.kind == "named"


class History:
    """All earlier versions. Several programs may use one folder at a time.

    `folder` is made when needed; `clock` gives the time with its zone; `limit` is in bytes.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime], limit: int = limits.HISTORY_SIZE) -> None:
        self._folder = folder
        self._clock = clock
        self._limit = limit
        self._kept = 0
        self._number = 0
        self._read: dict[Path, tuple[tuple[int, int, int], Version | None]] = {}

    def keep(self, key: str, project: Project, path: Path | None, *, name: str = "", sum_: str = "") -> Version:
        """Keep `project` as it is now. Raises SaveFailed.

        Args:
            key: the file's, from `key_of`, or an open project's own as long as it has no file.
            project: what is kept.
            path: the file's, for people.
            name: what a person calls this version; empty where it is kept because it was saved.
            sum_: the SHA-256 of the file that holds it.
        """
        project = without_unused(project)
        version = self._version(
            key,
            kind="named" if name else "saved",
            name=name,
            title=project.title,
            path=path,
            cards=_cards(project),
            sum=sum_,
            pictures=tuple(asset.sha256 for asset in project.assets),
        )
        try:
            self._make_folder(key)
            data = dumps(self._pictures(key).take_from(project))
        except OSError as error:
            raise SaveFailed(self._folder / key, problems.from_writing(error)) from error
        version = self._write(version, data)
        with suppress(OSError):  # it is kept; what is too much goes another time
            self.thin(key)
        return version

    def keep_found(self, key: str, data: bytes, path: Path, *, sum_: str, project: Project | None = None) -> Version:
        """Keep a file as it was found on the disk, byte by byte; what is too much stays for now. Raises SaveFailed.

        Args:
            key: the file's, from `key_of`.
            data: what it holds.
            path: the file's, for people.
            sum_: the SHA-256 of `data`.
            project: what is in it, where that is known; otherwise it is read.
        """
        if project is None:
            with suppress(FileRefused):  # whatever it is, it can be kept
                project = loads(data, str(path))
        known = {} if project is None else {"title": project.title, "cards": _cards(project)}
        return self._write(self._version(key, kind="found", path=path, sum=sum_, **known), data)

    def knows(self, key: str, sum_: str) -> bool:
        """Return whether the file with this SHA-256 is among the versions."""
        return any(version.sum == sum_ for version in self.versions(key))

    def versions(self, key: str) -> list[Version]:
        """The versions of a file, the latest first. Damaged ones are left out."""
        found: list[Version] = []
        with suppress(OSError):  # a folder that cannot be read through
            found.extend(filter(None, map(self._version_at, self._headers(self._folder / key))))
        return sorted(found, key=_when, reverse=True)

    def files(self) -> list[Version]:
        """The latest version of each file, the latest first."""
        latest = (versions[0] for key in self._keys() if (versions := self.versions(key)))
        return sorted(latest, key=_when, reverse=True)

    def load(self, version: Version) -> Project:
        """The project as it was then. Raises FileRefused."""
        source = self._folder / version.key / f"{version.id}.cjmap"
        try:
            data, _ = disk.read(source, limits.FILE_SIZE)
        except (OSError, disk.TooBig) as error:
            raise FileRefused(source, (Problem("version-damaged"),)) from error
        try:
            project = loads(data, str(source))
        except FileRefused as refused:
            if version.kind == "found" or any(problem.code == "too-new" for problem in refused.problems):
                raise  # it never was a project that we can read
            raise FileRefused(source, (Problem("version-damaged"),)) from refused
        return self._pictures(version.key).give_to(project)

    def rename(self, version: Version, name: str) -> None:
        """Give a version a name, or take it: one without a name is thinned like all others. Raises SaveFailed."""
        kind: Kind = "named" if name else "saved"
        self._write_header(Version(**{**_fields(version), "kind": kind, "name": name}))

    def delete(self, version: Version) -> None:
        """Delete a version for good; nothing happens when it is gone already."""
        for suffix in (".json", ".cjmap"):
            with suppress(OSError):
                (self._folder / version.key / f"{version.id}{suffix}").unlink()
        self._read.pop(self._folder / version.key / f"{version.id}.json", None)

    def adopt(self, key: str, other: str) -> None:
        """Give the versions under the key `other` to `key`: an open project has got its file."""
        source, target = self._folder / other, self._folder / key
        if key == other or not source.is_dir():
            return
        with suppress(OSError):
            self._make_folder(key)
            (target / _PICTURES).mkdir(exist_ok=True, mode=0o700)
            # The headers last: each leads to a copy and to pictures that are there already.
            for pattern in (f"{_PICTURES}/*", "*.cjmap", "*.json"):
                for entry in list(source.glob(pattern)):
                    entry.replace(target / entry.relative_to(source))
        self._remove_empty(other)

    def thin(self, key: str) -> None:
        """Delete what is too old or, now and then, what is too much for all files together."""
        for version in thinning.too_many(self.versions(key), self._clock()):
            self.delete(version)
        self._sweep(key)
        if self._kept % _LOOK_EVERY == 0:
            everything = [version for each in self._keys() for version in self.versions(each)]
            pictures = {
                (each, name): size
                for each in {version.key for version in everything if version.pictures}
                for name, size in self._pictures(each).sizes().items()
            }
            going = thinning.over_limit(everything, pictures, self._limit)
            for version in going:
                self.delete(version)
            for each in {version.key for version in going}:
                self._sweep(each)
        self._kept += 1

    def size(self) -> int:
        """Return how many bytes all versions take on the disk, their pictures with them."""
        total = 0
        for entry in self._folder.rglob("*"):
            with suppress(OSError):
                total += entry.stat().st_size if entry.is_file() else 0
        return total

    # ------------------------------------------------------------------------------------------------- the folder
    def _version(self, key: str, **fields: Any) -> Version:
        if not _KEY.fullmatch(key):
            raise ValueError(key)
        now = self._clock()
        # The time first, so that a listing of the folder reads like a history; then what orders those of one moment.
        self._number = (self._number + 1) % 0x10000
        stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%S%f}-{self._number:04x}{secrets.token_hex(2)}"
        empty = {"name": "", "title": "", "cards": 0, "size": 0, "sum": ""}
        return Version(**{**empty, "key": key, "id": stamp, "written": now, **fields})

    def _write(self, version: Version, data: bytes) -> Version:
        version = Version(**{**_fields(version), "size": len(data)})
        try:
            self._make_folder(version.key)
            disk.write(self._folder / version.key / f"{version.id}.cjmap", data)
        except OSError as error:
            raise SaveFailed(self._folder / version.key, problems.from_writing(error)) from error
        self._write_header(version)
        return version

    def _write_header(self, version: Version) -> None:
        fields = {
            "format": _FORMAT,
            "version": _VERSION,
            **asdict(version),
            "written": version.written.isoformat(),
            "path": None if version.path is None else str(version.path),
        }
        data = json.dumps(fields, indent=1).encode()  # in ASCII: paths may hold bytes that are no text
        try:
            disk.write(self._folder / version.key / f"{version.id}.json", data)
        except OSError as error:
            raise SaveFailed(self._folder / version.key, problems.from_writing(error)) from error

    def _make_folder(self, key: str) -> None:
        folder = self._folder / key
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)  # what people write about their customers is nobody else's business

    def _remove_empty(self, key: str) -> None:
        """Remove the folder of a file that has no versions any more."""
        for folder in (self._folder / key / _PICTURES, self._folder / key):
            with suppress(OSError):  # something is in it, or it is gone already
                folder.rmdir()

    def _pictures(self, key: str) -> PictureStore:
        return PictureStore(self._folder / key / _PICTURES)

    def _keys(self) -> list[str]:
        with suppress(OSError):
            return sorted(entry.name for entry in self._folder.iterdir() if _KEY.fullmatch(entry.name))
        return []

    def _headers(self, folder: Path) -> Iterator[Path]:
        return (entry for entry in folder.glob("*.json") if _NAME.fullmatch(entry.stem))

    def _version_at(self, header: Path) -> Version | None:
        """The version of that header, which is read again only when it is another file than last time."""
        try:
            status = header.stat()
        except OSError:
            self._read.pop(header, None)
            return None
        seen = (status.st_ino, status.st_size, status.st_mtime_ns)
        known = self._read.get(header)
        if known is None or known[0] != seen:
            known = self._read[header] = (seen, _version_at(header))
        return known[1]

    def _sweep(self, key: str) -> None:
        """Delete pictures and copies that no version needs, unless somebody may be making theirs just now."""
        try:
            an_hour_ago = disk.now_in(self._folder) - thinning.HOUR
        except OSError:
            return  # nothing can be deleted there, either
        known = [version for header in self._headers(self._folder / key) if (version := self._version_at(header))]
        if len(known) < len(list(self._headers(self._folder / key))):
            return  # what cannot be read just now may need them
        self._pictures(key).keep_only({name for version in known for name in version.pictures}, before=an_hour_ago)
        for copy in list((self._folder / key).glob("*.cjmap")):
            if not copy.with_suffix(".json").exists():
                with suppress(OSError):
                    if copy.stat().st_mtime < an_hour_ago:
                        copy.unlink()
        if not known:
            with suppress(OSError):
                if (self._folder / key).stat().st_mtime < an_hour_ago:
                    self._remove_empty(key)


def key_of(path: Path) -> str:
    """The key of a project file: the same for each way that leads to it through links."""
    return hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]


def _cards(project: Project) -> int:
    return sum(len(each.touchpoints) + len(each.notes) for each in project.maps)


def _fields(version: Version) -> dict[str, Any]:
    return {name: getattr(version, name) for name in Version.__dataclass_fields__}


def _when(version: Version) -> tuple[datetime, str]:
    return version.written, version.id


def _version_at(header: Path) -> Version | None:
    try:
        data, _ = disk.read(header, limits.HEADER_SIZE)
        fields = json.loads(data)
        if fields["format"] != _FORMAT or fields["version"] != _VERSION or fields["kind"] not in get_args(Kind):
            return None
        written = datetime.fromisoformat(fields["written"])
        return Version(
            # From the names on the disk: what a header says of its own place is not believed.
            key=header.parent.name,
            id=header.stem,
            kind=fields["kind"],
            written=written if written.tzinfo else written.astimezone(),
            name=str(fields["name"]),
            title=str(fields["title"]),
            path=None if fields["path"] is None else Path(fields["path"]),
            cards=int(fields["cards"]),
            size=int(fields["size"]),
            sum=str(fields["sum"]),
            pictures=tuple(map(str, fields["pictures"])),
        )
    except (OSError, disk.TooBig, ValueError, LookupError, TypeError, RecursionError, AttributeError):
        return None
