from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from cjeditor.window.preferences import RECENT_LIMIT, Preferences


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cjeditor.ini"


def test_what_was_kept_is_there_after_a_restart(qtbot: QtBot, file: Path, tmp_path: Path) -> None:
    first = Preferences(file)
    first.set_language("de")
    first.set_theme("dark")
    first.remember_file(tmp_path / "a, b & c.cjmap")
    first.remember_folder(tmp_path)
    first.keep_bytes("geometry", QByteArray(b"\x01\x00\xff"))
    first.keep_flag("blocks", False)
    first.keep_zoom(tmp_path / "a, b & c.cjmap", 0.75)
    first.flush()
    second = Preferences(file)
    assert second.language == "de"
    assert second.theme == "dark"
    assert second.recent_files == [tmp_path / "a, b & c.cjmap"]
    assert second.last_folder == tmp_path
    assert second.bytes_of("geometry") == QByteArray(b"\x01\x00\xff")
    assert second.flag("blocks", True) is False
    assert second.zoom_of(tmp_path / "a, b & c.cjmap") == pytest.approx(0.75)


def test_recent_files_are_ten_newest_first_each_once(qtbot: QtBot, file: Path, tmp_path: Path) -> None:
    preferences = Preferences(file)
    for number in range(12):
        preferences.remember_file(tmp_path / f"{number}.cjmap")
    preferences.remember_file(tmp_path / "other" / ".." / "5.cjmap")
    names = [path.stem for path in preferences.recent_files]
    assert names == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
    assert len(names) == RECENT_LIMIT
    with qtbot.waitSignal(preferences.recent_changed):
        preferences.clear_recent_files()
    assert preferences.recent_files == []


def test_damaged_settings_count_as_not_set(qtbot: QtBot, file: Path) -> None:
    file.write_text(
        "[General]\ntheme=pink\nlanguage=xx\nrecent=@Variant(\\0\\0)\nlast_folder=/no/such\n[flags]\nblocks=?\n"
    )
    preferences = Preferences(file)
    assert preferences.theme == "system"
    assert preferences.language == "en"
    assert preferences.last_folder is None
    assert preferences.flag("blocks", True) is True
    assert preferences.bytes_of("geometry").isEmpty()


def test_only_files_that_are_remembered_keep_their_zoom(qtbot: QtBot, file: Path, tmp_path: Path) -> None:
    preferences = Preferences(file)
    preferences.keep_zoom(tmp_path / "old.cjmap", 2.0)
    preferences.remember_file(tmp_path / "new.cjmap")
    preferences.keep_zoom(tmp_path / "new.cjmap", 0.5)
    assert preferences.zoom_of(tmp_path / "old.cjmap") is None
    assert preferences.zoom_of(tmp_path / "new.cjmap") == pytest.approx(0.5)


def test_theme_is_told_when_it_changes(qtbot: QtBot, file: Path) -> None:
    preferences = Preferences(file)
    with qtbot.waitSignal(preferences.theme_changed):
        preferences.set_theme("dark")
    with qtbot.assertNotEmitted(preferences.theme_changed):
        preferences.set_theme("dark")
