"""A folder that a process without root's rights can enter, too."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter and write into: pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="cjeditor-test-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)
