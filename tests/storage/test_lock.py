"""A lock is held by one, until it is released or its process dies."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjeditor.storage.lock import Lock


def test_only_one_has_it(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert one.acquire()
    assert one.acquire()
    assert not other.acquire()
    one.release()
    one.release()
    assert other.acquire()
    assert not one.acquire()


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Lock(tmp_path / "none" / "lock").acquire()
