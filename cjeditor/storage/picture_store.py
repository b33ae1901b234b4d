"""Copies of projects without their pictures, which lie beside them, each once, named by its SHA-256."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from cjeditor.model.pictures import is_whole
from cjeditor.model.project import Asset, Project
from cjeditor.model.replace import replace
from cjeditor.storage import disk, limits

_LENGTH = 64
"""Letters of a SHA-256 in hexadecimal."""


class PictureStore:
    """A folder of pictures in base64. It is made when the first one is put into it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stored: set[str] = set()

    def take_from(self, project: Project) -> Project:
        """Return `project` without the bytes of its pictures, which lie in the store then. Raises OSError."""
        if not project.assets:
            return project
        for asset in project.assets:
            self._put(asset)
        return replace(project, assets=tuple(replace(asset, data="") for asset in project.assets))

    def give_to(self, project: Project) -> Project:
        """Return `project` with the bytes of its pictures; where one is lost or damaged, it stays without."""
        if all(asset.data for asset in project.assets):
            return project
        return replace(project, assets=tuple(each if each.data else self._with_bytes(each) for each in project.assets))

    def sizes(self) -> dict[str, int]:
        """Return how many bytes each picture takes on the disk, by its sum."""
        found = {}
        with suppress(OSError):  # no folder, or none that can be read through
            for entry in os.scandir(self._folder):
                if len(entry.name) == _LENGTH:
                    with suppress(OSError):
                        found[entry.name] = entry.stat().st_size
        return found

    def keep_only(self, sums: Collection[str], *, before: float) -> None:
        """Delete the pictures that are not among these and were last asked for before a time.

        That is in seconds (POSIX), by the clock of the folder (`disk.now_in`). Younger ones may belong to a copy that
        another program is just making.
        """
        if not self._folder.is_dir():
            return
        for entry in list(self._folder.iterdir()):
            if len(entry.name) == _LENGTH and entry.name not in sums:
                with suppress(OSError):
                    if entry.stat().st_mtime < before:
                        entry.unlink()
                        self._stored.discard(entry.name)

    def _put(self, asset: Asset) -> None:
        if asset.sha256 in self._stored or not asset.data:
            return
        target = self._folder / asset.sha256
        try:
            os.utime(target)  # it is in use, says its time
        except OSError:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            disk.write(target, asset.data.encode())
        self._stored.add(asset.sha256)

    def _with_bytes(self, asset: Asset) -> Asset:
        try:
            data, _ = disk.read(self._folder / asset.sha256, limits.FILE_SIZE)
        except (OSError, disk.TooBig):
            return asset  # all else is worth having without this picture
        found = replace(asset, data=data.decode("ascii", errors="ignore"))
        return found if is_whole(found) else asset
