"""The file of a person's own building blocks: strict, whole at any moment, never lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cjeditor.storage import limits
from cjeditor.storage.own_blocks import (
    ChannelOfBlock,
    OwnBlock,
    change_own_blocks,
    make_own_block,
    new_block_id,
    read_own_blocks,
    renamed,
)

ONE = OwnBlock(id="ob_one", name="One", text="One & only", channel="phone", tags=("a", "b"))
TWO = OwnBlock(
    id="ob_two", name="Zwei", kind="note", text="Zwei\nZeilen", note_kind="quote",
    own_channel=ChannelOfBlock(name="Fähre", mode="offline", icon="boat"),
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "blocks.json"


def keep(path: Path, *blocks: OwnBlock) -> None:
    change_own_blocks(path, lambda before: (*before, *blocks))


def test_without_a_file_there_are_none(path: Path) -> None:
    assert read_own_blocks(path) == ((), None)
    assert not path.parent.exists()


def test_what_was_kept_comes_back_in_order(path: Path) -> None:
    keep(path, TWO)
    keep(path, ONE)
    assert read_own_blocks(path).blocks == (TWO, ONE)
    assert "Fähre" in path.read_text(encoding="utf-8")
    assert len(path.read_text(encoding="utf-8").splitlines()) == 4


def test_what_another_program_added_meanwhile_stays(path: Path) -> None:
    keep(path, ONE)
    seen = read_own_blocks(path).blocks
    keep(path, TWO)
    change_own_blocks(path, lambda before: tuple(renamed(each, "New") if each == seen[0] else each for each in before))
    assert [block.name for block in read_own_blocks(path).blocks] == ["New", "Zwei"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"\xff\xfe",
        b"[]",
        b'{"format": "cjeditor-blocks", "version": 2, "blocks": []}',
        b'{"format": "other", "version": 1, "blocks": []}',
        b'{"format": "cjeditor-blocks", "version": 1, "blocks": [{"id": "ob_x", "name": "", "text": "x"}]}',
        b'{"format": "cjeditor-blocks", "version": 1, "blocks": [{"id": "x", "name": "x", "text": "x"}]}',
        b'{"format": "cjeditor-blocks", "version": 1, "more": 1}',
    ],
)
def test_a_damaged_file_is_set_aside_and_kept(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    found = read_own_blocks(path)
    assert found.blocks == ()
    assert found.set_aside is not None
    assert found.set_aside.read_bytes() == content
    path.write_bytes(content)
    keep(path, ONE)
    assert read_own_blocks(path).blocks == (ONE,)
    assert len(list(path.parent.glob("blocks.damaged-*.json"))) == 2


def test_an_id_that_stands_twice_counts_once(path: Path) -> None:
    path.parent.mkdir()
    blocks = [{"id": "ob_a", "name": "first", "text": "x"}, {"id": "ob_a", "name": "second", "text": "x"}]
    path.write_text(json.dumps({"format": "cjeditor-blocks", "version": 1, "blocks": blocks}), encoding="utf-8")
    assert [block.name for block in read_own_blocks(path).blocks] == ["first"]


def test_what_cannot_be_read_is_not_replaced(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        keep(path, ONE)
    assert path.is_dir()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    real = tmp_path / "real.json"
    path.symlink_to(real)
    keep(path, ONE)
    assert path.is_symlink()
    assert read_own_blocks(real).blocks == (ONE,)


def test_names_are_cut_and_bad_fields_make_no_block() -> None:
    assert len(renamed(ONE, "x" * 999).name) == limits.BLOCK_NAME
    assert make_own_block(id=new_block_id(), name="x", text="") is None
    assert make_own_block(id=new_block_id(), name="x\0", text="x") is None
    assert make_own_block(id=new_block_id(), name="x", text="x") is not None
