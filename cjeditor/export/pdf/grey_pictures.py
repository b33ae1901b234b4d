"""Pictures without their colours."""

from __future__ import annotations

import io

from PIL import Image


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
