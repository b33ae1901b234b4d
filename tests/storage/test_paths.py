"""The program's own folders: where the system wants them, or all in one place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cjeditor.storage import paths


def test_one_home_for_everything(tmp_path: Path) -> None:
    home = {"CJEDITOR_HOME": str(tmp_path)}
    folders = [paths.state_folder(home), paths.config_folder(home), paths.data_folder(home)]
    assert folders == [tmp_path / "state", tmp_path / "config", tmp_path / "data"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other places")
def test_where_the_system_wants_them(home: Path) -> None:
    folders = [paths.state_folder({}), paths.config_folder({}), paths.data_folder({"CJEDITOR_HOME": ""})]
    assert folders == [home / "state" / "cjeditor", home / "config" / "cjeditor", home / "data" / "cjeditor"]


def test_a_path_loses_its_detours_but_not_its_links(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)

    assert paths.tidy(tmp_path / "a" / ".." / "b.cjmap") == tmp_path / "b.cjmap"
    assert paths.tidy(tmp_path / "link" / "b.cjmap") == tmp_path / "link" / "b.cjmap"
