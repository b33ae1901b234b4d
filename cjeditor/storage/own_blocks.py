"""The building blocks that a person has made: one small JSON file beside the preferences."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, StringConstraints, ValidationError

from cjeditor.model.fields import ChannelMode, Key, Line, NoteKind, Record, Text
from cjeditor.model.ids import random_letters
from cjeditor.storage import disk, limits

Name = Annotated[Line, StringConstraints(min_length=1, max_length=limits.BLOCK_NAME)]


class ChannelOfBlock(Record):
    """A channel that is none of the standard ones; `icon` names a glyph of the icon font."""

    name: Line
    mode: ChannelMode = "online"
    icon: Annotated[str, Field(max_length=60, pattern=r"^[a-z0-9-]*$")] = ""


class OwnBlock(Record):
    """A touchpoint or note to be used again. `channel` is a standard channel's key; `note_kind` is for notes."""

    id: Annotated[str, StringConstraints(pattern=r"^ob_[A-Za-z0-9_-]{1,40}$")]
    name: Name
    kind: Literal["touchpoint", "note"] = "touchpoint"
    text: Annotated[Text, StringConstraints(min_length=1)]
    channel: Key | None = None
    own_channel: ChannelOfBlock | None = None
    note_kind: NoteKind = "thought"
    tags: tuple[Line, ...] = ()


class _File(Record):
    format: Literal["cjeditor-blocks"]
    version: Literal[1]
    blocks: tuple[OwnBlock, ...] = ()


class OwnBlocksRead(NamedTuple):
    """What the file holds, in the order in which people made it; `set_aside` is where a damaged file lies now."""

    blocks: tuple[OwnBlock, ...]
    set_aside: Path | None = None


def read_own_blocks(path: Path) -> OwnBlocksRead:
    """Return the blocks of the file; none where there is no file.

    A file that cannot be understood (damaged, or of a newer version) is renamed, so that nothing is lost when the next
    block is saved. Raises OSError where it cannot be read or not be renamed; it stays as it is then.
    """
    try:
        data, _status = disk.read(path, limits.BLOCKS_SIZE)
        found = _File.model_validate_json(data)
    except FileNotFoundError:
        return OwnBlocksRead(())
    except (ValidationError, disk.TooBig):
        return OwnBlocksRead((), _set_aside(path))
    # An id that stands twice would be renamed and removed twice: the first is as good as the second.
    return OwnBlocksRead(tuple({block.id: block for block in reversed(found.blocks)}.values())[::-1])


def change_own_blocks(path: Path, edit: Callable[[tuple[OwnBlock, ...]], tuple[OwnBlock, ...]]) -> OwnBlocksRead:
    """Change the file as it is now, which another program may have changed meanwhile, and return what it holds.

    Raises OSError; then the file is what it was.
    """
    before = read_own_blocks(path)
    blocks = edit(before.blocks)
    lines = [json.dumps(block.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False) for block in blocks]
    text = '{"format": "cjeditor-blocks", "version": 1, "blocks": [\n' + ",\n".join(lines) + "\n]}\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    disk.write(path.resolve(), text.encode())
    return OwnBlocksRead(blocks, before.set_aside)


def new_block_id() -> str:
    """Return an id for a new block."""
    return f"ob_{random_letters()}"


def make_own_block(**fields: Any) -> OwnBlock | None:
    """Return a block of these fields; None where they cannot be kept in a file."""
    with suppress(ValidationError):
        return OwnBlock(**fields)
    return None


def renamed(block: OwnBlock, name: str) -> OwnBlock:
    """Return the block under another name, cut where it is too long; that is also what it puts onto the map."""
    return OwnBlock(**{**dict(block), "name": name[: limits.BLOCK_NAME], "text": name[: limits.BLOCK_NAME]})


def _set_aside(path: Path) -> Path:
    for number in range(1, 1000):
        place = path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")
        if not place.exists():
            path.rename(place)
            return place
    raise FileExistsError(path)
