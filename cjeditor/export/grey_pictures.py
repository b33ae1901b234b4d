"""Pictures without their colours."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Mapping

from PIL import Image

from cjeditor.model.pictures import content, size_of
from cjeditor.model.project import Asset
from cjeditor.model.replace import replace

_QUALITY = 90
"""Of photos: their noise would make a grey PNG many times as large."""


def in_grey(data: bytes) -> bytes:
    """A picture as a grey PNG; what shines through still does. Bytes that are no picture come back as they are."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            has_alpha = "A" in picture.getbands() or "transparency" in picture.info
            grey = picture.convert("RGBA").convert("LA") if has_alpha else picture.convert("L")
    except Exception:  # noqa: BLE001  whatever Pillow makes of damaged bytes, who embeds them says that they are
        return data
    # reportlab takes an alpha channel from RGBA only; equal channels compress to little more than one.
    kept = grey.convert("RGBA") if has_alpha else grey
    out = io.BytesIO()
    kept.save(out, format="PNG")
    return out.getvalue()


def all_in_grey(pictures: Mapping[str, Asset]) -> dict[str, Asset]:
    """Pictures by the sum of what they were in colour; photos stay photos, and what cannot be drawn stays as it is."""
    return {name: asset_in_grey(asset) for name, asset in pictures.items()}


def asset_in_grey(asset: Asset) -> Asset:
    """A picture in grey under the sum of what it was in colour."""
    if size_of(asset) is None:
        return asset
    data = content(asset)
    grey = _photo_in_grey(data) if asset.media_type == "image/jpeg" else in_grey(data)
    return replace(asset, data=b64encode(grey).decode("ascii"))


def _photo_in_grey(data: bytes) -> bytes:
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data)) as photo:
            turned = photo.info.get("exif", b"")  # says which side is up
            photo.convert("L").save(out, format="JPEG", quality=_QUALITY, exif=turned)
    except Exception:  # noqa: BLE001  as above
        return data
    return out.getvalue()
