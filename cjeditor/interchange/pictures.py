"""Taking pictures in: any common format becomes a PNG or JPEG of moderate size that says nothing but the picture."""

from __future__ import annotations

import hashlib
import io
import stat
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from cjeditor.interchange.problems import ImportRefused, import_refused
from cjeditor.model.project import Asset
from cjeditor.model.replace import make
from cjeditor.storage import limits

if TYPE_CHECKING:
    from PIL import Image

FORMATS: Final = ("PNG", "JPEG", "WEBP", "GIF", "BMP")

_MEGABYTE = 1_000_000
_QUALITY = 85
_FEW_COLOURS, _FEW_GREYS = 256, 64
_HEAD = 4_096
_GIVEN_UP = (OSError, ValueError, SyntaxError, LookupError, TypeError, ArithmeticError, EOFError, Warning)
"""What decoders raise; warnings only where somebody made errors of them."""


def picture_in(path: Path) -> Asset:
    """The picture in a file, with an id made of its sum. Takes up to a second. Raises ImportRefused."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise import_refused("picture-unknown-format")
        _check_length(status.st_size)
        with path.open("rb") as file:
            data = file.read(limits.PICTURE_FILE_SIZE + 1)
    except OSError as error:
        raise import_refused("picture-not-read", reason=error.strerror or type(error).__name__) from error
    return picture_of(data)


def picture_of(data: bytes) -> Asset:
    """The picture whose file has these bytes, with an id made of its sum. Takes up to a second.

    Of an animation the first frame is taken. The picture is turned as its camera says, scaled down to
    `limits.PICTURE_SIDE`, and rid of all that files say beside the picture: where and when it was taken, by whom,
    previews. What has transparency or few colours becomes a PNG, everything else a JPEG.

    Raises:
        ImportRefused: too large, of no format that is read, or damaged.
    """
    _check_length(len(data))
    with _sober(data):
        plain = _decoded(data)
        media_type, encoded = _encoded(plain)
    total = hashlib.sha256(encoded).hexdigest()
    return make(
        Asset,
        id=f"as_{total[:20]}",
        sha256=total,
        media_type=media_type,
        data=b64encode(encoded).decode("ascii"),
    )


def _check_length(length: int) -> None:
    if length > limits.PICTURE_FILE_SIZE:
        sizes = {"megabytes": -(-length // _MEGABYTE), "limit": limits.PICTURE_FILE_SIZE // _MEGABYTE}
        raise import_refused("picture-file-too-big", **sizes)


@contextmanager
def _sober(data: bytes) -> Iterator[None]:
    """Turn every way in which a decoder gives up into a problem that people can do something about."""
    # Imported here and below: pictures are taken in rarely, and reading formats takes time to load.
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  see above

    try:
        yield
    except UnidentifiedImageError as error:
        raise import_refused(_unidentified(data)) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except _GIVEN_UP as error:
        raise import_refused("picture-damaged") from error


def _unidentified(data: bytes) -> str:
    """Which problem there is with bytes that no decoder wants."""
    head = data[:_HEAD].lower()
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<svg" in head:
        return "picture-is-svg"
    begins = data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")) or data[8:12] == b"WEBP"
    return "picture-damaged" if begins else "picture-unknown-format"


def _too_many_pixels() -> ImportRefused:
    return import_refused("picture-too-many-pixels", limit=limits.PICTURE_FILE_PIXELS // 1_000_000)


def _decoded(data: bytes) -> Image.Image:
    """The first frame, upright and no larger than is kept, as RGB, RGBA or grey."""
    from PIL import Image  # noqa: PLC0415  see above

    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        if opened.width * opened.height > limits.PICTURE_FILE_PIXELS:
            raise _too_many_pixels()
        # A JPEG is decoded at a fraction of its size, as long as that is more than is kept.
        opened.draft(None, (limits.PICTURE_SIDE, limits.PICTURE_SIDE))
        opened.load()
        return _scaled(_upright(_in_plain_mode(opened)))


def _upright(image: Image.Image) -> Image.Image:
    """The picture turned as its camera says; as it is where the camera's words are damaged."""
    from PIL import ImageOps  # noqa: PLC0415  see above

    try:
        return ImageOps.exif_transpose(image)
    except _GIVEN_UP:
        return image


def _in_plain_mode(image: Image.Image) -> Image.Image:
    """The picture in a mode that both formats and all programs know; transparency is kept."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I"):  # 16 bits a pixel: converted as they are, all but the darkest would be white
        return image.convert("I").point(_in_eight_bits).convert("L")
    return image.convert("L" if image.mode in ("1", "L", "F") else "RGB")


def _in_eight_bits(value: Any) -> Any:
    return value * (1 / 257)


def _scaled(image: Image.Image) -> Image.Image:
    from PIL import Image  # noqa: PLC0415  see above

    longest = max(image.size)
    if longest <= limits.PICTURE_SIDE:
        return image
    size = (max(1, round(side * limits.PICTURE_SIDE / longest)) for side in image.size)
    return image.resize((next(size), next(size)), Image.Resampling.LANCZOS)


def _encoded(image: Image.Image) -> tuple[Literal["image/png", "image/jpeg"], bytes]:
    """The picture as PNG where it is transparent or a drawing of few colours, else as JPEG."""
    out = io.BytesIO()
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    few = _FEW_GREYS if image.mode == "L" else _FEW_COLOURS
    image.info.clear()  # what a decoder kept here would be written again: profiles, descriptions
    if image.mode == "RGBA" or image.getcolors(few) is not None:
        image.save(out, "PNG", optimize=True)
        return "image/png", out.getvalue()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return "image/jpeg", out.getvalue()
