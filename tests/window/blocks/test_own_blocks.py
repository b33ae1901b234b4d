"""The own blocks that all windows share: what goes wrong with their file is said, and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cjeditor.storage.own_blocks import OwnBlock
from cjeditor.window.own_blocks import OwnBlocks
from tests.builders import small_project

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from cjeditor.window.house import House
    from cjeditor.window.program import Program

A, B, C = (OwnBlock(id=f"ob_{one}", name=one, text=one) for one in "abc")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the blocks lie."""
    return tmp_path / "config" / "blocks.json"


@pytest.fixture
def own(qtbot: QtBot, file: Path) -> OwnBlocks:
    """Return three blocks that are kept."""
    made = OwnBlocks(file)
    for block in (A, B, C):
        assert made.add(block)
    return made


def test_a_removed_block_comes_back_to_its_place(own: OwnBlocks, file: Path) -> None:
    told: list[str] = []
    own.changed.connect(lambda: told.append(own.removed))
    assert own.remove("ob_b") == "b"
    assert own.blocks == (A, C)
    assert own.remove("ob_b") == ""
    assert own.bring_back() == "b"
    assert own.blocks == OwnBlocks(file).blocks == (A, B, C)
    assert own.bring_back() == ""
    assert told == ["b", ""]


def test_what_cannot_be_written_changes_nothing_and_is_said(own: OwnBlocks, file: Path) -> None:
    said: list[str] = []
    own.failed.connect(said.append)
    file.unlink()
    file.mkdir()
    assert not own.add(OwnBlock(id="ob_d", name="d", text="d"))
    assert not own.rename("ob_a", "new")
    assert own.remove("ob_a") == ""
    assert own.removed == ""
    assert own.blocks == (A, B, C)
    assert len(said) == 3


def test_a_damaged_file_is_said_in_the_window_and_kept(
    qtbot: QtBot, house: House, program: Program, file: Path
) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text("{")
    window = program.open_window(small_project())
    qtbot.waitUntil(lambda: "blocks.damaged-1.json" in window.statusBar().currentMessage())
    assert house.own_blocks.blocks == ()
    assert file.with_name("blocks.damaged-1.json").read_text() == "{"
