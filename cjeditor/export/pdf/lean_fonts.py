"""Font subsets without hints: half as large, and no reader of PDF files still needs them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from struct import pack, unpack_from

from reportlab.pdfbase.ttfonts import TTFontFace, TTFontMaker

_HINTS = ("cvt ", "fpgm", "prep")
_NAMES = ("name", "OS/2")
"""Neither is read from a font inside a PDF."""

_WORDS = 0x0001
_SCALE = 0x0008
_MORE = 0x0020
_TWO_SCALES = 0x0040
_TWO_BY_TWO = 0x0080
_INSTRUCTIONS = 0x0100


class LeanFace(TTFontFace):
    """A face whose subsets hold outlines and widths only."""

    def makeSubset(self, subset: Sequence[int]) -> bytes:  # noqa: N802  reportlab's name
        """The font with these characters, as reportlab makes it, less what nobody reads."""
        tables = _tables(super().makeSubset(subset))
        for tag in (*_HINTS, *_NAMES):
            tables.pop(tag, None)
        long = unpack_from(">h", tables["head"], 50)[0] == 1
        offsets = unpack_from(f">{len(tables['loca']) // (4 if long else 2)}{'L' if long else 'H'}", tables["loca"])
        places = [offset if long else 2 * offset for offset in offsets]
        glyphs = [without_hints(tables["glyf"][start:end]) for start, end in pairwise(places)]
        starts = [0]
        for glyph in glyphs:
            starts.append(starts[-1] + len(glyph))
        tables["glyf"] = b"".join(glyphs)
        tables["loca"] = pack(f">{len(starts)}L", *starts)
        tables["head"] = tables["head"][:50] + pack(">h", 1) + tables["head"][52:]
        maker = TTFontMaker()
        for tag, data in tables.items():
            maker.add(tag, data)
        return bytes(maker.makeStream())


def _tables(font: bytes) -> dict[str, bytes]:
    """The tables of a TrueType file by name."""
    found = {}
    for i in range(unpack_from(">H", font, 4)[0]):
        tag, _, offset, length = unpack_from(">4sLLL", font, 12 + 16 * i)
        found[tag.decode("ascii")] = font[offset : offset + length]
    return found


def without_hints(glyph: bytes) -> bytes:
    """A glyph's outline without its instructions, filled to a multiple of four bytes; an empty one stays empty."""
    if len(glyph) < 10:
        return b""
    contours = unpack_from(">h", glyph)[0]
    if contours >= 0:
        at = 10 + 2 * contours
        length = unpack_from(">H", glyph, at)[0]
        lean = glyph[:at] + b"\0\0" + glyph[at + 2 + length :]
    else:
        lean = _composite(glyph)
    return lean + b"\0" * (-len(lean) % 4)


def _composite(glyph: bytes) -> bytes:
    """The parts of a composite glyph, without what follows them."""
    parts = [glyph[:10]]
    at, more = 10, True
    while more:
        flags = unpack_from(">H", glyph, at)[0]
        size = 4 + (4 if flags & _WORDS else 2)
        size += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _TWO_BY_TWO else 0
        parts += (pack(">H", flags & ~_INSTRUCTIONS), glyph[at + 2 : at + size])
        at += size
        more = bool(flags & _MORE)
    return b"".join(parts)
