"""The project's pictures: their bytes, whether they are whole, how large they are, and which of them are in use."""

from __future__ import annotations

import binascii
import hashlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cjeditor.model.project import Asset, Project
from cjeditor.model.replace import replace

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp")
"""Of picture files that are worth being looked into; what is in them decides."""

LONGEST_SIDE = 8_000
MOST_PIXELS = 24_000_000
"""What a picture in a file may measure: more of either is not drawn, for it would take all memory."""

_PNG = b"\x89PNG\r\n\x1a\n"
_BEGINNING = 8_192
"""Characters of base64, a multiple of four: a picture's size mostly stands within them."""
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""JPEG's markers of a frame, in which the size stands."""


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


def content(asset: Asset) -> bytes:
    """The bytes of a picture's file; none where they are lost or no base64."""
    try:
        return b64decode(asset.data, validate=True)
    except (binascii.Error, ValueError):
        return b""


def is_whole(asset: Asset) -> bool:
    """Whether the picture's bytes are those of its sum.

    One without any bytes is: a recovery copy may have lost them, and all else is worth having without.
    """
    return not asset.data or hashlib.sha256(content(asset)).hexdigest() == asset.sha256


def size_of(asset: Asset) -> Size | None:
    """How large the picture is; None where its header does not say so, or more than `MOST_PIXELS`."""
    found = _size_in(_decoded(asset.data[:_BEGINNING]), asset.media_type)
    if found is None and len(asset.data) > _BEGINNING:  # behind a long profile or description
        found = _size_in(content(asset), asset.media_type)
    if found is None or not min(found) > 0 or max(found) > LONGEST_SIDE or found.width * found.height > MOST_PIXELS:
        return None
    return found


def in_use(project: Project) -> frozenset[str]:
    """The sums of the pictures that notes and personas name."""
    return frozenset(_named(project))


def without_unused(project: Project) -> Project:
    """`project` less the pictures that nothing names any more; itself where there are none."""
    used = in_use(project)
    kept = tuple(asset for asset in project.assets if asset.sha256 in used)
    return project if len(kept) == len(project.assets) else replace(project, assets=kept)


def by_sum(project: Project) -> Mapping[str, Asset]:
    """The project's pictures by their sum."""
    return {asset.sha256: asset for asset in project.assets}


def _named(project: Project) -> Iterator[str]:
    for persona in project.personas:
        if persona.portrait is not None:
            yield persona.portrait
    for journey_map in project.maps:
        for note in journey_map.notes:
            if note.picture is not None:
                yield note.picture


def _decoded(beginning: str) -> bytes:
    try:
        return b64decode(beginning[: len(beginning) // 4 * 4])
    except (binascii.Error, ValueError):
        return b""


def _size_in(data: bytes, media_type: str) -> Size | None:
    if media_type == "image/png":
        if data[:8] != _PNG or data[12:16] != b"IHDR" or len(data) < 24:
            return None
        return Size(int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    return _size_in_jpeg(data)


def _size_in_jpeg(data: bytes) -> Size | None:
    """Go from segment to segment up to the frame."""
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            return Size(int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big"))
        # Fill bytes and markers without content are one byte and two bytes long, all others say how long they are.
        if marker == 0xFF:
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
