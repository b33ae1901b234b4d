"""Pictures as projects hold them, for tests of what is done with them."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from typing import Literal

from cjeditor.interchange.pictures import picture_of
from cjeditor.model.edits.maps import set_persona
from cjeditor.model.edits.pictures import add_picture_notes, with_picture
from cjeditor.model.project import Asset, Project
from tests.builders import MAP, small_project
from tests.interchange import painting


@cache
def photo(width: int = 320, height: int = 240) -> Asset:
    """A photo, taken in."""
    return picture_of(painting.jpeg(width, height))


@cache
def sign(side: int = 64) -> Asset:
    """A drawing with transparency, taken in."""
    return picture_of(painting.png(side, side))


def asset_of(data: bytes, media_type: Literal["image/png", "image/jpeg"] = "image/png") -> Asset:
    """Bytes as a picture, whatever they are."""
    total = hashlib.sha256(data).hexdigest()
    return Asset(id=f"as_{total[:20]}", sha256=total, media_type=media_type, data=b64encode(data).decode())


def illustrated(*pictures: Asset, portrait: Asset | None = None) -> Project:
    """The small project with the pictures as notes nt_p0, nt_p1 … in its goals lane, and a portrait of its persona."""
    ids = iter(f"nt_p{number}" for number in range(len(pictures)))
    project, _ = add_picture_notes(
        small_project(), MAP, pictures, new_ids=lambda _prefix: next(ids), step="st_b", lane="ln_b"
    )
    if portrait is not None:
        project, total = with_picture(project, portrait)
        project = set_persona(project, "ps_a", portrait=total)
    return project
