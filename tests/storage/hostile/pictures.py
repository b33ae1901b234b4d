"""Pictures in projects that are none, that lie about themselves, or that would take all memory."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from hashlib import sha256

from tests.interchange import painting
from tests.storage.hostile.case import Case, Document, changed, place, record, with_value


def chunk(name: bytes, data: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def claiming(width: int, height: int, pixels: bytes = b"", *, more: bytes = b"") -> bytes:
    """A PNG that says that it has this size, with `pixels` deflated."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + more + chunk(b"IDAT", zlib.compress(pixels, 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


_DAMAGED = painting.png()
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'

SOUND_BUT_NOT_DRAWN: dict[str, bytes] = {
    "60 000 pixels square": claiming(60_000, 60_000),
    "four milliards of pixels wide": claiming(2**32 - 1, 2**32 - 1),
    "one line of a million pixels": claiming(1_000_000, 1),
    "a little more than is drawn": claiming(6_000, 4_001),
    "no width": claiming(0, 10),
    "no height": claiming(10, 0),
    "a JPEG of 65 535 pixels square": b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03" + bytes(12),
    "nothing but the signature": b"\x89PNG\r\n\x1a\n",
    "cut off within the header": painting.png()[:20],
    "SVG": _SVG,
    "HTML": b"<img src=http://evil.example/a.png>",
    "PDF": b"%PDF-1.7\n",
    "a program": b"\x7fELF\x02\x01\x01" + bytes(40),
    "a zip": b"PK\x03\x04" + bytes(40),
    "a JPEG that goes round in circles": b"\xff\xd8" + b"\xff\xe0\x00\x00" * 2_000,
    "a JPEG of fill bytes": b"\xff\xd8" + b"\xff" * 9_000,
    "a letter": b"x",
}
"""Bytes that stand in a sound file with the right sum: the project opens, and in place of the picture there is none."""

SOUND_AND_CHEAP: dict[str, bytes] = {
    "a small one with 50 MB deflated behind it": claiming(16, 16, bytes(50_000_000)),
    "a small one with 50 MB of text deflated in it": claiming(
        16, 16, bytes(16 * 49), more=chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(50_000_000), 9))
    ),
    "a small one with 50 MB of colour profile deflated in it": claiming(
        16, 16, bytes(16 * 49), more=chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(50_000_000), 9))
    ),
    "a small one without its pixels": claiming(64, 64),
    "the largest that is drawn, without its pixels": claiming(6_000, 4_000),
    "a small one, cut off": _DAMAGED[: len(_DAMAGED) // 2],
    "a small one with wrong check sums": _DAMAGED.replace(b"IDAT", b"IDAT", 1)[:-20] + bytes(20),
}
"""Bytes whose header promises a small picture, and which break the promise."""


def _as_asset(**changes: object) -> bytes:
    def change(made: Document) -> None:
        record(made, "assets", "as_a").update(changes)

    return changed(change)


def _with_bytes(data: bytes) -> bytes:
    return _as_asset(data=b64encode(data).decode())


_PATHS = (
    "/etc/passwd",
    "../picture.png",
    "picture.png",
    "C:\\Users\\a\\picture.png",
    "\\\\192.0.2.1\\share\\picture.png",
    "//192.0.2.1/share/picture.png",
    "file:///etc/passwd",
    "http://evil.example/picture.png",
    "https://example.org/picture.png",
    "ftp://192.0.2.1/picture.png",
    "data:image/png;base64,iVBORw0KGgo=",
    "qrc:/picture.png",
    ":/picture.png",
    "~/picture.png",
    "$HOME/picture.png",
    "|id",
    "<svg></svg>",
    "",
    "0" * 63,
    "0" * 65,
    "A" * 64,
)

_FIELDS = (("notes", "nt_a", "picture"), ("personas", "ps_a", "portrait"))
_REFUSED = "field-refused"
_PATTERN = "string_pattern_mismatch"

CASES = (
    *(
        Case(
            f"{text!r} as {field} in {table}",
            with_value(table, field, text, record_id),
            _REFUSED,
            place(table, record_id, field),
            _PATTERN,
        )
        for text in _PATHS
        for table, record_id, field in _FIELDS
    ),
    *(
        Case(
            f"{text!r} as the bytes of a picture", _as_asset(data=text), _REFUSED, ("assets", "as_a", "data"), _PATTERN
        )
        for text in ("file:///etc/passwd", "data:image/png;base64,AAAA", "<svg>", "a b", "a\nb", "aGFsbG8*", "aGFsbG8_")
    ),
    *(
        Case(
            f"{kind!r} as kind of a picture",
            _as_asset(media_type=kind),
            _REFUSED,
            ("assets", "as_a", "media_type"),
            "literal_error",
        )
        for kind in (
            "image/svg+xml",
            "text/html",
            "image/gif",
            "application/pdf",
            "IMAGE/PNG",
            "image/png; charset=x",
            "",
        )
    ),
    *(
        Case(
            f"{text[:20]!r} as the sum of a picture",
            _as_asset(sha256=text),
            _REFUSED,
            ("assets", "as_a", "sha256"),
            _PATTERN,
        )
        for text in ("", "0" * 63, "../../etc/passwd", sha256(painting.png()).hexdigest().upper())
    ),
    Case(
        "17 MB as the bytes of a picture",
        _as_asset(data="A" * 17_000_000),
        _REFUSED,
        ("assets", "as_a", "data"),
        "string_too_long",
    ),
    Case(
        "one bit flipped in a picture",
        _with_bytes(bytes([painting.png()[0] ^ 1]) + painting.png()[1:]),
        "picture-sum-wrong",
        ("assets", "as_a"),
    ),
    Case("half a picture", _with_bytes(painting.png()[:40]), "picture-sum-wrong", ("assets", "as_a")),
    Case("another picture than its sum", _with_bytes(painting.png(10, 10)), "picture-sum-wrong", ("assets", "as_a")),
    Case("SVG in the place of a picture", _with_bytes(_SVG), "picture-sum-wrong", ("assets", "as_a")),
    Case(
        "a picture bomb in the place of a picture",
        _with_bytes(claiming(60_000, 60_000)),
        "picture-sum-wrong",
        ("assets", "as_a"),
    ),
    Case("base64 without its end", _as_asset(data="iVBORw0"), "picture-sum-wrong", ("assets", "as_a")),
    Case("nothing but filling", _as_asset(data="===="), "picture-sum-wrong", ("assets", "as_a")),
)
