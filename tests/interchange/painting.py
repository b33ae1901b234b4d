"""Picture files for tests, good ones and bad ones, made as other programs make them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageDraw

ORIENTATION = 0x0112
ROTATED = 6
"""The camera lay on its side: the picture is to be turned by a quarter to the right."""


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The image as a file of this kind."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photo(width: int = 640, height: int = 480) -> Image.Image:
    """Many colours, the upper left quarter mostly red."""
    image = Image.radial_gradient("L").resize((width, height))
    colours = Image.merge("RGB", (image, Image.linear_gradient("L").resize((width, height)), image.point(_inverse)))
    ImageDraw.Draw(colours).rectangle((0, 0, width // 2, height // 2), fill=(220, 20, 20))
    return colours


def _inverse(value: int) -> int:
    return 255 - value


def sign(width: int = 64, height: int = 64) -> Image.Image:
    """A few colours on a transparent ground."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((4, 4, width - 4, height - 4), fill=(30, 120, 60, 255))
    return image


def jpeg(width: int = 640, height: int = 480, **options: Any) -> bytes:
    """A photo as JPEG."""
    return encoded(photo(width, height), "JPEG", **options)


def png(width: int = 64, height: int = 64) -> bytes:
    """A sign as PNG."""
    return encoded(sign(width, height), "PNG")


def from_a_camera(width: int = 640, height: int = 480) -> bytes:
    """A photo that was taken with the camera on its side, with a description of where."""
    exif = Image.Exif()
    exif[ORIENTATION] = ROTATED
    exif[0x010E] = "taken at home"
    return jpeg(width, height, exif=exif, comment=b"secret")


def animation() -> bytes:
    """A GIF: a red frame, then a blue one."""
    red, blue = (Image.new("RGB", (40, 30), colour) for colour in ("red", "blue"))
    return encoded(red, "GIF", save_all=True, append_images=[blue], duration=100)


def bomb(side: int = 60_000) -> bytes:
    """A small PNG that would decode to `side` × `side` pixels, well formed."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = b"\0" * (1 + (side + 7) // 8) * 100
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    # Each part stands for itself, so that packing one packs them all.
    part, end = packer.compress(rows) + packer.flush(zlib.Z_FULL_FLUSH), packer.flush()
    total = 1
    for _ in range(side // 100):
        total = zlib.adler32(rows, total)
    packed = b"\x78\xda" + part * (side // 100) + end + struct.pack(">I", total)
    chunks = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )
